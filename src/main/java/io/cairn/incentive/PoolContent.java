package io.cairn.incentive;

import io.cairn.kernel.Needed;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A pool as compensation writes it.
 *
 * @param currency an ISO 4217 code
 * @param holderId the manager who gives it out
 */
public record PoolContent(
        @Needed @Nullable String name,
        @Needed @Nullable LocalDate periodStart,
        @Needed @Nullable LocalDate periodEnd,
        @Needed @Nullable String currency,
        @Needed @Nullable BigDecimal amount,
        @Needed @Nullable UUID holderId) {}
