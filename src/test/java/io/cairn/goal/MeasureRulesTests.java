package io.cairn.goal;

import static io.cairn.goal.Samples.number;
import static io.cairn.goal.Samples.way;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.kernel.Comparator;
import io.cairn.kernel.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class MeasureRulesTests {
    static Stream<Arguments> wrong() {
        var increase = MeasureKind.INCREASE;
        var decrease = MeasureKind.DECREASE;
        var milestone = Milestone.of("First");
        return Stream.of(
                Arguments.of(draft(increase, "5", Comparator.GE, "5"), "BASELINE_EQUALS_TARGET target"),
                Arguments.of(draft(decrease, "5.0", Comparator.LE, "5"), "BASELINE_EQUALS_TARGET target"),
                Arguments.of(draft(increase, "5", Comparator.GE, "4"), "TARGET_AGAINST_DIRECTION target"),
                Arguments.of(draft(decrease, "5", Comparator.LE, "6"), "TARGET_AGAINST_DIRECTION target"),
                Arguments.of(draft(increase, "5", Comparator.LT, "6"), "COMPARATOR_AGAINST_DIRECTION comparator"),
                Arguments.of(draft(increase, "5", Comparator.BETWEEN, "6"), "COMPARATOR_AGAINST_DIRECTION comparator"),
                Arguments.of(draft(decrease, "5", Comparator.GE, "4"), "COMPARATOR_AGAINST_DIRECTION comparator"),
                Arguments.of(
                        draft(MeasureKind.KPI_LINKED, "5", Comparator.GE, "4"),
                        "COMPARATOR_AGAINST_DIRECTION comparator"),
                Arguments.of(draft(increase, "0.1234567", Comparator.GE, "1"), "TOO_PRECISE baseline"),
                Arguments.of(draft(increase, "0", Comparator.GE, "1e15"), "OUT_OF_RANGE target"),
                Arguments.of(draft(increase, "0", Comparator.GE, "1e400"), "OUT_OF_RANGE target"),
                Arguments.of(
                        way("0", Comparator.GE, "1")
                                .draft()
                                .weight(number("-1"))
                                .terms(),
                        "NEGATIVE_WEIGHT weight"),
                Arguments.of(
                        new MeasureDraft(MeasureKind.MAINTAIN)
                                .way(null, Comparator.LE, number("0"))
                                .kept(MaintainMode.DISTANCE, null)
                                .terms(),
                        "DISTANCE_NEEDS_NONZERO_TARGET target"),
                Arguments.of(
                        new MeasureDraft(MeasureKind.MAINTAIN)
                                .band(number("1"), number("2"))
                                .kept(MaintainMode.DISTANCE, null)
                                .terms(),
                        "COMPARATOR_AGAINST_DIRECTION comparator"),
                Arguments.of(MeasureTerms.range(number("2"), number("1")), "ENDS_CROSSED high"),
                Arguments.of(
                        MeasureTerms.range(number("1"), number("2"))
                                .draft()
                                .limits(number("1.5"), null)
                                .terms(),
                        "ENDS_CROSSED floor"),
                Arguments.of(
                        MeasureTerms.range(number("1"), number("2"))
                                .draft()
                                .limits(null, number("1.5"))
                                .terms(),
                        "ENDS_CROSSED ceiling"),
                Arguments.of(
                        way("0", Comparator.GE, "1")
                                .draft()
                                .profile(Profile.MILESTONES)
                                .terms(),
                        "PROFILE_DOES_NOT_FIT profile"),
                Arguments.of(
                        new MeasureDraft(MeasureKind.BOOLEAN).plan(List.of()).terms(), "PROFILE_DOES_NOT_FIT profile"),
                Arguments.of(
                        MeasureTerms.milestones(List.of(milestone.withDone(number("1.1")))),
                        "INVALID_MILESTONES milestones[0].done"),
                Arguments.of(
                        MeasureTerms.milestones(List.of(milestone, Milestone.of(" "))),
                        "INVALID_MILESTONES milestones[1].name"),
                Arguments.of(
                        levels(new Level("A", BigDecimal.ONE, null), new Level("A", BigDecimal.ZERO, null)),
                        "INVALID_LEVELS levels[1].name"),
                Arguments.of(levels(new Level("A", number("0.9"), null)), "INVALID_LEVELS levels"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void everyProblemHasItsCodeAndField(MeasureTerms terms, String problem) {
        assertThat(MeasureRules.check(terms, ""))
                .extracting(MeasureRulesTests::text)
                .containsExactly(problem);
    }

    @Test
    void fieldsStandUnderTheirMeasure() {
        assertThat(MeasureRules.check(draft(MeasureKind.INCREASE, "5", Comparator.GE, "5"), "measures[3]."))
                .extracting(Problem::field)
                .containsExactly("measures[3].target");
    }

    @ParameterizedTest
    @EnumSource
    void anEmptyDraftOfAnyKindMayBeSaved(MeasureKind kind) {
        assertThat(MeasureRules.check(MeasureTerms.of(kind), "")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            names = {"BOOLEAN", "RUBRIC"},
            mode = EnumSource.Mode.EXCLUDE)
    void anEmptyDraftIsIncomplete(MeasureKind kind) {
        assertThat(incomplete(MeasureTerms.of(kind)))
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.code()).isEqualTo("MEASURE_INCOMPLETE"));
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThat(incomplete(draft(MeasureKind.INCREASE, "5", null, null)))
                .extracting(MeasureRulesTests::text)
                .containsExactly("MEASURE_INCOMPLETE target", "MEASURE_INCOMPLETE comparator");
        assertThat(incomplete(new MeasureDraft(MeasureKind.MAINTAIN)
                        .band(number("1"), null)
                        .terms()))
                .extracting(MeasureRulesTests::text)
                .containsExactly("MEASURE_INCOMPLETE high", "MEASURE_INCOMPLETE expectedCheckIns");
    }

    @Test
    void theDueDayLiesInTheCycle() {
        var late = way("0", Comparator.GE, "1")
                .draft()
                .dueOn(LocalDate.parse("2026-10-01"))
                .terms();
        assertThat(incomplete(late)).extracting(MeasureRulesTests::text).containsExactly("MEASURE_INCOMPLETE dueOn");
    }

    @Test
    void activationNamesTheFirstHardRuleFirst() {
        var broken = List.of(draft(MeasureKind.INCREASE, "5", Comparator.GE, "5")
                .draft()
                .weight(BigDecimal.ZERO)
                .terms());
        assertThat(MeasureRules.activation(broken, 2, 5, Samples.QUARTER_START, Samples.QUARTER_END))
                .extracting(MeasureRulesTests::text)
                .containsExactly(
                        "KEY_RESULT_COUNT measures",
                        "BASELINE_EQUALS_TARGET measures[0].target",
                        "ALL_WEIGHTS_ZERO measures");
    }

    static Stream<Arguments> readings() {
        var milestones = MeasureTerms.milestones(List.of(Milestone.of("One"), Milestone.of("Two")));
        var rubric = MeasureTerms.of(MeasureKind.RUBRIC);
        return Stream.of(
                Arguments.of(way("0", Comparator.GE, "1"), null, null, null, "VALUE_REQUIRED value"),
                Arguments.of(way("0", Comparator.GE, "1"), number("1e400"), null, null, "OUT_OF_RANGE value"),
                Arguments.of(MeasureTerms.of(MeasureKind.BOOLEAN), number("2"), null, null, "YES_OR_NO value"),
                Arguments.of(milestones, null, null, null, "MILESTONES_REQUIRED milestones"),
                Arguments.of(milestones, null, List.of(BigDecimal.ONE), null, "MILESTONES_REQUIRED milestones"),
                Arguments.of(
                        milestones,
                        null,
                        List.of(BigDecimal.ONE, number("1.5")),
                        null,
                        "INVALID_MILESTONES milestones[1]"),
                Arguments.of(rubric, null, null, null, "LEVEL_REQUIRED level"),
                Arguments.of(rubric, null, null, "BEYOND", "UNKNOWN_LEVEL level"));
    }

    @ParameterizedTest
    @MethodSource("readings")
    void aCheckInSaysWhatItsMeasureAsksFor(
            MeasureTerms terms, BigDecimal value, List<BigDecimal> milestones, String level, String problem) {
        assertThat(ReadingRules.check(terms, value, milestones, level, null))
                .extracting(MeasureRulesTests::text)
                .containsExactly(problem);
    }

    @Test
    void confidenceGoesFromNoneToTen() {
        var terms = MeasureTerms.of(MeasureKind.BOOLEAN);
        assertThat(ReadingRules.check(terms, BigDecimal.ONE, null, null, 10)).isEmpty();
        assertThat(ReadingRules.check(terms, BigDecimal.ONE, null, null, 11))
                .extracting(MeasureRulesTests::text)
                .containsExactly("INVALID_CONFIDENCE confidence");
    }

    private static List<Problem> incomplete(MeasureTerms terms) {
        return MeasureRules.incomplete(terms, Samples.QUARTER_START, Samples.QUARTER_END, "");
    }

    private static MeasureTerms draft(MeasureKind kind, String baseline, Comparator comparator, String target) {
        return new MeasureDraft(kind)
                .way(number(baseline), comparator, target == null ? null : number(target))
                .terms();
    }

    private static MeasureTerms levels(Level... levels) {
        return new MeasureDraft(MeasureKind.RUBRIC).levels(List.of(levels)).terms();
    }

    private static String text(Problem problem) {
        return problem.code() + " " + problem.field();
    }
}
