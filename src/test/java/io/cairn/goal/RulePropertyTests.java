package io.cairn.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.kernel.Arithmetic;
import io.cairn.kernel.Comparator;
import io.cairn.kernel.Explained;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.jspecify.annotations.Nullable;

class RulePropertyTests {
    record Way(BigDecimal baseline, BigDecimal target, BigDecimal value) {
        BigDecimal progress() {
            return progressAt(value);
        }

        BigDecimal progressAt(BigDecimal at) {
            return made(at).progress();
        }

        MeasureProgress made(BigDecimal at) {
            return Progress.of(terms(), Reading.ofValue(at));
        }

        MeasureTerms terms() {
            boolean rising = target.compareTo(baseline) > 0;
            return MeasureTerms.from(baseline, rising ? Comparator.GE : Comparator.LE, target);
        }

        Way map(java.util.function.UnaryOperator<BigDecimal> change) {
            return new Way(change.apply(baseline), change.apply(target), change.apply(value));
        }
    }

    @Property
    void progressNeverFallsWhenAValueMovesTowardsItsTarget(
            @ForAll("ways") Way way, @ForAll @BigRange(min = "0", max = "1000") @Scale(3) BigDecimal move) {
        boolean rising = way.target().compareTo(way.baseline()) > 0;
        var closer = rising ? way.value().add(move) : way.value().subtract(move);
        assertThat(way.progressAt(closer)).isGreaterThanOrEqualTo(way.progress());
    }

    @Property
    void scalingEverythingAlikeChangesNothing(
            @ForAll("ways") Way way, @ForAll @BigRange(min = "0.001", max = "1000") @Scale(3) BigDecimal factor) {
        var scaled = way.map(value -> value.multiply(factor));
        assertThat(scaled.made(scaled.value())).isEqualTo(way.made(way.value()));
    }

    @Property
    void risingAndFallingTargetsMirrorEachOther(@ForAll("ways") Way way) {
        var mirrored = way.map(BigDecimal::negate);
        assertThat(mirrored.terms().kind()).isNotEqualTo(way.terms().kind());
        assertThat(mirrored.made(mirrored.value())).isEqualTo(way.made(way.value()));
    }

    @Property
    void aGoalLiesBetweenItsMeasures(@ForAll("goals") GoalState goal, @ForAll("days") LocalDate day) {
        var figures = Figures.of(goal, day);
        var counting = java.util.stream.IntStream.range(0, goal.measures().size())
                .filter(i -> goal.measures().get(i).counts())
                .mapToObj(figures.measures()::get)
                .map(measure -> measure.progress() == null ? BigDecimal.ZERO : measure.progress())
                .toList();
        if (counting.isEmpty()) {
            assertThat(figures.progress()).isNull();
            return;
        }
        var smallest = counting.stream().reduce(BigDecimal::min).orElseThrow();
        var largest = counting.stream().reduce(BigDecimal::max).orElseThrow();
        assertThat(figures.progress()).isBetween(smallest, largest);
    }

    @Property
    void theOrderOfTheMeasuresChangesNothing(@ForAll("mixedGoals") GoalState goal, @ForAll("days") LocalDate day) {
        var turned = new GoalState(
                goal.startsOn(),
                goal.endsOn(),
                goal.activatedOn(),
                goal.heldOn(),
                goal.cadenceDays(),
                goal.progressMode(),
                goal.noDataPolicy(),
                goal.manualProgress(),
                goal.measures().reversed(),
                goal.aligned());
        var one = Figures.of(goal, day);
        var other = Figures.of(turned, day);
        assertThat(other.progress()).isEqualTo(one.progress());
        assertThat(other.expected()).isEqualTo(one.expected());
        assertThat(other.health()).isEqualTo(one.health());
    }

    @Property
    void figuresStayInTheirBounds(@ForAll("goals") GoalState goal, @ForAll("days") LocalDate day) {
        for (MeasureFigures figures : Figures.of(goal, day).measures()) {
            assertThat(figures.expected()).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
            if (figures.progress() != null) {
                assertThat(figures.progress()).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
            }
            assertThat(figures.overdue() && figures.achieved()).isFalse();
        }
    }

