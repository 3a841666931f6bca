package io.cairn.kernel;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Exact decimals without the zeros that a column's scale adds. */
public final class Decimals {
    private Decimals() {}

    /** 88.000000 → 88, 1E+2 → 100. */
    public static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    public static @Nullable BigDecimal plainOrNull(@Nullable BigDecimal value) {
        return value == null ? null : plain(value);
    }
}
