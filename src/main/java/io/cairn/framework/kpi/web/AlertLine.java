package io.cairn.framework.kpi.web;

import io.cairn.metric.Alert;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An alert as one line of the inbox. */
public record AlertLine(Alert alert, ZoneId zone, LocalDate today) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter OTHER_YEAR = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    public String value() {
        return Amount.of(alert.value(), alert.metric().unit(), alert.metric().decimals())
                .words();
    }

    /** {@code 3 Aug – 9 Aug}, or one day. */
    public String period() {
        LocalDate end = alert.periodEnd();
        String start = day(alert.periodStart());
        return end == null || end.equals(alert.periodStart()) ? start : start + " – " + day(end);
    }

    public String raised() {
        return day(LocalDate.ofInstant(alert.raisedAt(), zone));
    }

    /** {@code Noah, 12 Aug}; null while it is open. */
    public @Nullable String acknowledged() {
        if (alert.acknowledgedAt() == null) {
            return null;
        }
        String by = alert.acknowledgedBy() == null
                ? "Cairn"
                : alert.acknowledgedBy().name();
        return by + ", " + day(LocalDate.ofInstant(alert.acknowledgedAt(), zone));
    }

    public String why() {
        return "/alerts/why/" + alert.metric().id() + "?period=" + alert.periodStart();
    }

    private String day(LocalDate day) {
        return (day.getYear() == today.getYear() ? DAY : OTHER_YEAR).format(day);
    }
}
