package io.cairn.metric;

import static io.cairn.metric.Points.START;
import static io.cairn.metric.Points.number;
import static io.cairn.metric.Points.numberOrNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.kernel.Comparator;
import io.cairn.kernel.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetRulesTests {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "HIGHER, GE, 100, -, -, -, -",
                "HIGHER, GT, 100, 100, -, -, -",
                "HIGHER, GE, 100, 100.01, -, -, AMBER_WRONG_SIDE amberAt",
                "HIGHER, GE, 0, -, -, -, AMBER_REQUIRED amberAt",
                "HIGHER, GE, -5, -6, -, -, -",
                "HIGHER, LE, 100, -, -, -, TARGET_AGAINST_DIRECTION comparator",
                "HIGHER, EQ, 100, -, -, -, TARGET_AGAINST_DIRECTION comparator",
                "HIGHER, BETWEEN, -, -, 1, 2, TARGET_AGAINST_DIRECTION comparator",
                "HIGHER, GE, -, -, -, -, REQUIRED target",
                "LOWER, LT, 40, 44, -, -, -",
                "LOWER, LE, 40, 39, -, -, AMBER_WRONG_SIDE amberAt",
                "LOWER, LE, -1, -, -, -, AMBER_REQUIRED amberAt",
                "LOWER, GE, 40, -, -, -, TARGET_AGAINST_DIRECTION comparator",
                "BAND, BETWEEN, -, -, 1, 2, -",
                "BAND, BETWEEN, -, 0.5, 1, 1, -",
                "BAND, BETWEEN, -, -0.5, 1, 2, AMBER_WRONG_SIDE amberAt",
                "BAND, BETWEEN, -, -, 1, -, BAND_INCOMPLETE high",
                "BAND, BETWEEN, -, -, -, 2, BAND_INCOMPLETE low",
                "BAND, BETWEEN, -, -, 3, 2, BAND_CROSSED high",
                "BAND, GE, 3, -, -, -, TARGET_AGAINST_DIRECTION comparator",
                "NONE, GE, 3, -, -, -, TARGET_NEEDS_DIRECTION comparator"
            })
    void whatATargetMayBe(
            Direction direction,
            Comparator comparator,
            @Nullable String target,
            @Nullable String amberAt,
            @Nullable String low,
            @Nullable String high,
            @Nullable String problem) {
        var held = new MetricTarget(
                START,
                null,
                numberOrNull(target),
                comparator,
                numberOrNull(amberAt),
                numberOrNull(low),
                numberOrNull(high));
        assertThat(codes(TargetRules.check(direction, held))).isEqualTo(problem == null ? List.of() : List.of(problem));
    }

    @Test
    void aTargetEndsAfterItBegins() {
        var held = MetricTarget.of(START, START.minusDays(1), Comparator.GE, BigDecimal.ONE, null);
        assertThat(codes(TargetRules.check(Direction.HIGHER, held))).containsExactly("PERIOD_REVERSED to");
    }

    @Test
    void onlyOneTargetHoldsOnADay() {
        var january = month(START, START.plusDays(30));
        var february = month(START.plusDays(31), START.plusDays(58));
        var open = month(START.plusDays(58), null);
        assertThat(TargetRules.overlaps(List.of(january, february))).isEmpty();
        assertThat(codes(TargetRules.overlaps(List.of(january, february, open))))
                .containsExactly("TARGET_PERIODS_OVERLAP targets[2].from");
        assertThat(codes(TargetRules.overlaps(List.of(open, january, february))))
                .containsExactly("TARGET_PERIODS_OVERLAP targets[2].from");
        assertThat(codes(TargetRules.overlaps(List.of(open, open)))).hasSize(1);
    }

    @Test
    void aTargetHoldsOnBothItsEnds() {
        var january = month(START, START.plusDays(30));
        assertThat(january.covers(START)).isTrue();
        assertThat(january.covers(START.plusDays(30))).isTrue();
        assertThat(january.covers(START.minusDays(1))).isFalse();
        assertThat(january.covers(START.plusDays(31))).isFalse();
        assertThat(month(START, null).covers(START.plusYears(9))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2026-01-01, 2026-01-31, -",
                "2026-02-15, 2026-03-14, -",
                "2026-02-16, 2026-02-20, PERIOD_IN_FUTURE periodStart",
                "2026-01-02, 2026-01-01, PERIOD_REVERSED periodEnd",
                "2026-01-01, 2026-02-01, PERIOD_TOO_LONG periodEnd"
            })
    void noPeriodStartsInTheFuture(LocalDate start, LocalDate end, @Nullable String problem) {
        var found = ValueRules.period(Frequency.MONTHLY, start, end, LocalDate.of(2026, 2, 15));
        assertThat(codes(found)).isEqualTo(problem == null ? List.of() : List.of(problem));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "false, 5, -, -, -, -",
                "false, -, -, -, -, VALUE_REQUIRED value",
                "true, -, 3, 4, -, -",
                "true, -, 3, 0, -, -",
                "false, -, 3, 4, -, -",
                "true, -, 3, -, -, DENOMINATOR_REQUIRED denominator",
                "true, -, -, 4, -, DENOMINATOR_REQUIRED numerator",
                "false, 5, 3, 4, -, VALUE_AND_RATIO value",
                "false, 5, -, -, -1, INVALID weight"
            })
    void aValueOrARatio(
            boolean ratio,
            @Nullable String value,
            @Nullable String numerator,
            @Nullable String denominator,
            @Nullable String weight,
            @Nullable String problem) {
        var found = ValueRules.value(
                ratio, numberOrNull(value), numberOrNull(numerator), numberOrNull(denominator), numberOrNull(weight));
        assertThat(codes(found)).isEqualTo(problem == null ? List.of() : List.of(problem));
    }

    @Test
    void aRatioMetricTakesNoBareValue() {
        assertThat(codes(ValueRules.value(true, number("5"), null, null, null)))
                .containsExactly("DENOMINATOR_REQUIRED numerator", "DENOMINATOR_REQUIRED denominator");
    }

    private static MetricTarget month(LocalDate from, @Nullable LocalDate to) {
        return MetricTarget.of(from, to, Comparator.GE, BigDecimal.ONE, null);
    }

    private static List<String> codes(List<Problem> problems) {
        return problems.stream()
                .map(problem -> problem.code() + " " + problem.field())
                .toList();
    }
}
