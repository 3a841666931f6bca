package io.cairn.goal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A goal as its figures need it.
 *
 * @param activatedOn null for a draft, which is never stale
 * @param heldOn since when it is on hold, which freezes expected and pace at that day; null when it is not
 * @param cadenceDays how often its measures are to be checked in
 * @param guardrailRed whether a guardrail metric is red, which keeps health at AT_RISK at best
 * @param manualProgress progress set by hand, 0..1; read in mode MANUAL only
 */
public record GoalState(
        LocalDate startsOn,
        LocalDate endsOn,
        @Nullable LocalDate activatedOn,
        @Nullable LocalDate heldOn,
        int cadenceDays,
        ProgressMode progressMode,
        NoDataPolicy noDataPolicy,
        @Nullable BigDecimal manualProgress,
        List<MeasureState> measures,
        List<AlignedGoal> aligned,
        boolean guardrailRed) {

    /** A goal without guardrails. */
    public GoalState(
            LocalDate startsOn,
            LocalDate endsOn,
            @Nullable LocalDate activatedOn,
            @Nullable LocalDate heldOn,
            int cadenceDays,
            ProgressMode progressMode,
            NoDataPolicy noDataPolicy,
            @Nullable BigDecimal manualProgress,
            List<MeasureState> measures,
            List<AlignedGoal> aligned) {
        this(
                startsOn,
                endsOn,
                activatedOn,
                heldOn,
                cadenceDays,
                progressMode,
                noDataPolicy,
                manualProgress,
                measures,
                aligned,
                false);
    }

    public GoalState {
        measures = List.copyOf(measures);
        aligned = List.copyOf(aligned);
    }

    public boolean onHold() {
        return heldOn != null;
    }

    /** The day for which figures made on {@code today} hold. */
    LocalDate figuresOn(LocalDate today) {
        return heldOn != null && heldOn.isBefore(today) ? heldOn : today;
    }
}
