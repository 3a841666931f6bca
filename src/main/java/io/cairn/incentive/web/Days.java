package io.cairn.incentive.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days as people read them. */
public final class Days {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private Days() {}

    public static String of(LocalDate day) {
        return DAY.format(day);
    }

    public static String of(Instant moment, ZoneId zone) {
        return DAY.format(moment.atZone(zone));
    }
}
