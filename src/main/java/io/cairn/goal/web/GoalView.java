package io.cairn.goal.web;

import io.cairn.goal.Goal;
import io.cairn.goal.GoalStatus;
import io.cairn.goal.Measure;
import io.cairn.goal.Pacing;
import io.cairn.goal.Ref;
import io.cairn.kernel.Display;
import io.cairn.web.part.Point;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A goal as pages show it.
 *
 * @param measures those that are not cancelled
 * @param confidences the mean confidence at the end of each of the last weeks, oldest first
 */
public record GoalView(Goal goal, List<MeasureView> measures, List<Integer> confidences, LocalDate today) {

    public String href() {
        return "/objectives/" + goal.id();
    }

    public boolean isDraft() {
        return goal.state() == GoalStatus.DRAFT;
    }

    public boolean hasFigures() {
        return goal.figuresOn() != null && goal.progress() != null;
    }

    public String percent() {
        return Percent.of(goal.progress(), goal.achieved(), goal.noData());
    }

    public String expected() {
        return Percent.of(goal.expected());
    }

    public String progressLabel() {
        return Percent.label(goal.progress(), goal.expected(), goal.achieved(), goal.noData());
    }

    public String grade() {
        return Display.grade(goal.suggestedGrade());
    }

    /** Progress as a multiple of what is expected; a dash where nothing is. */
    public String pace() {
        BigDecimal progress = goal.progress();
        BigDecimal expected = goal.expected();
        BigDecimal ratio = progress == null || expected == null ? null : Pacing.ratio(progress, expected);
        return ratio == null
                ? Display.NONE
                : ratio.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    /** What the mark shows: the state where it says more than the health. */
    public @Nullable String mark() {
        return switch (goal.state()) {
            case DRAFT, ON_HOLD, CANCELLED -> goal.state().name();
            case CLOSED -> goal.achieved() ? "ACHIEVED" : "MISSED";
            case ACTIVE, SCORING -> goal.health() == null ? null : goal.health().name();
        };
    }

    public boolean stale() {
        return goal.stale() && (goal.state() == GoalStatus.ACTIVE || goal.state() == GoalStatus.SCORING);
    }

    /** The mean of its key results' latest confidence. */
    public @Nullable Integer confidence() {
        return mean(measures.stream()
                .map(MeasureView::measure)
                .map(Measure::confidence)
                .filter(Objects::nonNull)
                .toList());
    }

    static @Nullable Integer mean(List<Integer> values) {
        return values.isEmpty()
                ? null
                : new BigDecimal(values.stream().mapToInt(Integer::intValue).sum())
                        .divide(BigDecimal.valueOf(values.size()), 0, RoundingMode.HALF_UP)
                        .intValue();
    }

    public String confidenceLabel() {
        return "Confidence by week: "
                + confidences.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** {@code shared with Sales, Finance}; null where it is not. */
    public @Nullable String sharedWith() {
        return goal.sharedTeams().isEmpty()
                ? null
                : "shared with " + goal.sharedTeams().stream().map(Ref::name).collect(Collectors.joining(", "));
    }

    /** The days on which anything was reported, latest first. */
    public List<LocalDate> days() {
        return measures.stream()
                .flatMap(measure -> measure.actual().stream())
                .map(Point::day)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    public String explain(String figure) {
        return href() + "/explanation?figure=" + figure;
    }
}
