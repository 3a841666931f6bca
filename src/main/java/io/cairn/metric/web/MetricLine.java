package io.cairn.metric.web;

import io.cairn.metric.Metric;
import io.cairn.metric.MetricFigures;
import io.cairn.metric.MetricWords;
import io.cairn.metric.RecentPoints;
import io.cairn.web.part.Mark;
import io.cairn.web.part.Point;
import java.time.LocalDate;
import java.util.List;

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
        return RecentPoints.of(metric);
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
