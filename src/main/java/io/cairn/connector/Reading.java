package io.cairn.connector;

import io.cairn.kernel.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a row says of a metric.
 *
 * @param row its number, from 1
 * @param day a day of the period
 * @param problem why nothing can be made of it
 */
public record Reading(
        int row,
        UUID metricId,
        @Nullable LocalDate day,
        @Nullable BigDecimal value,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable Problem problem) {}
