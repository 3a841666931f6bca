package io.cairn.metric;

import io.cairn.kernel.Comparator;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * How good a value is, from 0 to 100 with 18 decimals, so that metrics of any unit become one index (frameworks 1.10).
 * Lower is better where green lies below red.
 */
public final class Score {
    private static final BigDecimal FULL = new BigDecimal("100");
    private static final BigDecimal THREE = new BigDecimal("3");

    private Score() {}

    /** A third of the way where red turns yellow, two thirds where yellow turns green, straight on; null where the two are one. */
    public static @Nullable BigDecimal of(BigDecimal value, BigDecimal redYellow, BigDecimal yellowGreen) {
        var width = yellowGreen.subtract(redYellow);
        return share(value.subtract(redYellow).add(width), width.multiply(THREE));
    }

    /** With the target as green and the end of amber as red; null of a band, without amber and without a target. */
    public static @Nullable BigDecimal of(
            Direction direction, @Nullable MetricTarget target, @Nullable BigDecimal value) {
        if (target == null || value == null || !target.judges(direction) || target.comparator() == Comparator.BETWEEN) {
            return null;
        }
        var amber = target.amberLimit();
        var green = target.target();
        return amber == null || green == null ? null : of(value, amber, green);
    }

    /** The other way to make an index: 0 at the worst case, 100 at the best; null where the two are one. */
    public static @Nullable BigDecimal between(BigDecimal value, BigDecimal worst, BigDecimal best) {
        return share(value.subtract(worst), best.subtract(worst));
    }

    private static @Nullable BigDecimal share(BigDecimal way, BigDecimal whole) {
        if (whole.signum() == 0) {
            return null;
        }
        return way.multiply(FULL)
                .divide(whole, 18, RoundingMode.HALF_EVEN)
                .max(BigDecimal.ZERO)
                .min(FULL);
    }
}
