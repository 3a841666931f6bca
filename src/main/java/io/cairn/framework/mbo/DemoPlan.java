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

    /** What is asked for. */
    record Asked(
            @Nullable String baseline,
            @Nullable Comparator comparator,
            @Nullable String target) {}

    /**
     * What it hangs together with.
     *
     * @param serves the title of the objective it supports
     * @param metric the KPI its values come from
     */
    record Around(
            String segment,
            @Nullable String serves,
            @Nullable String metric) {}

    /**
     * What becomes of it.
     *
     * @param reports check-ins of the employee, in the order of time
     * @param result what it was scored at: a value or a level
     */
    record Story(
            List<Said> reports,
            @Nullable String estimate,
            @Nullable String result) {}

    /** A line of it. */
    record Line(
            String title, String weight, AttainmentBasis basis, String unit, Asked asked, Around around, Story story) {

        static Line of(String title, String weight, AttainmentBasis basis, String unit) {
            return new Line(
                    title,
                    weight,
                    basis,
                    unit,
                    new Asked(null, null, null),
                    new Around("", null, null),
                    new Story(List.of(), null, null));
        }

        private Line with(Asked newAsked) {
            return new Line(title, weight, basis, unit, newAsked, around, story);
        }

        private Line with(Around newAround) {
            return new Line(title, weight, basis, unit, asked, newAround, story);
        }

        private Line with(Story newStory) {
            return new Line(title, weight, basis, unit, asked, around, newStory);
        }

        Line from(String baseline, Comparator comparator, String target) {
            return with(new Asked(baseline, comparator, target));
        }

        Line target(String target) {
            return with(new Asked(asked.baseline(), asked.comparator(), target));
        }

        Line in(String segment) {
            return with(new Around(segment, around.serves(), around.metric()));
        }

        Line serving(String objective) {
            return with(new Around(around.segment(), objective, around.metric()));
        }

        Line following(String metric) {
            return with(new Around(around.segment(), around.serves(), metric));
        }

        Line reported(Said... said) {
            return with(new Story(List.of(said), story.estimate(), story.result()));
        }

        Line settled(String estimate, String result) {
            return with(new Story(story.reports(), estimate, result));
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
                    around.segment(),
                    basis,
                    unit,
                    number(asked.baseline()),
                    number(asked.target()),
                    asked.comparator(),
                    around.metric() == null ? null : metrics.apply(around.metric()),
                    null,
                    null,
                    null,
                    inLevels() ? LEVELS : null,
                    null,
                    null,
                    null,
                    around.serves() == null ? null : List.of(objectives.apply(around.serves())),
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
