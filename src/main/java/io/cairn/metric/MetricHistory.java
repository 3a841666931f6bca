package io.cairn.metric;

import io.cairn.kernel.DomainClock;
import io.cairn.kernel.GeneralProblem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A metric's periods as they are read: each with its status, taken together, and as a process behaviour chart. */
@Component
@Transactional(readOnly = true)
public class MetricHistory {
    /** The longest reply: sixteen years of weeks, or two and a half of days. */
    private static final int MOST = 1000;

    private final MetricReader metrics;
    private final MeasurementStore store;
    private final MetricTargets targets;
    private final DomainClock clock;

    MetricHistory(MetricReader metrics, MeasurementStore store, MetricTargets targets, DomainClock clock) {
        this.metrics = metrics;
        this.store = store;
        this.targets = targets;
        this.clock = clock;
    }

    /**
     * One period of a series.
     *
     * @param status against the target of that period
     * @param aggregated the trailing aggregate that ends with it, when one was asked for
     * @param missing whether nothing came although the period is over
     */
    public record Entry(
            LocalDate periodStart,
            LocalDate periodEnd,
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable MeasurementStatus measurementStatus,
            MetricStatus status,
            @Nullable BigDecimal target,
            @Nullable BigDecimal amberAt,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            boolean dataError,
            boolean missing,
            String note,
            int revision,
            @Nullable BigDecimal aggregated) {}

    /** All periods together by one aggregation; {@code present} of {@code wanted} have a value. */
    public record Total(
            Aggregation aggregation, @Nullable BigDecimal value, int present, int wanted, boolean dataError) {}

    /** The periods from one day to another, with gaps as missing entries, and all of them together. */
    public record Told(Metric metric, LocalDate from, LocalDate to, List<Entry> items, Total total) {}

    /**
     * @param how the aggregation of the trailing window and of the total; the metric's own over time when null
     * @param window how many periods the trailing aggregate counts; none when null
     */
    public Told series(
            UUID id,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Aggregation how,
            @Nullable Integer window) {
        Metric metric = metrics.one(id);
        LocalDate last = to == null ? clock.today() : to;
        LocalDate first = from == null ? last.minusYears(2) : from;
        if (last.isBefore(first)) {
            throw MetricProblem.PERIOD_REVERSED.at("to").exception();
        }
        if (window != null && (window < 1 || window > MOST)) {
            throw GeneralProblem.INVALID.at("window").exception();
        }
        Aggregation over = how == null ? metric.sheet().timeAggregation() : how;
        List<Point> points = store.points(List.of(id), first, last).getOrDefault(id, List.of());
        return told(metric, first, last, points, over, window);
    }

