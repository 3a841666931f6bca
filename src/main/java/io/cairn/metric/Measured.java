package io.cairn.metric;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was measured in one period.
 *
 * @param value the figure; of a ratio numerator over denominator with 18 decimals, null where the denominator is 0
 * @param numerator of a ratio, else null
 * @param denominator of a ratio, else null
 * @param weight how much the value counts in a weighted average, such as the number of answers; null where none was given
 */
public record Measured(
        Period period,
        @Nullable BigDecimal value,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable BigDecimal weight) {

    public static Measured of(Period period, BigDecimal value) {
        return new Measured(period, value, null, null, null);
    }

    public static Measured weighted(Period period, BigDecimal value, BigDecimal weight) {
        return new Measured(period, value, null, null, weight);
    }

    public static Measured ratio(Period period, BigDecimal numerator, BigDecimal denominator) {
        var value = denominator.signum() == 0 ? null : numerator.divide(denominator, 18, RoundingMode.HALF_EVEN);
        return new Measured(period, value, numerator, denominator, null);
    }

    /** A ratio over 0 has no value, and that is not the same as nothing measured. */
    public boolean dataError() {
        return denominator != null && denominator.signum() == 0;
    }

    /** The values there are, oldest period first, in whatever order they arrived. */
    public static List<BigDecimal> valuesInTime(List<Measured> points) {
        return points.stream()
                .sorted(Comparator.comparing(Measured::period))
                .map(Measured::value)
                .filter(Objects::nonNull)
                .toList();
    }
}
