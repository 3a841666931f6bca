package io.cairn.web.part;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The progress bar in percent of its width: what is done, the shortfall up to what was expected, and where that is.
 *
 * @param gap 0 where nothing is missing
 * @param tick null where nothing is expected
 */
public record Meter(
        BigDecimal done, BigDecimal gap, @Nullable BigDecimal tick, String tone) {

    /** From progress and expected progress as shares of one; both are cut to 0..1. */
    public static Meter of(@Nullable BigDecimal progress, @Nullable BigDecimal expected, @Nullable String health) {
        BigDecimal done = progress == null ? BigDecimal.ZERO : percent(progress);
        BigDecimal tick = expected == null ? null : percent(expected);
        BigDecimal gap = tick == null || progress == null
                ? BigDecimal.ZERO
                : tick.subtract(done).max(BigDecimal.ZERO);
        return new Meter(done, gap, tick, Mark.toneOf(health));
    }

    private static BigDecimal percent(BigDecimal share) {
        return share.max(BigDecimal.ZERO).min(BigDecimal.ONE).movePointRight(2).setScale(2, RoundingMode.HALF_UP);
    }
}
