package io.cairn.metric;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;

/** How often a metric is measured, and which periods that makes. Weeks run from Monday to Sunday. */
public enum Frequency {
    DAILY("Every day", 1, 365, java.time.Period.ofDays(1)),
    WEEKLY("Every week", 7, 52, java.time.Period.ofWeeks(1)),
    BIWEEKLY("Every two weeks", 14, 26, java.time.Period.ofWeeks(2)),
    MONTHLY("Every month", 31, 12, java.time.Period.ofMonths(1)),
    QUARTERLY("Every quarter", 92, 4, java.time.Period.ofMonths(3)),
    ANNUAL("Every year", 366, 1, java.time.Period.ofYears(1));

    /** Two-week periods are counted from the first Monday of 1970. */
    private static final LocalDate FIRST_MONDAY = LocalDate.of(1970, 1, 5);

    private final String label;
    private final int longest;
    private final int perYear;
    private final java.time.Period step;

    Frequency(String label, int longest, int perYear, java.time.Period step) {
        this.label = label;
        this.longest = longest;
        this.perYear = perYear;
        this.step = step;
    }

    public String label() {
        return label;
    }

    /** The calendar's period that has this day. */
    public Period periodOf(LocalDate day) {
        return from(
                switch (this) {
                    case DAILY -> day;
                    case WEEKLY -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                    case BIWEEKLY ->
                        day.minusDays(Math.floorMod(day.toEpochDay() - FIRST_MONDAY.toEpochDay(), (long) longest));
                    case MONTHLY -> day.withDayOfMonth(1);
                    case QUARTERLY -> day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % 3);
                    case ANNUAL -> day.withDayOfYear(1);
                });
    }

    /** The period that starts the day after this one's end, as long as the calendar makes it from there. */
    public Period next(Period period) {
        return from(period.end().plusDays(1));
    }

    /** The period that ends the day before this one's start. */
    public Period previous(Period period) {
        return new Period(period.start().minus(step), period.start().minusDays(1));
    }

    /** The days of the longest period. */
    public int longest() {
        return longest;
    }

    /** How many periods a year has; a leap year has a day more, some years have a week more. */
    public int perYear() {
        return perYear;
    }

    /** The calendar's periods of the year from this day on: those with their middle in it, so that each is in one year. */
    public List<Period> periodsOfYear(LocalDate firstDay) {
        var until = firstDay.plusYears(1);
        return Stream.iterate(periodOf(firstDay), period -> period.middle().isBefore(until), this::next)
                .filter(period -> !period.middle().isBefore(firstDay))
                .toList();
    }

    /**
     * The first day on which the value of the period after this end is overdue: the day after that period, and half of
     * its days, rounded down, as grace (frameworks 2.2).
     */
    public LocalDate staleOn(LocalDate periodEnd) {
        var missing = from(periodEnd.plusDays(1));
        return missing.end().plusDays(1L + missing.days() / 2);
    }

    private Period from(LocalDate start) {
        return new Period(start, start.plus(step).minusDays(1));
    }
}
