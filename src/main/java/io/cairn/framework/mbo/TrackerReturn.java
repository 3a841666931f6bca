package io.cairn.framework.mbo;

import io.cairn.incentive.AttainmentBasis;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Problem;
import io.cairn.kernel.Viewer;
import io.cairn.organization.Organizations;
import io.cairn.organization.People;
import io.cairn.template.CellWords;
import io.cairn.template.ReturnProblem;
import io.cairn.template.Returned;
import io.cairn.template.ReturnedRows;
import io.cairn.template.RowChange;
import io.cairn.template.RowChange.CellChange;
import io.cairn.template.SheetForm;
import io.cairn.template.SheetRow;
import io.cairn.template.TemplateForm;
import io.cairn.template.TemplateReturn;
import io.cairn.template.Variant;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a tracker back: a new one becomes a draft, one of a draft changes it. What two have offered or signed stays as it is,
 * and so does what was measured; both have their pages.
 */
@Component
@Transactional
class TrackerReturn implements TemplateReturn {
    private static final TemplateForm FORM = TrackerForm.form();
    private static final SheetForm PLAN = FORM.sheet(TrackerForm.PLAN);
    private static final SheetForm LINES = FORM.sheet(TrackerForm.OBJECTIVES);
    private static final int MOST_PLANS = 200;
    private static final List<String> ON_PAGES =
            List.of("actual", "employeeComment", "managerComment", "supports", "employee");

    /** Left blank they are what is usual, and stay so. */
    private static final List<String> USUAL = List.of("planCap", "modifier", "endsOn");

    private final Plans plans;
    private final People people;
    private final Organizations organizations;

    TrackerReturn(Plans plans, People people, Organizations organizations) {
        this.plans = plans;
        this.people = people;
        this.organizations = organizations;
    }

    @Override
    public String template() {
        return TrackerForm.KEY;
    }

    /** A tracker is one plan. */
    @Override
    public String part(Returned.Sheet sheet, Returned.Row row) {
        return TrackerForm.PLAN;
    }

    @Override
    @Transactional(readOnly = true)
    public List<RowChange> preview(Viewer viewer, Returned file) {
        return judged(viewer, file).rows().done();
    }

    @Override
    public List<Kept> apply(Viewer viewer, Returned part) {
        Judged judged = judged(viewer, part);
        judged.rows().refuseIfAny();
        Plan before = judged.before();
        PlanContent content = judged.content();
        Plan now = before == null
                ? plans.create(viewer, content)
                : plans.edit(viewer, before.id(), written -> content, before.version());
        return kept(part, judged, now);
    }

    private static List<Kept> kept(Returned part, Judged judged, Plan now) {
        List<Kept> kept = new ArrayList<>();
        ReturnedRows.of(part, TrackerForm.PLAN)
                .forEach(row -> kept.add(new Kept(TrackerForm.PLAN, row.number(), now.id(), now.version())));
        for (Map.Entry<Integer, Returned.Row> line : judged.places().entrySet()) {
            UUID id = now.terms().objectives().get(line.getKey()).id();
            kept.add(new Kept(TrackerForm.OBJECTIVES, line.getValue().number(), id, now.version()));
        }
        return kept;
    }

    /**
     * A file held against what is there.
     *
     * @param before null for a new plan
     * @param places the rows by their place among the content's objectives
     */
    private record Judged(
            ReturnedRows rows, @Nullable Plan before, PlanContent content, Map<Integer, Returned.Row> places) {}

    private Judged judged(Viewer viewer, Returned file) {
        ReturnedRows rows = new ReturnedRows(file);
        List<Returned.Row> heads = ReturnedRows.of(file, TrackerForm.PLAN);
        List<Returned.Row> lines = ReturnedRows.of(file, TrackerForm.OBJECTIVES);
        lines.forEach(
                line -> rows.about(line, Objects.requireNonNullElse(line.row().text("title"), "")));
        heads.forEach(
                head -> rows.about(head, Objects.requireNonNullElse(head.row().text("employee"), "")));
        heads.stream()
                .skip(1)
                .forEach(head -> rows.refuse(head, GeneralProblem.INVALID.saying("A tracker holds one plan.")));
        Plan before = before(file, heads, lines, rows);
        if (before != null) {
            compare(before, heads, lines, rows);
        } else {
            refuseOnPages(heads, lines, rows);
        }
        UUID employee = before == null
                ? employee(viewer, heads, rows)
                : before.employee().id();
        if (before == null && !heads.isEmpty() && rows.isRefused(heads.getFirst())) {
            lines.forEach(line -> rows.refuse(line, ReturnProblem.PART_REFUSED.problem()));
        }
        return settled(viewer, before, employee, heads, lines, rows);
    }

