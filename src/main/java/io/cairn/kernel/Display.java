package io.cairn.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Figures as people and programs read them (frameworks 0.4). */
public final class Display {
    /** What stands where there is nothing to show. */
    public static final String NONE = "–";

    private static final Set<String> BEFORE = Set.of("€", "$", "£", "¥");
    private static final DecimalFormatSymbols ENGLISH = symbols();

    private Display() {}

    private static DecimalFormatSymbols symbols() {
        var symbols = DecimalFormatSymbols.getInstance(Locale.ENGLISH);
        symbols.setMinusSign('−');
        return symbols;
    }

    /** Progress as whole percent, such as {@code 41}; 100 only when achieved. */
    public static int percentage(BigDecimal progress, boolean achieved) {
        int percent = percentage(progress);
        return achieved ? percent : Math.min(99, percent);
    }

    /** A ratio as whole percent where 100 promises nothing, such as what is expected. */
    public static int percentage(BigDecimal ratio) {
        return ratio.movePointRight(2).setScale(0, RoundingMode.HALF_UP).intValue();
    }

    /** {@code 41 %}, or a dash without data. */
    public static String percent(@Nullable BigDecimal progress, boolean achieved, boolean noData) {
        return progress == null || noData ? NONE : percentage(progress, achieved) + " %";
    }

    /** A share of pay as percent with two decimals HALF_UP, so that columns line up: {@code 102.22}, or a dash. */
    public static String share(@Nullable BigDecimal ratio) {
        if (ratio == null) {
            return NONE;
        }
        var format = new DecimalFormat("#,##0.00", ENGLISH);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(ratio.movePointRight(2));
    }

    /** {@code 0.4}, or a dash. */
    public static String grade(@Nullable BigDecimal grade) {
        return grade == null ? NONE : grade.setScale(1, RoundingMode.HALF_UP).toPlainString();
    }

    /** A ratio for the API: four decimals HALF_UP, no trailing zeros. */
    public static @Nullable BigDecimal ratio(@Nullable BigDecimal value) {
        return value == null ? null : plain(value.setScale(4, RoundingMode.HALF_UP));
    }

    /** A number for the API and for fields: no trailing zeros, no exponent. */
    public static BigDecimal plain(BigDecimal value) {
        var stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** {@code 46,000} or {@code −8.5}. */
    public static String number(@Nullable BigDecimal value) {
        if (value == null) {
            return NONE;
        }
        var format = new DecimalFormat("#,##0", ENGLISH);
        format.setMaximumFractionDigits(18);
        return format.format(value);
    }

    /** {@code 88 %}, {@code 28 h}, {@code €46,000} or {@code 61}. */
    public static String value(@Nullable BigDecimal value, String unit) {
        if (value == null || unit.isBlank()) {
            return number(value);
        }
        if (!BEFORE.contains(unit)) {
            return number(value) + " " + unit;
        }
        return value.signum() < 0 ? "−" + unit + number(value.negate()) : unit + number(value);
    }

    /** {@code 1,562.50 EUR}, {@code 5,000 JPY}: always with all decimals of the currency, so that columns line up. */
    public static String money(Money money) {
        int decimals = Money.decimals(money.currency());
        var format = new DecimalFormat("#,##0", ENGLISH);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(money.amount()) + " " + money.currency().getCurrencyCode();
    }
}
