package io.cairn.metric;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A calendar year of a metric, month by month.
 *
 * @param actuals by month from 1; shorter periods are taken together as the metric says, longer ones stand in their last month
 * @param soFar all periods of the year taken together; null without any
 */
public record MetricYear(
        Metric metric,
        Map<Integer, BigDecimal> actuals,
        TargetYear targets,
        @Nullable BigDecimal soFar) {

    static MetricYear of(Metric metric, List<Point> series, List<MetricTarget> targets, int year) {
        MetricSheet sheet = metric.sheet();
        Map<Integer, List<Point>> months = months(series, year);
        List<Point> all = months.values().stream().flatMap(List::stream).toList();
        Map<Integer, BigDecimal> actuals = new TreeMap<>();
        months.forEach((month, points) -> put(actuals, month, together(sheet, points)));
        return new MetricYear(
                metric, actuals, new TargetYear(year, targets), all.isEmpty() ? null : together(sheet, all));
    }

    /** The periods that have a value, by the month of the year in which they stand. */
    static Map<Integer, List<Point>> months(List<Point> series, int year) {
        Map<Integer, List<Point>> months = new TreeMap<>();
        for (Point point : series) {
            Period period = point.period();
            boolean longer = period.days() > Frequency.MONTHLY.longest();
            var day = longer ? period.end() : period.middle();
            if (day.getYear() == year && point.measured().value() != null) {
                months.computeIfAbsent(day.getMonthValue(), month -> new ArrayList<>())
                        .add(point);
            }
        }
        return months;
    }

    private static @Nullable BigDecimal together(MetricSheet sheet, List<Point> points) {
        Period whole = new Period(
                points.getFirst().period().start(), points.getLast().period().end());
        return points.size() == 1
                ? MetricReader.shown(points.getFirst().measured().value())
                : MetricReader.shown(Series.together(sheet, sheet.timeAggregation(), whole, points)
                        .value());
    }

    private static void put(Map<Integer, BigDecimal> values, int month, @Nullable BigDecimal value) {
        if (value != null) {
            values.put(month, value);
        }
    }
}
