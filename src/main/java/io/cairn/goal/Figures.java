package io.cairn.goal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A goal's figures and those of its measures on one day, ratios with 18 decimals.
 *
 * @param progress null when nothing counts
 * @param computedProgress what the children say, which differs from progress only when that is set by hand
 * @param stale at least one counting measure is stale
 * @param suggestedGrade null without data
 * @param weakest the counting measure or aligned goal in the worst health, by the furthest behind; null when nothing counts
 * @param measures in the order of the state's measures, cancelled ones included
 */
public record Figures(
        LocalDate on,
        @Nullable BigDecimal progress,
        @Nullable BigDecimal computedProgress,
        @Nullable BigDecimal expected,
        @Nullable Pace pace,
        @Nullable Health health,
        boolean ahead,
        boolean overdue,
        boolean stale,
        boolean achieved,
        boolean noData,
        @Nullable BigDecimal suggestedGrade,
        @Nullable UUID weakest,
        List<MeasureFigures> measures) {

    public Figures {
        measures = List.copyOf(measures);
    }

    /** Everything there is to say about a goal and its measures on a day; a goal on hold stands still at its day. */
    public static Figures of(GoalState goal, LocalDate today) {
        return GoalFigures.of(goal, today).figures();
    }
}
