package io.cairn.metric;

import io.cairn.kernel.Comparator;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a metric should be, from one day to another.
 *
 * @param from the first day it holds
 * @param to the last day it holds; null while it goes on
 * @param target what a value is held against; null of a band
 * @param amberAt where amber ends and red begins; of a band how far outside, on either side, is still amber; null for
 *     the usual limit of a target, and for no amber of a band
 * @param low the lowest value inside a band
 * @param high the highest value inside a band
 */
public record MetricTarget(
        LocalDate from,
        @Nullable LocalDate to,
        @Nullable BigDecimal target,
        Comparator comparator,
        @Nullable BigDecimal amberAt,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high) {
    private static final BigDecimal USUAL_BELOW = new BigDecimal("0.9");
    private static final BigDecimal USUAL_ABOVE = new BigDecimal("1.1");

    public static MetricTarget of(
            LocalDate from,
            @Nullable LocalDate to,
            Comparator comparator,
            BigDecimal target,
            @Nullable BigDecimal amberAt) {
        return new MetricTarget(from, to, target, comparator, amberAt, null, null);
    }

    public static MetricTarget band(
            LocalDate from, @Nullable LocalDate to, BigDecimal low, BigDecimal high, @Nullable BigDecimal tolerance) {
        return new MetricTarget(from, to, null, Comparator.BETWEEN, tolerance, low, high);
    }

    /** Where amber ends: as given, else a tenth off a target above 0; null where there is neither (frameworks 1.10). */
    public @Nullable BigDecimal amberLimit() {
        var usual = usualShare();
        return amberAt != null || target == null || usual == null ? amberAt : target.multiply(usual);
    }

    /** Whether the value is inside the band or meets the target; never of a target that is not complete. */
    public boolean met(BigDecimal value) {
        if (comparator == Comparator.BETWEEN) {
            return low != null && high != null && value.compareTo(low) >= 0 && value.compareTo(high) <= 0;
        }
        return target != null && comparator.holds(value, target);
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    /** Whether the two hold on a day in common. */
    public boolean overlaps(MetricTarget other) {
        return (to == null || !other.from.isAfter(to)) && (other.to == null || !from.isAfter(other.to));
    }

    /** The same from one day to another. */
    MetricTarget during(LocalDate first, @Nullable LocalDate last) {
        return new MetricTarget(first, last, target, comparator, amberAt, low, high);
    }

    /** Whether both ask the same of a value, whenever they hold. */
    boolean says(MetricTarget other) {
        return comparator == other.comparator
                && Series.sameNumber(target, other.target)
                && Series.sameNumber(amberAt, other.amberAt)
                && Series.sameNumber(low, other.low)
                && Series.sameNumber(high, other.high);
    }

    /** Whether a value of a metric of this direction can be held against it. */
    boolean judges(Direction direction) {
        return direction.fits(comparator)
                && (comparator == Comparator.BETWEEN ? low != null && high != null : target != null);
    }

    /** How far off a target is usually amber; null where nothing is usual: of a band, and of 0 or less. */
    @Nullable
    BigDecimal usualShare() {
        if (target == null || target.signum() <= 0) {
            return null;
        }
        if (comparator.rises()) {
            return USUAL_BELOW;
        }
        return comparator.falls() ? USUAL_ABOVE : null;
    }
}
