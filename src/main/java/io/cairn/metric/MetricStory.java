package io.cairn.metric;

import io.cairn.metric.MetricHistory.Entry;
import io.cairn.metric.MetricHistory.Total;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that a metric's own page says of its values.
 *
 * @param entries its periods, earliest first, gaps included
 * @param targets in the order they begin
 * @param behaviour its natural limits; null with fewer than six periods
 * @param behaviourFrom the first period that counts for them
 * @param signals why a period is a signal, by its first day
 * @param shift where the signal that the newest value belongs to begins; null where the newest is none
 * @param yearFrom the first day of what {@code toDate} takes together
 * @param versions of the definition, newest first; empty while there is only one
 */
public record MetricStory(
        Metric metric,
        List<Entry> entries,
        List<SetTarget> targets,
        @Nullable ProcessBehaviour behaviour,
        @Nullable LocalDate behaviourFrom,
        Map<LocalDate, Rule> signals,
        @Nullable LocalDate shift,
        LocalDate yearFrom,
        Total toDate,
        List<Meaning.Version> versions) {

    /** What a period that ends on this day is judged by. */
    public @Nullable MetricTarget targetOn(LocalDate periodEnd) {
        SetTarget set = Judging.targetOn(targets, periodEnd);
        return set == null ? null : set.target();
    }

    /** The period that begins on this day. */
    public @Nullable Entry entry(LocalDate periodStart) {
        return entries.stream()
                .filter(entry -> entry.periodStart().equals(periodStart))
                .findFirst()
                .orElse(null);
    }
}
