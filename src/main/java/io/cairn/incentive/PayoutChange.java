package io.cairn.incentive;

import org.jspecify.annotations.Nullable;
import java.time.Instant;
import java.util.UUID;

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
