package io.cairn.goal;

import io.cairn.kernel.Comparator;
import io.cairn.kernel.Problem;
import io.cairn.kernel.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a measure may promise: {@link #check} when it is saved, {@link #activation} when its goal becomes active. */
public final class MeasureRules {
    private static final BigDecimal ONE = BigDecimal.ONE;
    private final MeasureTerms terms;
    private final String at;
    private final List<Problem> problems = new ArrayList<>();

    private MeasureRules(MeasureTerms terms, String at) {
        this.terms = terms;
        this.at = at;
    }

    /** What is wrong with terms whatever their goal's state; {@code at} stands before each field, such as {@code measures[1].}. */
    public static List<Problem> check(MeasureTerms terms, String at) {
        var rules = new MeasureRules(terms, at);
        rules.numbers();
        rules.way();
        rules.kept();
        rules.ends();
        rules.profile();
        rules.milestones();
        rules.levels();
        return List.copyOf(rules.problems);
    }

    /** H2: what is missing before its goal can become active. */
    public static List<Problem> incomplete(MeasureTerms terms, LocalDate startsOn, LocalDate endsOn, String at) {
        var rules = new MeasureRules(terms, at);
        rules.missing();
        var dueOn = terms.dueOn(endsOn);
        if (dueOn.isBefore(startsOn) || dueOn.isAfter(endsOn)) {
            rules.add(GoalProblem.MEASURE_INCOMPLETE.saying("The due day lies outside the cycle."), "dueOn");
        }
        rules.daysInside(startsOn, endsOn);
        return List.copyOf(rules.problems);
    }

    /** H1, H2, H6 and H10 over all live measures of a goal that is to become active, first things first. */
    public static List<Problem> activation(
            List<MeasureTerms> measures, int fewest, int most, LocalDate startsOn, LocalDate endsOn) {
        var all = new ArrayList<Problem>();
        if (measures.size() < fewest || measures.size() > most) {
            all.add(GoalProblem.KEY_RESULT_COUNT
                    .saying("This goal needs %d to %d key results and has %d.".formatted(fewest, most, measures.size()))
                    .at("measures"));
        }
        for (int i = 0; i < measures.size(); i++) {
            all.addAll(incomplete(measures.get(i), startsOn, endsOn, "measures[" + i + "]."));
        }
        for (int i = 0; i < measures.size(); i++) {
            all.addAll(check(measures.get(i), "measures[" + i + "]."));
        }
        if (!measures.isEmpty()
                && measures.stream().allMatch(terms -> terms.weight().signum() == 0)) {
            all.add(GoalProblem.ALL_WEIGHTS_ZERO.at("measures"));
        }
        return List.copyOf(all);
    }

    /** Nothing is expected of a goal before it starts or after it ends. */
    private void daysInside(LocalDate startsOn, LocalDate endsOn) {
        for (int i = 0; i < terms.milestones().size(); i++) {
            var due = terms.milestones().get(i).dueOn();
            if (due != null && (due.isBefore(startsOn) || due.isAfter(endsOn))) {
                add(
                        GoalProblem.INVALID_MILESTONES.saying("This day lies outside the goal's own."),
                        "milestones[" + i + "].dueOn");
            }
        }
        for (int i = 0;
                terms.profile() == Profile.PLAN && i < terms.planPoints().size();
                i++) {
            var on = terms.planPoints().get(i).on();
            if (on.isBefore(startsOn) || on.isAfter(endsOn)) {
                add(
                        GoalProblem.PROFILE_DOES_NOT_FIT.saying("This day lies outside the goal's own."),
                        "planPoints[" + i + "].on");
            }
        }
    }

    private void add(Problem.Kind problem, String field) {
        problems.add(problem.at(at + field));
    }

    private void add(Problem problem, String field) {
        problems.add(problem.at(at + field));
    }

    private void numbers() {
        number(terms.baseline(), "baseline");
        number(terms.target(), "target");
        number(terms.low(), "low");
        number(terms.high(), "high");
        number(terms.floor(), "floor");
        number(terms.ceiling(), "ceiling");
        weight(terms.weight(), "weight");
        for (int i = 0; i < terms.planPoints().size(); i++) {
            number(terms.planPoints().get(i).value(), "planPoints[" + i + "].value");
        }
    }

    private void number(@Nullable BigDecimal value, String field) {
        var problem = value == null ? null : Quantity.problem(value);
        if (problem != null) {
            add(problem, field);
        }
    }

    private void weight(BigDecimal weight, String field) {
        number(weight, field);
        if (weight.signum() < 0) {
            add(GoalProblem.NEGATIVE_WEIGHT, field);
        }
    }

    /** A share of something whole. */
    private boolean share(BigDecimal value, String field) {
        number(value, field);
        return value.signum() >= 0 && value.compareTo(ONE) <= 0;
    }

    private void way() {
        if (!terms.kind().directional()) {
            return;
        }
        var comparator = terms.comparator();
        boolean against = comparator == Comparator.BETWEEN
                || (comparator != null && terms.kind() == MeasureKind.INCREASE && comparator.falls())
                || (comparator != null && terms.kind() == MeasureKind.DECREASE && comparator.rises());
        if (against) {
            add(GoalProblem.COMPARATOR_AGAINST_DIRECTION, "comparator");
        }
        var baseline = terms.baseline();
        var target = terms.target();
        if (baseline != null && target != null) {
            direction(target.compareTo(baseline), against ? null : comparator);
        }
    }

    private void direction(int way, @Nullable Comparator comparator) {
        if (way == 0) {
            add(GoalProblem.BASELINE_EQUALS_TARGET, "target");
        } else if ((terms.kind() == MeasureKind.INCREASE && way < 0)
                || (terms.kind() == MeasureKind.DECREASE && way > 0)) {
            add(GoalProblem.TARGET_AGAINST_DIRECTION, "target");
        } else if (comparator != null && (way > 0 ? comparator.falls() : comparator.rises())) {
            add(GoalProblem.COMPARATOR_AGAINST_DIRECTION, "comparator");
        }
    }

    private void kept() {
        if (terms.kind() != MeasureKind.MAINTAIN || terms.mode() != MaintainMode.DISTANCE) {
            return;
        }
        var target = terms.target();
        if (target != null && target.signum() == 0) {
            add(GoalProblem.DISTANCE_NEEDS_NONZERO_TARGET, "target");
        }
        if (terms.comparator() == Comparator.BETWEEN) {
            add(
                    GoalProblem.COMPARATOR_AGAINST_DIRECTION.saying(
                            "A distance is to one target; for two ends take a range."),
                    "comparator");
        }
    }

    private void ends() {
        crossed(terms.low(), terms.high(), "high");
        if (terms.kind() == MeasureKind.RANGE) {
            crossed(terms.floor(), terms.low(), "floor");
            crossed(terms.high(), terms.ceiling(), "ceiling");
            if (terms.comparator() != null && terms.comparator() != Comparator.BETWEEN) {
                add(
                        GoalProblem.COMPARATOR_AGAINST_DIRECTION.saying("A range is kept between its two ends."),
                        "comparator");
            }
        }
    }

    private void crossed(@Nullable BigDecimal smaller, @Nullable BigDecimal larger, String field) {
        if (smaller != null && larger != null && smaller.compareTo(larger) > 0) {
            add(GoalProblem.ENDS_CROSSED, field);
        }
    }

    private void profile() {
        boolean fits =
                switch (terms.profile()) {
                    case LINEAR, BACK_LOADED, FRONT_LOADED, S_CURVE, STEP -> true;
                    case MILESTONES -> terms.kind() == MeasureKind.MILESTONE;
                    case PLAN -> terms.kind().directional();
                };
        if (!fits) {
            add(GoalProblem.PROFILE_DOES_NOT_FIT, "profile");
        }
    }

    private void milestones() {
        for (int i = 0; i < terms.milestones().size(); i++) {
            var milestone = terms.milestones().get(i);
            var field = "milestones[" + i + "].";
            weight(milestone.weight(), field + "weight");
            if (milestone.name().isBlank()) {
                add(GoalProblem.INVALID_MILESTONES, field + "name");
            }
            if (!share(milestone.done(), field + "done")) {
                add(GoalProblem.INVALID_MILESTONES, field + "done");
            }
        }
    }

    private void levels() {
        if (terms.levels().isEmpty()) {
            return;
        }
        var names = new HashSet<String>();
        boolean full = false;
        for (int i = 0; i < terms.levels().size(); i++) {
            var level = terms.levels().get(i);
            var field = "levels[" + i + "].";
            if (level.name().isBlank() || !names.add(level.name())) {
                add(GoalProblem.INVALID_LEVELS, field + "name");
            }
            if (!share(level.score(), field + "score")) {
                add(GoalProblem.INVALID_LEVELS, field + "score");
            }
            full |= level.score().compareTo(ONE) == 0;
        }
        if (!full) {
            add(GoalProblem.INVALID_LEVELS, "levels");
        }
    }

    private void missing() {
        switch (terms.kind()) {
            case INCREASE, DECREASE, KPI_LINKED -> {
                needed(terms.baseline(), "baseline");
                needed(terms.target(), "target");
                needed(terms.comparator(), "comparator");
            }
            case MAINTAIN -> keepingMissing();
            case RANGE -> bandMissing();
            case MILESTONE -> needed(terms.milestones().isEmpty() ? null : terms.milestones(), "milestones");
            case RUBRIC -> needed(terms.levels().isEmpty() ? null : terms.levels(), "levels");
            case BOOLEAN -> {}
        }
    }

    private void keepingMissing() {
        needed(terms.comparator(), "comparator");
        if (terms.comparator() == Comparator.BETWEEN) {
            bandMissing();
        } else {
            needed(terms.target(), "target");
        }
        var expected = terms.expectedCheckIns();
        if (terms.mode() == MaintainMode.HIT_RATE && (expected == null || expected < 1)) {
            add(GoalProblem.MEASURE_INCOMPLETE, "expectedCheckIns");
        }
    }

    private void bandMissing() {
        needed(terms.low(), "low");
        needed(terms.high(), "high");
    }

    private void needed(@Nullable Object part, String field) {
        if (part == null) {
            add(GoalProblem.MEASURE_INCOMPLETE, field);
        }
    }
}
