package io.cairn.framework.mbo;

import io.cairn.audit.Entry;
import io.cairn.audit.Journal;
import io.cairn.framework.FrameworkProblem;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Ids;
import io.cairn.kernel.Page;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Texts;
import io.cairn.kernel.Viewer;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Plans as they are written, found and read; what two agree on is {@link PlanAgreeing}. */
@Component
@Transactional
public class Plans {
    private final PlanReader reader;
    private final PlanWriter writer;
    private final PlanLookup lookup;
    private final Journal journal;

    Plans(PlanReader reader, PlanWriter writer, PlanLookup lookup, Journal journal) {
        this.reader = reader;
        this.writer = writer;
        this.lookup = lookup;
        this.journal = journal;
    }

    /**
     * Which plans are wanted; null means any.
     *
     * @param manager the employees' manager now
     * @param states empty for any
     * @param on a day of the plan
     * @param q a part of the employee's name
     */
    public record Wanted(
            @Nullable UUID employee,
            @Nullable UUID manager,
            List<PlanState> states,
            @Nullable LocalDate on,
            @Nullable String q) {
        public static final Wanted ANY = new Wanted(null, null, List.of(), null, null);

        public static Wanted of(UUID employee) {
            return new Wanted(employee, null, List.of(), null, null);
        }

        public static Wanted team(UUID manager) {
            return new Wanted(null, manager, List.of(), null, null);
        }
    }

    @Transactional(readOnly = true)
    public Page<Plan> find(Wanted wanted, int limit, @Nullable UUID after) {
        return reader.find(wanted, limit, after);
    }

    /** Those of them that the viewer may see. */
    @Transactional(readOnly = true)
    List<Plan> of(Collection<UUID> plans) {
        return reader.of(plans);
    }

    /** @throws ProblemException NOT_FOUND where the viewer may not see it */
    @Transactional(readOnly = true)
    public Plan get(UUID plan) {
        return reader.one(plan);
    }

    /** What keeps it from being signed; empty for one that is. */
    public List<Problem> missing(Plan plan) {
        return plan.state().isWritten() ? PlanCheck.missing(plan.terms()) : List.of();
    }

    /** A draft by the employee or the manager. @throws ProblemException NOT_FOUND for anybody else, as for nobody; FRAMEWORK_OFF where MBOs are not in use */
    public Plan create(Viewer viewer, PlanContent content) {
        Drafted drafted = drafted(viewer, content);
        UUID id = Ids.next();
        PlanTerms terms = content.terms(drafted.found());
        writer.insert(new PlanWriter.Fresh(
                id,
                drafted.employee(),
                drafted.manager(),
                period(content),
                content.cycleId(),
                drafted.days().startsOn(),
                drafted.days().endsOn(),
                !Boolean.FALSE.equals(content.pays()),
                terms,
                viewer.id()));
        Plan plan = reader.one(id);
        record(
                plan,
                "plan.drafted",
                "drafted a plan of %s".formatted(drafted.days().words()),
                terms);
        return plan;
    }

    /** A plan that can be drafted. */
    private record Drafted(UUID employee, UUID manager, PlanReferences found, Days days) {}

    private Drafted drafted(Viewer viewer, PlanContent content) {
        FrameworkProblem.refuseUnlessUsed(viewer, MboFramework.KEY);
        UUID employee = Objects.requireNonNullElse(content.employeeId(), viewer.id());
        PlanReferences found = lookup.find(employee, content);
        UUID manager = manager(viewer, employee, found);
        Texts texts = new Texts();
        Days days = days(content, found, texts);
        refuseForeign(content, Set.of(), texts);
        texts.refuseIfAny();
        PlanCheck.draft(content, found);
        return new Drafted(employee, manager, found, days);
    }

    /**
     * What would keep this content from being written; nothing is. One statement.
     *
     * @param before null for a new plan
     */
    @Transactional(readOnly = true)
    List<Problem> refusals(Viewer viewer, @Nullable Plan before, PlanContent content) {
        try {
            if (before == null) {
                drafted(viewer, content);
            } else {
                rewritten(writable(viewer, before), content);
            }
            return List.of();
        } catch (ProblemException refused) {
            return refused.problems();
        }
    }

    /** Somebody who may not write this employee's plan does not learn who manages them or whether they work here. */
    private static UUID manager(Viewer viewer, UUID employee, PlanReferences found) {
        UUID manager = found.managerId();
        boolean own = viewer.id().equals(employee);
        if (!own && !viewer.id().equals(manager)) {
            throw GeneralProblem.NOT_ALLOWED
                    .saying("A plan is written by the employee or the employee's manager.")
                    .exception();
        }
        if (manager == null) {
            throw MboProblem.NO_MANAGER.at("employeeId").exception();
        }
        if (!found.employeeActive()) {
            throw GeneralProblem.INVALID
                    .saying("This person has left.")
                    .at("employeeId")
                    .exception();
        }
        return manager;
    }

    /**
     * @param change what its content becomes
     * @param version the version that was read
     */
    public Plan edit(Viewer viewer, UUID id, UnaryOperator<PlanContent> change, int version) {
        Plan before = written(viewer, id);
        if (before.version() != version) {
            throw GeneralProblem.STALE_VERSION.problem().with("current", before).exception();
        }
        return rewrite(before, change.apply(PlanContent.of(before)));
    }

    public Plan addObjective(Viewer viewer, UUID id, ObjectiveContent content) {
        Plan before = written(viewer, id);
        PlanContent now = PlanContent.of(before);
        List<ObjectiveContent> lines = new ArrayList<>(now.objectivesOrNone());
        lines.add(content);
        String path = "objectives[" + (lines.size() - 1) + "].";
        try {
            return rewrite(before, now.with(lines));
        } catch (ProblemException refused) {
            throw new ProblemException(refused.problems().stream()
                    .map(problem -> within(path, problem))
                    .toList());
        }
    }