    /** The plan of its row, of the file itself, or of any of its objectives; null where it is a new one. */
    private @Nullable Plan before(
            Returned file, List<Returned.Row> heads, List<Returned.Row> lines, ReturnedRows rows) {
        Optional<UUID> named =
                heads.stream().findFirst().flatMap(head -> head.row().id());
        boolean known = named.isPresent()
                || lines.stream().anyMatch(line -> line.row().id().isPresent());
        if (!known && !heads.isEmpty()) {
            return null;
        }
        String subject = file.mark().subject();
        Plan found = plans.find(Plans.Wanted.ANY, MOST_PLANS, null).items().stream()
                .filter(plan -> named.map(plan.id()::equals).orElseGet(() -> isOf(plan, subject, lines)))
                .findFirst()
                .orElse(null);
        if (found == null) {
            heads.forEach(head -> rows.refuse(head, ReturnProblem.UNKNOWN_ID.at("id")));
            lines.forEach(line -> rows.refuse(
                    line,
                    line.row().id().isPresent()
                            ? ReturnProblem.UNKNOWN_ID.at("id")
                            : ReturnProblem.PART_REFUSED.saying("The file does not say which plan this belongs to.")));
        }
        return found;
    }

    private static boolean isOf(Plan plan, String subject, List<Returned.Row> lines) {
        return plan.id().toString().equals(subject)
                || plan.terms().objectives().stream()
                        .anyMatch(line -> lines.stream()
                                .anyMatch(row ->
                                        row.row().id().filter(line.id()::equals).isPresent()));
    }

    private void compare(Plan before, List<Returned.Row> heads, List<Returned.Row> lines, ReturnedRows rows) {
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
        var written = new TrackerRows(before.terms(), organizations.require().currency())
                .filled(Variant.LIVE, "", "", head, Tracker.lines(before, null), null);
        if (!heads.isEmpty()) {
            compare(PLAN, written.sheets().getFirst().rows().getFirst(), heads.getFirst(), before, rows);
        }
        Map<UUID, SheetRow> stored = new HashMap<>();
        written.sheets().get(1).rows().forEach(row -> row.id().ifPresent(id -> stored.put(id, row)));
        for (Returned.Row line : lines) {
            UUID id = line.row().id().orElse(null);
            if (id == null) {
                refuseOnPages(List.of(), List.of(line), rows);
            } else if (stored.containsKey(id)) {
                compare(LINES, Objects.requireNonNull(stored.get(id)), line, before, rows);
            } else {
                rows.refuse(line, ReturnProblem.UNKNOWN_ID.at("id"));
            }
        }
    }

    private void compare(SheetForm form, SheetRow stored, Returned.Row row, Plan before, ReturnedRows rows) {
        List<CellChange> changes = CellWords.changes(form, stored, row.row()).stream()
                .filter(change -> !row.unreadable().containsKey(change.column()))
                .filter(change -> !isSamePerson(change, row.row(), before))
                .filter(change ->
                        !(USUAL.contains(change.column()) && change.after().isEmpty()))
                .toList();
        rows.changes(row, changes);
        for (CellChange change : changes) {
            if (ON_PAGES.contains(change.column())) {
                rows.refuse(row, ReturnProblem.FIXED.at(change.column()));
            }
        }
        if (!changes.isEmpty() && ReturnedRows.isOvertaken(row.row(), before.version())) {
            rows.refuse(row, ReturnProblem.CHANGED_MEANWHILE.problem());
        }
    }

    private boolean isSamePerson(CellChange change, SheetRow row, Plan before) {
        String typed = row.text("employee");
        return change.column().equals("employee")
                && typed != null
                && people.named(typed)
                        .filter(person -> person.id().equals(before.employee().id()))
                        .isPresent();
    }

    /** A new line has nothing yet of what is told on other pages. */
    private static void refuseOnPages(List<Returned.Row> heads, List<Returned.Row> lines, ReturnedRows rows) {
        for (Returned.Row line : lines) {
            ON_PAGES.stream()
                    .filter(column -> line.row().cells().containsKey(column))
                    .forEach(column -> rows.refuse(
                            line,
                            ReturnProblem.FIXED
                                    .saying("A new objective has none yet; clear the cell and add it on its page.")
                                    .at(column)));
        }
    }

