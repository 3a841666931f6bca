package io.cairn.incentive;

import io.cairn.kernel.Needed;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A bonus target as it is written.
 *
 * @param amount in the currency's minor units at most; 0 ends the bonus
 * @param currency an ISO 4217 code; the organisation's without one
 */
public record BonusTargetContent(
        @Needed @Nullable UUID personId,
        @Needed @Nullable BigDecimal amount,
        @Nullable String currency,
        @Needed @Nullable TargetBasis basis,
        @Needed @Nullable LocalDate effectiveFrom,
        @Nullable String note) {}
