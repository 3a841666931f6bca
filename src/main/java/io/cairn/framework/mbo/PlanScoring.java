package io.cairn.framework.mbo;

import io.cairn.access.Elevation;
import io.cairn.audit.Entry;
import io.cairn.audit.Journal;
import io.cairn.incentive.Attainment;
import io.cairn.incentive.Pool;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Texts;
import io.cairn.kernel.Viewer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a plan came to: both estimate while it runs, the manager settles every line once it is to be measured, the employee may
 * dispute that within ten days, HR resolves (frameworks 2.3).
 */
@Component
@Transactional
public class PlanScoring {
    private static final BigDecimal TEN_POINTS = new BigDecimal("0.10");
    private static final int LONGEST = 4000;

    private final PlanReader reader;
    private final PlanWriter writer;
    private final ScoreWriter scores;
    private final Awards awards;
    private final Elevation elevation;
    private final Journal journal;
    private final DomainClock clock;

    PlanScoring(
            PlanReader reader,
            PlanWriter writer,
            ScoreWriter scores,
            Awards awards,
            Elevation elevation,
            Journal journal,
            DomainClock clock) {
        this.reader = reader;
        this.writer = writer;
        this.scores = scores;
        this.awards = awards;
        this.elevation = elevation;
        this.journal = journal;
        this.clock = clock;
    }

    /** What the employee or the manager thinks it will come to; each has an own column. */
    public Plan estimate(Viewer viewer, UUID id, @Nullable List<ObjectiveValue> values) {
        Plan plan = reader.locked(id);
        Plan.Part part = plan.partOf(viewer);
        Plans.refuseUnless(part, Plan.Part.EMPLOYEE, Plan.Part.MANAGER);
        PlanLife.require(plan, "estimated", PlanState.ACTIVE, PlanState.AMENDMENT, PlanState.MEASURE);
        Map<UUID, ObjectiveValue> checked = ValueCheck.check(plan, values);
        scores.estimate(Objects.requireNonNull(part), List.copyOf(checked.values()));
        journal.record(Plans.entry(plan, "plan.estimated", "estimated what the plan comes to")
                .after(checked.values()));
        return reader.one(id);
    }

    /**
     * MEASURE → SCORED: a final value for every line. A line that follows a metric takes the metric's value where none is given;
     * scoring again keeps what is not named.
     *
     * @throws ProblemException SCORING_WINDOW, SCORING_INCOMPLETE; COMMENT_REQUIRED where it is more than 10 points from the
     *     employee's estimate and nobody says why
     */
    public Plan score(Viewer viewer, UUID id, @Nullable List<ObjectiveValue> values) {
        Plan plan = reader.locked(id);
        Plans.refuseUnless(plan.partOf(viewer), Plan.Part.MANAGER);
        if (plan.state() == PlanState.ACTIVE || plan.state() == PlanState.AGREED) {
            throw MboProblem.SCORING_WINDOW
                    .saying("The plan is measured from " + PlanLife.measuredFrom(plan.endsOn()) + " on.")
                    .exception();
        }
        if (plan.state() == PlanState.DISPUTED) {
            throw MboProblem.DISPUTE_OPEN.exception();
        }
        PlanLife.require(plan, "scored", PlanState.MEASURE, PlanState.SCORED);
        settle(plan, viewer, ValueCheck.check(plan, values));
        return reader.one(id);
    }

    private void settle(Plan plan, Viewer viewer, Map<UUID, ObjectiveValue> values) {
        List<ScoreWriter.Final> finals = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < plan.objectives().size(); i++) {
            PlanObjective line = plan.objectives().get(i);
            ScoreWriter.Final settled = settled(plan, line, values.get(line.id()));
            if (!settled.isComplete(line)) {
                throw MboProblem.SCORING_INCOMPLETE
                        .saying("“%s” has no final value yet."
                                .formatted(line.terms().title()))
                        .exception();
            }
            if (settled.comment().isEmpty() && differs(line, settled)) {
                problems.add(MboProblem.COMMENT_REQUIRED.at("objectives[" + i + "].comment"));
            }
            finals.add(settled);
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        Map<UUID, UUID> chosen = new HashMap<>();
        values.values().forEach(value -> {
            if (value.objectiveId() != null && value.poolId() != null) {
                chosen.put(value.objectiveId(), value.poolId());
            }
        });
        Map<UUID, Pool> charged = awards.charged(plan, viewer.id(), finals, chosen);
        scores.settle(finals);
        scores.charge(charged);
        writer.scored(plan, viewer.id(), clock.today());
        journal.record(Plans.entry(plan, "plan.scored", "scored the plan").after(finals));
    }

