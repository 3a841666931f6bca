package io.cairn.cycle.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How a period reads: {@code 1 Jul – 30 Sep 2026}. */
public final class Days {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter WITH_YEAR = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private Days() {}

    public static String span(LocalDate first, LocalDate last) {
        DateTimeFormatter start = first.getYear() == last.getYear() ? DAY : WITH_YEAR;
        return start.format(first) + " – " + WITH_YEAR.format(last);
    }
}
