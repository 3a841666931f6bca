package io.cairn.framework.kpi.web;

import io.cairn.kernel.Comparator;
import io.cairn.kernel.Display;
import io.cairn.metric.MetricFigures;
import io.cairn.metric.MetricSheet;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A value as a metric shows it: always with the decimals of its definition, its unit apart so that it can stand back.
 *
 * @param before a currency sign that stands before the number; else empty
 * @param unit what follows the number; else empty
 */
public record Amount(String before, String number, String unit) {
    private static final Set<String> BEFORE = Set.of("€", "$", "£", "¥");
    private static final DecimalFormatSymbols ENGLISH = symbols();

    public static Amount of(@Nullable BigDecimal value, String unit, int decimals) {
        if (value == null) {
            return new Amount("", Display.NONE, "");
        }
        String number = number(value, decimals);
        return BEFORE.contains(unit) ? new Amount(unit, number, "") : new Amount("", number, unit);
    }

    static Amount of(@Nullable BigDecimal value, MetricSheet sheet) {
        return of(value, sheet.unit(), sheet.decimals());
    }

    /** {@code at least 92 %} or {@code 85 to 95 %}; null without a target. */
    static @Nullable String target(MetricSheet sheet, MetricFigures figures) {
        if (figures.low() != null && figures.high() != null) {
            return of(figures.low(), "", sheet.decimals()).words() + " to "
                    + of(figures.high(), sheet).words();
        }
        Comparator comparator = figures.comparator();
        return figures.target() == null || comparator == null
                ? null
                : comparator.label() + " " + of(figures.target(), sheet).words();
    }

    /** {@code +1.5 points} or {@code −€4,000}: how far it is from one value to another. */
    static String difference(BigDecimal difference, MetricSheet sheet) {
        BigDecimal rounded = difference.setScale(sheet.decimals(), RoundingMode.HALF_UP);
        String sign = rounded.signum() == 0 ? "±" : rounded.signum() > 0 ? "+" : "−";
        String unit = sheet.inPercent() ? "points" : sheet.unit();
        return sign + of(rounded.abs(), unit, sheet.decimals()).words();
    }

    public String words() {
        String sign = number.startsWith("−") && !before.isEmpty() ? "−" : "";
        return sign + before + number.substring(sign.length()) + (unit.isEmpty() ? "" : " " + unit);
    }

    private static String number(BigDecimal value, int decimals) {
        DecimalFormat format = new DecimalFormat("#,##0", ENGLISH);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value);
    }

    private static DecimalFormatSymbols symbols() {
        var symbols = DecimalFormatSymbols.getInstance(Locale.ENGLISH);
        symbols.setMinusSign('−');
        return symbols;
    }
}
