package io.cairn.incentive;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One line of what somebody is paid for. */
public sealed interface PayoutLine {
    /** What people call it, such as the objective's title. */
    String name();

    /** In percent, with at most two decimals. */
    BigDecimal weight();

    /**
     * An objective whose attainment its curve turns into pay.
     *
     * @param cap the most its factor may be; null for as much as the curve gives
     */
    record Scored(
            String name,
            BigDecimal weight,
            Attainment attainment,
            PayoutCurve curve,
            @Nullable BigDecimal cap) implements PayoutLine {
        Fraction factor() {
            var paid = curve.exact(attainment.exact());
            return cap == null ? paid : paid.min(Fraction.of(cap));
        }
    }

    /** A discretionary amount from a pool: weight 0, paid as given, beside all caps, gates and modifiers. */
    record Given(String name, BigDecimal amount) implements PayoutLine {
        @Override
        public BigDecimal weight() {
            return BigDecimal.ZERO;
        }
    }
}
