package io.cairn.incentive;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A run as somebody writes it down.
 *
 * @param currency an ISO 4217 code
 * @param budget what all its payouts may add up to; more is flagged, not refused
 */
public record RunContent(
        @Nullable String name,
        @Nullable LocalDate periodStart,
        @Nullable LocalDate periodEnd,
        @Nullable String currency,
        @Nullable BigDecimal budget) {}
