package io.cairn.incentive;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.cairn.access.Audience;
import io.cairn.kernel.PersonRef;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What compensation pays together: the payouts of one currency whose plans end in a period, and what is to be mended of
 * earlier ones, against a budget.
 *
 * @param currency as ISO 4217 says it
 * @param batches how many batches have been marked as paid
 */
public record PayoutRun(
        UUID id,
        String name,
        LocalDate periodStart,
        LocalDate periodEnd,
        String currency,
        BigDecimal budget,
        PayoutRunState state,
        int batches,
        @Nullable PersonRef createdBy,
        Instant createdAt,
        @Nullable Instant closedAt,
        RunTotals totals,
        int version) {

    /** The pay of nobody: no person's key, so that only those who read all pay see it, and only compensation writes it. */
    static Audience audience(UUID run) {
        return Audience.pay(run);
    }

    public boolean open() {
        return state != PayoutRunState.CLOSED;
    }

    /** What the budget leaves; below 0 when it does not last. */
    @JsonProperty
    public BigDecimal left() {
        return budget.subtract(totals.sum());
    }

    @JsonProperty
    public boolean overBudget() {
        return left().signum() < 0;
    }
}
