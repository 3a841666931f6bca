package io.cairn.incentive;

import io.cairn.kernel.PersonRef;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payout in a run's list.
 *
 * @param target the bonus at 100 %, prorated
 * @param yours why the viewer does not decide about it: OWN_PAY, FOUR_EYES; null when they may
 */
public record RunRow(
        UUID payoutId,
        UUID planId,
        PayoutKind kind,
        PersonRef employee,
        @Nullable PersonRef manager,
        LocalDate periodStart,
        LocalDate periodEnd,
        BigDecimal target,
        BigDecimal modifier,
        BigDecimal total,
        boolean capped,
        boolean lateOverride,
        boolean estimatesDiffer,
        PayoutState state,
        String reason,
        @Nullable PersonRef decidedBy,
        @Nullable Instant decidedAt,
        @Nullable Instant paidAt,
        @Nullable Integer batch,
        @Nullable String yours) {}