    private @Nullable UUID employee(Viewer viewer, List<Returned.Row> heads, ReturnedRows rows) {
        if (heads.isEmpty() || heads.getFirst().row().text("employee") == null) {
            return null;
        }
        String typed = Objects.requireNonNull(heads.getFirst().row().text("employee"));
        if (typed.equalsIgnoreCase(viewer.name()) || typed.equalsIgnoreCase(viewer.email())) {
            return viewer.id();
        }
        UUID found = people.named(List.of(typed.toLowerCase(Locale.ROOT))).get(typed.toLowerCase(Locale.ROOT));
        if (found == null) {
            rows.refuse(heads.getFirst(), ReturnProblem.PERSON_UNKNOWN.at("employee"));
        }
        return found;
    }

    /** Rows that the rules refuse are left out, until the rest holds. */
    private Judged settled(
            Viewer viewer,
            @Nullable Plan before,
            @Nullable UUID employee,
            List<Returned.Row> heads,
            List<Returned.Row> lines,
            ReturnedRows rows) {
        while (true) {
            Judged judged = content(before, employee, heads, lines, rows);
            boolean nothing = rows.all().stream()
                    .allMatch(row -> rows.isRefused(row) || (row.row().id().isPresent() && !rows.isChanged(row)));
            List<Problem> problems = nothing ? List.of() : plans.refusals(viewer, before, judged.content());
            if (problems.isEmpty()) {
                return judged;
            }
            problems.forEach(problem -> refuse(problem, judged, heads, rows));
        }
    }

    private static void refuse(Problem problem, Judged judged, List<Returned.Row> heads, ReturnedRows rows) {
        var line = ReturnedRows.Indexed.of("objectives", problem);
        Returned.Row row = line == null ? null : judged.places().get(line.place());
        if (line != null && row != null && (row.row().id().isEmpty() || rows.isChanged(row))) {
            rows.refuse(row, at(problem, LINES, line.field().equals("objectiveCap") ? "cap" : line.field()));
            return;
        }
        Returned.Row head = heads.isEmpty() ? null : heads.getFirst();
        if (head != null
                && problem.field() != null
                && PLAN.column(problem.field()).isPresent()
                && (judged.before() == null || rows.isChanged(head))) {
            rows.refuse(head, at(problem, PLAN, Objects.requireNonNull(problem.field())));
            if (judged.before() != null) {
                return;
            }
        }
        for (Returned.Row other : rows.all()) {
            if (!rows.isRefused(other) && (other.row().id().isEmpty() || rows.isChanged(other))) {
                rows.refuse(other, whole(problem));
            }
        }
    }

    private static Problem at(Problem problem, SheetForm form, String column) {
        return form.column(column).isPresent() ? problem.at(column) : whole(problem);
    }

    private static Problem whole(Problem problem) {
        return new Problem(problem.code(), problem.status(), problem.message(), null, problem.details());
    }

    private static Judged content(
            @Nullable Plan before,
            @Nullable UUID employee,
            List<Returned.Row> heads,
            List<Returned.Row> lines,
            ReturnedRows rows) {
        Map<Integer, Returned.Row> places = new HashMap<>();
        List<ObjectiveContent> objectives = new ArrayList<>();
        List<ObjectiveContent> stored =
                before == null ? List.of() : PlanContent.of(before).objectivesOrNone();
        for (ObjectiveContent line : stored) {
            Returned.Row row = lines.stream()
                    .filter(one ->
                            one.row().id().filter(id -> id.equals(line.id())).isPresent())
                    .filter(one -> !rows.isRefused(one))
                    .findFirst()
                    .orElse(null);
            if (row != null) {
                places.put(objectives.size(), row);
            }
            objectives.add(row != null && rows.isChanged(row) ? line(line, row.row()) : line);
        }
        for (Returned.Row row : lines) {
            if (row.row().id().isEmpty() && !rows.isRefused(row)) {
                places.put(objectives.size(), row);
                objectives.add(line(null, row.row()));
            }
        }
        boolean headed = !heads.isEmpty() && !rows.isRefused(heads.getFirst());
        PlanContent content = headed && (before == null || rows.isChanged(heads.getFirst()))
                ? head(before, employee, heads.getFirst().row(), objectives)
                : before == null
                        ? none(employee, objectives)
                        : PlanContent.of(before).with(objectives);
        return new Judged(rows, before, content, places);
    }

    private static PlanContent none(@Nullable UUID employee, List<ObjectiveContent> objectives) {
        return new PlanContent(
                employee, null, null, null, null, null, PlanTerms.USUAL_CAP, null, null, null, null, null, objectives);
    }

    private static PlanContent head(
            @Nullable Plan before, @Nullable UUID employee, SheetRow row, List<ObjectiveContent> objectives) {
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

    /** The line as the row has it; what a sheet does not hold stays. */
    private static ObjectiveContent line(@Nullable ObjectiveContent before, SheetRow row) {
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