    @Property
    void theStepsGiveTheFigures(@ForAll("mixedGoals") GoalState goal, @ForAll("days") LocalDate day) {
        var figures = Figures.of(goal, day);
        var explanation = GoalExplanation.of(goal, day);
        again(explanation.progress(), "progress", figures.progress());
        again(explanation.expected(), "expected", figures.expected());
        again(explanation.grade(), "grade", figures.suggestedGrade());
        pace(explanation.pace(), figures.pace());
        assertThat(explanation.health().value()).isEqualTo(figures.health());
        for (int i = 0; i < goal.measures().size(); i++) {
            var made = figures.measures().get(i);
            var told = explanation.measures().get(i);
            again(told.progress(), "progress", made.progress());
            again(told.expected(), "expected", made.expected());
            pace(told.pace(), made.pace());
            assertThat(told.health().value()).isEqualTo(made.health());
        }
    }

    private static void again(Explained<@Nullable BigDecimal> explained, String result, @Nullable BigDecimal figure) {
        if (figure == null) {
            assertThat(explained.value()).isNull();
            return;
        }
        assertThat(explained.value()).isEqualByComparingTo(figure);
        var results = Arithmetic.evaluate(explained);
        assertThat(results.get(result)).isEqualByComparingTo(figure);
        explained.steps().forEach(step -> assertThat(results.get(step.result())).isEqualByComparingTo(step.value()));
    }

    /** Pace may be better than its thresholds say (achieved, too early) or worse (too late), and then the sentence says so. */
    private static void pace(Explained<@Nullable Pace> explained, @Nullable Pace figure) {
        assertThat(explained.value()).isEqualTo(figure);
        if (figure == null
                || !explained.sentence().startsWith("Progress is")
                || explained.sentence().contains("tenth")) {
            return;
        }
        var results = Arithmetic.evaluate(explained);
        var progress = results.get("progress");
        var pace = progress.compareTo(results.get("onTrackFrom")) >= 0
                ? Pace.ON_TRACK
                : progress.compareTo(results.get("atRiskFrom")) >= 0 ? Pace.AT_RISK : Pace.OFF_TRACK;
        assertThat(pace).isEqualTo(figure);
    }

    @Provide
    Arbitrary<Way> ways() {
        return Combinators.combine(numbers(), numbers(), numbers())
                .as(Way::new)
                .filter(way -> way.baseline().compareTo(way.target()) != 0);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(-10, 110).map(Samples.QUARTER_START::plusDays);
    }

    @Provide
    Arbitrary<GoalState> goals() {
        return measures()
                .list()
                .ofMaxSize(5)
                .map(measures -> goal(ProgressMode.KR_ONLY, NoDataPolicy.ZERO, null, measures, List.of()));
    }

    /** Goals of every mode and policy, with goals aligned to them. */
    @Provide
    Arbitrary<GoalState> mixedGoals() {
        return Combinators.combine(
                        measures().list().ofMaxSize(4),
                        aligned().list().ofMaxSize(3),
                        Arbitraries.of(ProgressMode.class),
                        Arbitraries.of(NoDataPolicy.class),
                        shares().injectNull(0.2))
                .as((measures, aligned, mode, policy, manual) -> goal(mode, policy, manual, measures, aligned));
    }

    private static GoalState goal(
            ProgressMode mode,
            NoDataPolicy policy,
            @Nullable BigDecimal manual,
            List<MeasureState> measures,
            List<AlignedGoal> aligned) {
        return new GoalState(
                Samples.QUARTER_START,
                Samples.QUARTER_END,
                Samples.QUARTER_START,
                null,
                7,
                mode,
                policy,
                manual,
                measures,
                aligned);
    }

    private static Arbitrary<AlignedGoal> aligned() {
        return Combinators.combine(
                        Arbitraries.of("0", "1", "3"),
                        Arbitraries.of("1", "0.5", "0.333333333333333333"),
                        shares().injectNull(0.2),
                        shares(),
                        Arbitraries.of(Health.class),
                        Arbitraries.of(true, false))
                .as((weight, share, progress, expected, health, cancelled) -> new AlignedGoal(
                        UUID.randomUUID(),
                        "Aligned goal",
                        new BigDecimal(weight),
                        new BigDecimal(share),
                        progress,
                        expected,
                        health,
                        false,
                        progress == null,
                        cancelled));
    }

    private static Arbitrary<MeasureState> measures() {
        return Combinators.combine(
                        Arbitraries.oneOf(List.of(directional(), kept(), ranges(), milestones(), answers(), levels())),
                        Arbitraries.of("0", "1", "2", "33.5"),
                        Arbitraries.integers().between(0, 10).injectNull(0.2),
                        Arbitraries.integers().between(-20, 95),
                        Arbitraries.of(false, false, false, true),
                        Arbitraries.integers().between(30, 91),
                        Arbitraries.of(Health.class).injectNull(0.9))
                .as((promise, weight, confidence, daysIn, cancelled, due, override) -> new MeasureState(
                        UUID.randomUUID(),
                        "Key result",
                        promise.terms()
                                .draft()
                                .weight(new BigDecimal(weight))
                                .dueOn(Samples.QUARTER_START.plusDays(due))
                                .terms(),
                        promise.reading(),
                        cancelled,
                        promise.reading().noData() ? null : Samples.QUARTER_START.plusDays(daysIn),
                        confidence,
                        override));
    }

