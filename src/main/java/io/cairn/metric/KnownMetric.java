package io.cairn.metric;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A metric with a year of it as a file shows it, and what happened to it since that file was made.
 *
 * @param set its targets of all years, in the order they begin
 * @param series its periods of all years, earliest first
 * @param corrected first days of periods that others entered since
 * @param targetsMoved whether others set targets since
 */
public record KnownMetric(
        MetricYear year, List<SetTarget> set, List<Point> series, Set<LocalDate> corrected, boolean targetsMoved) {

    public Metric metric() {
        return year.metric();
    }

    /** Whether others entered what stands in this month since. */
    public boolean isCorrected(int month) {
        return months().getOrDefault(month, List.of()).stream()
                .anyMatch(point -> corrected.contains(point.period().start()));
    }

    /** The period in which a month's value stands; null where none or several do. */
    @Nullable
    Point only(int month) {
        List<Point> there = months().getOrDefault(month, List.of());
        return there.size() == 1 ? there.getFirst() : null;
    }

    boolean hasSeveral(int month) {
        return months().getOrDefault(month, List.of()).size() > 1;
    }

    private Map<Integer, List<Point>> months() {
        return MetricYear.months(series, year.targets().year());
    }
}
