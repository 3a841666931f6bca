package io.cairn.metric;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;

/** The days a value is about, both ends included. */
public record Period(LocalDate start, LocalDate end) implements Comparable<Period> {
    private static final Comparator<Period> IN_TIME =
            Comparator.comparing(Period::start).thenComparing(Period::end);

    public Period {
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("A period ends on or after its first day: " + start + " to " + end);
        }
    }

    /** How many days there are in it, at least one. */
    public int days() {
        return Math.toIntExact(ChronoUnit.DAYS.between(start, end) + 1);
    }

    /** Whether the two have a day in common. */
    public boolean overlaps(Period other) {
        return !start.isAfter(other.end) && !end.isBefore(other.start);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(start) && !day.isAfter(end);
    }

    /** The day that says which year a period across New Year belongs to: a week's is its Thursday, as in ISO 8601. */
    LocalDate middle() {
        return start.plusDays((days() - 1) / 2);
    }

    @Override
    public int compareTo(Period other) {
        return IN_TIME.compare(this, other);
    }
}
