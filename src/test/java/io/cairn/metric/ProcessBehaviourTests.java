package io.cairn.metric;

import static io.cairn.metric.Points.month;
import static io.cairn.metric.Points.number;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.kernel.Vectors;
import io.cairn.metric.ProcessBehaviour.Signal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProcessBehaviourTests {
    record Row(
            String id,
            List<BigDecimal> values,
            int baseline,
            @Nullable BigDecimal mean,
            @Nullable BigDecimal averageMovingRange,
            @Nullable BigDecimal upperLimit,
            @Nullable BigDecimal lowerLimit,
            @Nullable BigDecimal rangeLimit,
            List<String> signals) {}

    static List<Row> rows() {
        return Vectors.rows("metric-behaviour", Row.class);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theWorkedFigures(Row row) {
        var made = ProcessBehaviour.of(row.values(), row.baseline(), RuleSet.STANDARD, false);
        if (row.mean() == null) {
            assertThat(made).isNull();
            return;
        }
        assertThat(made).isNotNull();
        assertThat(rounded(made.mean())).isEqualTo(row.mean());
        assertThat(rounded(made.averageMovingRange())).isEqualTo(row.averageMovingRange());
        assertThat(rounded(made.upperLimit())).isEqualTo(row.upperLimit());
        assertThat(rounded(made.lowerLimit())).isEqualTo(row.lowerLimit());
        assertThat(rounded(made.rangeLimit())).isEqualTo(row.rangeLimit());
        assertThat(made.signals().stream().map(signal -> signal.rule().code() + " at " + (signal.index() + 1)))
                .isEqualTo(row.signals());
    }

    @ParameterizedTest
    @CsvSource({"6, 6, true", "9, 9, true", "10, 10, true", "19, 10, true", "20, 20, false", "30, 20, false"})
    void limitsStandStillWhilePointsArrive(int points, int baseline, boolean provisional) {
        var made = made(IntStream.range(0, points).mapToObj(BigDecimal::valueOf).toList(), RuleSet.STANDARD);
        assertThat(made.baseline()).isEqualTo(baseline);
        assertThat(made.provisional()).isEqualTo(provisional);
    }

    @Test
    void fivePointsHaveNoLimits() {
        assertThat(ProcessBehaviour.of(values("1 2 3 4 5"), RuleSet.STANDARD, false))
                .isNull();
        assertThat(ProcessBehaviour.of(values("1 2 3 4 5 6 7"), 5, RuleSet.STANDARD, false))
                .isNull();
    }

    /** The mean is 0, both limits 5.32 away, half of the way 2.66. */
    private static final String CALM = "1 -1 1 -1 1 -1 1 -1 1 -1 ";

    @ParameterizedTest
    @CsvSource({
        "5.32, ''",
        "5.33, OUTSIDE@10",
        "-5.33, OUTSIDE@10",
        "1 1 1 1 1 1 1, ''",
        "1 1 1 1 1 1 1 1, RUN@17",
        "1 1 1 1 1 1 1 1 1, RUN@17 RUN@18",
        "1 1 1 1 0 1 1 1 1 1 1 1, ''",
        "1 1 1 1 -1 1 1 1 1 1 1 1, ''",
        "2.67 2.67 2.67, NEAR_LIMIT@12",
        "2.66 2.66 2.66, ''",
        "2.67 2.67 0 2.67, NEAR_LIMIT@13",
        "2.67 2.67 0 0 2.67, ''",
        "2.67 -2.67 2.67 -2.67 2.67, ''",
        "2.67 2.67 -2.67 2.67, NEAR_LIMIT@13",
        "2.67 2.67 2.67 0, NEAR_LIMIT@12",
        "2.67 2.67 2.67 1, NEAR_LIMIT@12"
    })
    void theThreeRules(String more, String signals) {
        assertThat(words(more, RuleSet.STANDARD)).isEqualTo(signals);
    }

    @ParameterizedTest
    @CsvSource({
        "5.33, OUTSIDE@10",
        "5.5, OUTSIDE@10",
        "5.54, OUTSIDE@10",
        "5.55, OUTSIDE@10 RANGE@10",
        "3 -3.6, RANGE@11",
        "3.55 3.55, TWO_OF_THREE@11",
        "3.54 3.54, ''",
        "3.55 0 3.55, TWO_OF_THREE@12",
        "1.78 1.78 1.78 1.78, FOUR_OF_FIVE@13",
        "1.77 1.77 1.77 1.77, ''",
        "1.78 1.78 0 1.78 1.78, FOUR_OF_FIVE@14",
        "1.78 1.78 0 0 1.78 1.78, ''",
        "1 1 1 1 1 1 1 1, RUN@17"
    })
    void theWesternElectricRules(String more, String signals) {
        assertThat(words(more, RuleSet.WESTERN_ELECTRIC)).isEqualTo(signals);
    }

    @Test
    void whatCannotBeBelowZeroHasNoLimitThere() {
        var values = values("1 3 1 3 1 3");
        var floored = Objects.requireNonNull(ProcessBehaviour.of(values, RuleSet.STANDARD, true));
        assertThat(floored.lowerLimit()).isEqualByComparingTo("0");
        assertThat(made(values, RuleSet.STANDARD).lowerLimit()).isEqualByComparingTo("-3.32");
    }

    @Test
    void aSeriesThatNeverMovedTakesAnyMoveAsASignal() {
        var still = values("4 4 4 4 4 4 4 4 4 4");
        assertThat(made(still, RuleSet.STANDARD).signals()).isEmpty();
        var moved = new ArrayList<>(still);
        moved.add(number("4.01"));
        assertThat(made(moved, RuleSet.STANDARD).signals()).containsExactly(new Signal(10, Rule.OUTSIDE));
        assertThat(made(moved, RuleSet.STANDARD).signalAmongLast(1, 11)).isTrue();
        moved.add(number("4"));
        assertThat(made(moved, RuleSet.STANDARD).signalAmongLast(1, 12)).isFalse();
        assertThat(made(moved, RuleSet.STANDARD).signalAmongLast(2, 12)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "1 2 3 4 5 6, true, UP",
        "1 2 3 4 5 6, false, STABLE",
        "6 5 4 3 2 1, true, DOWN",
        "1 1 1 1 1 1, true, STABLE",
        "100 1 2 3 4 5 6, true, UP",
        "1 2 1 1 2 1, true, STABLE",
        "1 - - - - 2, true, UP",
        "3 - 3 - - 3, true, STABLE",
        "- - - - - 3, true, STABLE",
        "- - - - - -, true, STABLE"
    })
    void theTrendIsTheSlopeOfTheLastSixPeriods(String values, boolean signal, Trend trend) {
        List<@Nullable BigDecimal> read = new ArrayList<>();
        Arrays.stream(values.split(" ")).forEach(value -> read.add(value.equals("-") ? null : number(value)));
        assertThat(Trend.of(read, signal)).isEqualTo(trend);
    }

    @Property
    void scaleAndMirrorChangeNoSignal(
            @ForAll("series") List<BigDecimal> values, @ForAll("factors") BigDecimal factor, @ForAll RuleSet rules) {
        var signals = made(values, rules).signals();
        assertThat(made(values.stream().map(factor::multiply).toList(), rules).signals())
                .isEqualTo(signals);
        assertThat(made(values.stream().map(BigDecimal::negate).toList(), rules).signals())
                .isEqualTo(signals);
        assertThat(made(values.stream().map(factor::add).toList(), rules).signals())
                .isEqualTo(signals);
    }

    @Property
    void theOrderOfArrivalChangesNothing(@ForAll("series") List<BigDecimal> values, @ForAll long seed) {
        var points = new ArrayList<Measured>();
        for (int i = 0; i < values.size(); i++) {
            points.add(Measured.of(month(i), values.get(i)));
        }
        Collections.shuffle(points, new Random(seed));
        assertThat(made(Measured.valuesInTime(points), RuleSet.STANDARD)).isEqualTo(made(values, RuleSet.STANDARD));
    }

    @Property
    void laterPointsMoveNoLimit(@ForAll("series") List<BigDecimal> values, @ForAll("factors") BigDecimal next) {
        var longer = new ArrayList<>(values);
        longer.add(next);
        var before = made(values, RuleSet.STANDARD);
        var after = made(longer, RuleSet.STANDARD);
        if (before.baseline() == after.baseline()) {
            assertThat(after.upperLimit()).isEqualTo(before.upperLimit());
            assertThat(after.signals().stream().filter(signal -> signal.index() < values.size()))
                    .isEqualTo(before.signals());
        }
    }

    @Property
    void risingAndFallingMirrorEachOther(@ForAll("series") List<BigDecimal> values) {
        var mirrored = Trend.of(values.stream().map(BigDecimal::negate).toList(), true);
        assertThat(mirrored)
                .isEqualTo(
                        switch (Trend.of(values, true)) {
                            case UP -> Trend.DOWN;
                            case DOWN -> Trend.UP;
                            case STABLE -> Trend.STABLE;
                        });
    }

    private static String words(String more, RuleSet rules) {
        var made = Objects.requireNonNull(ProcessBehaviour.of(values(CALM + more), 10, rules, false));
        return String.join(
                " ",
                made.signals().stream()
                        .map(signal -> signal.rule() + "@" + signal.index())
                        .toList());
    }

    private static ProcessBehaviour made(List<BigDecimal> values, RuleSet rules) {
        return Objects.requireNonNull(ProcessBehaviour.of(values, rules, false));
    }

    private static List<BigDecimal> values(String text) {
        return Arrays.stream(text.split(" ")).map(Points::number).toList();
    }

    private static BigDecimal rounded(BigDecimal value) {
        return value.setScale(4, RoundingMode.HALF_UP);
    }

    @Provide
    Arbitrary<List<BigDecimal>> series() {
        return Points.numbers().list().ofMinSize(6).ofMaxSize(25);
    }

    @Provide
    Arbitrary<BigDecimal> factors() {
        return Points.factors();
    }
}
