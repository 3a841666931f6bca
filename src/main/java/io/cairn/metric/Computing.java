package io.cairn.metric;

import io.cairn.metric.HeldMetrics.Held;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The series of computed metrics. Each input is first brought to the computed metric's periods by its own aggregation over
 * time; a period in which an input that has begun says nothing has no value.
 */
final class Computing {
    private final Map<UUID, Held> metrics;
    private final Map<UUID, List<Point>> series;

    Computing(Map<UUID, Held> metrics, Map<UUID, List<Point>> series) {
        this.metrics = metrics;
        this.series = series;
    }

    /** Computed metrics among them, each after those it is made of. */
    static List<Held> inOrder(Map<UUID, Held> metrics) {
        Set<UUID> done = new LinkedHashSet<>();
        metrics.keySet().stream().sorted().forEach(id -> visit(id, metrics, done));
        return done.stream()
                .map(metrics::get)
                .filter(held -> held.touched() && held.metric().sheet().computed())
                .toList();
    }

    private static void visit(UUID id, Map<UUID, Held> metrics, Set<UUID> done) {
        Held held = metrics.get(id);
        if (held == null || done.contains(id)) {
            return;
        }
        held.inputs().stream().sorted().forEach(input -> visit(input, metrics, done));
        done.add(id);
    }

    /** An input in one period of the computed metric. */
    private record Part(Measured measured, boolean provisional) {}

    /** What the metric's inputs make of it, as far as it differs from its series; in the order of periods. */
    List<MeasurementStore.Row> changed(Held held) {
        Frequency frequency = held.metric().sheet().frequency();
        Map<UUID, SortedMap<LocalDate, Part>> parts = new HashMap<>();
        held.inputs().forEach(input -> parts.put(input, inPeriods(input, frequency)));
        TreeMap<LocalDate, Point> now = new TreeMap<>();
        series.getOrDefault(held.metric().id(), List.of())
                .forEach(point -> now.put(point.period().start(), point));
        Set<LocalDate> starts = new java.util.TreeSet<>(now.keySet());
        parts.values().forEach(input -> starts.addAll(input.keySet()));
        List<MeasurementStore.Row> rows = new ArrayList<>();
        for (LocalDate start : starts) {
            row(held, frequency.periodOf(start), parts, now.get(start)).ifPresent(rows::add);
        }
        return rows;
    }

    private SortedMap<LocalDate, Part> inPeriods(UUID input, Frequency frequency) {
        Held held = metrics.get(input);
        SortedMap<LocalDate, Part> parts = new TreeMap<>();
        if (held == null) {
            return parts;
        }
        Map<LocalDate, List<Point>> within = new TreeMap<>();
        series.getOrDefault(input, List.of())
                .forEach(point -> within.computeIfAbsent(
                                frequency.periodOf(point.period().end()).start(), start -> new ArrayList<>())
                        .add(point));
        within.forEach((start, points) -> parts.put(start, part(held.metric(), frequency.periodOf(start), points)));
        return parts;
    }

    private static Part part(Metric input, Period period, List<Point> points) {
        boolean provisional = points.stream().anyMatch(point -> !point.isFinal());
        if (points.size() == 1) {
            Measured only = points.getFirst().measured();
            return new Part(
                    new Measured(period, only.value(), only.numerator(), only.denominator(), only.weight()),
                    provisional);
        }
        return new Part(Series.together(input.sheet(), input.sheet().timeAggregation(), period, points), provisional);
    }

    private java.util.Optional<MeasurementStore.Row> row(
            Held held, Period period, Map<UUID, SortedMap<LocalDate, Part>> parts, @Nullable Point now) {
        Map<UUID, Part> here = new HashMap<>();
        parts.forEach((input, by) -> {
            Part part = by.get(period.start());
            if (part != null) {
                here.put(input, part);
            }
        });
        Measured made = here.isEmpty() ? nothing(period) : made(held, period, parts, here);
        boolean provisional = here.values().stream().anyMatch(Part::provisional);
        if (now == null ? made.value() == null : same(now, made, provisional)) {
            return java.util.Optional.empty();
        }
        MeasurementStatus status = provisional
                ? MeasurementStatus.PROVISIONAL
                : now != null && now.isFinal() ? MeasurementStatus.CORRECTED : MeasurementStatus.FINAL;
        return java.util.Optional.of(new MeasurementStore.Row(
                held.metric().id(),
                period.start(),
                now == null ? 1 : now.revision() + 1,
                period.end(),
                made.value(),
                made.numerator(),
                made.denominator(),
                null,
                status,
                Source.FORMULA,
                now == null ? "" : now.note(),
                null));
    }

    private static Measured nothing(Period period) {
        return new Measured(period, null, null, null, null);
    }

    private Measured made(Held held, Period period, Map<UUID, SortedMap<LocalDate, Part>> parts, Map<UUID, Part> here) {
        boolean lacking = parts.entrySet().stream()
                .anyMatch(input -> !here.containsKey(input.getKey())
                        && !input.getValue().isEmpty()
                        && !input.getValue().firstKey().isAfter(period.start()));
        MetricSheet sheet = held.metric().sheet();
        if (sheet.addsUp()) {
            return lacking
                    ? nothing(period)
                    : Series.together(
                            sheet,
                            sheet.orgAggregation(),
                            period,
                            here.values().stream()
                                    .map(part -> new Point(part.measured(), MeasurementStatus.FINAL, 1, ""))
                                    .toList());
        }
        Map<UUID, BigDecimal> values = new HashMap<>();
        here.forEach((input, part) -> {
            if (part.measured().value() != null) {
                values.put(input, part.measured().value());
            }
        });
        BigDecimal value =
                sheet.formula() == null ? null : Formula.parse(sheet.formula()).value(values);
        return new Measured(period, value, null, null, null);
    }

    private static boolean same(Point now, Measured made, boolean provisional) {
        return Series.sameNumber(now.measured().value(), made.value()) && provisional == !now.isFinal();
    }
}
