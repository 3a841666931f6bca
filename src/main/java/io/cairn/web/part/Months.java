package io.cairn.web.part;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Which days a time axis names: the months' first days, fewer where they crowd, weeks or days where it is short. */
final class Months {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM", Locale.ENGLISH);
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final int SHORT = 45;
    private static final int SHORT_NAMES = 12;
    private static final int LONG_NAMES = 5;

    private Months() {}

    record Label(LocalDate day, String text) {}

    static List<Label> between(LocalDate from, LocalDate until) {
        return ChronoUnit.DAYS.between(from, until) <= SHORT ? days(from, until) : months(from, until);
    }

    private static List<Label> months(LocalDate from, LocalDate until) {
        LocalDate first =
                from.getDayOfMonth() == 1 ? from : from.withDayOfMonth(1).plusMonths(1);
        int months = (int) ChronoUnit.MONTHS.between(first, until) + 1;
        boolean few = months <= SHORT_NAMES;
        int step = few ? 1 : 3 * Math.ceilDiv(months, 3 * LONG_NAMES);
        List<Label> labels = new ArrayList<>();
        for (LocalDate day = first; day.isBefore(until); day = day.plusMonths(step)) {
            labels.add(new Label(day, (few ? MONTH : YEAR).format(day)));
        }
        return labels;
    }

    private static List<Label> days(LocalDate from, LocalDate until) {
        int days = (int) ChronoUnit.DAYS.between(from, until);
        int step = days <= 14 ? Math.max(1, Math.ceilDiv(days, 5)) : 7 * Math.ceilDiv(days, 7 * LONG_NAMES);
        List<Label> labels = new ArrayList<>();
        for (LocalDate day = from; !day.isAfter(until); day = day.plusDays(step)) {
            labels.add(new Label(day, DAY.format(day)));
        }
        return labels;
    }
}