    private Told told(
            Metric metric,
            LocalDate first,
            LocalDate last,
            List<Point> points,
            Aggregation over,
            @Nullable Integer window) {
        List<SetTarget> set = targets.of(metric.id());
        List<Slot> slots = slots(metric, points, clock.today());
        if (slots.size() > MOST) {
            slots = slots.subList(slots.size() - MOST, slots.size());
        }
        List<@Nullable Measured> measured = new ArrayList<>();
        slots.forEach(
                slot -> measured.add(slot.point() == null ? null : slot.point().measured()));
        List<Aggregate> trailing =
                window == null ? List.of() : Aggregate.trailing(over, measured, window, Aggregate.USUAL_COVERAGE);
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < slots.size(); i++) {
            BigDecimal aggregated = window == null
                    ? null
                    : Series.scaled(metric.sheet(), over, trailing.get(i).value());
            entries.add(entry(metric, set, slots.get(i), aggregated));
        }
        Aggregate all = Aggregate.of(over, measured);
        return new Told(
                metric,
                first,
                last,
                entries,
                new Total(
                        over,
                        MetricReader.shown(Series.scaled(metric.sheet(), over, all.value())),
                        all.present(),
                        all.wanted(),
                        all.dataError()));
    }

    record Slot(Period period, @Nullable Point point) {}

    /** The periods there are and those between them that are missing, up to the last that is over. */
    static List<Slot> slots(Metric metric, List<Point> points, LocalDate today) {
        List<Slot> slots = new ArrayList<>();
        Frequency frequency = metric.sheet().frequency();
        Period next = null;
        for (Point point : points) {
            while (next != null && next.end().isBefore(point.period().start()) && slots.size() <= 2 * MOST) {
                slots.add(new Slot(next, null));
                next = frequency.next(next);
            }
            slots.add(new Slot(point.period(), point));
            next = frequency.next(point.period());
        }
        boolean running = metric.state() == MetricState.ACTIVE;
        while (running && next != null && next.end().isBefore(today) && slots.size() <= 2 * MOST) {
            slots.add(new Slot(next, null));
            next = frequency.next(next);
        }
        return slots;
    }

    static Entry entry(Metric metric, List<SetTarget> set, Slot slot, @Nullable BigDecimal aggregated) {
        Point point = slot.point();
        SetTarget judgedBy = Judging.targetOn(set, slot.period().end());
        MetricTarget target = judgedBy == null ? null : judgedBy.target();
        BigDecimal value = point == null ? null : point.measured().value();
        return new Entry(
                slot.period().start(),
                slot.period().end(),
                MetricReader.shown(value),
                point == null ? null : MetricReader.shown(point.measured().numerator()),
                point == null ? null : MetricReader.shown(point.measured().denominator()),
                point == null ? null : point.status(),
                StatusRule.of(metric.sheet().direction(), target, value),
                target == null ? null : target.target(),
                target == null ? null : MetricReader.shown(target.amberLimit()),
                target == null ? null : target.low(),
                target == null ? null : target.high(),
                point != null && value == null,
                point == null,
                point == null ? "" : point.note(),
                point == null ? 0 : point.revision(),
                MetricReader.shown(aggregated));
    }

    /**
     * A period that breaks a rule of the process behaviour chart.
     *
     * @param rule R1, R2 or R3
     * @param meaning what it says, in words
     */
    public record Signal(LocalDate periodStart, String rule, String meaning) {}

    /**
     * The natural limits of a metric and what lies outside them (frameworks 1.11); the numbers are null with fewer than six
     * periods.
     *
     * @param provisional whether the limits still rest on fewer than twenty periods
     * @param from the first period that counts: after the last confirmed shift or change of definition
     */
    public record Behaviour(
            @Nullable BigDecimal mean,
            @Nullable BigDecimal averageMovingRange,
            @Nullable BigDecimal upperLimit,
            @Nullable BigDecimal lowerLimit,
            @Nullable BigDecimal rangeLimit,
            boolean provisional,
            @Nullable LocalDate from,
            List<Signal> signals) {}

    public Behaviour behaviour(UUID id, RuleSet rules) {
        Metric metric = metrics.one(id);
        return behaviour(metric, store.points(List.of(id)).getOrDefault(id, List.of()), rules);
    }

    static Behaviour behaviour(Metric metric, List<Point> points, RuleSet rules) {
        List<Point> charted = Judging.charted(metric.sheet(), points);
        List<BigDecimal> values = charted.stream()
                .map(point -> Objects.requireNonNull(point.measured().value()))
                .toList();
        LocalDate from = charted.isEmpty() ? null : charted.getFirst().period().start();
        ProcessBehaviour found = ProcessBehaviour.of(values, rules, Judging.floorAtZero(metric.sheet(), values));
        if (found == null) {
            return new Behaviour(null, null, null, null, null, true, from, List.of());
        }
        int decimals = Math.max(4, metric.sheet().decimals() + 2);
        return new Behaviour(
                rounded(found.mean(), decimals),
                rounded(found.averageMovingRange(), decimals),
                rounded(found.upperLimit(), decimals),
                rounded(found.lowerLimit(), decimals),
                rounded(found.rangeLimit(), decimals),
                found.provisional(),
                from,
                found.signals().stream()
                        .map(signal -> new Signal(
                                charted.get(signal.index()).period().start(),
                                signal.rule().code(),
                                signal.rule().label()))
                        .toList());
    }

    private static BigDecimal rounded(BigDecimal value, int decimals) {
        return value.setScale(decimals, RoundingMode.HALF_UP);
    }

    /** The periods of several metrics within some days, for grids; a metric that is not seen has none. */
    public Map<UUID, TreeMap<LocalDate, Point>> within(List<UUID> ids, LocalDate from, LocalDate to) {
        Map<UUID, TreeMap<LocalDate, Point>> found = new java.util.HashMap<>();
        store.points(ids, from, to)
                .forEach((id, points) -> points.forEach(point -> found.computeIfAbsent(id, metric -> new TreeMap<>())
                        .put(point.period().start(), point)));
        return found;
    }
}
