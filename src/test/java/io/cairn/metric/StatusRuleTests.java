package io.cairn.metric;

import static io.cairn.metric.Points.START;
import static io.cairn.metric.Points.number;
import static io.cairn.metric.Points.numberOrNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.kernel.Arithmetic;
import io.cairn.kernel.Comparator;
import io.cairn.kernel.Vectors;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class StatusRuleTests {
    record Row(
            String id,
            @Nullable BigDecimal value,
            Direction direction,
            @Nullable BigDecimal target,
            Comparator comparator,
            @Nullable BigDecimal amberAt,
            MetricStatus status) {}

    static List<Row> rows() {
        return Vectors.rows("metric-status", Row.class);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theWorkedFigures(Row row) {
        var target = row.target() == null
                ? null
                : MetricTarget.of(START, null, row.comparator(), row.target(), row.amberAt());
        assertThat(StatusRule.of(row.direction(), target, row.value())).isEqualTo(row.status());
    }

    @ParameterizedTest
    @CsvSource({
        "HIGHER, GE, 100, , 90, AMBER",
        "HIGHER, GE, 100, , 89.99, RED",
        "HIGHER, GE, 0, , -0.01, RED",
        "HIGHER, GE, -10, , -10.5, RED",
        "HIGHER, GE, -10, -12, -12, AMBER",
        "LOWER, LE, 100, , 110, AMBER",
        "LOWER, LE, 100, , 110.01, RED",
        "LOWER, LE, 0, , 0, GREEN",
        "LOWER, LE, 0, 2, 2, AMBER",
        "HIGHER, LE, 100, , 50, MONITOR",
        "NONE, GE, 100, , 50, MONITOR",
        "BAND, GE, 100, , 500, MONITOR"
    })
    void amberIsUsuallyATenthOffATargetAboveZero(
            Direction direction,
            Comparator comparator,
            String target,
            @Nullable String amberAt,
            String value,
            MetricStatus status) {
        var held = MetricTarget.of(START, null, comparator, number(target), numberOrNull(amberAt));
        assertThat(StatusRule.of(direction, held, number(value))).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "2, 8, GREEN",
        "2, 5, GREEN",
        "2, 3, AMBER",
        "2, 2.99, RED",
        "2, 10, AMBER",
        "2, 10.01, RED",
        ", 4.99, RED",
        ", 8.01, RED"
    })
    void aBandHasItsToleranceOnBothSides(@Nullable String tolerance, String value, MetricStatus status) {
        var band = MetricTarget.band(START, null, number("5"), number("8"), numberOrNull(tolerance));
        assertThat(StatusRule.of(Direction.BAND, band, number(value))).isEqualTo(status);
    }

    @Test
    void nothingMeasuredComesBeforeNothingPromised() {
        assertThat(StatusRule.of(Direction.HIGHER, null, null)).isEqualTo(MetricStatus.NO_DATA);
        assertThat(StatusRule.of(Direction.NONE, null, null, true)).isEqualTo(MetricStatus.NO_DATA);
        assertThat(StatusRule.of(Direction.HIGHER, null, BigDecimal.ONE)).isEqualTo(MetricStatus.MONITOR);
        var half = new MetricTarget(START, null, null, Comparator.BETWEEN, null, BigDecimal.ONE, null);
        assertThat(StatusRule.of(Direction.BAND, half, BigDecimal.TWO)).isEqualTo(MetricStatus.MONITOR);
    }

    @Test
    void anOldValueSaysNothing() {
        var target = MetricTarget.of(START, null, Comparator.GE, BigDecimal.ONE, null);
        assertThat(StatusRule.of(Direction.HIGHER, target, BigDecimal.TWO, true))
                .isEqualTo(MetricStatus.STALE);
        assertThat(StatusRule.of(Direction.HIGHER, target, BigDecimal.TWO, false))
                .isEqualTo(MetricStatus.GREEN);
    }

    /** A metric with a target and a value. */
    record Case(Direction direction, MetricTarget target, BigDecimal value) {
        MetricStatus status() {
            return StatusRule.of(direction, target, value);
        }

        /** Everything the other way round; a band's tolerance has no side. */
        Case mirrored() {
            var way =
                    switch (direction) {
                        case HIGHER -> Direction.LOWER;
                        case LOWER -> Direction.HIGHER;
                        case BAND, NONE -> direction;
                    };
            var amber = target.amberAt();
            boolean side = direction != Direction.BAND && amber != null;
            return new Case(
                    way,
                    new MetricTarget(
                            target.from(),
                            target.to(),
                            negated(target.target()),
                            mirror(target.comparator()),
                            side ? negated(amber) : amber,
                            negated(target.high()),
                            negated(target.low())),
                    value.negate());
        }

        Case map(UnaryOperator<BigDecimal> change) {
            return new Case(
                    direction,
                    new MetricTarget(
                            target.from(),
                            target.to(),
                            changed(target.target(), change),
                            target.comparator(),
                            changed(target.amberAt(), change),
                            changed(target.low(), change),
                            changed(target.high(), change)),
                    change.apply(value));
        }

        private static @Nullable BigDecimal negated(@Nullable BigDecimal number) {
            return changed(number, BigDecimal::negate);
        }

        private static @Nullable BigDecimal changed(@Nullable BigDecimal number, UnaryOperator<BigDecimal> change) {
            return number == null ? null : change.apply(number);
        }

        private static Comparator mirror(Comparator comparator) {
            return switch (comparator) {
                case GE -> Comparator.LE;
                case LE -> Comparator.GE;
                case GT -> Comparator.LT;
                case LT -> Comparator.GT;
                case BETWEEN, EQ -> comparator;
            };
        }
    }

    /** The usual limit has no mirror image: a tenth below 100 is 90, a tenth above −100 would be −110. */
    @Property
    void theMirrorImageOfAMetricFaresAlike(@ForAll("cases") Case one) {
        if (one.target().amberAt() != null) {
            assertThat(one.mirrored().status()).isEqualTo(one.status());
            assertThat(one.mirrored().mirrored()).isEqualTo(one);
        }
    }

    @Property
    void scalingEverythingAlikeChangesNothing(@ForAll("cases") Case one, @ForAll("factors") BigDecimal factor) {
        var scaled = one.map(factor::multiply);
        assertThat(scaled.status()).isEqualTo(one.status());
    }

    @Property
    void aBetterValueNeverFaresWorse(@ForAll("cases") Case one, @ForAll("factors") BigDecimal step) {
        if (one.direction() == Direction.BAND
                || !TargetRules.check(one.direction(), one.target()).isEmpty()) {
            return;
        }
        var better = one.direction() == Direction.HIGHER
                ? one.value().add(step)
                : one.value().subtract(step);
        assertThat(new Case(one.direction(), one.target(), better).status()).isLessThanOrEqualTo(one.status());
    }

    @Property
    void theExplanationHasTheLimits(@ForAll("cases") Case one) {
        var explained = StatusRule.explain(one.direction(), one.target(), one.value());
        assertThat(explained.value()).isEqualTo(one.status());
        var known = Arithmetic.evaluate(explained);
        explained.steps().forEach(step -> assertThat(known.get(step.result())).isEqualByComparingTo(step.value()));
        if (one.direction() != Direction.BAND && one.target().amberLimit() != null) {
            assertThat(known.get("amberAt")).isEqualByComparingTo(one.target().amberLimit());
        }
        if (one.status() == MetricStatus.AMBER && one.direction() == Direction.BAND) {
            assertThat(one.value()).isBetween(known.get("amberFrom"), known.get("amberTo"));
        }
    }

    @Provide
    Arbitrary<BigDecimal> factors() {
        return Points.factors();
    }

    @Provide
    Arbitrary<Case> cases() {
        var limits = Combinators.combine(
                        Arbitraries.of(Comparator.GE, Comparator.GT, Comparator.LE, Comparator.LT),
                        Points.numbers(),
                        Points.numbers().injectNull(0.3),
                        Points.numbers())
                .as((comparator, target, amber, value) -> new Case(
                        comparator.rises() ? Direction.HIGHER : Direction.LOWER,
                        MetricTarget.of(START, null, comparator, target, amber),
                        value));
        var bands = Combinators.combine(
                        Points.numbers(), Points.factors(), Points.factors().injectNull(0.3), Points.numbers())
                .as((low, width, tolerance, value) -> new Case(
                        Direction.BAND, MetricTarget.band(START, null, low, low.add(width), tolerance), value));
        return Arbitraries.oneOf(limits, bands);
    }
}
