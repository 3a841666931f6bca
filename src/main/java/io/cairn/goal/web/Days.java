package io.cairn.goal.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Days as people write them: without the year where it is the reader's own. */
public final class Days {
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter WITH_YEAR = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM", Locale.ENGLISH);

    private Days() {}

    /** {@code 14 Aug}, or {@code 14 Aug 2025} in another year. */
    public static String shown(LocalDate day, LocalDate today) {
        return (day.getYear() == today.getYear() ? SHORT : WITH_YEAR).format(day);
    }

    public static String full(LocalDate day) {
        return WITH_YEAR.format(day);
    }

    /** {@code 1 Jul – 30 Sep}; a dash where a day is missing. */
    public static String span(@Nullable LocalDate from, @Nullable LocalDate until, LocalDate today) {
        return from == null || until == null ? "–" : shown(from, today) + " – " + shown(until, today);
    }

    static String month(LocalDate day) {
        return MONTH.format(day);
    }
}
