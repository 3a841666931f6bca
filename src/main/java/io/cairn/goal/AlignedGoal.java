package io.cairn.goal;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A goal that counts in its parent's progress: its stored figures and its part in them.
 *
 * @param share the part of the child that belongs to this parent, 0..1
 */
public record AlignedGoal(
        UUID id,
        String title,
        BigDecimal weight,
        BigDecimal share,
        @Nullable BigDecimal progress,
        @Nullable BigDecimal expected,
        @Nullable Health health,
        boolean achieved,
        boolean noData,
        boolean cancelled) {

    public boolean counts() {
        return !cancelled && weight.signum() > 0 && share.signum() > 0;
    }
}