    record Promise(MeasureTerms terms, Reading reading) {}

    private static Arbitrary<Promise> directional() {
        var terms = Combinators.combine(
                        numbers(),
                        numbers(),
                        Arbitraries.of(
                                Profile.LINEAR,
                                Profile.BACK_LOADED,
                                Profile.FRONT_LOADED,
                                Profile.S_CURVE,
                                Profile.PLAN,
                                Profile.STEP),
                        planPoints().list().ofMaxSize(4))
                .as((baseline, target, profile, points) -> MeasureTerms.from(baseline, Comparator.EQ, target)
                        .draft()
                        .plan(points)
                        .profile(profile)
                        .terms());
        return Combinators.combine(terms, values()).as(Promise::new);
    }

    private static Arbitrary<PlanPoint> planPoints() {
        return Combinators.combine(Arbitraries.integers().between(-5, 100), numbers())
                .as((day, value) -> new PlanPoint(Samples.QUARTER_START.plusDays(day), value));
    }

    private static Arbitrary<Promise> kept() {
        return Combinators.combine(
                        numbers(),
                        Arbitraries.of(Comparator.GE, Comparator.GT, Comparator.LE, Comparator.LT, Comparator.EQ),
                        Arbitraries.of(MaintainMode.class),
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.integers().between(0, 35),
                        values())
                .as((target, comparator, mode, expected, hits, reading) -> new Promise(
                        new MeasureDraft(MeasureKind.MAINTAIN)
                                .way(null, comparator, target)
                                .kept(mode, expected)
                                .terms(),
                        mode == MaintainMode.HIT_RATE ? Reading.ofHits(hits) : reading));
    }

    private static Arbitrary<Promise> ranges() {
        return Combinators.combine(
                        numbers(),
                        spans(),
                        spans().injectNull(0.5),
                        spans().injectNull(0.5),
                        Arbitraries.of(true, false),
                        values())
                .as((low, width, below, above, open, reading) -> new Promise(
                        MeasureTerms.range(low, low.add(width))
                                .draft()
                                .limits(
                                        below == null ? null : low.subtract(below),
                                        above == null ? null : low.add(width).add(above))
                                .openAbove(open)
                                .terms(),
                        reading));
    }

    private static Arbitrary<Promise> milestones() {
        var milestone = Combinators.combine(
                        Arbitraries.of("0", "1", "2.5"),
                        shares(),
                        Arbitraries.integers().between(0, 91).injectNull(0.5))
                .as((weight, done, day) -> new Milestone(
                        "Step",
                        new BigDecimal(weight),
                        done,
                        day == null ? null : Samples.QUARTER_START.plusDays(day)));
        return Combinators.combine(
                        milestone.list().ofMaxSize(5), shares().list().ofMaxSize(5))
                .as((milestones, done) -> new Promise(
                        MeasureTerms.milestones(milestones),
                        done.isEmpty() ? Reading.none() : Reading.ofMilestones(done)));
    }

    private static Arbitrary<Promise> answers() {
        return Arbitraries.of(Reading.none(), Reading.ofAnswer(true), Reading.ofAnswer(false))
                .map(reading -> new Promise(MeasureTerms.of(MeasureKind.BOOLEAN), reading));
    }

    private static Arbitrary<Promise> levels() {
        return Arbitraries.of("NOT_STARTED", "COMMIT", "TARGET", "STRETCH", "UNKNOWN")
                .map(level -> new Promise(MeasureTerms.of(MeasureKind.RUBRIC), Reading.ofLevel(level)));
    }

    private static Arbitrary<Reading> values() {
        return numbers()
                .map(Reading::ofValue)
                .injectNull(0.1)
                .map(reading -> reading == null ? Reading.none() : reading);
    }

    private static Arbitrary<BigDecimal> numbers() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("-1000000"), new BigDecimal("1000000"))
                .ofScale(3);
    }

    private static Arbitrary<BigDecimal> spans() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("1000"))
                .ofScale(2);
    }

    private static Arbitrary<BigDecimal> shares() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.ONE)
                .ofScale(2);
    }
}
