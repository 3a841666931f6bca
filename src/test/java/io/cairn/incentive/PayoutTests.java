package io.cairn.incentive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cairn.kernel.Arithmetic;
import io.cairn.kernel.Comparator;
import io.cairn.kernel.Money;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Vectors;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PayoutTests {
    static final Currency EUR = Currency.getInstance("EUR");

    record Row(String id, List<Case> cases) {}

    record Case(
            List<BonusSegment> segments,
            List<Line> objectives,
            @Nullable BigDecimal modifier,
            @Nullable BigDecimal gate,
            boolean capBeforeModifier,
            @Nullable List<String> attainments,
            @Nullable List<String> factors,
            @Nullable List<Boolean> met,
            @Nullable List<String> amounts,
            @Nullable String planFactor,
            @Nullable String paidFactor,
            @Nullable String total,
            @Nullable String problem) {

        PayoutTerms terms() {
            return new PayoutTerms(
                    segments,
                    objectives.stream().map(Line::scored).toList(),
                    PayoutTerms.USUAL_CAP,
                    gate == null ? BigDecimal.ONE : gate,
                    modifier == null ? BigDecimal.ONE : modifier,
                    capBeforeModifier,
                    List.of());
        }
    }

    record Line(
            BigDecimal weight,
            @Nullable BigDecimal attainment,
            @Nullable AttainmentBasis basis,
            @Nullable BigDecimal baseline,
            @Nullable BigDecimal target,
            @Nullable Comparator comparator,
            @Nullable BigDecimal actual) {

        @Nullable
        Attainment attained() {
            if (attainment != null) {
                return Attainment.given(attainment);
            }
            return basis == null ? null : Attainment.of(new Attained(basis, baseline, target, comparator, actual));
        }

        PayoutLine scored() {
            var attained = attained();
            assertThat(attained).isNotNull();
            return new PayoutLine.Scored("Line", weight, attained, PayoutCurve.DEFAULT, null);
        }
    }

    record Named(String id, Case its) {}

    static Stream<Named> cases() {
        return Vectors.rows("payout", Row.class).stream()
                .flatMap(row -> row.cases().stream().map(its -> new Named(row.id(), its)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theWorkedFigures(Named row) {
        var its = row.its();
        if (its.problem() != null) {
            assertThat(refusal(its)).isEqualTo(its.problem());
            return;
        }
        var payout = Payout.of(its.terms(), EUR);
        var part = payout.parts().getFirst();
        same(
                its.attainments(),
                payout.lines().stream().map(Payout.Line::attainment).map(PayoutTests::four));
        same(its.factors(), payout.lines().stream().map(Payout.Line::factor).map(PayoutTests::four));
        same(its.met(), its.objectives().stream().map(Line::attained).map(a -> a == null ? null : a.met()));
        same(
                its.amounts(),
                payout.lines().stream().map(line -> line.amount().amount().toPlainString()));
        same(its.planFactor(), four(part.factor()));
        same(its.paidFactor(), four(part.paid()));
        same(its.total(), payout.total().amount().toPlainString());
        explains(payout);
    }

    private static String refusal(Case its) {
        var incomplete = ScoringCheck.problems(its.objectives().stream()
                .<@Nullable Attainment>map(Line::attained)
                .toList());
        return (incomplete.isEmpty() ? its.terms().problems() : incomplete)
                .getFirst()
                .code();
    }

    private static <T> void same(@Nullable List<T> expected, Stream<? extends @Nullable Object> found) {
        if (expected != null) {
            assertThat(found.map(Object.class::cast)).isEqualTo(List.<Object>copyOf(expected));
        }
    }

    private static void same(@Nullable String expected, String found) {
        if (expected != null) {
            assertThat(found).isEqualTo(expected);
        }
    }

    static String four(@Nullable BigDecimal value) {
        assertThat(value).isNotNull();
        return value.setScale(4, RoundingMode.HALF_UP).toPlainString();
    }

    /** Every step gives what it says, and the last of them the total. */
    static void explains(Payout payout) {
        var found = Arithmetic.evaluate(payout.explained());
        payout.explained()
                .steps()
                .forEach(step -> assertThat(found.get(step.result()))
                        .as(step.result() + " = " + step.expression())
                        .isEqualByComparingTo(step.value()));
        assertThat(found.get("total")).isEqualByComparingTo(payout.total().amount());
    }

    static PayoutLine line(String weight, String attainment) {
        return new PayoutLine.Scored(
                "Line",
                new BigDecimal(weight),
                Attainment.given(new BigDecimal(attainment)),
                PayoutCurve.DEFAULT,
                null);
    }

    private static PayoutTerms usual(String target, PayoutLine... lines) {
        return PayoutTerms.usual(List.of(BonusSegment.whole(new BigDecimal(target))), List.of(lines));
    }

    @Test
    void aHalfCentOnTheWayIsRoundedUpAsTheUndividedFigureIs() {
        var tenTwelfths = Attainment.of(new Attained(
                AttainmentBasis.RATIO_TO_TARGET, null, new BigDecimal("12"), Comparator.GE, new BigDecimal("10")));
        var payout = Payout.of(
                usual(
                        "60.06",
                        new PayoutLine.Scored("Line", new BigDecimal("100"), tenTwelfths, PayoutCurve.DEFAULT, null)),
                EUR);
        assertThat(payout.total().amount()).isEqualTo("35.04");
        explains(payout);
    }

    @Test
    void anObjectiveIsCappedByItselfAndThePlanByAll() {
        var capped = new PayoutLine.Scored(
                "Line",
                new BigDecimal("50"),
                Attainment.given(new BigDecimal("1.2")),
                PayoutCurve.DEFAULT,
                new BigDecimal("1.5"));
        var payout = Payout.of(
                new PayoutTerms(
                        List.of(BonusSegment.whole(new BigDecimal("1000"))),
                        List.of(capped, line("50", "1.2")),
                        new BigDecimal("1.4"),
                        BigDecimal.ONE,
                        BigDecimal.ONE,
                        false,
                        List.of()),
                EUR);
        assertThat(payout.lines()).extracting(Payout.Line::capped).containsExactly(true, false);
        assertThat(payout.parts().getFirst().capped()).isTrue();
        assertThat(four(payout.parts().getFirst().scale())).isEqualTo("0.8000");
        assertThat(payout.total().amount()).isEqualTo("1400.00");
        explains(payout);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1.05, 1250.00, 1375.00",
        "0, 1.06, 1250.00, 1250.00",
        ", 1.05, 1250.00, 1375.00",
        ", 1.06, 1250.00, 1250.00"
    })
    void anAcceleratorWaitsForItsAttainment(@Nullable Integer line, String when, String without, String with) {
        var terms = usual("1000", line("100", "1.05"));
        assertThat(Payout.of(terms, EUR).total().amount()).isEqualTo(without);
        var accelerator = new Accelerator(line, new BigDecimal(when), new BigDecimal("1.1"));
        var payout = Payout.of(
                new PayoutTerms(
                        terms.segments(),
                        terms.lines(),
                        null,
                        BigDecimal.ONE,
                        BigDecimal.ONE,
                        false,
                        List.of(accelerator)),
                EUR);
        assertThat(payout.total().amount()).isEqualTo(with);
        explains(payout);
    }

    @Test
    void aDiscretionaryAmountIsPaidBesideTheGate() {
        var terms = new PayoutTerms(
                List.of(BonusSegment.whole(new BigDecimal("1000"))),
                List.of(line("100", "1"), new PayoutLine.Given("Pool", new BigDecimal("120.50"))),
                PayoutTerms.USUAL_CAP,
                BigDecimal.ZERO,
                BigDecimal.ONE,
                false,
                List.of());
        var payout = Payout.of(terms, EUR);
        assertThat(payout.lines())
                .extracting(line -> line.amount().amount())
                .containsExactly(new BigDecimal("0.00"), new BigDecimal("120.50"));
        assertThat(payout.total().amount()).isEqualTo("120.50");
        explains(payout);
    }

    @Test
    void anAmendmentPaysEachStretchByItsOwnTerms() {
        var before = PayoutTerms.usual(
                List.of(new BonusSegment(new BigDecimal("250"), 62, 92)), List.of(line("100", "1.1")));
        var after = PayoutTerms.usual(
                List.of(new BonusSegment(new BigDecimal("375"), 30, 92)),
                List.of(line("60", "0.9"), line("40", "1.2")));
        var payout = Payout.of(List.of(before, after), EUR);
        assertThat(payout.parts()).hasSize(2);
        assertThat(payout.lines())
                .extracting(line -> line.amount().amount().toPlainString())
                .containsExactly("252.72", "55.03", "97.83");
        assertThat(payout.total().amount()).isEqualTo("405.58");
        explains(payout);
    }

    @ParameterizedTest
    @CsvSource({"JPY, 334", "EUR, 333.50", "KWD, 333.500"})
    void everyCurrencyHasItsMinorUnits(String currency, String amount) {
        var payout = Payout.of(usual("333.5", line("100", "1")), Currency.getInstance(currency));
        assertThat(payout.total().amount().toPlainString()).isEqualTo(amount);
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        var terms = new PayoutTerms(
                List.of(new BonusSegment(new BigDecimal("-1"), 93, 92)),
                List.of(
                        new PayoutLine.Scored(
                                "Line",
                                new BigDecimal("100"),
                                Attainment.given(BigDecimal.ONE),
                                new PayoutCurve(List.of(), false),
                                new BigDecimal("-1")),
                        new PayoutLine.Given("Pool", new BigDecimal("-1"))),
                new BigDecimal("-1"),
                new BigDecimal("1.1"),
                new BigDecimal("-1"),
                false,
                List.of(new Accelerator(1, BigDecimal.ONE, new BigDecimal("0.9"))));
        assertThatThrownBy(() -> Payout.of(terms, EUR)).isInstanceOf(ProblemException.class);
        assertThat(terms.problems())
                .extracting(problem -> problem.field() + " " + problem.code())
                .containsExactly(
                        "segments[0].target AMOUNT_NEGATIVE",
                        "segments[0].days SEGMENT_DAYS",
                        "objectives[0].curve.points CURVE_EMPTY",
                        "objectives[0].objectiveCap CAP_NEGATIVE",
                        "objectives[1].amount AMOUNT_NEGATIVE",
                        "planCap CAP_NEGATIVE",
                        "gate GATE_OUT_OF_RANGE",
                        "modifier MODIFIER_NEGATIVE",
                        "accelerators[0].multiplier ACCELERATOR_TOO_LOW",
                        "accelerators[0].line ACCELERATOR_LINE_UNKNOWN");
    }

    @ParameterizedTest
    @CsvSource({
        "33.333, 66.667, WEIGHT_OUT_OF_RANGE",
        "-10, 110, WEIGHT_OUT_OF_RANGE",
        "99.99, 0, WEIGHTS_MUST_TOTAL_100"
    })
    void weightsTotalOneHundredWithTwoDecimals(BigDecimal one, BigDecimal other, String code) {
        assertThat(PayoutTerms.weightProblems(List.of(one, other)))
                .isNotEmpty()
                .allMatch(problem -> problem.code().equals(code));
        assertThat(PayoutTerms.weightProblems(List.of(new BigDecimal("33.330"), new BigDecimal("66.67"))))
                .isEmpty();
    }

    @Test
    void moneyIsOfOneCurrency() {
        assertThatThrownBy(() -> Money.zero(EUR).plus(Money.zero(Currency.getInstance("USD"))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
