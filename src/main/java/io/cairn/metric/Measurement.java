package io.cairn.metric;

import io.cairn.kernel.PersonRef;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a metric said of a period, in its newest revision or an older one.
 *
 * @param value null where the denominator is 0
 * @param dataError whether the value could not be computed
 * @param revision 1 for what came first; each correction is one more
 */
public record Measurement(
        LocalDate periodStart,
        LocalDate periodEnd,
        @Nullable BigDecimal value,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable BigDecimal weight,
        MeasurementStatus status,
        Source source,
        boolean dataError,
        String note,
        int revision,
        @Nullable PersonRef enteredBy,
        Instant recordedAt) {}
