package io.cairn.metric;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a metric's measurements say now: the newest value against the target of its period, its neighbours, its signals
 * (frameworks 1.10, 1.11, 2.2). The order in which measurements came makes no difference.
 */
final class Judging {
    /** How many periods a tile's small chart has. */
    static final int RECENT = 13;

    private static final int SLOPE_PERIODS = 6;
    private static final int COURSE = 12;

    private final MetricSheet sheet;
    private final List<SetTarget> targets;
    private final TreeMap<LocalDate, Point> series = new TreeMap<>();
    private final List<BigDecimal> values;

    private Judging(MetricSheet sheet, List<SetTarget> targets, List<Point> points) {
        this.sheet = sheet;
        this.targets = targets;
        points.forEach(point -> series.put(point.period().start(), point));
        this.values = charted(sheet, List.copyOf(series.values())).stream()
                .map(point -> Objects.requireNonNull(point.measured().value()))
                .toList();
    }

    static MetricFigures of(
            MetricSheet sheet, MetricState state, List<SetTarget> targets, List<Point> points, LocalDate today) {
        return new Judging(sheet, targets, points).figures(state, today);
    }

    /** The target that a period is judged by: the one that holds on its last day. */
    static @Nullable SetTarget targetOn(List<SetTarget> targets, LocalDate day) {
        return targets.stream()
                .filter(set -> set.target().covers(day))
                .max(java.util.Comparator.comparing(
                                (SetTarget set) -> set.target().from())
                        .thenComparing(SetTarget::recordedAt))
                .orElse(null);
    }

    /** What its newest periods were, each by its own target. */
    static Course course(MetricSheet sheet, List<SetTarget> targets, List<Point> points) {
        List<MetricStatus> statuses = points.reversed().stream()
                .takeWhile(Point::isFinal)
                .limit(COURSE)
                .map(point -> {
                    SetTarget set = targetOn(targets, point.period().end());
                    return StatusRule.of(
                            sheet.direction(),
                            set == null ? null : set.target(),
                            point.measured().value());
                })
                .toList();
        return new Course(statuses, charted(sheet, points).size());
    }

    private MetricFigures figures(MetricState state, LocalDate today) {
        Point last = series.isEmpty() ? null : series.lastEntry().getValue();
        if (last == null) {
            return untold(targetOn(targets, today));
        }
        SetTarget set = targetOn(targets, last.period().end());
        MetricTarget target = set == null ? null : set.target();
        BigDecimal value = last.measured().value();
        MetricStatus judged = StatusRule.of(sheet.direction(), target, value);
        LocalDate staleOn = sheet.frequency().staleOn(last.period().end());
        boolean stale = state == MetricState.ACTIVE && !today.isBefore(staleOn);
        ProcessBehaviour behaviour = behaviour();
        return new MetricFigures(
                stale ? MetricStatus.STALE : judged,
                judged,
                value,
                !last.isFinal(),
                value == null,
                last.period().start(),
                last.period().end(),
                set == null ? null : set.id(),
                target == null ? null : target.target(),
                target == null ? null : target.comparator(),
                target == null ? null : target.amberLimit(),
                target == null ? null : target.low(),
                target == null ? null : target.high(),
                target == null || value == null ? null : Score.of(sheet.direction(), target, value),
                before(last.period()),
                yearBefore(last.period()),
                recent(last.period()),
                trend(behaviour),
                signal(behaviour),
                judged == MetricStatus.RED && !last.noted(),
                staleOn);
    }

    private static MetricFigures untold(@Nullable SetTarget set) {
        MetricFigures none = MetricFigures.NONE;
        MetricTarget target = set == null ? null : set.target();
        return new MetricFigures(
                none.status(),
                none.judged(),
                null,
                false,
                false,
                null,
                null,
                set == null ? null : set.id(),
                target == null ? null : target.target(),
                target == null ? null : target.comparator(),
                target == null ? null : target.amberLimit(),
                target == null ? null : target.low(),
                target == null ? null : target.high(),
                null,
                null,
                null,
                List.of(),
                null,
                null,
                false,
                null);
    }

    private @Nullable BigDecimal before(Period period) {
        return valueIn(sheet.frequency().previous(period));
    }

    /** The same weekday or the same date a year before, whichever the frequency counts by. */
    private @Nullable BigDecimal yearBefore(Period period) {
        LocalDate then =
                switch (sheet.frequency()) {
                    case DAILY, WEEKLY, BIWEEKLY -> period.start().minusDays(364);
                    case MONTHLY, QUARTERLY, ANNUAL -> period.start().minusYears(1);
                };
        return valueIn(new Period(then, then));
    }

    private @Nullable BigDecimal valueIn(Period wanted) {
        var near = series.floorEntry(wanted.end());
        return near != null && near.getValue().period().overlaps(wanted)
                ? near.getValue().measured().value()
                : null;
    }

    private List<@Nullable BigDecimal> recent(Period last) {
        List<@Nullable BigDecimal> values = new ArrayList<>();
        LocalDate first = series.firstKey();
        Period period = last;
        while (values.size() < RECENT && !period.end().isBefore(first)) {
            values.add(valueIn(period));
            period = sheet.frequency().previous(period);
        }
        Collections.reverse(values);
        return values;
    }

    private @Nullable ProcessBehaviour behaviour() {
        return ProcessBehaviour.of(values, RuleSet.STANDARD, floorAtZero(sheet, values));
    }

    /** The points that limits are taken from and signals sought in: with a value, since the last break. */
    static List<Point> charted(MetricSheet sheet, List<Point> points) {
        LocalDate from = sheet.behaviourFrom();
        return points.stream()
                .filter(point -> point.measured().value() != null)
                .filter(point -> from == null || !point.period().start().isBefore(from))
                .toList();
    }

    /** Counts and percents do not fall below 0, so neither does their lower limit (frameworks 1.11). */
    static boolean floorAtZero(MetricSheet sheet, List<BigDecimal> values) {
        return (sheet.inPercent() || sheet.decimals() == 0) && values.stream().noneMatch(value -> value.signum() < 0);
    }

    private @Nullable Rule signal(@Nullable ProcessBehaviour behaviour) {
        if (behaviour == null) {
            return null;
        }
        int newest = values.size() - 1;
        return behaviour.signals().stream()
                .filter(signal -> signal.index() == newest)
                .map(ProcessBehaviour.Signal::rule)
                .findFirst()
                .orElse(null);
    }

    private @Nullable Trend trend(@Nullable ProcessBehaviour behaviour) {
        if (behaviour == null) {
            return values.isEmpty() ? null : Trend.STABLE;
        }
        int from = Math.max(0, values.size() - SLOPE_PERIODS);
        boolean signalled = behaviour.signals().stream().anyMatch(signal -> signal.index() >= from);
        return Trend.of(values.subList(from, values.size()), signalled);
    }
}
