package io.cairn.metric;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A metric's targets as a calendar year shows them: the one the year ends with, and the months that say something else.
 *
 * @param all every target of the metric, of other years too, in the order they begin
 */
public record TargetYear(int year, List<MetricTarget> all) {
    private static final int MONTHS = 12;

    public TargetYear {
        all = all.stream().sorted(Comparator.comparing(MetricTarget::from)).toList();
    }

    /** What holds on the last day of the year. */
    public @Nullable MetricTarget atEnd() {
        return on(last());
    }

    /** What holds on the last day of each month, where it is a single number and not what holds at the end of the year. */
    public Map<Integer, BigDecimal> months() {
        MetricTarget end = atEnd();
        Map<Integer, BigDecimal> found = new TreeMap<>();
        for (int month = 1; month <= MONTHS; month++) {
            MetricTarget held = on(YearMonth.of(year, month).atEndOfMonth());
            if (held != null && held.target() != null && (end == null || !held.says(end))) {
                found.put(month, held.target());
            }
        }
        return found;
    }

    /** With another target at its end, and wherever the year says the same; years before keep what they had. */
    TargetYear endingWith(MetricTarget wanted) {
        MetricTarget end = atEnd();
        List<MetricTarget> targets = new ArrayList<>();
        if (end == null) {
            targets.addAll(all);
            targets.add(wanted.during(uncovered(), beforeNext()));
            return new TargetYear(year, targets);
        }
        for (MetricTarget held : all) {
            if (!held.says(end) || !held.overlaps(wanted.during(first(), last()))) {
                targets.add(held);
            } else if (held.from().isBefore(first())) {
                targets.add(held.during(held.from(), first().minusDays(1)));
                targets.add(wanted.during(first(), held.to()));
            } else {
                targets.add(wanted.during(held.from(), held.to()));
            }
        }
        return new TargetYear(year, targets);
    }

    /** With a target of one month alone; what held then goes on before and after it. */
    TargetYear with(int month, MetricTarget wanted) {
        MetricTarget placed = wanted.during(
                LocalDate.of(year, month, 1), YearMonth.of(year, month).atEndOfMonth());
        List<MetricTarget> targets = new ArrayList<>();
        for (MetricTarget held : all) {
            targets.addAll(held.overlaps(placed) ? around(held, placed) : List.of(held));
        }
        targets.add(placed);
        return new TargetYear(year, targets);
    }

    private static List<MetricTarget> around(MetricTarget held, MetricTarget placed) {
        List<MetricTarget> left = new ArrayList<>();
        if (held.from().isBefore(placed.from())) {
            left.add(held.during(held.from(), placed.from().minusDays(1)));
        }
        LocalDate ends = placed.to();
        if (ends != null && (held.to() == null || held.to().isAfter(ends))) {
            left.add(held.during(ends.plusDays(1), held.to()));
        }
        return left;
    }

    private @Nullable MetricTarget on(LocalDate day) {
        return all.stream().filter(target -> target.covers(day)).findFirst().orElse(null);
    }

    /** The first day of the year from which nothing holds until its end. */
    private LocalDate uncovered() {
        return all.stream()
                .map(MetricTarget::to)
                .filter(to -> to != null && !to.isBefore(first()) && to.isBefore(last()))
                .max(Comparator.naturalOrder())
                .map(to -> to.plusDays(1))
                .orElse(first());
    }

    private @Nullable LocalDate beforeNext() {
        return all.stream()
                .map(MetricTarget::from)
                .filter(from -> from.isAfter(last()))
                .min(Comparator.naturalOrder())
                .map(from -> from.minusDays(1))
                .orElse(null);
    }

    private LocalDate first() {
        return LocalDate.of(year, 1, 1);
    }

    private LocalDate last() {
        return LocalDate.of(year, MONTHS, 31);
    }
}
