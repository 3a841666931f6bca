package io.cairn.incentive;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was wrong with a payout that is paid.
 *
 * @param reason why, for whoever approves it and whoever gets it
 */
public record AdjustmentContent(
        @Nullable String reason, @Nullable List<Line> lines) {

    /**
     * @param line the line of the payout that was wrong, from 1; null for what belongs to none
     * @param amount the difference: what was paid too little, or below 0 too much
     * @param label what is corrected
     */
    public record Line(
            @Nullable Integer line,
            @Nullable BigDecimal amount,
            @Nullable String label) {}
}
