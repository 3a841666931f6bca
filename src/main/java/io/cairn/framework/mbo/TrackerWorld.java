package io.cairn.framework.mbo;

import io.cairn.incentive.AttainmentBasis;
import io.cairn.kernel.Viewer;
import io.cairn.organization.Organizations;
import io.cairn.organization.People;
import io.cairn.template.Returned;
import io.cairn.template.ReturnedRows;
import io.cairn.template.SheetRow;
import io.cairn.template.SheetRows;
import io.cairn.template.Variant;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the rows of a tracker may mean, read in a fixed number of statements. */
@Component
class TrackerWorld {
    private static final int MOST_PLANS = 200;

    private final Plans plans;
    private final People people;
    private final Organizations organizations;

    TrackerWorld(Plans plans, People people, Organizations organizations) {
        this.plans = plans;
        this.people = people;
        this.organizations = organizations;
    }

    /**
     * Everything a file names.
     *
     * @param before the plan of its row, of the file itself, or of any of its objectives; null where it is a new one
     * @param isMissing whether the file names a plan that is not there
     * @param stored what is there as its file would have it today; none of a new one
     * @param people by what was typed in lower case
     */
    record World(@Nullable Plan before, boolean isMissing, List<SheetRows> stored, Map<String, UUID> people) {

        SheetRow storedPlan() {
            return stored.getFirst().rows().getFirst();
        }

        Optional<SheetRow> storedLine(UUID objective) {
            return stored.get(1).rows().stream()
                    .filter(row -> row.id().filter(objective::equals).isPresent())
                    .findFirst();
        }

        @Nullable
        UUID employee(Returned.Row row) {
            String typed = row.row().text("employee");
            return typed == null ? null : people.get(lower(typed));
        }

        /** Whether the plan's own employee is named, in whatever way. */
        boolean isEmployee(Returned.Row row) {
            return before != null && before.employee().id().equals(employee(row));
        }

        /** The plan as its row has it; what a sheet does not hold stays. */
        PlanContent plan(@Nullable UUID employee, SheetRow row, List<ObjectiveContent> objectives) {
            PlanContent now = before == null ? none(employee, objectives) : PlanContent.of(before);
            return new PlanContent(
                    employee,
                    kept(one(PlanPeriod.class, row.text("period")), now.period()),
                    now.cycleId(),
                    ReturnedRows.day(row, "startsOn"),
                    kept(ReturnedRows.day(row, "endsOn"), now.endsOn()),
                    now.pays(),
                    kept(row.figure("planCap"), now.planCap()),
                    kept(row.figure("modifier"), now.modifier()),
                    kept(yes(row.text("capBeforeModifier")), now.capBeforeModifier()),
                    now.gate(),
                    now.accelerators(),
                    now.curveId(),
                    objectives);
        }
    }

    World of(Viewer viewer, Returned file) {
        List<Returned.Row> heads = ReturnedRows.of(file, TrackerForm.PLAN);
        List<Returned.Row> lines = ReturnedRows.of(file, TrackerForm.OBJECTIVES);
        Optional<UUID> named =
                heads.stream().findFirst().flatMap(head -> head.row().id());
        boolean fresh = !heads.isEmpty()
                && named.isEmpty()
                && lines.stream().allMatch(line -> line.row().id().isEmpty());
        Plan before = fresh ? null : before(named, file.mark().subject(), lines);
        return new World(
                before, !fresh && before == null, before == null ? List.of() : stored(before), people(viewer, heads));
    }

    private @Nullable Plan before(Optional<UUID> named, String subject, List<Returned.Row> lines) {
        return plans.find(Plans.Wanted.ANY, MOST_PLANS, null).items().stream()
                .filter(plan -> named.map(plan.id()::equals).orElseGet(() -> isOf(plan, subject, lines)))
                .findFirst()
                .orElse(null);
    }

    private static boolean isOf(Plan plan, String subject, List<Returned.Row> lines) {
        return plan.id().toString().equals(subject)
                || plan.terms().objectives().stream()
                        .anyMatch(line -> lines.stream()
                                .anyMatch(row ->
                                        row.row().id().filter(line.id()::equals).isPresent()));
    }

    private List<SheetRows> stored(Plan before) {
        var head = new TrackerRows.Head(
                before.employee().name(),
                before.manager().name(),
                "",
                before.period(),
                before.startsOn(),
                before.endsOn(),
                "",
                before.id(),
                before.version());
        return new TrackerRows(before.terms(), organizations.require().currency())
                .filled(Variant.LIVE, "", "", head, Tracker.lines(before, null), null)
                .sheets();
    }

    private Map<String, UUID> people(Viewer viewer, List<Returned.Row> heads) {
        List<String> typed = heads.stream()
                .limit(1)
                .flatMap(head -> Stream.ofNullable(head.row().text("employee")))
                .map(TrackerWorld::lower)
                .toList();
        Map<String, UUID> named = new HashMap<>(people.named(typed));
        named.put(lower(viewer.name()), viewer.id());
        return named;
    }

    private static String lower(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    static PlanContent none(@Nullable UUID employee, List<ObjectiveContent> objectives) {
        return new PlanContent(
                employee, null, null, null, null, null, PlanTerms.USUAL_CAP, null, null, null, null, null, objectives);
    }

    /** The line as the row has it; what a sheet does not hold stays. */
    static ObjectiveContent line(@Nullable ObjectiveContent before, SheetRow row) {
        BigDecimal weight = row.figure("weight");
        return new ObjectiveContent(
                before == null ? null : before.id(),
                row.text("title"),
                before == null ? null : before.why(),
                weight == null ? null : weight.movePointRight(2),
                kept(one(Measurement.class, row.text("measurement")), before == null ? null : before.measurement()),
                kept(one(ObjectiveScope.class, row.text("scope")), before == null ? null : before.scope()),
                before == null ? null : before.category(),
                before == null ? null : before.segment(),
                kept(one(AttainmentBasis.class, row.text("basis")), before == null ? null : before.basis()),
                row.text("unit"),
                row.figure("baseline"),
                row.figure("target"),
                before == null ? null : before.comparator(),
                before == null ? null : before.metricId(),
                row.figure("threshold"),
                row.figure("maximum"),
                before == null ? null : before.milestones(),
                before == null ? null : before.levels(),
                before == null ? null : before.curveId(),
                row.figure("cap"),
                before == null ? null : before.companyObjectiveId(),
                before == null ? null : before.supports(),
                null);
    }

    private static <E extends Enum<E>> @Nullable E one(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }

    private static @Nullable Boolean yes(@Nullable String word) {
        return word == null ? null : word.equals("YES");
    }

    private static <T> @Nullable T kept(@Nullable T written, @Nullable T before) {
        return written == null ? before : written;
    }
}
