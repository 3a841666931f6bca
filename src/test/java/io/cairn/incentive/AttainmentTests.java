package io.cairn.incentive;

import static io.cairn.incentive.PayoutTests.four;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cairn.kernel.Arithmetic;
import io.cairn.kernel.Comparator;
import io.cairn.kernel.ProblemException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttainmentTests {
    @ParameterizedTest
    @CsvSource({
        "BASELINE_TO_TARGET, 12, 5, LT, 13, 0.0000, false",
        "BASELINE_TO_TARGET, 12, 5, LE, 5, 1.0000, true",
        "BASELINE_TO_TARGET, 0, 10, GT, 30, 3.0000, true",
        "RATIO_TO_TARGET, , 25, GE, 26.25, 1.0500, true",
        "RATIO_TO_TARGET, , 25, GE, -5, 0.0000, false",
        "INVERSE_RATIO, , 5, LT, 6.4, 0.7813, false",
        "INVERSE_RATIO, , 5, LT, 4, 1.2500, true",
        "MILESTONE, , 4, , 3, 0.7500, ",
        "MILESTONE, , , , 0.6, 0.6000, ",
        "RUBRIC, 1, 4, GE, 5, 1.3333, true",
        "RUBRIC, , 4, GE, 3, 0.7500, false",
        "BOOLEAN, , , , 1, 1.0000, ",
        "BOOLEAN, , , , 0, 0.0000, ",
        "BOOLEAN, , 3, LE, 2, 1.0000, true"
    })
    void eachBasisHasItsOwnWay(
            AttainmentBasis basis,
            @Nullable BigDecimal baseline,
            @Nullable BigDecimal target,
            @Nullable Comparator comparator,
            BigDecimal actual,
            String attainment,
            @Nullable Boolean met) {
        var found = Attainment.of(new Attained(basis, baseline, target, comparator, actual));
        assertThat(four(found.value())).isEqualTo(attainment);
        assertThat(found.met()).isEqualTo(met);
        assertThat(Arithmetic.evaluate(found.explained()).get("attainment")).isEqualByComparingTo(found.value());
    }

    @ParameterizedTest
    @CsvSource({
        "BASELINE_TO_TARGET, 5, 5.0, 3, target BASELINE_EQUALS_TARGET",
        "BASELINE_TO_TARGET, , 5, 3, baseline REQUIRED",
        "BASELINE_TO_TARGET, 4, , 3, target REQUIRED",
        "RATIO_TO_TARGET, , 0, 3, target RATIO_NEEDS_POSITIVE_TARGET",
        "RATIO_TO_TARGET, , -4, 3, target RATIO_NEEDS_POSITIVE_TARGET",
        "INVERSE_RATIO, , 5, 0, actual INVERSE_NEEDS_POSITIVE_ACTUAL",
        "INVERSE_RATIO, , 5, -1, actual INVERSE_NEEDS_POSITIVE_ACTUAL",
        "MILESTONE, 1, , 1, target BASELINE_EQUALS_TARGET",
        "RATIO_TO_TARGET, , 5, , actual REQUIRED"
    })
    void nothingIsDividedByNothing(
            AttainmentBasis basis,
            @Nullable BigDecimal baseline,
            @Nullable BigDecimal target,
            @Nullable BigDecimal actual,
            String problem) {
        var attained = new Attained(basis, baseline, target, null, actual);
        assertThat(attained.problems())
                .extracting(found -> found.field() + " " + found.code())
                .containsExactly(problem);
        assertThatThrownBy(() -> Attainment.of(attained)).isInstanceOf(ProblemException.class);
    }

    @Test
    void aGivenShareIsNeverBelowZero() {
        assertThat(Attainment.given(new BigDecimal("-0.2")).value()).isZero();
        assertThat(Attainment.given(new BigDecimal("1.7")).value()).isEqualByComparingTo("1.7");
    }
}
