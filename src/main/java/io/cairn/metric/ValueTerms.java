package io.cairn.metric;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What of a metric decides how its values are read.
 *
 * @param inPercent whether a ratio is kept times a hundred
 */
record ValueTerms(Frequency frequency, Aggregation timeAggregation, boolean inPercent) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static ValueTerms of(Metric metric) {
        return of(metric.sheet());
    }

    static ValueTerms of(MetricSheet sheet) {
        return new ValueTerms(sheet.frequency(), sheet.timeAggregation(), sheet.inPercent());
    }

    /** The value a ratio has, null over 0. */
    @Nullable
    BigDecimal quotient(BigDecimal numerator, BigDecimal denominator) {
        if (denominator.signum() == 0) {
            return null;
        }
        BigDecimal above = inPercent ? numerator.multiply(HUNDRED) : numerator;
        return above.divide(denominator, 18, RoundingMode.HALF_EVEN);
    }
}
