package io.cairn.metric;

import static io.cairn.metric.Points.month;
import static io.cairn.metric.Points.number;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.kernel.Vectors;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AggregateTests {
    record Point(
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal weight) {
        Measured in(Period period) {
            return numerator == null || denominator == null
                    ? new Measured(period, value, null, null, weight)
                    : Measured.ratio(period, numerator, denominator);
        }
    }

    record Row(
            String id,
            List<@Nullable Point> points,
            Map<Aggregation, @Nullable BigDecimal> results,
            List<@Nullable BigDecimal> trailing,
            boolean dataError) {
        List<@Nullable Measured> measured() {
            var all = new ArrayList<@Nullable Measured>();
            for (int i = 0; i < points.size(); i++) {
                var point = points.get(i);
                all.add(point == null ? null : point.in(month(i)));
            }
            return all;
        }
    }

    static List<Row> rows() {
        return Vectors.rows("metric-aggregate", Row.class);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theWorkedFigures(Row row) {
        row.results().forEach((how, expected) -> {
            var made = Aggregate.of(how, row.measured());
            same(made.value(), expected);
            assertThat(made.dataError()).isEqualTo(row.dataError());
        });
        var trailing = Aggregate.trailing(Aggregation.AVERAGE, row.measured(), 3, Aggregate.USUAL_COVERAGE);
        for (int i = 0; i < row.trailing().size(); i++) {
            same(trailing.get(i).value(), row.trailing().get(i));
        }
    }

    private static void same(@Nullable BigDecimal made, @Nullable BigDecimal expected) {
        if (made == null || expected == null) {
            assertThat(made).isEqualTo(expected);
        } else {
            assertThat(made.setScale(expected.scale(), RoundingMode.HALF_UP)).isEqualTo(expected);
        }
    }

    @Test
    void twoOfThreePeriodsAreEnoughAndOneIsNot() {
        assertThat(average("1", null, "2").value()).isEqualByComparingTo("1.5");
        assertThat(average("1", null, null)).isEqualTo(new Aggregate(null, 1, 3, false));
        assertThat(average().value()).isNull();
    }

    @Test
    void theNumberOfValuesIsKnownHoweverFew() {
        assertThat(Aggregate.of(Aggregation.COUNT, points(null, "7", null)))
                .isEqualTo(new Aggregate(BigDecimal.ONE, 1, 3, false));
    }

    @Test
    void theLastValueIsTheLatestPeriodsInWhateverOrder() {
        var points = points("1", "2", "3").reversed();
        assertThat(Aggregate.of(Aggregation.LAST, points).value()).isEqualTo(number("3"));
    }

    @Test
    void aRatioOverNothingIsAnErrorAndNeverPresent() {
        var broken = Measured.ratio(month(0), number("3"), number("0.00"));
        var sound = Measured.ratio(month(1), number("1"), number("4"));
        assertThat(broken.value()).isNull();
        assertThat(broken.dataError()).isTrue();
        assertThat(sound.dataError()).isFalse();
        var one = new BigDecimal("0.5");
        var made = Aggregate.of(Aggregation.RATIO_OF_SUMS, List.of(broken, sound), one);
        assertThat(made.value()).isEqualByComparingTo("0.25");
        assertThat(made.dataError()).isTrue();
        assertThat(made.present()).isEqualTo(1);
    }

    @Test
    void partsThatCancelOutAreAnErrorToo() {
        var points = List.of(
                Measured.ratio(month(0), number("3"), number("2")),
                Measured.ratio(month(1), number("3"), number("-2")));
        var made = Aggregate.of(Aggregation.RATIO_OF_SUMS, points);
        assertThat(made).isEqualTo(new Aggregate(null, 2, 2, true));
        var weights = List.of(Measured.weighted(month(0), number("3"), BigDecimal.ZERO));
        assertThat(Aggregate.of(Aggregation.WEIGHTED_AVG, weights).dataError()).isTrue();
    }

    @Property
    void aWindowOverEverythingIsTheAggregate(
            @ForAll Aggregation how, @ForAll("series") List<@Nullable Measured> points) {
        var trailing = Aggregate.trailing(how, points, points.size(), Aggregate.USUAL_COVERAGE);
        assertThat(trailing).hasSameSizeAs(points);
        assertThat(trailing.getLast()).isEqualTo(Aggregate.of(how, points));
        assertThat(trailing.subList(0, points.size() - 1)).allMatch(made -> made.value() == null);
    }

    @Property
    void theOrderOfArrivalChangesNothing(@ForAll Aggregation how, @ForAll("series") List<@Nullable Measured> points) {
        assertThat(Aggregate.of(how, points.reversed())).isEqualTo(Aggregate.of(how, points));
    }

    @Property
    void averagesLieBetweenTheLowestAndTheHighest(@ForAll("series") List<@Nullable Measured> points) {
        var lowest = Aggregate.of(Aggregation.MIN, points).value();
        var highest = Aggregate.of(Aggregation.MAX, points).value();
        for (var how : List.of(Aggregation.AVERAGE, Aggregation.LAST)) {
            var made = Aggregate.of(how, points).value();
            if (made == null) {
                assertThat(lowest).isNull();
            } else {
                assertThat(made).isBetween(lowest, highest);
            }
        }
    }

    private static Aggregate average(@Nullable String... values) {
        return Aggregate.of(Aggregation.AVERAGE, points(values));
    }

    private static List<@Nullable Measured> points(@Nullable String... values) {
        return months(Arrays.stream(values).map(Points::numberOrNull).toList());
    }

    private static List<@Nullable Measured> months(List<? extends @Nullable BigDecimal> values) {
        var all = new ArrayList<@Nullable Measured>();
        for (int i = 0; i < values.size(); i++) {
            var value = values.get(i);
            all.add(value == null ? null : Measured.of(month(i), value));
        }
        return all;
    }

    @Provide
    Arbitrary<List<@Nullable Measured>> series() {
        var parts = Combinators.combine(Points.numbers(), Arbitraries.integers().between(0, 9), Points.numbers())
                .as((numerator, denominator, weight) -> {
                    var ratio = Measured.ratio(month(0), numerator, BigDecimal.valueOf(denominator));
                    return new Measured(month(0), ratio.value(), numerator, ratio.denominator(), weight.abs());
                });
        return parts.injectNull(0.2).list().ofMinSize(1).ofMaxSize(8).map(AggregateTests::inTheirMonths);
    }

    private static List<@Nullable Measured> inTheirMonths(List<? extends @Nullable Measured> points) {
        var all = new ArrayList<@Nullable Measured>();
        IntStream.range(0, points.size()).forEach(i -> {
            var point = points.get(i);
            all.add(
                    point == null
                            ? null
                            : new Measured(
                                    month(i), point.value(), point.numerator(), point.denominator(), point.weight()));
        });
        return all;
    }
}
