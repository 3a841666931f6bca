package io.cairn.metric.web;

import io.cairn.kernel.Display;
import io.cairn.metric.Direction;
import io.cairn.metric.MeasurementStatus;
import io.cairn.metric.MetricHistory.Entry;
import io.cairn.metric.MetricSheet;
import io.cairn.metric.MetricStatus;
import io.cairn.metric.MetricStory;
import io.cairn.metric.MetricTarget;
import io.cairn.metric.MetricWords;
import io.cairn.metric.ProcessBehaviour;
import io.cairn.metric.Rule;
import io.cairn.web.part.ProcessChart;
import io.cairn.web.part.ProcessChart.Break;
import io.cairn.web.part.ProcessChart.Content;
import io.cairn.web.part.ProcessChart.Goal;
import io.cairn.web.part.ProcessChart.Limits;
import io.cairn.web.part.ProcessChart.Span;
import io.cairn.web.part.ProcessChart.Step;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says what a metric's process behaviour chart draws. */
final class MetricChart {
    private final MetricStory story;
    private final List<Entry> shown;
    private final LocalDate today;
    private final MetricSheet sheet;

    private MetricChart(MetricStory story, List<Entry> shown, LocalDate today) {
        this.story = story;
        this.shown = shown;
        this.today = today;
        this.sheet = story.metric().sheet();
    }

    /** @param shown the last periods of the story, at least one */
    static ProcessChart.Content of(MetricStory story, List<Entry> shown, LocalDate today) {
        var chart = new MetricChart(story, shown, today);
        return new Content(chart.steps(), chart.goals(), chart.limits(), chart.breaks());
    }

    /** Why a period is a signal, in few words. */
    static String words(Rule rule) {
        return switch (rule) {
            case OUTSIDE -> "outside the limits";
            case RANGE -> "a large jump";
            case RUN -> "eight on one side of the mean";
            case NEAR_LIMIT -> "three of four near a limit";
            case TWO_OF_THREE, FOUR_OF_FIVE -> "several far from the mean";
        };
    }

    private List<Step> steps() {
        return shown.stream().map(this::step).toList();
    }

    private Step step(Entry entry) {
        Rule rule = story.signals().get(entry.periodStart());
        String value = MetricWords.value(entry.value(), sheet);
        String words = MetricWords.period(sheet.frequency(), entry.periodStart(), today) + ": " + value;
        return new Step(
                MetricWords.shortPeriod(sheet.frequency(), entry.periodStart(), today),
                entry.value(),
                rule == null ? words : words + ", " + words(rule),
                entry.measurementStatus() == MeasurementStatus.PROVISIONAL,
                tone(entry.status()),
                rule == null ? null : entry == shown.getLast() ? value + " · " + words(rule) : words(rule));
    }

    /** What is on target is not painted, so that the others are seen. */
    private static String tone(MetricStatus status) {
        return switch (status) {
            case RED -> "off";
            case AMBER -> "risk";
            case GREEN, NO_DATA, STALE, MONITOR -> "none";
        };
    }

    private List<Goal> goals() {
        List<Goal> goals = new ArrayList<>();
        int first = 0;
        for (int i = 1; i <= shown.size(); i++) {
            MetricTarget target = story.targetOn(shown.get(first).periodEnd());
            if (i == shown.size()
                    || !Objects.equals(target, story.targetOn(shown.get(i).periodEnd()))) {
                if (target != null && sheet.direction() != Direction.NONE) {
                    goals.add(goal(first, i - 1, target));
                }
                first = i;
            }
        }
        return goals;
    }

    private Goal goal(int first, int last, MetricTarget target) {
        BigDecimal amber = target.amberLimit();
        List<Span> spans =
                switch (sheet.direction()) {
                    case HIGHER -> higher(target.target(), amber);
                    case LOWER -> lower(target.target(), amber);
                    case BAND -> band(target.low(), target.high(), amber);
                    case NONE -> List.of();
                };
        List<BigDecimal> lines = new ArrayList<>();
        for (BigDecimal line : new @Nullable BigDecimal[] {target.target(), target.high(), target.low()}) {
            if (line != null) {
                lines.add(line);
            }
        }
        return new Goal(first, last, lines, spans, "target " + MetricWords.target(target));
    }

    private static List<Span> higher(@Nullable BigDecimal target, @Nullable BigDecimal amber) {
        if (target == null) {
            return List.of();
        }
        return amber == null
                ? List.of(new Span("off", null, target, "off target, under " + Display.number(target)))
                : List.of(
                        new Span("risk", amber, target, near(amber, target)),
                        new Span("off", null, amber, "off target, under " + Display.number(amber)));
    }

    private static List<Span> lower(@Nullable BigDecimal target, @Nullable BigDecimal amber) {
        if (target == null) {
            return List.of();
        }
        return amber == null
                ? List.of(new Span("off", target, null, "off target, over " + Display.number(target)))
                : List.of(
                        new Span("risk", target, amber, near(target, amber)),
                        new Span("off", amber, null, "off target, over " + Display.number(amber)));
    }

    private static List<Span> band(
            @Nullable BigDecimal low, @Nullable BigDecimal high, @Nullable BigDecimal tolerance) {
        if (low == null || high == null) {
            return List.of();
        }
        BigDecimal around = tolerance == null ? BigDecimal.ZERO : tolerance;
        BigDecimal under = low.subtract(around);
        BigDecimal over = high.add(around);
        return List.of(
                new Span("risk", under, low, ""),
                new Span("risk", high, over, ""),
                new Span("off", null, under, "off target, under " + Display.number(under)),
                new Span("off", over, null, "off target, over " + Display.number(over)));
    }

    private static String near(BigDecimal low, BigDecimal high) {
        return "near target, " + Display.number(low) + " to " + Display.number(high);
    }

    private @Nullable Limits limits() {
        ProcessBehaviour behaviour = story.behaviour();
        LocalDate from = story.behaviourFrom();
        if (behaviour == null || from == null) {
            return null;
        }
        int decimals = sheet.decimals() + 1;
        return new Limits(
                place(from),
                behaviour.provisional(),
                behaviour.mean(),
                behaviour.upperLimit(),
                behaviour.lowerLimit(),
                MetricWords.number(behaviour.mean(), decimals) + " mean",
                MetricWords.number(behaviour.upperLimit(), decimals) + " upper limit",
                MetricWords.number(behaviour.lowerLimit(), decimals) + " lower limit");
    }

    /** The first shown period that begins on this day or later. */
    private int place(LocalDate day) {
        int place = 0;
        while (place < shown.size() && shown.get(place).periodStart().isBefore(day)) {
            place++;
        }
        return place;
    }

    private List<Break> breaks() {
        List<Break> breaks = new ArrayList<>();
        story.versions().stream()
                .filter(version -> version.version() > 1)
                .forEach(version -> add(breaks, version.from(), "definition " + version.version()));
        LocalDate shifted = sheet.limitsFrom();
        if (shifted != null) {
            add(breaks, shifted, "new limits");
        }
        return breaks;
    }

    private void add(List<Break> breaks, LocalDate day, String label) {
        int place = place(day);
        if (place > 0 && place < shown.size()) {
            breaks.add(new Break(place, label));
        }
    }
}
