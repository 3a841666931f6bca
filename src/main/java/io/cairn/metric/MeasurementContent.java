package io.cairn.metric;

import io.cairn.kernel.Needed;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A measurement as it is sent: a value, or a numerator and a denominator.
 *
 * @param periodEnd the end of the period of the metric's frequency that holds {@code periodStart} when null, which then
 *     may be any day of it
 * @param weight what it counts in a weighted average
 * @param status FINAL when null
 */
public record MeasurementContent(
        @Needed @Nullable LocalDate periodStart,
        @Nullable LocalDate periodEnd,
        @Nullable BigDecimal value,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable BigDecimal weight,
        @Nullable String note,
        @Nullable MeasurementStatus status) {

    public static MeasurementContent of(Period period, BigDecimal value) {
        return new MeasurementContent(period.start(), period.end(), value, null, null, null, null, null);
    }
}
