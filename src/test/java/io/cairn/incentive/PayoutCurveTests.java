package io.cairn.incentive;

import static io.cairn.incentive.PayoutCurve.Concern.CURVE_CLIFF;
import static io.cairn.incentive.PayoutCurve.Concern.CURVE_FALLS;
import static io.cairn.incentive.PayoutCurve.Concern.CURVE_HIGH_THRESHOLD;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.kernel.Vectors;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PayoutCurveTests {
    record Row(String id, BigDecimal attainment, BigDecimal payout) {}

    static List<Row> rows() {
        return Vectors.rows("payout-curve", Row.class);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theWorkedFigures(Row row) {
        assertThat(PayoutCurve.DEFAULT.payout(row.attainment()).setScale(4, RoundingMode.HALF_UP))
                .isEqualTo(row.payout());
    }

    /** {@code 0.8:0.5 1:1} */
    static PayoutCurve curve(boolean stepped, String points) {
        return new PayoutCurve(
                Arrays.stream(points.split(" "))
                        .filter(point -> !point.isEmpty())
                        .map(point -> point.split(":"))
                        .map(point -> PayoutCurve.Point.of(point[0], point[1]))
                        .toList(),
                stepped);
    }

    @ParameterizedTest
    @CsvSource({"0.49, 0", "0.5, 0.25", "0.99, 0.25", "1, 1", "3, 1"})
    void aSteppedCurvePaysTheLastPointReached(BigDecimal attainment, String payout) {
        assertThat(curve(true, "0.5:0.25 1:1").payout(attainment)).isEqualByComparingTo(payout);
    }

    @Test
    void aSinglePointPaysAllOrNothing() {
        assertThat(curve(false, "1:1").payout(new BigDecimal("0.999"))).isZero();
        assertThat(curve(false, "1:1").payout(new BigDecimal("1"))).isEqualByComparingTo("1");
    }

    @ParameterizedTest
    @CsvSource({
        "'', points CURVE_EMPTY",
        "1:1 0.8:0.5, points[1].attainment CURVE_DESCENDING",
        "1:1 1.0:2, points[1].attainment CURVE_DUPLICATE",
        "0.8:-0.5, points[0] CURVE_NEGATIVE",
        "-0.8:0.5, points[0] CURVE_NEGATIVE"
    })
    void whatIsNotACurve(String points, String problem) {
        assertThat(curve(false, points).problems())
                .extracting(found -> found.field() + " " + found.code())
                .containsExactly(problem);
    }

    @Test
    void whatIsDubious() {
        assertThat(PayoutCurve.DEFAULT.concerns()).isEmpty();
        assertThat(curve(false, "0.8:0.51 1:1").concerns()).containsExactly(CURVE_CLIFF);
        assertThat(curve(true, "0.5:0.25 0.8:0.5 1:1").concerns()).containsExactly(CURVE_CLIFF);
        assertThat(curve(true, "0.5:0.25 0.8:0.5 1:0.75").concerns()).isEmpty();
        assertThat(curve(false, "0.5:0.25 0.99:0.5 1:1").concerns()).containsExactly(CURVE_CLIFF);
        assertThat(curve(false, "0.9:0.5 1:1").concerns()).isEmpty();
        assertThat(curve(false, "0.91:0.5 1:1").concerns()).containsExactly(CURVE_HIGH_THRESHOLD);
        assertThat(curve(false, "0.5:0.5 1:0.4").concerns()).containsExactly(CURVE_FALLS);
    }
}
