package io.cairn.metric.web;

import io.cairn.metric.Frequency;
import io.cairn.metric.Metric;
import io.cairn.metric.MetricFigures;
import io.cairn.metric.MetricWords;
import io.cairn.metric.Period;
import io.cairn.web.part.Mark;
import io.cairn.web.part.Point;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A metric as a line of a list shows it. */
public record MetricLine(Metric metric, LocalDate today) {
    private static final int FEWEST_DRAWN = 2;

    static List<MetricLine> of(List<Metric> metrics, LocalDate today) {
        return metrics.stream().map(metric -> new MetricLine(metric, today)).toList();
    }

    public String href() {
        return "/metrics/" + metric.id();
    }

    public MetricFigures figures() {
        return metric.figures();
    }

    public boolean hasValue() {
        return figures().value() != null;
    }

    public String number() {
        return MetricWords.number(figures().value(), metric.sheet().decimals());
    }

    public String unit() {
        return metric.sheet().unit();
    }

    public String target() {
        return MetricWords.target(figures());
    }

    /** Against the period before. */
    public String change() {
        return MetricWords.change(figures().previous(), figures().value(), metric.sheet());
    }

    public String explain(String figure) {
        return href() + "/explanation?figure=" + figure;
    }

    /** Which period the value is of, or that there is none yet. */
    public String age() {
        LocalDate start = figures().periodStart();
        return start == null
                ? "no value yet"
                : MetricWords.period(metric.sheet().frequency(), start, today);
    }

    public String mark() {
        return Mark.ofMetric(metric.status().name()).name();
    }

    public boolean drawn() {
        return recent().size() >= FEWEST_DRAWN;
    }

    /** The last periods with a value, oldest first. */
    public List<Point> recent() {
        LocalDate start = figures().periodStart();
        LocalDate end = figures().asOf();
        if (start == null || end == null) {
            return List.of();
        }
        Frequency frequency = metric.sheet().frequency();
        List<@Nullable BigDecimal> values = figures().recent();
        List<Point> points = new ArrayList<>();
        Period period = new Period(start, end);
        for (int i = values.size() - 1; i >= 0; i--) {
            BigDecimal value = values.get(i);
            if (value != null) {
                points.add(new Point(period.start(), value));
            }
            period = frequency.previous(period);
        }
        Collections.reverse(points);
        return points;
    }

    public String trendLabel() {
        List<Point> points = recent();
        return "Last %d periods: %s to %s"
                .formatted(
                        points.size(),
                        MetricWords.value(points.getFirst().value(), metric.sheet()),
                        MetricWords.value(points.getLast().value(), metric.sheet()));
    }
}