    private static Problem within(String path, Problem problem) {
        String field = problem.field();
        return field != null && field.startsWith(path) ? problem.at(field.substring(path.length())) : problem;
    }

    private Plan rewrite(Plan before, PlanContent content) {
        Rewritten now = rewritten(before, content);
        PlanTerms terms = content.terms(now.found());
        writer.rewrite(
                before,
                content,
                now.days().startsOn(),
                now.days().endsOn(),
                terms,
                !Boolean.FALSE.equals(content.pays()));
        journal.record(entry(before, "plan.written", "rewrote the plan")
                .before(before.terms())
                .after(terms));
        return reader.one(before.id());
    }

    /** Content that can be written. */
    private record Rewritten(PlanReferences found, Days days) {}

    private Rewritten rewritten(Plan before, PlanContent content) {
        if (!before.employee().id().equals(content.employeeId())) {
            throw GeneralProblem.INVALID
                    .saying("A plan keeps its employee.")
                    .at("employeeId")
                    .exception();
        }
        PlanReferences found = lookup.find(before.employee().id(), content);
        Texts texts = new Texts();
        Days days = days(content, found, texts);
        Set<UUID> known = new HashSet<>();
        before.terms().objectives().forEach(line -> known.add(line.id()));
        refuseForeign(content, known, texts);
        texts.refuseIfAny();
        PlanCheck.draft(content, found);
        return new Rewritten(found, days);
    }

    public void delete(Viewer viewer, UUID id) {
        Plan plan = written(viewer, id);
        if (plan.state() != PlanState.DRAFT) {
            throw MboProblem.PLAN_STATE
                    .saying("Only a draft is deleted; a plan that was offered is cancelled.")
                    .exception();
        }
        record(plan, "plan.deleted", "deleted the draft of a plan", plan.terms());
        writer.delete(id);
    }

    /** The plan, locked, if the viewer may write it now. */
    private Plan written(Viewer viewer, UUID id) {
        return writable(viewer, reader.locked(id));
    }

    private static Plan writable(Viewer viewer, Plan plan) {
        refuseUnless(plan.partOf(viewer), Plan.Part.EMPLOYEE, Plan.Part.MANAGER);
        if (!plan.state().isWritten()) {
            throw MboProblem.TERMS_AGREED.exception();
        }
        if (plan.state() != PlanState.DRAFT) {
            throw MboProblem.PLAN_STATE
                    .saying("The plan waits for a signature; take the offer back or let it be declined to change it.")
                    .exception();
        }
        return plan;
    }

    static void refuseUnless(Plan.@Nullable Part part, Plan.Part... any) {
        if (part == null || !List.of(any).contains(part)) {
            throw GeneralProblem.NOT_ALLOWED.exception();
        }
    }

    private record Days(LocalDate startsOn, LocalDate endsOn) {
        String words() {
            return startsOn + " to " + endsOn;
        }
    }

    private static PlanPeriod period(PlanContent content) {
        return Objects.requireNonNullElse(content.period(), PlanPeriod.QUARTER);
    }

    private static Days days(PlanContent content, PlanReferences found, Texts texts) {
        if (content.cycleId() != null) {
            texts.unknown("cycleId", found.cycleStartsOn() != null);
        }
        LocalDate starts = content.startsOn() != null ? content.startsOn() : found.cycleStartsOn();
        if (starts == null) {
            texts.add(GeneralProblem.REQUIRED.at(content.cycleId() == null ? "startsOn" : "cycleId"));
            return new Days(LocalDate.EPOCH, LocalDate.EPOCH);
        }
        LocalDate ends = content.endsOn() != null ? content.endsOn() : end(content, starts, found);
        long days = ChronoUnit.DAYS.between(starts, ends) + 1;
        if (days < 1 || starts.getYear() < 2000 || starts.getYear() > 2200) {
            texts.add(GeneralProblem.INVALID
                    .saying("A plan ends after it begins.")
                    .at("endsOn"));
        } else if (days > period(content).longest()) {
            texts.add(GeneralProblem.INVALID
                    .saying("A plan of a %s lasts at most %d days."
                            .formatted(
                                    period(content).label().toLowerCase(Locale.ROOT),
                                    period(content).longest()))
                    .at("endsOn"));
        }
        return new Days(starts, ends);
    }

    /** The cycle's last day, for somebody who comes later too; the period's where that is earlier, or there is no such cycle. */
    private static LocalDate end(PlanContent content, LocalDate starts, PlanReferences found) {
        LocalDate whole = period(content).endOf(starts);
        LocalDate cycle = found.cycleEndsOn();
        if (cycle == null || starts.isBefore(found.cycleStartsOn()) || starts.isAfter(cycle)) {
            return whole;
        }
        return content.startsOn() == null || cycle.isBefore(whole) ? cycle : whole;
    }

    /** Lines of other plans are not brought in by their ids. */
    static void refuseForeign(PlanContent content, Set<UUID> known, Texts texts) {
        List<ObjectiveContent> lines = content.objectivesOrNone();
        for (int i = 0; i < lines.size(); i++) {
            ObjectiveContent line = lines.get(i);
            if (line != null && line.id() != null && !known.contains(line.id())) {
                texts.add(GeneralProblem.INVALID
                        .saying("The plan has no such objective.")
                        .at("objectives[" + i + "].id"));
            }
        }
    }

    private void record(Plan plan, String action, String summary, @Nullable Object after) {
        journal.record(entry(plan, action, summary).after(after));
    }

    static Entry entry(Plan plan, String action, String summary) {
        return Entry.of(action, "plan", plan.id(), summary).seenBy(plan.key());
    }
}