    private static ScoreWriter.Final settled(Plan plan, PlanObjective line, @Nullable ObjectiveValue given) {
        Assessed before = line.terms().scope() == ObjectiveScope.COMPANY ? Assessed.NONE : line.finalValue();
        Assessed now = given != null && (given.value() != null || given.level() != null)
                ? new Assessed(given.value(), given.level(), "")
                : before.isGiven() || line.terms().metricId() == null ? before : line.current();
        BigDecimal awarded = given != null && given.awarded() != null ? given.awarded() : line.awarded();
        boolean late =
                line.lateOverride() || (plan.state() == PlanState.SCORED && before.isGiven() && !same(before, now));
        String comment = given != null && given.comment() != null
                ? given.comment().strip()
                : line.managerEstimate().comment();
        return new ScoreWriter.Final(line.id(), now.value(), now.level(), awarded, comment, late);
    }

    private static boolean same(Assessed one, Assessed other) {
        boolean numbers = one.value() == null || other.value() == null
                ? one.value() == other.value()
                : one.value().compareTo(other.value()) == 0;
        return numbers && Objects.equals(one.level(), other.level());
    }

    private static boolean differs(PlanObjective line, ScoreWriter.Final settled) {
        Attainment own = Reached.attainment(line.terms(), line.employeeEstimate());
        Attainment last = Reached.attainment(line.terms(), settled.assessed());
        return own != null
                && last != null
                && own.value().subtract(last.value()).abs().compareTo(TEN_POINTS) > 0;
    }

    /** Whether the employee's estimate of some line is more than ten points from the score. */
    static boolean estimatesDiffer(Plan plan) {
        return plan.objectives().stream().anyMatch(line -> {
            Attainment own = Reached.attainment(line.terms(), line.employeeEstimate());
            return own != null
                    && line.attainment() != null
                    && own.value().subtract(line.attainment()).abs().compareTo(TEN_POINTS) > 0;
        });
    }

    /** SCORED → DISPUTED, by the employee within ten days. */
    public Plan dispute(Viewer viewer, UUID id, @Nullable String reason) {
        Plan plan = reader.locked(id);
        Plans.refuseUnless(plan.partOf(viewer), Plan.Part.EMPLOYEE);
        PlanLife.require(plan, "disputed", PlanState.SCORED);
        LocalDate scoredOn = Objects.requireNonNull(plan.scoredOn());
        if (!PlanLife.mayDispute(scoredOn, clock.today())) {
            throw MboProblem.DISPUTE_WINDOW_OVER
                    .saying("The score of " + scoredOn + " could be disputed until "
                            + scoredOn.plusDays(PlanLife.DISPUTE_DAYS) + ".")
                    .exception();
        }
        String why = needed("reason", reason);
        scores.dispute(plan, viewer.id(), clock.today(), why);
        writer.state(plan, PlanState.DISPUTED, null);
        journal.record(entry(plan, "plan.disputed", "disputed the score", why));
        return reader.one(id);
    }

    /** DISPUTED → SCORED, by HR, with other final values where they see it so. */
    public Plan resolve(Viewer viewer, UUID id, @Nullable String resolution, @Nullable List<ObjectiveValue> values) {
        Plan plan = reader.locked(id);
        Plans.refuseUnless(plan.partOf(viewer), Plan.Part.HR);
        PlanLife.require(plan, "resolved", PlanState.DISPUTED);
        String how = needed("resolution", resolution);
        Map<UUID, ObjectiveValue> checked = ValueCheck.check(plan, values);
        List<ScoreWriter.Final> finals = overridden(plan, checked);
        elevation.<@Nullable Object>asSystem("Cairn", () -> {
            scores.settle(finals);
            scores.resolve(plan, viewer.id(), clock.today(), how);
            writer.resolved(plan, changes(plan, finals) ? viewer.id() : plan.scoredBy());
            return null;
        });
        journal.record(entry(plan, "plan.resolved", "resolved the dispute", how).after(finals));
        return reader.one(id);
    }

    /** What HR sees otherwise; who holds a pool alone gives out of it. */
    private static List<ScoreWriter.Final> overridden(Plan plan, Map<UUID, ObjectiveValue> checked) {
        List<ScoreWriter.Final> finals = new ArrayList<>();
        for (int i = 0; i < plan.objectives().size(); i++) {
            PlanObjective line = plan.objectives().get(i);
            if (!checked.containsKey(line.id())) {
                continue;
            }
            ScoreWriter.Final now = settled(plan, line, checked.get(line.id()));
            if (now.givesOtherThan(line)) {
                throw MboProblem.POOL_HOLDER_GIVES
                        .at("objectives[" + i + "].awarded")
                        .exception();
            }
            finals.add(same(line.finalValue(), now.assessed()) ? now : now.overridden());
        }
        return finals;
    }

    private static boolean changes(Plan plan, List<ScoreWriter.Final> finals) {
        return plan.objectives().stream()
                .anyMatch(line -> finals.stream()
                        .anyMatch(now -> now.id().equals(line.id()) && !same(line.finalValue(), now.assessed())));
    }

    private static String needed(String field, @Nullable String text) {
        Texts texts = new Texts();
        String plain = texts.needed(field, text, 1, LONGEST);
        texts.refuseIfAny();
        return plain;
    }

    private static Entry entry(Plan plan, String action, String summary, String reason) {
        return Plans.entry(plan, action, summary).reason(reason);
    }
}
