package io.cairn.metric;

import static io.cairn.metric.Points.START;
import static io.cairn.metric.Points.number;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.kernel.Comparator;
import io.cairn.kernel.Vectors;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ScoreTests {
    record Row(String id, BigDecimal value, BigDecimal redYellow, BigDecimal yellowGreen, BigDecimal score) {}

    static List<Row> rows() {
        return Vectors.rows("metric-score", Row.class);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theWorkedFigures(Row row) {
        var score = Score.of(row.value(), row.redYellow(), row.yellowGreen());
        assertThat(score).isNotNull();
        assertThat(score.setScale(2, RoundingMode.HALF_UP)).isEqualTo(row.score());
    }

    @ParameterizedTest
    @CsvSource({"10, 0", "20, 0", "5, 50", "0, 100", "-1, 100"})
    void fromTheWorstCaseToTheBest(String value, String score) {
        assertThat(Score.between(number(value), number("10"), number("0"))).isEqualByComparingTo(score);
    }

    @Test
    void thereIsNoScoreWithoutAWay() {
        assertThat(Score.of(BigDecimal.ONE, BigDecimal.TEN, number("10.0"))).isNull();
        assertThat(Score.between(BigDecimal.ONE, BigDecimal.TEN, number("10.0")))
                .isNull();
        assertThat(Score.of(Direction.HIGHER, null, BigDecimal.ONE)).isNull();
        var band = MetricTarget.band(START, null, number("1"), number("2"), number("1"));
        assertThat(Score.of(Direction.BAND, band, BigDecimal.ONE)).isNull();
        var target = MetricTarget.of(START, null, Comparator.GE, number("0"), null);
        assertThat(Score.of(Direction.HIGHER, target, BigDecimal.ONE)).isNull();
        assertThat(Score.of(Direction.NONE, target, BigDecimal.ONE)).isNull();
    }

    @Test
    void theTargetIsGreenAndTheEndOfAmberRed() {
        var target = MetricTarget.of(START, null, Comparator.LE, number("100"), null);
        assertThat(Score.of(Direction.LOWER, target, number("105"))).isEqualByComparingTo("50");
        assertThat(Score.of(Direction.LOWER, target, number("90"))).isEqualByComparingTo("100");
        assertThat(Score.of(Direction.LOWER, target, null)).isNull();
    }

    @Property
    void aBetterValueNeverScoresLess(
            @ForAll("numbers") BigDecimal value,
            @ForAll("numbers") BigDecimal red,
            @ForAll("numbers") BigDecimal green,
            @ForAll("factors") BigDecimal step) {
        var score = Score.of(value, red, green);
        if (score == null) {
            assertThat(red).isEqualByComparingTo(green);
            return;
        }
        var better = green.compareTo(red) > 0 ? value.add(step) : value.subtract(step);
        assertThat(Score.of(better, red, green)).isGreaterThanOrEqualTo(score);
        assertThat(score).isBetween(BigDecimal.ZERO, number("100"));
    }

    @Property
    void scaleAndMirrorChangeNothing(
            @ForAll("numbers") BigDecimal value,
            @ForAll("numbers") BigDecimal red,
            @ForAll("numbers") BigDecimal green,
            @ForAll("factors") BigDecimal factor) {
        var score = Score.of(value, red, green);
        assertThat(Score.of(value.multiply(factor), red.multiply(factor), green.multiply(factor)))
                .isEqualTo(score);
        assertThat(Score.of(value.negate(), red.negate(), green.negate())).isEqualTo(score);
    }

    @Provide
    Arbitrary<BigDecimal> numbers() {
        return Points.numbers();
    }

    @Provide
    Arbitrary<BigDecimal> factors() {
        return Points.factors();
    }
}
