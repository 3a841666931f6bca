package io.cairn.incentive;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payout that was decided about or paid.
 *
 * @param before its state until now
 * @param reason why it was rejected; empty otherwise
 * @param by who decided; null for the system
 */
public record PayoutChange(
        UUID payout,
        PayoutKind kind,
        UUID plan,
        UUID employee,
        PayoutState before,
        PayoutState after,
        String reason,
        @Nullable UUID by,
        Instant at) {}
