package io.cairn.goal;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How far a measure has come.
 *
 * @param raw share of the way, below 0 when it got worse and above 1 when it went beyond; null where there is no way
 * @param progress the same within 0..1; null where nothing can be said (no milestones, no expected check-ins)
 * @param achieved whether the target is met as its comparator asks, which progress 1 alone does not say
 */
public record MeasureProgress(
        @Nullable BigDecimal raw, @Nullable BigDecimal progress, boolean achieved, boolean noData) {

    public boolean regressed() {
        return raw != null && raw.signum() < 0;
    }
}
