package io.cairn.framework.hybrid.web;

import io.cairn.framework.hybrid.SuggestedKeyResult;
import io.cairn.kernel.Comparator;
import io.cairn.kernel.Display;
import io.cairn.metric.MetricFigures;
import io.cairn.metric.MetricSheet;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Figures and days of KPIs as people read them. */
public final class Shown {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter WITH_YEAR = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private Shown() {}

    public static String day(LocalDate day, LocalDate today) {
        return (day.getYear() == today.getYear() ? DAY : WITH_YEAR).format(day);
    }

    /** {@code 17.5 %}, with no more decimals than the metric has. */
    public static String value(@Nullable BigDecimal value, MetricSheet sheet) {
        return value == null
                ? Display.NONE
                : Display.value(value.setScale(sheet.decimals(), RoundingMode.HALF_UP), sheet.unit());
    }

    /** {@code at least 92 %} or {@code 15 to 18 h}; empty without a target. */
    public static String target(MetricFigures figures, MetricSheet sheet) {
        Comparator comparator = figures.comparator();
        if (comparator == Comparator.BETWEEN) {
            return Display.number(figures.low()) + " to " + Display.value(figures.high(), sheet.unit());
        }
        return comparator == null || figures.target() == null
                ? ""
                : comparator.label() + " " + Display.value(figures.target(), sheet.unit());
    }

    /** {@code 85 % → 92 %}. */
    public static String way(SuggestedKeyResult keyResult, MetricSheet sheet) {
        return Display.value(keyResult.baseline(), sheet.unit()) + " → "
                + Display.value(keyResult.target(), sheet.unit());
    }
}
