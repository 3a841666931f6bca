package io.cairn.goal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Whether nobody has looked after a measure for more than two cadences (frameworks 1.0 and 1.7); one that follows a metric is
 * stale when the metric is.
 */
public final class Staleness {
    private Staleness() {}

    /** A draft, a goal on hold and what is achieved or cancelled are never stale. */
    public static boolean of(GoalState goal, MeasureState measure, boolean achieved, LocalDate day) {
        if (achieved || measure.cancelled() || goal.onHold()) {
            return false;
        }
        if (measure.nextValueOn() != null) {
            return goal.activatedOn() != null && !day.isBefore(measure.nextValueOn());
        }
        var since = since(goal, measure);
        return since != null && ChronoUnit.DAYS.between(since, day) > limit(goal);
    }

    static long limit(GoalState goal) {
        return 2L * goal.cadenceDays();
    }

    /** The latest check-in, or the day from which one could be made; null for a draft. */
    static @Nullable LocalDate since(GoalState goal, MeasureState measure) {
        var activatedOn = goal.activatedOn();
        if (activatedOn == null) {
            return null;
        }
        if (measure.checkedInOn() != null) {
            return measure.checkedInOn();
        }
        return activatedOn.isBefore(goal.startsOn()) ? goal.startsOn() : activatedOn;
    }
}
