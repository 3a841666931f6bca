package io.cairn.metric;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a metric is going; it goes nowhere unless a signal says so (frameworks 2.2). */
public enum Trend {
    UP("Rising"),
    DOWN("Falling"),
    STABLE("Stable");

    /** How many periods a trend looks back. */
    public static final int PERIODS = 6;

    private final String label;

    Trend(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /**
     * The sign of the straight line through the last six periods.
     *
     * @param values one for each period, oldest first; null where a period has none
     * @param signal whether one of these periods is a signal
     */
    public static Trend of(List<? extends @Nullable BigDecimal> values, boolean signal) {
        if (!signal) {
            return STABLE;
        }
        var last = values.subList(Math.max(0, values.size() - PERIODS), values.size());
        long count = 0;
        long places = 0;
        var sum = BigDecimal.ZERO;
        var products = BigDecimal.ZERO;
        for (int i = 0; i < last.size(); i++) {
            BigDecimal value = last.get(i);
            if (value != null) {
                count++;
                places += i;
                sum = sum.add(value);
                products = products.add(value.multiply(BigDecimal.valueOf(i)));
            }
        }
        // The slope's divisor is never below 0, so its dividend has its sign.
        int sign = BigDecimal.valueOf(count)
                .multiply(products)
                .subtract(BigDecimal.valueOf(places).multiply(sum))
                .signum();
        return sign == 0 ? STABLE : sign > 0 ? UP : DOWN;
    }
}
