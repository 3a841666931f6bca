package io.cairn.metric.web;

import io.cairn.kernel.Decimals;
import io.cairn.kernel.Explained;
import io.cairn.kernel.Explained.Input;
import io.cairn.kernel.Explained.Step;
import io.cairn.kernel.GeneralProblem;
import io.cairn.metric.MetricFigures;
import io.cairn.metric.MetricHistory.Entry;
import io.cairn.metric.MetricSheet;
import io.cairn.metric.MetricStatus;
import io.cairn.metric.MetricStory;
import io.cairn.metric.MetricTarget;
import io.cairn.metric.MetricWords;
import io.cairn.metric.ProcessBehaviour;
import io.cairn.metric.StatusRule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says of each figure of a metric how it came about. */
final class MetricExplanations {
    private final MetricStory story;
    private final MetricSheet sheet;
    private final MetricFigures figures;
    private final LocalDate today;

    MetricExplanations(MetricStory story, LocalDate today) {
        this.story = story;
        this.sheet = story.metric().sheet();
        this.figures = story.metric().figures();
        this.today = today;
    }

    /** What a metric's page explains. */
    enum Figure {
        STATUS,
        SCORE,
        CHANGE,
        YEAR,
        LIMITS,
        TOTAL
    }

    /** @param period of which the status is asked; the newest with a value when null */
    MetricExplanationPage of(Figure figure, @Nullable LocalDate period) {
        return switch (figure) {
            case STATUS -> status(period);
            case SCORE -> score();
            case CHANGE -> change("Against the period before", figures.previous(), "Before");
            case YEAR -> change("Against a year ago", figures.yearAgo(), "A year ago");
            case LIMITS -> limits();
            case TOTAL -> total();
        };
    }

    private MetricExplanationPage status(@Nullable LocalDate period) {
        LocalDate start = period == null ? figures.periodStart() : period;
        Entry entry = start == null ? null : story.entry(start);
        if (period != null && entry == null) {
            throw GeneralProblem.NOT_FOUND.exception();
        }
        MetricTarget target = entry == null ? null : story.targetOn(entry.periodEnd());
        Explained<MetricStatus> judged =
                StatusRule.explain(sheet.direction(), target, entry == null ? null : entry.value());
        boolean stale = period == null && figures.status() == MetricStatus.STALE;
        MetricStatus said = stale ? MetricStatus.STALE : judged.value();
        return page(
                "Why “" + said.label().toLowerCase(java.util.Locale.ROOT) + "”?",
                stale ? overdue(judged) : judged,
                "",
                start);
    }

    private Explained<MetricStatus> overdue(Explained<MetricStatus> judged) {
        return new Explained<>(
                judged.value(),
                judged.formula(),
                "The next value is overdue since %s. %s"
                        .formatted(Days.shown(Objects.requireNonNull(figures.staleOn()), today), judged.sentence()),
                judged.inputs(),
                judged.steps());
    }

    private MetricExplanationPage score() {
        BigDecimal value = needed(figures.value());
        BigDecimal score = needed(figures.score());
        BigDecimal green = needed(figures.target());
        MetricTarget target = story.targetOn(needed(figures.asOf()));
        BigDecimal red = needed(target == null ? null : target.amberLimit());
        var explained = new Explained<>(
                score,
                "metric.score",
                "Where the value lies between red and green: 33 where red becomes near, 67 at the target.",
                List.of(input("value", "Value", value), input("green", "Target", green), input("red", "Red from", red)),
                List.of(
                        new Step("width", "From red to green", "green - red", green.subtract(red)),
                        new Step(
                                "score",
                                "Score, held within 0 and 100",
                                "max(0, min(100, (value - red + width) / (width * 3) * 100))",
                                score)));
        return page(
                "Why a score of " + MetricWords.number(score, 0) + "?",
                explained,
                MetricWords.number(score, 0),
                figures.periodStart());
    }

    private MetricExplanationPage change(String heading, @Nullable BigDecimal before, String label) {
        BigDecimal value = needed(figures.value());
        BigDecimal from = needed(before);
        var explained = new Explained<>(
                value.subtract(from),
                "metric.change",
                "The value less the one it is held against.",
                List.of(input("value", "Value", value), input("before", label, from)),
                List.of(new Step("change", "Change", "value - before", Decimals.plain(value.subtract(from)))));
        return page(heading, explained, MetricWords.change(from, value, sheet), figures.periodStart());
    }

    private MetricExplanationPage limits() {
        ProcessBehaviour behaviour = needed(story.behaviour());
        List<Input> inputs = new ArrayList<>();
        inputs.add(new Input("points", "Values they rest on", String.valueOf(behaviour.baseline())));
        inputs.add(input("mean", "Mean of these values", behaviour.mean()));
        inputs.add(input("range", "Average step from one to the next", behaviour.averageMovingRange()));
        boolean floored = behaviour.lowerLimit().signum() == 0;
        var explained = new Explained<>(
                behaviour.upperLimit(),
                "metric.limits",
                "Between these limits a value goes up and down by itself; only what lies outside asks for an answer."
                        + (behaviour.provisional() ? " They are provisional until there are 20 values." : ""),
                inputs,
                List.of(
                        new Step("upper", "Upper limit", "mean + 2.66 * range", behaviour.upperLimit()),
                        new Step(
                                "lower",
                                "Lower limit",
                                floored ? "max(0, mean - 2.66 * range)" : "mean - 2.66 * range",
                                behaviour.lowerLimit()),
                        new Step("jump", "Largest usual step", "3.27 * range", behaviour.rangeLimit())));
        return page("What is usual?", explained, "", story.behaviourFrom());
    }

    private MetricExplanationPage total() {
        var total = story.toDate();
        String periods = total.present() + " of " + total.wanted() + " periods since "
                + Days.shown(story.yearFrom(), today) + " have a value.";
        var explained = new Explained<@Nullable BigDecimal>(
                total.value(),
                "metric.total",
                total.aggregation().label() + " of the year so far. " + periods,
                List.of(new Input("total", "Together", MetricWords.value(total.value(), sheet))),
                List.of());
        return page("The year so far", explained, "", figures.periodStart());
    }

    private static Input input(String name, String label, BigDecimal value) {
        return new Input(name, label, Decimals.plain(value).toPlainString());
    }

    /** A figure that the metric does not have has no explanation. */
    private static <T> T needed(@Nullable T figure) {
        if (figure == null) {
            throw GeneralProblem.NOT_FOUND.exception();
        }
        return figure;
    }

    private MetricExplanationPage page(
            String heading, Explained<?> explained, String shown, @Nullable LocalDate period) {
        return new MetricExplanationPage(
                story.metric(),
                heading,
                explained,
                shown,
                period == null ? "" : MetricWords.period(sheet.frequency(), period, today));
    }
}
