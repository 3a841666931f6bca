package io.cairn.goal;

import io.cairn.kernel.Comparator;
import io.cairn.kernel.Needed;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person writes down of a measure.
 *
 * @param relativeTarget instead of {@code target}: the change as a ratio of the baseline (0.15 for 15 %); a DECREASE reduces
 * @param metricId the metric that one of kind KPI_LINKED follows; its baseline is then the metric's before the goal when null
 * @param profile the kind's usual one when null
 */
public record MeasureContent(
        @Needed @Nullable String name,
        @Nullable MeasureKind kind,
        @Nullable Nature nature,
        @Nullable String unit,
        @Nullable BigDecimal baseline,
        @Nullable BigDecimal target,
        @Nullable BigDecimal relativeTarget,
        @Nullable Comparator comparator,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        @Nullable BigDecimal floor,
        @Nullable BigDecimal ceiling,
        @Nullable Boolean openAbove,
        @Nullable MaintainMode mode,
        @Nullable Integer expectedCheckIns,
        @Nullable Counting counting,
        @Nullable Profile profile,
        @Nullable List<PlanPoint> planPoints,
        @Nullable List<Milestone> milestones,
        @Nullable List<Level> levels,
        @Nullable BigDecimal weight,
        @Nullable LocalDate dueOn,
        @Nullable UUID ownerId,
        @Nullable String evidenceUrl,
        @Nullable UUID metricId) {

    /** One of which nothing but its name is known. */
    public static MeasureContent named(@Nullable String name) {
        return new MeasureContent(
                name, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null, null, null, null, null);
    }

    /** One that people check in. */
    public MeasureContent(
            @Nullable String name,
            @Nullable MeasureKind kind,
            @Nullable Nature nature,
            @Nullable String unit,
            @Nullable BigDecimal baseline,
            @Nullable BigDecimal target,
            @Nullable BigDecimal relativeTarget,
            @Nullable Comparator comparator,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            @Nullable BigDecimal floor,
            @Nullable BigDecimal ceiling,
            @Nullable Boolean openAbove,
            @Nullable MaintainMode mode,
            @Nullable Integer expectedCheckIns,
            @Nullable Counting counting,
            @Nullable Profile profile,
            @Nullable List<PlanPoint> planPoints,
            @Nullable List<Milestone> milestones,
            @Nullable List<Level> levels,
            @Nullable BigDecimal weight,
            @Nullable LocalDate dueOn,
            @Nullable UUID ownerId,
            @Nullable String evidenceUrl) {
        this(
                name,
                kind,
                nature,
                unit,
                baseline,
                target,
                relativeTarget,
                comparator,
                low,
                high,
                floor,
                ceiling,
                openAbove,
                mode,
                expectedCheckIns,
                counting,
                profile,
                planPoints,
                milestones,
                levels,
                weight,
                dueOn,
                ownerId,
                evidenceUrl,
                null);
    }

    static MeasureContent of(Measure m) {
        return new MeasureContent(
                m.name(),
                m.kind(),
                m.nature(),
                m.unit(),
                m.baseline(),
                m.relativeTarget() == null ? m.target() : null,
                m.relativeTarget(),
                m.comparator(),
                m.low(),
                m.high(),
                m.floor(),
                m.ceiling(),
                m.openAbove(),
                m.mode(),
                m.expectedCheckIns(),
                m.counting(),
                m.profile(),
                m.planPoints(),
                m.milestones(),
                m.levels(),
                m.weight(),
                m.dueOn(),
                m.owner() == null ? null : m.owner().id(),
                m.evidenceUrl(),
                m.metricId());
    }

    /** What a form of this measure would say: its due day only where it is not the goal's last. */
    public static MeasureContent of(Goal goal, Measure m) {
        return of(m).dueWith(goal);
    }

    /** Due on the goal's last day is due with the goal, whenever that will be. */
    MeasureContent dueWith(Goal goal) {
        return dueOn == null || !dueOn.equals(goal.endsOn()) ? this : due(null);
    }

    private MeasureContent due(@Nullable LocalDate day) {
        return new MeasureContent(
                name,
                kind,
                nature,
                unit,
                baseline,
                target,
                relativeTarget,
                comparator,
                low,
                high,
                floor,
                ceiling,
                openAbove,
                mode,
                expectedCheckIns,
                counting,
                profile,
                planPoints,
                milestones,
                levels,
                weight,
                day,
                ownerId,
                evidenceUrl,
                metricId);
    }

    /** The same with the target itself and no relative change, for one who writes the target anew. */
    public MeasureContent absolute() {
        return new MeasureContent(
                name,
                kind,
                nature,
                unit,
                baseline,
                target,
                null,
                comparator,
                low,
                high,
                floor,
                ceiling,
                openAbove,
                mode,
                expectedCheckIns,
                counting,
                profile,
                planPoints,
                milestones,
                levels,
                weight,
                dueOn,
                ownerId,
                evidenceUrl,
                metricId);
    }

    MeasureKind kindOrUsual() {
        return kind == null ? MeasureKind.INCREASE : kind;
    }

    /** The target itself: given, or made from the baseline and the relative change (frameworks 1.3). */
    @Nullable
    BigDecimal effectiveTarget() {
        if (relativeTarget == null || baseline == null) {
            return target;
        }
        return baseline.signum() == 0 ? target : RelativeTarget.of(kindOrUsual(), baseline, relativeTarget);
    }

    /** The terms as rules read them, with what is usual for the kind filled in. */
    public MeasureTerms terms() {
        MeasureKind kind = kindOrUsual();
        MeasureTerms usual = MeasureTerms.of(kind);
        return new MeasureTerms(
                kind,
                comparator == null ? usual.comparator() : comparator,
                usualBaseline(kind),
                effectiveTarget(),
                low,
                high,
                floor,
                ceiling,
                Boolean.TRUE.equals(openAbove),
                Objects.requireNonNullElse(mode, usual.mode()),
                expectedCheckIns,
                Objects.requireNonNullElse(counting, usual.counting()),
                Objects.requireNonNullElse(profile, usual.profile()),
                Objects.requireNonNullElse(planPoints, usual.planPoints()),
                Objects.requireNonNullElse(milestones, usual.milestones()),
                levels == null || levels.isEmpty() ? usual.levels() : levels,
                Objects.requireNonNullElse(weight, usual.weight()),
                dueOn);
    }

    /** A count starts at nothing when nobody says otherwise. */
    private @Nullable BigDecimal usualBaseline(MeasureKind kind) {
        return baseline == null && kind.directional() && counting == Counting.INCREMENT ? BigDecimal.ZERO : baseline;
    }
}
