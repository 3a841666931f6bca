package io.cairn.goal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A goal's figures in the making, so that the same terms give the figures and their explanation. */
final class GoalFigures {
    private static final Comparator<RollUp.Child> WEAKEST_LAST = Comparator.comparing(
                    RollUp.Child::health, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(RollUp.Child::shortfall);

    private final GoalState goal;
    private final LocalDate day;
    private final Window window;
    private final List<MeasureFigures> measures;
    private final List<RollUp.Child> counting;
    private final @Nullable Term computed;
    private final @Nullable Term expected;

    private GoalFigures(GoalState goal, LocalDate day, List<MeasureFigures> measures) {
        this.goal = goal;
        this.day = day;
        this.window = new Window(goal.startsOn(), goal.endsOn());
        this.measures = measures;
        var own = countingMeasures();
        var others = countingGoals();
        this.counting = new ArrayList<>(own);
        counting.addAll(others);
        var rollUp = new RollUp(goal.noDataPolicy(), own, others);
        this.computed = rollUp.progress();
        this.expected = rollUp.expected();
    }

    static GoalFigures of(GoalState goal, LocalDate today) {
        var day = goal.figuresOn(today);
        return new GoalFigures(
                goal,
                day,
                goal.measures().stream()
                        .map(measure -> MeasureFigures.of(goal, measure, day))
                        .toList());
    }

    private List<RollUp.Child> countingMeasures() {
        var children = new ArrayList<RollUp.Child>();
        if (goal.progressMode() != ProgressMode.ALIGNED_ONLY) {
            for (int i = 0; i < measures.size(); i++) {
                if (goal.measures().get(i).counts()) {
                    children.add(RollUp.Child.of(goal.measures().get(i), measures.get(i)));
                }
            }
        }
        return children;
    }

    private List<RollUp.Child> countingGoals() {
        return switch (goal.progressMode()) {
            case ALIGNED_ONLY, BOTH ->
                goal.aligned().stream()
                        .filter(AlignedGoal::counts)
                        .map(RollUp.Child::of)
                        .toList();
            case KR_ONLY, MANUAL -> List.of();
        };
    }

    Figures figures() {
        var progress = MeasureFigures.ratio(value(progress()));
        var asked = MeasureFigures.ratio(value(expected()));
        var pacing = pacing(progress, asked);
        return new Figures(
                day,
                progress,
                MeasureFigures.ratio(value(computed)),
                asked,
                pacing == null ? null : pacing.pace(),
                health(pacing),
                pacing != null && pacing.ahead(),
                pacing != null && pacing.overdue(),
                stale(),
                achieved(),
                noData(),
                progress == null || noData() ? null : Grade.of(progress, achieved()),
                weakest() == null ? null : weakest().id(),
                measures);
    }

    private static @Nullable BigDecimal value(@Nullable Term term) {
        return term == null ? null : term.value();
    }

    @Nullable
    Term progress() {
        var manual = goal.manualProgress();
        return switch (goal.progressMode()) {
            case KR_ONLY, ALIGNED_ONLY, BOTH -> computed;
            case MANUAL ->
                manual == null
                        ? null
                        : Term.given("manual", "Set by hand", manual).clamped();
        };
    }

    /** A goal set by hand that nothing counts in is expected to go steadily. */
    @Nullable
    Term expected() {
        return expected == null && goal.progressMode() == ProgressMode.MANUAL
                ? Term.given("elapsedDays", "Days passed", BigDecimal.valueOf(window.elapsedDays(day)))
                        .over(Term.given("totalDays", "Days in all", BigDecimal.valueOf(window.days())))
                : expected;
    }

    private @Nullable Pacing pacing(@Nullable BigDecimal progress, @Nullable BigDecimal asked) {
        return progress == null || asked == null
                ? null
                : Pacing.of(progress, asked, window, day, achieved(), regressed());
    }

    private @Nullable Health health(@Nullable Pacing pacing) {
        var own = ownHealth(pacing);
        return goal.guardrailRed() && own == Health.ON_TRACK ? Health.AT_RISK : own;
    }

    private @Nullable Health ownHealth(@Nullable Pacing pacing) {
        var weakest = weakest();
        if (weakest != null) {
            return weakest.health();
        }
        return pacing == null ? null : Health.of(pacing.pace());
    }

    RollUp.@Nullable Child weakest() {
        return counting.stream()
                .reduce((a, b) -> WEAKEST_LAST.compare(a, b) >= 0 ? a : b)
                .orElse(null);
    }

    List<RollUp.Child> counting() {
        return counting;
    }

    /** Everything that counts is achieved; set by hand with nothing that counts, the hand decides. */
    boolean achieved() {
        if (!counting.isEmpty()) {
            return counting.stream().allMatch(RollUp.Child::achieved);
        }
        var progress = value(progress());
        return progress != null && progress.compareTo(BigDecimal.ONE) >= 0;
    }

    boolean noData() {
        return goal.progressMode() == ProgressMode.MANUAL
                ? goal.manualProgress() == null
                : counting.stream().allMatch(RollUp.Child::noData);
    }

    boolean regressed() {
        return countingOf(MeasureFigures::regressed);
    }

    private boolean stale() {
        return countingOf(MeasureFigures::stale);
    }

    private boolean countingOf(java.util.function.Predicate<MeasureFigures> fact) {
        return measures.stream()
                .filter(fact)
                .anyMatch(measure ->
                        counting.stream().anyMatch(child -> child.id().equals(measure.id())));
    }

    GoalState goal() {
        return goal;
    }

    LocalDate day() {
        return day;
    }

    Window window() {
        return window;
    }

    List<MeasureFigures> measures() {
        return measures;
    }
}
