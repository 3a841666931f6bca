package io.cairn.framework.mbo.web;

import io.cairn.framework.mbo.PlanPeriod;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days and spans as plan pages say them. */
public final class PlanDays {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final int MONTHS_OF_A_QUARTER = 3;

    private PlanDays() {}

    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** {@code 1 Jul – 30 Sep 2026}. */
    public static String span(LocalDate from, LocalDate to) {
        return (from.getYear() == to.getYear() ? SHORT : DAY).format(from) + " – " + DAY.format(to);
    }

    /** {@code Q3 2026}, {@code H1 2026} or {@code 2026} where the days are just that; else the span. */
    public static String period(PlanPeriod period, LocalDate from, LocalDate to) {
        if (from.getDayOfMonth() != 1 || !to.equals(period.endOf(from))) {
            return span(from, to);
        }
        int month = from.getMonthValue() - 1;
        return switch (period) {
            case QUARTER ->
                month % MONTHS_OF_A_QUARTER == 0
                        ? "Q" + (month / MONTHS_OF_A_QUARTER + 1) + " " + from.getYear()
                        : span(from, to);
            case HALF -> month % 6 == 0 ? "H" + (month / 6 + 1) + " " + from.getYear() : span(from, to);
            case YEAR -> month == 0 ? String.valueOf(from.getYear()) : span(from, to);
        };
    }
}
