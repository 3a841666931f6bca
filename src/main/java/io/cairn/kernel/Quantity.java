package io.cairn.kernel;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The numbers Cairn keeps: smaller than 1e15 and with at most six decimals. */
public final class Quantity {
    public static final int DECIMALS = 6;
    private static final int DIGITS = 15;

    private Quantity() {}

    /** Null when the number can be kept; looks at its size before its digits, so 1e400000000 costs nothing. */
    public static @Nullable NumberProblem problem(BigDecimal value) {
        if (value.signum() == 0) {
            return null;
        }
        if ((long) value.precision() - value.scale() > DIGITS) {
            return NumberProblem.OUT_OF_RANGE;
        }
        return value.scale() > DECIMALS && value.stripTrailingZeros().scale() > DECIMALS
                ? NumberProblem.TOO_PRECISE
                : null;
    }
}
