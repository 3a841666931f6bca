package io.cairn.metric;

import java.math.BigDecimal;
import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.jspecify.annotations.Nullable;

/** Values and periods for the tests. */
final class Points {
    static final LocalDate START = LocalDate.of(2026, 1, 1);

    private Points() {}

    static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    static @Nullable BigDecimal numberOrNull(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }

    /** The n-th month from the start, from 0. */
    static Period month(int index) {
        return Frequency.MONTHLY.periodOf(START.plusMonths(index));
    }

    static Arbitrary<BigDecimal> numbers() {
        return Arbitraries.bigDecimals()
                .between(number("-1000"), number("1000"))
                .ofScale(2);
    }

    static Arbitrary<BigDecimal> factors() {
        return Arbitraries.bigDecimals().between(number("0.01"), number("1000")).ofScale(2);
    }
}
