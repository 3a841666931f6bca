package io.cairn.access.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Moments as people read them, in the organisation's zone. */
final class Times {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);

    private Times() {}

    static String of(@Nullable Instant instant, ZoneId zone) {
        return instant == null ? "never" : MINUTE.format(instant.atZone(zone));
    }
}
