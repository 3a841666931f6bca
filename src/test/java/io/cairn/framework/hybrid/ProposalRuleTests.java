package io.cairn.framework.hybrid;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.cycle.Cadence;
import io.cairn.cycle.Cycle;
import io.cairn.cycle.CycleKind;
import io.cairn.cycle.Phase;
import io.cairn.framework.hybrid.ProposalRule.Standing;
import io.cairn.framework.hybrid.ProposalRule.Verdict;
import io.cairn.framework.hybrid.ProposalRule.Vitals;
import io.cairn.kernel.Comparator;
import io.cairn.kernel.Vectors;
import io.cairn.metric.BreachPolicy;
import io.cairn.metric.Course;
import io.cairn.metric.Direction;
import io.cairn.metric.MetricFigures;
import io.cairn.metric.MetricStatus;
import io.cairn.metric.MetricTarget;
import io.cairn.metric.Period;
import io.cairn.metric.StatusRule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProposalRuleTests {
    private static final LocalDate QUARTER = LocalDate.of(2026, 7, 1);
    private static final Cycle CURRENT = cycle(CycleKind.QUARTER, QUARTER, QUARTER.plusDays(99));
    private static final Cycle NEXT = cycle(CycleKind.QUARTER, QUARTER.plusDays(100), QUARTER.plusDays(199));
    private static final Period WEEK = new Period(LocalDate.of(2026, 8, 3), LocalDate.of(2026, 8, 9));

    record Row(
            String id,
            @Nullable BigDecimal target,
            @Nullable BigDecimal amberAt,
            List<BigDecimal> values,
            boolean linked,
            boolean open,
            @Nullable Integer left,
            @Nullable Verdict verdict,
            @Nullable String cycle,
            @Nullable BigDecimal from,
            @Nullable BigDecimal to,
            @Nullable String objective,
            @Nullable String health,
            @Nullable String capped) {
        List<MetricStatus> statuses() {
            var held = target == null ? null : MetricTarget.of(QUARTER, null, Comparator.GE, target, amberAt);
            var statuses = new ArrayList<MetricStatus>();
            values.forEach(value -> statuses.add(StatusRule.of(Direction.HIGHER, held, value)));
            Collections.reverse(statuses);
            return statuses;
        }
    }

    static List<Row> rows() {
        return Vectors.rows("hybrid", Row.class).stream()
                .filter(row -> row.verdict() != null)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theWorkedCases(Row row) {
        var vitals = vitals(
                BreachPolicy.USUAL, new Course(row.statuses(), row.values().size()), false);
        assertThat(ProposalRule.of(vitals, new Standing(row.open(), row.linked(), null)))
                .isEqualTo(row.verdict());
        if (row.verdict() != Verdict.PROPOSE) {
            return;
        }
        var today = CURRENT.endsOn().plusDays(1L - Objects.requireNonNull(row.left()));
        var chosen = ProposalRule.around(List.of(CURRENT, NEXT), today).chosen(today);
        assertThat(chosen).isEqualTo("current".equals(row.cycle()) ? CURRENT : NEXT);
        var figures = figures(Objects.requireNonNull(row.target()), row.values().getLast(), Comparator.GE);
        var keyResult = SuggestedKeyResult.of("Customer retention", Direction.HIGHER, figures, row.values())
                .orElseThrow();
        assertThat(keyResult)
                .isEqualTo(new SuggestedKeyResult("Customer retention", row.from(), row.to(), Comparator.GE, null));
        assertThat(PhraseBook.objective("Customer retention", "")).isEqualTo(row.objective());
    }

    @ParameterizedTest
    @CsvSource({
        "1, false, R, 3, false, RED",
        "1, false, A, 3, false, ",
        "2, false, R, 3, false, ",
        "2, false, RR, 3, false, RED",
        "2, false, RAR, 3, false, ",
        "1, true, R, 5, false, RED",
        "1, true, R, 6, false, ",
        "1, true, R, 6, true, SPC_SIGNAL",
        "1, true, RR, 6, false, RED",
        "1, true, AR, 6, true, ",
        "3, true, RR, 6, true, ",
        "3, true, RRR, 6, false, RED"
    })
    void aPolicySaysHowManyRedsItTakes(
            int periods, boolean useSpc, String newestFirst, int charted, boolean signal, @Nullable Trigger trigger) {
        var vitals = vitals(new BreachPolicy(periods, useSpc), new Course(statuses(newestFirst), charted), signal);
        assertThat(ProposalRule.trigger(vitals).orElse(null)).isEqualTo(trigger);
    }

    @Test
    void aSignalThatWorsensIsATrend() {
        var vitals =
                new Vitals(true, WEEK, new BreachPolicy(1, true), new Course(List.of(MetricStatus.RED), 8), true, true);
        assertThat(ProposalRule.trigger(vitals)).contains(Trigger.TREND);
    }

    @ParameterizedTest
    @CsvSource({"2026-08-02, PROPOSE", "2026-08-03, NOTHING", "2026-08-09, NOTHING"})
    void aDismissalKeepsItQuiet(LocalDate until, Verdict verdict) {
        var vitals = vitals(BreachPolicy.USUAL, new Course(List.of(MetricStatus.RED), 1), false);
        assertThat(ProposalRule.of(vitals, new Standing(false, false, until))).isEqualTo(verdict);
    }

    @Test
    void oneGreenPeriodDoesNotEndAProposal() {
        var vitals = vitals(BreachPolicy.USUAL, new Course(statuses("GR"), 2), false);
        assertThat(ProposalRule.of(vitals, new Standing(true, false, null))).isEqualTo(Verdict.NOTHING);
    }

    @Test
    void whatMayNotProposeNeverDoes() {
        var vitals = new Vitals(false, WEEK, BreachPolicy.USUAL, new Course(List.of(MetricStatus.RED), 1), true, true);
        assertThat(ProposalRule.of(vitals, Standing.NOTHING)).isEqualTo(Verdict.NOTHING);
    }

    @Property
    void onlyARedNewestValueAsks(
            @ForAll @Size(min = 1, max = 12) List<MetricStatus> statuses,
            @ForAll @IntRange(min = 1, max = 12) int periods,
            @ForAll boolean useSpc,
            @ForAll boolean signal) {
        var trigger = ProposalRule.trigger(vitals(new BreachPolicy(periods, useSpc), new Course(statuses, 12), signal));
        if (trigger.isPresent()) {
            assertThat(statuses.subList(0, periods)).containsOnly(MetricStatus.RED);
        }
    }

    @Property
    void oneRedMoreNeverMakesItSilent(
            @ForAll @Size(max = 11) List<MetricStatus> statuses,
            @ForAll @IntRange(min = 1, max = 12) int periods,
            @ForAll boolean useSpc,
            @ForAll boolean signal) {
        var policy = new BreachPolicy(periods, useSpc);
        var more = new ArrayList<MetricStatus>(statuses);
        more.addFirst(MetricStatus.RED);
        if (ProposalRule.trigger(vitals(policy, new Course(statuses, 12), signal))
                .isPresent()) {
            assertThat(ProposalRule.trigger(vitals(policy, new Course(more, 12), signal)))
                    .isPresent();
        }
    }

    @ParameterizedTest
    @CsvSource({"50, current", "49, next", "100, current", "1, next"})
    void halfOfACycleIsEnoughToTakeItOn(int left, String chosen) {
        var today = CURRENT.endsOn().plusDays(1L - left);
        var around = ProposalRule.around(List.of(CURRENT, NEXT), today);
        assertThat(around.chosen(today)).isEqualTo(chosen.equals("current") ? CURRENT : NEXT);
    }

    @Test
    void withoutANextCycleTheCurrentOneHasToDo() {
        var late = CURRENT.endsOn();
        assertThat(ProposalRule.around(List.of(CURRENT), late).chosen(late)).isEqualTo(CURRENT);
        assertThat(ProposalRule.around(List.of(), late).chosen(late)).isNull();
        var before = QUARTER.minusDays(5);
        assertThat(ProposalRule.around(List.of(CURRENT), before).chosen(before)).isEqualTo(CURRENT);
    }

    @Test
    void theYearAroundTheQuarterIsNotMeant() {
        var year = cycle(CycleKind.ANNUAL, QUARTER.minusMonths(6), QUARTER.plusMonths(6));
        assertThat(ProposalRule.around(List.of(year, CURRENT, NEXT), QUARTER).current())
                .isEqualTo(CURRENT);
    }

    @ParameterizedTest
    @CsvSource({"GE, 90;91;93;85, 85, 93", "GE, 90;91;92;85, 85, ", "LE, 10;7;9;14, 14, 7", "LE, 10;9;14, 14, "})
    void theBestOfLateIsAStretchWhereItBeatsTheTarget(
            Comparator comparator, String values, BigDecimal value, @Nullable BigDecimal stretch) {
        var recent = List.of(values.split(";")).stream().map(BigDecimal::new).toList();
        var target = new BigDecimal(comparator.rises() ? "92" : "8");
        var direction = comparator.rises() ? Direction.HIGHER : Direction.LOWER;
        assertThat(SuggestedKeyResult.of("Any", direction, figures(target, value, comparator), recent)
                        .orElseThrow()
                        .stretch())
                .isEqualTo(stretch);
    }

    @ParameterizedTest
    @CsvSource({"5, GE, 10", "25, LE, 20"})
    void aBandIsReachedAtItsNearerEnd(BigDecimal value, Comparator comparator, BigDecimal target) {
        var none = MetricFigures.NONE;
        var figures = new MetricFigures(
                MetricStatus.RED,
                MetricStatus.RED,
                value,
                false,
                false,
                WEEK.start(),
                WEEK.end(),
                null,
                null,
                Comparator.BETWEEN,
                none.amberAt(),
                new BigDecimal("10"),
                new BigDecimal("20"),
                null,
                null,
                null,
                List.of(),
                null,
                null,
                false,
                null);
        var keyResult = SuggestedKeyResult.of("Any", Direction.BAND, figures, List.of(value))
                .orElseThrow();
        assertThat(keyResult).isEqualTo(new SuggestedKeyResult("Any", value, target, comparator, null));
    }

    @ParameterizedTest
    @CsvSource({
        "Customer retention, , Create an unforgettable customer experience",
        "Anything, CUSTOMER, Create an unforgettable customer experience",
        "Sales win rate, CUSTOMER, Become the partner our market chooses first",
        "Grams of sugar, , Bring Grams of sugar back to where it belongs"
    })
    void thePhraseBookGoesByNameThenByCategory(String name, @Nullable String category, String objective) {
        assertThat(PhraseBook.objective(name, category == null ? "" : category)).isEqualTo(objective);
    }

    private static Vitals vitals(BreachPolicy policy, Course course, boolean signal) {
        return new Vitals(true, WEEK, policy, course, signal, false);
    }

    private static List<MetricStatus> statuses(String newestFirst) {
        return newestFirst
                .chars()
                .mapToObj(letter -> switch (letter) {
                    case 'R' -> MetricStatus.RED;
                    case 'A' -> MetricStatus.AMBER;
                    default -> MetricStatus.GREEN;
                })
                .toList();
    }

    private static MetricFigures figures(BigDecimal target, BigDecimal value, Comparator comparator) {
        return new MetricFigures(
                MetricStatus.RED,
                MetricStatus.RED,
                value,
                false,
                false,
                WEEK.start(),
                WEEK.end(),
                null,
                target,
                comparator,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                false,
                null);
    }

    private static Cycle cycle(CycleKind kind, LocalDate from, LocalDate to) {
        return new Cycle(UUID.randomUUID(), "Any", kind, from, to, null, Phase.ACTIVE, Cadence.WEEKLY, 1);
    }
}
