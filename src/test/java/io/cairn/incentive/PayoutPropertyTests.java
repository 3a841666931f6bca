package io.cairn.incentive;

import static io.cairn.incentive.PayoutTests.EUR;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.kernel.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class PayoutPropertyTests {
    @Property
    void moreAttainmentNeverPaysLessOnARisingCurve(
            @ForAll("terms") PayoutTerms terms,
            @ForAll @IntRange(max = 4) int which,
            @ForAll("shares") BigDecimal more) {
        var lines = new ArrayList<>(terms.lines());
        int index = which % lines.size();
        var line = (PayoutLine.Scored) lines.get(index);
        var attained = line.attainment();
        var better = new Attainment(
                attained.numerator().add(more.multiply(attained.denominator())), attained.denominator(), null, null);
        lines.set(index, new PayoutLine.Scored(line.name(), line.weight(), better, line.curve(), line.cap()));
        var before = terms.paidFactor();
        var after = with(terms, terms.segments(), lines);
        assertThat(after.paidFactor()).isGreaterThanOrEqualTo(before);
        // A cap shares out what it leaves, so that cents may move between lines; the total moves by no more than those.
        var cents = new BigDecimal("0.01").multiply(BigDecimal.valueOf(lines.size()));
        assertThat(total(after))
                .isGreaterThanOrEqualTo(total(terms).subtract(terms.planCap() == null ? BigDecimal.ZERO : cents));
    }

    @Property
    void splittingASegmentChangesNothing(
            @ForAll("terms") PayoutTerms terms, @ForAll @IntRange(min = 1, max = 91) int day) {
        var halves = new ArrayList<BonusSegment>();
        for (BonusSegment segment : terms.segments()) {
            if (segment.days() > day) {
                halves.add(new BonusSegment(segment.target(), day, segment.periodDays()));
                halves.add(new BonusSegment(segment.target(), segment.days() - day, segment.periodDays()));
            } else {
                halves.add(segment);
            }
        }
        assertThat(total(with(terms, halves, terms.lines()))).isEqualByComparingTo(total(terms));
    }

    @Property
    void splittingTheTermsChangesNothingButCents(
            @ForAll("terms") PayoutTerms terms, @ForAll @IntRange(min = 1, max = 91) int day) {
        var segment = terms.segments().getFirst();
        int first = Math.min(day, segment.days() - 1);
        if (first < 1) {
            return;
        }
        var whole = with(terms, List.of(segment), terms.lines());
        var parts = List.of(
                with(terms, List.of(new BonusSegment(segment.target(), first, segment.periodDays())), terms.lines()),
                with(
                        terms,
                        List.of(new BonusSegment(segment.target(), segment.days() - first, segment.periodDays())),
                        terms.lines()));
        var cents = new BigDecimal("0.01")
                .multiply(BigDecimal.valueOf(2L * terms.lines().size()));
        assertThat(Payout.of(parts, EUR).total().amount().subtract(total(whole)).abs())
                .isLessThanOrEqualTo(cents);
    }

    @Property
    void theLinesAddUpAtMinorUnits(@ForAll("terms") PayoutTerms terms, @ForAll("currencies") Currency currency) {
        var payout = Payout.of(terms, currency);
        var sum = payout.lines().stream().map(line -> line.amount().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(payout.total().amount()).isEqualByComparingTo(sum);
        assertThat(payout.lines()).allMatch(line -> line.amount().amount().scale() == Money.decimals(currency));
        assertThat(payout.total().amount().scale()).isEqualTo(Money.decimals(currency));
    }

    @Property
    void everyStepGivesWhatItSays(@ForAll("terms") PayoutTerms terms, @ForAll("currencies") Currency currency) {
        PayoutTests.explains(Payout.of(terms, currency));
    }

    @Property
    void theCapHoldsForThePlan(@ForAll("terms") PayoutTerms terms) {
        var part = Payout.of(terms, EUR).parts().getFirst();
        var cap = terms.planCap();
        if (cap != null && !terms.capBeforeModifier()) {
            assertThat(part.paid()).isLessThanOrEqualTo(cap);
        }
        assertThat(part.scale()).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
    }

    private static BigDecimal total(PayoutTerms terms) {
        return Payout.of(terms, EUR).total().amount();
    }

    private static PayoutTerms with(PayoutTerms terms, List<BonusSegment> segments, List<PayoutLine> lines) {
        return new PayoutTerms(
                segments,
                lines,
                terms.planCap(),
                terms.gate(),
                terms.modifier(),
                terms.capBeforeModifier(),
                terms.accelerators());
    }

    @Provide
    Arbitrary<Currency> currencies() {
        return Arbitraries.of("EUR", "JPY", "KWD").map(Currency::getInstance);
    }

    @Provide
    Arbitrary<BigDecimal> shares() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("2"))
                .ofScale(4);
    }

    @Provide
    Arbitrary<PayoutTerms> terms() {
        var caps = Arbitraries.of("0", "0.75", "1", "1.5", "2")
                .map(BigDecimal::new)
                .injectNull(0.3);
        var factors = Arbitraries.of("0", "0.5", "0.9", "1").map(BigDecimal::new);
        return Combinators.combine(
                        segments().list().ofMinSize(1).ofMaxSize(3),
                        lines(),
                        caps,
                        factors,
                        shares(),
                        Arbitraries.of(true, false),
                        accelerators())
                .as(PayoutTerms::new);
    }

    private static Arbitrary<BonusSegment> segments() {
        var targets = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("90000"))
                .ofScale(4);
        return Combinators.combine(targets, Arbitraries.integers().between(1, 92))
                .as((target, days) -> new BonusSegment(target, days, 92));
    }

    private static Arbitrary<List<Accelerator>> accelerators() {
        return Arbitraries.of("0.5", "1", "1.2")
                .map(when -> new Accelerator(null, new BigDecimal(when), new BigDecimal("1.1")))
                .list()
                .ofMaxSize(2);
    }

    /** Weights cut 100 into parts, as whole numbers and as thirds. */
    private Arbitrary<List<PayoutLine>> lines() {
        var weights = Arbitraries.of(
                List.of("100"),
                List.of("60", "40"),
                List.of("33.33", "33.33", "33.34"),
                List.of("50", "30", "20", "0"));
        return weights.flatMap(each -> {
            var lines = each.stream().map(this::line).toList();
            return Combinators.combine(lines).as(found -> found);
        });
    }

    private Arbitrary<PayoutLine> line(String weight) {
        var counts = Arbitraries.integers().between(1, 40).map(BigDecimal::valueOf);
        var attained = Combinators.combine(counts, counts)
                .as((target, actual) ->
                        Attainment.of(new Attained(AttainmentBasis.RATIO_TO_TARGET, null, target, null, actual)));
        var caps = Arbitraries.of("1", "1.5").map(BigDecimal::new).injectNull(0.6);
        return Combinators.combine(attained, curves(), caps)
                .as((attainment, curve, cap) ->
                        new PayoutLine.Scored("Line", new BigDecimal(weight), attainment, curve, cap));
    }

    private Arbitrary<PayoutCurve> curves() {
        var drawn = Combinators.combine(
                        shares().list().ofMinSize(1).ofMaxSize(5),
                        shares().list().ofSize(5),
                        Arbitraries.of(true, false))
                .as(PayoutPropertyTests::rising);
        return Arbitraries.oneOf(Arbitraries.just(PayoutCurve.DEFAULT), drawn);
    }

    private static PayoutCurve rising(List<BigDecimal> attainments, List<BigDecimal> payouts, boolean stepped) {
        var sorted = payouts.stream().sorted().toList();
        var points = new TreeMap<BigDecimal, BigDecimal>();
        attainments.stream().sorted().distinct().forEach(at -> points.put(at, sorted.get(points.size() % 5)));
        return new PayoutCurve(
                points.entrySet().stream()
                        .map(e -> new PayoutCurve.Point(e.getKey(), e.getValue()))
                        .toList(),
                stepped);
    }
}
