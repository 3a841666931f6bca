package io.cairn.goal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.cairn.kernel.Comparator;
import io.cairn.kernel.Ratio;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a goal is measured by, such as a key result: its terms, what the check-ins say now and its figures.
 *
 * @param current the value now; null without a check-in (the baseline is assumed)
 * @param relativeTarget the change that made the target, as a ratio of the baseline (0.15 for 15 %)
 * @param level the rubric level reached
 * @param targets the targets it has had, oldest first; empty while it has its first
 * @param metricId the metric that its values come from; null where people check in
 * @param nextValueOn the first day on which that metric's next value is overdue
 * @param confidenceDropped the last check-ins fell by three or twice in a row
 */
public record Measure(
        UUID id,
        UUID goalId,
        int position,
        String name,
        MeasureKind kind,
        Nature nature,
        String unit,
        @Nullable BigDecimal baseline,
        @Nullable BigDecimal target,
        @Nullable BigDecimal relativeTarget,
        @Nullable Comparator comparator,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        @Nullable BigDecimal floor,
        @Nullable BigDecimal ceiling,
        boolean openAbove,
        @Nullable MaintainMode mode,
        @Nullable Integer expectedCheckIns,
        Counting counting,
        Profile profile,
        List<PlanPoint> planPoints,
        List<Milestone> milestones,
        List<Level> levels,
        BigDecimal weight,
        @Nullable LocalDate dueOn,
        @Nullable Ref owner,
        @Nullable String evidenceUrl,
        boolean cancelled,
        @Nullable BigDecimal current,
        @Nullable String level,
        int hits,
        int checkIns,
        @Nullable Integer confidence,
        @Nullable LocalDate lastCheckInOn,
        @Nullable Health healthOverride,
        @Ratio @Nullable BigDecimal raw,
        @Ratio @Nullable BigDecimal progress,
        boolean achieved,
        boolean noData,
        @Ratio @Nullable BigDecimal expected,
        @Nullable Pace pace,
        @Nullable Health health,
        boolean ahead,
        boolean overdue,
        boolean stale,
        boolean confidenceDropped,
        int version,
        @JsonIgnore List<Target> targets,
        @Nullable UUID metricId,
        @JsonIgnore @Nullable LocalDate nextValueOn) {

    @JsonIgnore
    public MeasureTerms terms() {
        return new MeasureTerms(
                kind,
                comparator,
                baseline,
                target,
                low,
                high,
                floor,
                ceiling,
                openAbove,
                mode == null ? MaintainMode.HIT_RATE : mode,
                expectedCheckIns,
                counting,
                profile,
                planPoints,
                milestones,
                levels,
                weight,
                dueOn);
    }

    /** What the check-ins say, as the figures read it. */
    @JsonIgnore
    public Reading reading() {
        if (checkIns == 0) {
            return Reading.none();
        }
        return new Reading(current, milestones.stream().map(Milestone::done).toList(), level, hits, false);
    }

    @JsonIgnore
    public MeasureState state() {
        return new MeasureState(
                id, name, terms(), reading(), cancelled, lastCheckInOn, confidence, healthOverride, nextValueOn);
    }

    @JsonIgnore
    public boolean lowerIsBetter() {
        return kind == MeasureKind.DECREASE
                || (baseline != null && target != null && kind.directional() && target.compareTo(baseline) < 0);
    }

    /** As it was before these check-ins; a milestone that none of them names was never moved. */
    Measure before(List<CheckIn> reports) {
        Set<String> moved = CheckInStore.done(reports).keySet();
        List<Milestone> untouched = milestones.stream()
                .map(milestone -> moved.contains(milestone.name()) ? milestone.withDone(BigDecimal.ZERO) : milestone)
                .toList();
        return new Measure(
                id,
                goalId,
                position,
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
                untouched,
                levels,
                weight,
                dueOn,
                owner,
                evidenceUrl,
                cancelled,
                null,
                null,
                0,
                0,
                null,
                null,
                null,
                null,
                null,
                false,
                true,
                null,
                null,
                null,
                false,
                false,
                false,
                false,
                version,
                targets,
                metricId,
                nextValueOn);
    }

    Measure with(List<Milestone> newMilestones) {
        return new Measure(
                id,
                goalId,
                position,
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
                newMilestones,
                levels,
                weight,
                dueOn,
                owner,
                evidenceUrl,
                cancelled,
                current,
                level,
                hits,
                checkIns,
                confidence,
                lastCheckInOn,
                healthOverride,
                raw,
                progress,
                achieved,
                noData,
                expected,
                pace,
                health,
                ahead,
                overdue,
                stale,
                confidenceDropped,
                version,
                targets,
                metricId,
                nextValueOn);
    }

    Measure with(MeasureFigures figures) {
        return new Measure(
                id,
                goalId,
                position,
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
                owner,
                evidenceUrl,
                cancelled,
                current,
                level,
                hits,
                checkIns,
                confidence,
                lastCheckInOn,
                healthOverride,
                figures.raw(),
                figures.progress(),
                figures.achieved(),
                figures.noData(),
                figures.expected(),
                figures.pace(),
                figures.health(),
                figures.ahead(),
                figures.overdue(),
                figures.stale(),
                confidenceDropped,
                version,
                targets,
                metricId,
                nextValueOn);
    }

    /**
     * As its metric says.
     *
     * @param start the baseline, which is frozen once the goal is active
     * @param value over the goal's time so far; null without a value in it
     * @param asOf the last day of the newest period
     */
    Measure following(
            @Nullable BigDecimal start,
            @Nullable BigDecimal value,
            int values,
            @Nullable LocalDate asOf,
            @Nullable LocalDate newNextValueOn) {
        return new Measure(
                id,
                goalId,
                position,
                name,
                kind,
                nature,
                unit,
                start,
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
                owner,
                evidenceUrl,
                cancelled,
                value,
                level,
                hits,
                values,
                confidence,
                asOf,
                healthOverride,
                raw,
                progress,
                achieved,
                noData,
                expected,
                pace,
                health,
                ahead,
                overdue,
                stale,
                confidenceDropped,
                version,
                targets,
                metricId,
                newNextValueOn);
    }

    /** Kept for the record, and out of the figures. */
    Measure withdrawn() {
        return new Measure(
                id,
                goalId,
                position,
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
                owner,
                evidenceUrl,
                true,
                current,
                level,
                hits,
                checkIns,
                confidence,
                lastCheckInOn,
                healthOverride,
                raw,
                progress,
                achieved,
                noData,
                expected,
                pace,
                health,
                ahead,
                overdue,
                stale,
                confidenceDropped,
                version + 1,
                targets,
                metricId,
                nextValueOn);
    }

    Measure aiming(@Nullable BigDecimal newTarget) {
        return new Measure(
                id,
                goalId,
                position,
                name,
                kind,
                nature,
                unit,
                baseline,
                newTarget,
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
                owner,
                evidenceUrl,
                cancelled,
                current,
                level,
                hits,
                checkIns,
                confidence,
                lastCheckInOn,
                healthOverride,
                raw,
                progress,
                achieved,
                noData,
                expected,
                pace,
                health,
                ahead,
                overdue,
                stale,
                confidenceDropped,
                version,
                targets,
                metricId,
                nextValueOn);
    }

    Measure faring(MeasureFigures f) {
        return new Measure(
                id,
                goalId,
                position,
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
                owner,
                evidenceUrl,
                cancelled,
                current,
                level,
                hits,
                checkIns,
                confidence,
                lastCheckInOn,
                healthOverride,
                f.raw(),
                f.progress(),
                f.achieved(),
                f.noData(),
                f.expected(),
                f.pace(),
                f.health(),
                f.ahead(),
                f.overdue(),
                f.stale(),
                confidenceDropped,
                version,
                targets,
                metricId,
                nextValueOn);
    }

    /** The target it had on a day: the first one before there was any. */
    public @Nullable BigDecimal targetOn(LocalDate day) {
        Target then = promisedOn(day);
        return then == null ? target : then.target();
    }

    /** The terms as they were on a day. */
    public MeasureTerms termsOn(LocalDate day) {
        Target then = promisedOn(day);
        return then == null
                ? terms()
                : terms().draft()
                        .band(then.low(), then.high())
                        .way(baseline, then.comparator(), then.target())
                        .terms();
    }

    private @Nullable Target promisedOn(LocalDate day) {
        Target then = targets.isEmpty() ? null : targets.getFirst();
        for (Target one : targets) {
            if (!one.fromOn().isAfter(day)) {
                then = one;
            }
        }
        return then;
    }
}
