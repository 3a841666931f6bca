package io.cairn.framework.mbo;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.goal.Level;
import io.cairn.incentive.AttainmentBasis;
import io.cairn.incentive.PayoutCurve;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The soft rules MBO-S1 to MBO-S7: each says its word where it should and holds its tongue elsewhere. */
class PlanHintsTests {
    private static final UUID METRIC = UUID.fromString("019901c2-7a10-7b6e-8f3a-2f6f1c0a4b11");
    private static final UUID GOAL = UUID.fromString("019901c2-7a10-7b6e-8f3a-2f6f1c0a4b12");
    private static final UUID LINE = UUID.fromString("019901c2-7a10-7b6e-8f3a-2f6f1c0a4b13");

    private static ObjectiveTerms line(String title, String weight, @Nullable String target, List<UUID> supports) {
        return new ObjectiveTerms(
                LINE,
                title,
                "",
                new BigDecimal(weight),
                Measurement.QUANTITATIVE,
                ObjectiveScope.INDIVIDUAL,
                "",
                "",
                target == null ? AttainmentBasis.BOOLEAN : AttainmentBasis.RATIO_TO_TARGET,
                "",
                null,
                target == null ? null : new BigDecimal(target),
                null,
                target == null ? null : METRIC,
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                supports);
    }

    private static ObjectiveTerms good() {
        return line("Win rate in the territory", "50", "25", List.of(GOAL));
    }

    private static PlanTerms plan(@Nullable PayoutCurve curve, ObjectiveTerms... lines) {
        return new PlanTerms(PlanTerms.USUAL_CAP, BigDecimal.ONE, false, null, List.of(), null, curve, List.of(lines));
    }

    private static List<String> codes(PlanTerms terms) {
        return PlanHints.of(terms, null, List.of()).stream().map(Hint::code).toList();
    }

    static Stream<Arguments> plans() {
        return Stream.of(
                Arguments.of("nothing to say", plan(null, good(), good()), List.of()),
                Arguments.of("S1 many", plan(null, times(6)), List.of("TOO_MANY_OBJECTIVES")),
                Arguments.of("S1 five are fine", plan(null, times(5)), List.of()),
                Arguments.of(
                        "S1 light",
                        plan(null, line("Win rate in the territory", "9.99", "25", List.of(GOAL))),
                        List.of("WEIGHT_LIGHT")),
                Arguments.of(
                        "S1 ten is enough",
                        plan(null, line("Win rate in the territory", "10", "25", List.of(GOAL))),
                        List.of()),
                Arguments.of(
                        "S1 developmental",
                        plan(null, line("Win rate in the territory", "0", "25", List.of(GOAL))),
                        List.of()),
                Arguments.of(
                        "S2 supports nothing",
                        plan(null, line("Win rate in the territory", "100", "25", List.of())),
                        List.of("SUPPORTS_NOTHING")),
                Arguments.of(
                        "S5 cliff",
                        plan(
                                new PayoutCurve(
                                        List.of(PayoutCurve.Point.of("0.8", "0.2"), PayoutCurve.Point.of("1", "1")),
                                        true),
                                good()),
                        List.of("CURVE_CLIFF")),
                Arguments.of(
                        "S5 high threshold",
                        plan(
                                new PayoutCurve(
                                        List.of(PayoutCurve.Point.of("0.95", "0.5"), PayoutCurve.Point.of("1", "1")),
                                        false),
                                good()),
                        List.of("CURVE_HIGH_THRESHOLD")));
    }

    private static ObjectiveTerms[] times(int count) {
        return Collections.nCopies(count, good()).toArray(ObjectiveTerms[]::new);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("plans")
    void aPlanIsToldWhatIsWorthAThought(String name, PlanTerms terms, List<String> codes) {
        assertThat(codes(terms)).isEqualTo(codes);
    }

    @ParameterizedTest
    @CsvSource({
        "Support the team better, NOT_SMART",
        "Certified as a solution architect, ''",
        "Launch the price list with Sales and Marketing, SEVERAL_FUNCTIONS",
        "Launch the price list with Marketing, ''"
    })
    void wordsAreReadOnceThereIsNoNumber(String title, String code) {
        assertThat(codes(plan(null, line(title, "100", null, List.of(GOAL)))))
                .isEqualTo(code.isEmpty() ? List.of() : List.of(code));
    }

    @ParameterizedTest
    @CsvSource({"25, 26, true", "25, 25, false", "25, 24, false"})
    void aTargetThatRisesInTheMiddleIsNoticed(String before, String now, boolean told) {
        PlanTerms old = plan(null, line("Win rate in the territory", "100", before, List.of(GOAL)));
        PlanTerms changed = plan(null, line("Win rate in the territory", "100", now, List.of(GOAL)));
        List<String> codes =
                PlanHints.of(changed, old, List.of()).stream().map(Hint::code).toList();
        assertThat(codes).isEqualTo(told ? List.of("TARGET_RAISED") : List.of());
    }

    @Test
    void payingForTheStretchOfAnOkrIsNoticedWhereMetricAndTargetAreTheSame() {
        PlanTerms terms = plan(null, good());
        List<PlanHints.Stretch> stretches = new ArrayList<>();
        stretches.add(new PlanHints.Stretch(METRIC, new BigDecimal("26"), "Win more"));
        stretches.add(new PlanHints.Stretch(GOAL, new BigDecimal("25"), "Something else"));
        assertThat(PlanHints.of(terms, null, stretches)).isEmpty();
        stretches.add(new PlanHints.Stretch(METRIC, new BigDecimal("25.00"), "Win more"));
        assertThat(PlanHints.of(terms, null, stretches))
                .singleElement()
                .satisfies(hint -> assertThat(hint.code()).isEqualTo("STRETCH_TARGET_PAID"));
    }

    @Test
    void levelsThatPayNothingAreNamed() {
        ObjectiveTerms words = ReachedTests.told(Level.USUAL);
        assertThat(PlanHints.of(plan(null, words), null, List.of()))
                .filteredOn(hint -> hint.code().equals("LEVEL_UNPAID"))
                .singleElement()
                .satisfies(hint -> assertThat(hint.message()).contains("“Commit” and “Target”"));
    }
}
