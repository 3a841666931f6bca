package io.cairn.metric;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.IsoFields;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Periods as people write them: a day of it, or {@code 2026}, {@code 2026-Q3}, {@code 2026-08}, {@code Aug 2026}, {@code 2026-W33}. */
public final class PeriodText {
    private static final Pattern YEAR = Pattern.compile("(\\d{4})");
    private static final Pattern QUARTER = Pattern.compile("(?:(\\d{4})[- ]?Q([1-4])|Q([1-4])[- ]?(\\d{4}))");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})-(\\d{2})");
    private static final Pattern WEEK = Pattern.compile("(\\d{4})-?W(\\d{1,2})");
    private static final DateTimeFormatter SHORT = named("MMM uuuu");
    private static final DateTimeFormatter LONG = named("MMMM uuuu");

    private PeriodText() {}

    private static DateTimeFormatter named(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH);
    }

    /** Whether the text is a period of some frequency. */
    public static boolean isPeriod(String text) {
        return Arrays.stream(Frequency.values()).anyMatch(frequency -> start(text.strip(), frequency) != null);
    }

    /** The first day that is meant; null where the text is no period of this frequency. */
    static @Nullable LocalDate start(String text, Frequency frequency) {
        try {
            return text.length() == 10 && text.charAt(4) == '-'
                    ? day(text)
                    : named(text.toUpperCase(Locale.ROOT), frequency);
        } catch (DateTimeException none) {
            return null;
        }
    }

    /** {@code 2026-08-31}; by hand, because a load reads millions of them. */
    private static @Nullable LocalDate day(String text) {
        int number = 0;
        for (int i = 0; i < 10; i++) {
            char c = text.charAt(i);
            boolean dash = i == 4 || i == 7;
            if (dash ? c != '-' : c < '0' || c > '9') {
                return null;
            }
            number = dash ? number : 10 * number + c - '0';
        }
        return LocalDate.of(number / 10_000, number / 100 % 100, number % 100);
    }

    private static @Nullable LocalDate named(String text, Frequency frequency) {
        return switch (frequency) {
            case DAILY -> null;
            case WEEKLY, BIWEEKLY -> week(WEEK.matcher(text), frequency);
            case MONTHLY -> month(text);
            case QUARTERLY -> quarter(QUARTER.matcher(text));
            case ANNUAL -> YEAR.matcher(text).matches() ? LocalDate.of(Integer.parseInt(text), 1, 1) : null;
        };
    }

    private static @Nullable LocalDate week(Matcher found, Frequency frequency) {
        if (!found.matches()) {
            return null;
        }
        int week = Integer.parseInt(found.group(2));
        LocalDate monday = LocalDate.of(Integer.parseInt(found.group(1)), 1, 4)
                .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, 1)
                .with(java.time.DayOfWeek.MONDAY);
        boolean inYear = week >= 1
                && week
                        <= IsoFields.WEEK_OF_WEEK_BASED_YEAR
                                .rangeRefinedBy(monday.plusDays(3))
                                .getMaximum();
        return inYear ? frequency.periodOf(monday.plusWeeks(week - 1L)).start() : null;
    }

    private static @Nullable LocalDate month(String text) {
        Matcher found = MONTH.matcher(text);
        if (found.matches()) {
            return LocalDate.of(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)), 1);
        }
        try {
            return YearMonth.parse(text, SHORT).atDay(1);
        } catch (DateTimeException notShort) {
            return YearMonth.parse(text, LONG).atDay(1);
        }
    }

    private static @Nullable LocalDate quarter(Matcher found) {
        if (!found.matches()) {
            return null;
        }
        boolean yearFirst = found.group(1) != null;
        int year = Integer.parseInt(yearFirst ? found.group(1) : found.group(4));
        int quarter = Integer.parseInt(yearFirst ? found.group(2) : found.group(3));
        return LocalDate.of(year, 3 * quarter - 2, 1);
    }
}
