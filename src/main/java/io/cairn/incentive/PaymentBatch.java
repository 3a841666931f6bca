package io.cairn.incentive;

import io.cairn.kernel.PersonRef;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Payouts of a run that were marked as paid in one go, and are exported as one file.
 *
 * @param number from 1
 */
public record PaymentBatch(
        int number,
        int payments,
        BigDecimal total,
        @Nullable PersonRef paidBy,
        Instant paidAt) {}
