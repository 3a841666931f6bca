package io.cairn.framework.mbo;

import io.cairn.kernel.ProblemException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** The days and states between which a plan moves (frameworks 2.3). */
final class PlanLife {
    /** A plan is measured from so many days before its end on. */
    static final int MEASURE_DAYS = 14;

    /** A score can be disputed for so many days. */
    static final int DISPUTE_DAYS = 10;

    private PlanLife() {}

    static LocalDate measuredFrom(LocalDate endsOn) {
        return endsOn.minusDays(MEASURE_DAYS);
    }

    /** Where a plan that both have signed stands on a day. */
    static PlanState running(LocalDate startsOn, LocalDate endsOn, LocalDate today) {
        if (today.isBefore(startsOn)) {
            return PlanState.AGREED;
        }
        return today.isBefore(measuredFrom(endsOn)) ? PlanState.ACTIVE : PlanState.MEASURE;
    }

    /** Whether more than half of the period is over, after which HR approves a change too. */
    static boolean halfOver(LocalDate startsOn, LocalDate endsOn, LocalDate today) {
        long days = ChronoUnit.DAYS.between(startsOn, endsOn) + 1;
        long gone = ChronoUnit.DAYS.between(startsOn, today) + 1;
        return gone * 2 > days;
    }

    static boolean mayDispute(LocalDate scoredOn, LocalDate today) {
        return !today.isAfter(scoredOn.plusDays(DISPUTE_DAYS));
    }

    /** @throws ProblemException PLAN_STATE where the plan is in none of these states */
    static void require(Plan plan, String done, PlanState... any) {
        if (!List.of(any).contains(plan.state())) {
            throw wrong(plan, done);
        }
    }

    static ProblemException wrong(Plan plan, String done) {
        return MboProblem.PLAN_STATE
                .saying("A plan in the state “%s” is not %s."
                        .formatted(plan.state().label().toLowerCase(Locale.ROOT), done))
                .exception();
    }
}
