package io.cairn.metric.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Days as people write them: without the year where it is the reader's own. */
public final class Days {
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter WITH_YEAR = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private Days() {}

    /** {@code 14 Aug}, or {@code 14 Aug 2025} in another year. */
    public static String shown(LocalDate day, LocalDate today) {
        return (day.getYear() == today.getYear() ? SHORT : WITH_YEAR).format(day);
    }

    /** {@code from 1 Jan}, {@code 1 Jan – 31 Mar}. */
    public static String span(LocalDate from, @Nullable LocalDate until, LocalDate today) {
        return until == null ? "from " + shown(from, today) : shown(from, today) + " – " + shown(until, today);
    }

    /** {@code yesterday} or {@code 12 days ago}. */
    public static String ago(LocalDate day, LocalDate today) {
        long days = ChronoUnit.DAYS.between(day, today);
        return days == 1 ? "yesterday" : days + " days ago";
    }
}
