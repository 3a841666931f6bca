package io.cairn.goal;

import io.cairn.kernel.Comparator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a measure promises. A draft may leave anything out; {@link MeasureRules} says what is missing or wrong.
 *
 * @param low the lower end of a range or band, {@code high} its upper end
 * @param floor the value below {@code low} at which a range has no progress left; one range's width below when null
 * @param ceiling the same above {@code high}; see {@code openAbove}
 * @param openAbove whether a range has no upper penalty at all
 * @param expectedCheckIns how many check-ins a hit rate is taken over
 * @param dueOn the goal's last day when null
 */
public record MeasureTerms(
        MeasureKind kind,
        @Nullable Comparator comparator,
        @Nullable BigDecimal baseline,
        @Nullable BigDecimal target,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        @Nullable BigDecimal floor,
        @Nullable BigDecimal ceiling,
        boolean openAbove,
        MaintainMode mode,
        @Nullable Integer expectedCheckIns,
        Counting counting,
        Profile profile,
        List<PlanPoint> planPoints,
        List<Milestone> milestones,
        List<Level> levels,
        BigDecimal weight,
        @Nullable LocalDate dueOn) {

    public MeasureTerms {
        planPoints = List.copyOf(planPoints);
        milestones = List.copyOf(milestones);
        levels = List.copyOf(levels);
    }

    /** A measure of this kind with everything usual and nothing promised yet. */
    public static MeasureTerms of(MeasureKind kind) {
        return new MeasureDraft(kind).terms();
    }

    /** From a baseline to a target; the kind follows from which is larger. */
    public static MeasureTerms from(BigDecimal baseline, Comparator comparator, BigDecimal target) {
        var kind = target.compareTo(baseline) < 0 ? MeasureKind.DECREASE : MeasureKind.INCREASE;
        return new MeasureDraft(kind).way(baseline, comparator, target).terms();
    }

    public static MeasureTerms range(BigDecimal low, BigDecimal high) {
        return new MeasureDraft(MeasureKind.RANGE).band(low, high).terms();
    }

    public static MeasureTerms milestones(List<Milestone> milestones) {
        return new MeasureDraft(MeasureKind.MILESTONE).milestones(milestones).terms();
    }

    /** These terms as a draft, to change some of them. */
    public MeasureDraft draft() {
        return new MeasureDraft(this);
    }

    /** The day this measure is due in a goal that ends on that day. */
    public LocalDate dueOn(LocalDate goalEndsOn) {
        return dueOn == null ? goalEndsOn : dueOn;
    }

    /** Whether a value keeps the promise; false while the promise is incomplete. */
    public boolean meets(BigDecimal value) {
        if (kind == MeasureKind.RANGE || comparator == Comparator.BETWEEN) {
            return low != null && value.compareTo(low) >= 0 && belowHigh(value);
        }
        return comparator != null && target != null && comparator.holds(value, target);
    }

    private boolean belowHigh(BigDecimal value) {
        return openAbove || (high != null && value.compareTo(high) <= 0);
    }
}
