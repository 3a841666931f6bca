package io.cairn.metric;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a metric says of a stretch of time, such as a goal's: its periods in it, by its own aggregation over time. */
public final class MetricWindow {
    private MetricWindow() {}

    /**
     * @param values how many periods with a value lie in it
     * @param asOf the last day of the newest of them
     */
    public record Told(
            @Nullable BigDecimal value,
            int values,
            @Nullable LocalDate asOf) {}

    /** The periods that end in it, the first and the last day included. */
    public static Told of(Metric metric, List<Point> series, LocalDate first, LocalDate last) {
        List<Point> inside = series.stream()
                .filter(point -> point.measured().value() != null)
                .filter(point -> !point.period().end().isBefore(first)
                        && !point.period().start().isAfter(last))
                .toList();
        if (inside.isEmpty()) {
            return new Told(null, 0, null);
        }
        LocalDate asOf = inside.getLast().period().end();
        Measured together =
                Series.together(metric.sheet(), metric.sheet().timeAggregation(), new Period(first, asOf), inside);
        return new Told(together.value(), inside.size(), asOf.isAfter(last) ? last : asOf);
    }

    /** The last value of a period that was over before this day; null when there is none. */
    public static @Nullable BigDecimal before(List<Point> series, LocalDate day) {
        return series.reversed().stream()
                .filter(point -> point.period().end().isBefore(day))
                .map(point -> point.measured().value())
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
