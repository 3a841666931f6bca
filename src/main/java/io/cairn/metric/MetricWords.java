package io.cairn.metric;

import io.cairn.kernel.Comparator;
import io.cairn.kernel.Display;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Metrics' figures and periods as people read them. */
public final class MetricWords {
    private static final Set<String> BEFORE = Set.of("€", "$", "£", "¥");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);

    private MetricWords() {}

    /** {@code 17.0}: always with the metric's decimals; a dash where there is no value. */
    public static String number(@Nullable BigDecimal value, int decimals) {
        if (value == null) {
            return Display.NONE;
        }
        var symbols = DecimalFormatSymbols.getInstance(Locale.ENGLISH);
        symbols.setMinusSign('−');
        var format = new DecimalFormat("#,##0", symbols);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_UP);
        return format.format(rounded.signum() == 0 ? BigDecimal.ZERO : rounded);
    }

    /** {@code 17.5 %} or {@code €46,000}. */
    public static String value(@Nullable BigDecimal value, String unit, int decimals) {
        String number = number(value, decimals);
        if (value == null || unit.isBlank()) {
            return number;
        }
        if (!BEFORE.contains(unit)) {
            return number + " " + unit;
        }
        return number.startsWith("−") ? "−" + unit + number.substring(1) : unit + number;
    }

    public static String value(@Nullable BigDecimal value, MetricSheet sheet) {
        return value(value, sheet.unit(), sheet.decimals());
    }

    /** {@code −1.8}, {@code +0.4} or {@code 0.0}; a dash where either is missing. */
    public static String change(@Nullable BigDecimal from, @Nullable BigDecimal to, MetricSheet sheet) {
        if (from == null || to == null) {
            return Display.NONE;
        }
        BigDecimal change = to.subtract(from).setScale(sheet.decimals(), RoundingMode.HALF_UP);
        return (change.signum() > 0 ? "+" : "") + number(change, sheet.decimals());
    }

    /** The unit of a difference: percent differ by points. */
    public static String changeUnit(MetricSheet sheet) {
        return sheet.inPercent() ? "points" : sheet.unit();
    }

    /** {@code > 20}, {@code ≤ 4.5} or {@code 15 – 18}; empty without a target. */
    public static String target(
            @Nullable Comparator comparator,
            @Nullable BigDecimal target,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high) {
        if (comparator == Comparator.BETWEEN) {
            return low == null || high == null ? "" : Display.number(low) + " – " + Display.number(high);
        }
        return comparator == null || target == null ? "" : sign(comparator) + " " + Display.number(target);
    }

    public static String target(MetricTarget target) {
        return target(target.comparator(), target.target(), target.low(), target.high());
    }

    public static String target(MetricFigures figures) {
        return target(figures.comparator(), figures.target(), figures.low(), figures.high());
    }

    /** {@code near from 18}, {@code near up to 5} or {@code near within 2}; empty where nothing is near. */
    public static String near(@Nullable Comparator comparator, @Nullable BigDecimal amberAt, MetricSheet sheet) {
        if (comparator == null || amberAt == null) {
            return "";
        }
        String limit = Display.number(amberAt);
        return comparator == Comparator.BETWEEN
                ? "near within " + limit + " of it"
                : sheet.direction() == Direction.LOWER ? "near up to " + limit : "near from " + limit;
    }

    private static String sign(Comparator comparator) {
        return switch (comparator) {
            case GE -> "≥";
            case GT -> ">";
            case LE -> "≤";
            case LT -> "<";
            case EQ -> "=";
            case BETWEEN -> "";
        };
    }

    /** {@code Week of 10 Aug}, {@code Aug 2026}, {@code 2026 Q3}; with the year where it is not the reader's. */
    public static String period(Frequency frequency, LocalDate start, LocalDate today) {
        String day = (start.getYear() == today.getYear() ? DAY : DAY_OF_YEAR).format(start);
        return switch (frequency) {
            case DAILY -> day;
            case WEEKLY -> "Week of " + day;
            case BIWEEKLY -> "Two weeks from " + day;
            case MONTHLY -> MONTH.format(start);
            case QUARTERLY -> start.getYear() + " Q" + ((start.getMonthValue() + 2) / 3);
            case ANNUAL -> String.valueOf(start.getYear());
        };
    }

    /** The same, as short as a table's column may be whose head says {@link #column}. */
    public static String shortPeriod(Frequency frequency, LocalDate start, LocalDate today) {
        return switch (frequency) {
            case DAILY, WEEKLY, BIWEEKLY -> (start.getYear() == today.getYear() ? DAY : DAY_OF_YEAR).format(start);
            case MONTHLY, QUARTERLY, ANNUAL -> period(frequency, start, today);
        };
    }

    /** {@code Week of}, {@code Month}. */
    public static String column(Frequency frequency) {
        return switch (frequency) {
            case DAILY -> "Day";
            case WEEKLY -> "Week of";
            case BIWEEKLY -> "Two weeks from";
            case MONTHLY -> "Month";
            case QUARTERLY -> "Quarter";
            case ANNUAL -> "Year";
        };
    }

    /** One period of it: {@code week}. */
    public static String one(Frequency frequency) {
        return switch (frequency) {
            case DAILY -> "day";
            case WEEKLY -> "week";
            case BIWEEKLY -> "two weeks";
            case MONTHLY -> "month";
            case QUARTERLY -> "quarter";
            case ANNUAL -> "year";
        };
    }
}
