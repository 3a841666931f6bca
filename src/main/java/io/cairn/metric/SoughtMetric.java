package io.cairn.metric;

import io.cairn.kernel.Comparator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a metric is to be, and what of a year is to be entered.
 *
 * @param before what is there; null for a new one
 * @param content its definition sheet, without targets
 * @param rewritten whether the sheet changes
 * @param target what the year is to end with, its days left open; null where that stays
 * @param targets of single months, counted from 1
 * @param values by month, counted from 1; a period longer than a month stands in its last
 * @param note what is said about the last of the values; null for nothing
 */
public record SoughtMetric(
        @Nullable KnownMetric before,
        MetricContent content,
        boolean rewritten,
        int year,
        @Nullable TargetContent target,
        Map<Integer, BigDecimal> targets,
        Map<Integer, BigDecimal> values,
        @Nullable String note) {

    public SoughtMetric {
        targets = new TreeMap<>(targets);
        values = new TreeMap<>(values);
    }

    @Nullable
    Metric metric() {
        return before == null ? null : before.metric();
    }

    UUID owner(UUID viewer) {
        UUID named = content.ownerId();
        Metric metric = metric();
        return named != null
                ? named
                : metric == null ? viewer : metric.sheet().owner().id();
    }

    boolean setsTargets() {
        return target != null || !targets.isEmpty();
    }

    List<SetTarget> set() {
        return before == null ? List.of() : before.set();
    }

    /** The targets it is to have, of all years. */
    TargetYear targetYear(Direction direction) {
        TargetYear wanted =
                new TargetYear(year, set().stream().map(SetTarget::target).toList());
        LocalDate first = LocalDate.of(year, 1, 1);
        if (target != null) {
            wanted = wanted.endingWith(target.target(direction, first));
        }
        MetricTarget end = wanted.atEnd();
        Comparator comparator = end == null ? null : end.comparator();
        BigDecimal amberAt = end == null ? null : end.amberAt();
        for (Map.Entry<Integer, BigDecimal> month : targets.entrySet()) {
            var content = new TargetContent(first, null, month.getValue(), comparator, amberAt, null, null);
            wanted = wanted.with(month.getKey(), content.target(direction, first));
        }
        return wanted;
    }

    /** What is to be entered for a month; null where no single value stands in it. */
    @Nullable
    MeasurementContent measurement(Frequency frequency, int month, BigDecimal value) {
        boolean inMonths = frequency.longest() >= Frequency.MONTHLY.longest();
        if (!inMonths || (before != null && before.hasSeveral(month))) {
            return null;
        }
        String said = values.keySet().stream().allMatch(other -> other <= month) ? note : null;
        Point there = before == null ? null : before.only(month);
        if (there != null) {
            return of(there.period(), value, there.measured().weight(), said);
        }
        LocalDate first = LocalDate.of(year, month, 1);
        Period period = frequency.periodOf(first);
        return period.end().isBefore(first.plusMonths(1)) ? of(period, value, null, said) : null;
    }

    private static MeasurementContent of(
            Period period, BigDecimal value, @Nullable BigDecimal weight, @Nullable String note) {
        return new MeasurementContent(period.start(), period.end(), value, null, null, weight, note, null);
    }
}
