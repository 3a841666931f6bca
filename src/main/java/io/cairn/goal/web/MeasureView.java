package io.cairn.goal.web;

import io.cairn.goal.Goal;
import io.cairn.goal.HitRate;
import io.cairn.goal.Measure;
import io.cairn.goal.MeasureKind;
import io.cairn.kernel.Display;
import io.cairn.web.part.Point;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A measure as pages show it: in words, and as the lines to draw.
 *
 * @param plan up to the due day
 * @param parts of a hit rate's window; empty for every other kind
 */
public record MeasureView(
        Goal goal, Measure measure, List<Point> actual, List<Point> plan, List<HitRate.Part> parts, LocalDate today) {

    public String way() {
        return MeasureWords.way(measure, today);
    }

    /** The promise beside the current value. */
    public String wayInFull() {
        String due = measure.dueOn() == null || measure.dueOn().equals(goal.endsOn())
                ? ""
                : " by " + Days.shown(measure.dueOn(), today);
        return switch (measure.kind()) {
            case INCREASE, DECREASE, KPI_LINKED ->
                measure.baseline() == null || measure.target() == null
                        ? way()
                        : "from " + way().replace(" → ", " to ") + due;
            case MAINTAIN -> MeasureWords.isHitRate(measure) ? "times " + way() : way();
            case RANGE, MILESTONE, BOOLEAN -> way();
            case RUBRIC -> way() + due;
        };
    }

    public String expected() {
        return Percent.of(measure.expected());
    }

    public KeptStrip strip() {
        return KeptStrip.of(parts, today);
    }

    /** What was reported on a day, the last of several; empty where nothing was. */
    public String valueOn(LocalDate day) {
        return actual.stream()
                .filter(point -> point.day().equals(day))
                .reduce((first, second) -> second)
                .map(point -> valued(point.value()))
                .orElse("");
    }

    private String valued(BigDecimal value) {
        return switch (measure.kind()) {
            case MILESTONE, RUBRIC -> MeasureWords.share(value);
            case BOOLEAN -> value.signum() > 0 ? "yes" : "no";
            case INCREASE, DECREASE, KPI_LINKED, MAINTAIN, RANGE -> Display.value(value, measure.unit());
        };
    }

    public MeasureWords.Shown now() {
        return MeasureWords.now(measure);
    }

    public boolean hasFigures() {
        return goal.figuresOn() != null && measure.progress() != null;
    }

    public String percent() {
        return Percent.of(measure.progress(), measure.achieved(), measure.noData());
    }

    public @Nullable String health() {
        return measure.health() == null ? null : measure.health().name();
    }

    /** The plan as far as a sparkline shows it. */
    public List<Point> planSoFar() {
        return MeasurePoints.until(plan, today);
    }

    public boolean drawn() {
        return measure.kind() != MeasureKind.BOOLEAN && actual.size() > 1;
    }

    /** What stands where a sparkline would be. */
    public String instead() {
        if (measure.kind() == MeasureKind.BOOLEAN) {
            return "yes / no";
        }
        return switch (measure.checkIns()) {
            case 0 -> "no check-in";
            case 1 -> "1 check-in";
            default -> measure.checkIns() + " check-ins";
        };
    }

    public String trend() {
        return "%s: %s, last %s"
                .formatted(
                        measure.name(),
                        MeasureWords.counted(measure.checkIns(), "check-in"),
                        MeasureWords.reported(measure));
    }

    public String progressLabel() {
        return Percent.label(measure.progress(), measure.expected(), measure.achieved(), measure.noData());
    }

    public @Nullable String planned() {
        BigDecimal planned = MeasurePoints.plannedOn(goal, measure, today);
        return planned == null || hasNothingBut(planned) ? null : "plan " + Display.number(rounded(planned));
    }

    private boolean hasNothingBut(BigDecimal planned) {
        return measure.current() != null && measure.current().compareTo(rounded(planned)) == 0;
    }

    private static BigDecimal rounded(BigDecimal value) {
        int digits = value.abs().compareTo(BigDecimal.TEN) < 0
                ? 2
                : value.abs().compareTo(new BigDecimal("1000")) < 0 ? 1 : 0;
        return value.setScale(digits, RoundingMode.HALF_UP);
    }

    public List<Point> lower() {
        return MeasurePoints.lower(goal, measure);
    }

    public @Nullable String least() {
        return measure.low() == null ? null : Display.value(measure.low(), measure.unit());
    }

    public @Nullable String target() {
        BigDecimal target = lower().isEmpty() ? measure.target() : measure.high();
        return target == null ? null : Display.value(target, measure.unit());
    }

    /** What the chart says to those who do not see it. */
    public String chart() {
        String planned = planned();
        return "%s: actual %s%s%s"
                .formatted(
                        measure.name(),
                        MeasureWords.reported(measure),
                        planned == null ? "" : ", " + planned.replace("plan", "planned") + " today",
                        target() == null
                                ? ""
                                : ", target " + target()
                                        + (measure.dueOn() == null ? "" : " on " + Days.full(measure.dueOn())));
    }

    public boolean charted() {
        return switch (measure.kind()) {
            case INCREASE, DECREASE, KPI_LINKED, RANGE -> true;
            case MAINTAIN -> !MeasureWords.isHitRate(measure);
            case MILESTONE, BOOLEAN, RUBRIC -> false;
        };
    }

    public String explain(String figure) {
        return "/measures/" + measure.id() + "/explanation?figure=" + figure;
    }
}
