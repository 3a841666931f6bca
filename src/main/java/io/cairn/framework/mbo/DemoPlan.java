package io.cairn.framework.mbo;

import io.cairn.goal.Level;
import io.cairn.incentive.AttainmentBasis;
import io.cairn.kernel.Comparator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A plan of the demo company: who agreed on what, when, and what it came to.
 *
 * @param signedOn null while the employee has not answered
 * @param scoredOn null while it runs
 */
record DemoPlan(
        String employee,
        PlanPeriod period,
        LocalDate startsOn,
        LocalDate endsOn,
        LocalDate offeredOn,
        @Nullable LocalDate signedOn,
        @Nullable LocalDate scoredOn,
        List<Line> lines) {

    /** Somebody's estimate or report on a day. */
    record Said(LocalDate on, String value, String note) {}

    /**
     * A line of it.
     *
     * @param serves the title of the objective it supports
     * @param metric the KPI its values come from
     * @param reports check-ins of the employee, in the order of time
     * @param result what it was scored at: a value or a level
     */
    record Line(
            String title,
            String weight,
            AttainmentBasis basis,
            String unit,
            @Nullable String baseline,
            @Nullable String target,
            @Nullable Comparator comparator,
            String segment,
            @Nullable String serves,
            @Nullable String metric,
            List<Said> reports,
            @Nullable String estimate,
            @Nullable String result) {

        static Line of(String title, String weight, AttainmentBasis basis, String unit) {
            return new Line(title, weight, basis, unit, null, null, null, "", null, null, List.of(), null, null);
        }

        Line from(String newBaseline, Comparator newComparator, String newTarget) {
            return new Line(
                    title,
                    weight,
                    basis,
                    unit,
                    newBaseline,
                    newTarget,
                    newComparator,
                    segment,
                    serves,
                    metric,
                    reports,
                    estimate,
                    result);
        }

        Line target(String newTarget) {
            return new Line(
                    title,
                    weight,
                    basis,
                    unit,
                    baseline,
                    newTarget,
                    comparator,
                    segment,
                    serves,
                    metric,
                    reports,
                    estimate,
                    result);
        }

        Line in(String newSegment) {
            return new Line(
                    title,
                    weight,
                    basis,
                    unit,
                    baseline,
                    target,
                    comparator,
                    newSegment,
                    serves,
                    metric,
                    reports,
                    estimate,
                    result);
        }

        Line serving(String objective) {
            return new Line(
                    title,
                    weight,
                    basis,
                    unit,
                    baseline,
                    target,
                    comparator,
                    segment,
                    objective,
                    metric,
                    reports,
                    estimate,
                    result);
        }

        Line following(String newMetric) {
            return new Line(
                    title,
                    weight,
                    basis,
                    unit,
                    baseline,
                    target,
                    comparator,
                    segment,
                    serves,
                    newMetric,
                    reports,
                    estimate,
                    result);
        }

        Line reported(Said... said) {
            return new Line(
                    title,
                    weight,
                    basis,
                    unit,
                    baseline,
                    target,
                    comparator,
                    segment,
                    serves,
                    metric,
                    List.of(said),
                    estimate,
                    result);
        }

        Line settled(String newEstimate, String newResult) {
            return new Line(
                    title,
                    weight,
                    basis,
                    unit,
                    baseline,
                    target,
                    comparator,
                    segment,
                    serves,
                    metric,
                    reports,
                    newEstimate,
                    newResult);
        }

        boolean inLevels() {
            return basis == AttainmentBasis.RUBRIC;
        }

        ObjectiveContent content(Function<String, UUID> objectives, Function<String, UUID> metrics) {
            return new ObjectiveContent(
                    null,
                    title,
                    null,
                    new BigDecimal(weight),
                    inLevels() ? Measurement.QUALITATIVE : Measurement.QUANTITATIVE,
                    ObjectiveScope.INDIVIDUAL,
                    null,
                    segment,
                    basis,
                    unit,
                    number(baseline),
                    number(target),
                    comparator,
                    metric == null ? null : metrics.apply(metric),
                    null,
                    null,
                    null,
                    inLevels() ? LEVELS : null,
                    null,
                    null,
                    null,
                    serves == null ? null : List.of(objectives.apply(serves)),
                    null);
        }

        static @Nullable BigDecimal number(@Nullable String text) {
            return text == null ? null : new BigDecimal(text);
        }
    }

    private static final List<Level> LEVELS = List.of(
            new Level("Not yet", BigDecimal.ZERO, "No habit that others could rely on."),
            new Level("Mostly", new BigDecimal("0.8"), "Every second week at least, with notes."),
            new Level("As agreed", BigDecimal.ONE, "Every week, with notes and a next step."),
            new Level("Beyond", new BigDecimal("1.2"), "Every week, and others in the team do it too."));
}
