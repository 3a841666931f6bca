package io.cairn.framework.mbo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cairn.goal.Level;
import io.cairn.incentive.Attainment;
import io.cairn.incentive.AttainmentBasis;
import io.cairn.incentive.PayoutCurve;
import io.cairn.kernel.Problem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The curve that a line's own threshold and maximum make. */
class ReachedTests {
    private static ObjectiveTerms line(@Nullable String threshold, @Nullable String maximum) {
        return line(AttainmentBasis.BASELINE_TO_TARGET, threshold, maximum, List.of());
    }

    /** One that is told in levels. */
    static ObjectiveTerms told(List<Level> levels) {
        return line(AttainmentBasis.RUBRIC, null, null, levels);
    }

    private static ObjectiveTerms line(
            AttainmentBasis basis, @Nullable String threshold, @Nullable String maximum, List<Level> levels) {
        return new ObjectiveTerms(
                UUID.randomUUID(),
                "Three releases",
                "",
                new BigDecimal("100"),
                Measurement.QUANTITATIVE,
                ObjectiveScope.INDIVIDUAL,
                "",
                "",
                basis,
                "",
                BigDecimal.ZERO,
                new BigDecimal("3"),
                null,
                null,
                threshold == null ? null : new BigDecimal(threshold),
                maximum == null ? null : new BigDecimal(maximum),
                List.of(),
                levels,
                null,
                null,
                null,
                null,
                List.of());
    }

    private static PlanTerms plan(ObjectiveTerms line) {
        return new PlanTerms(PlanTerms.USUAL_CAP, BigDecimal.ONE, false, null, List.of(), null, null, List.of(line));
    }

    private static BigDecimal pays(ObjectiveTerms line, String value) {
        Attainment at = Objects.requireNonNull(Reached.at(line, new BigDecimal(value)));
        PayoutCurve curve = Reached.curve(plan(line), line);
        return curve.payout(at.value());
    }

    @Test
    void theThresholdItselfPaysHalf() {
        ObjectiveTerms line = line("2", "5");
        assertThat(Reached.curve(plan(line), line).points().getFirst().attainment())
                .isEqualByComparingTo("0.666666666666666666");
        assertThat(pays(line, "2")).isCloseTo(new BigDecimal("0.5"), within(new BigDecimal("1e-17")));
        assertThat(pays(line, "1.999999")).isZero();
        assertThat(pays(line, "5")).isEqualByComparingTo("2");
    }

    @Test
    void oneOfTheTwoLeavesTheOtherSideOfTheTargetAsThePlanPaysIt() {
        assertThat(pays(line("1.5", null), "3.6")).isEqualByComparingTo("2");
        assertThat(pays(line("1.5", null), "1.5")).isEqualByComparingTo("0.5");
        assertThat(pays(line(null, "6"), "2.4")).isEqualByComparingTo("0.5");
        assertThat(pays(line(null, "6"), "4.5")).isEqualByComparingTo("1.5");
    }

    @Test
    void theyLieOnTheirSidesOfTheTarget() {
        assertThat(missing(line("3", null))).containsExactly("THRESHOLD_PLACE");
        assertThat(missing(line("-1", null))).containsExactly("THRESHOLD_PLACE");
        assertThat(missing(line(null, "3"))).containsExactly("MAXIMUM_PLACE");
        assertThat(missing(line("2", "4"))).isEmpty();
    }

    private static List<String> missing(ObjectiveTerms line) {
        return PlanCheck.missing(plan(line)).stream().map(Problem::code).toList();
    }
}
