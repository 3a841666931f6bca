package io.cairn.goal;

import io.cairn.kernel.Problem;
import io.cairn.kernel.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a check-in of a measure must say: a value, how much of each milestone is done, or a level. */
public final class ReadingRules {
    private ReadingRules() {}

    /** Problems of what was posted, by field; {@code milestones} is null when none were posted. */
    public static List<Problem> check(
            MeasureTerms terms,
            @Nullable BigDecimal value,
            @Nullable List<BigDecimal> milestones,
            @Nullable String level,
            @Nullable Integer confidence) {
        var problems = new ArrayList<Problem>();
        switch (terms.kind()) {
            case INCREASE, DECREASE, KPI_LINKED, MAINTAIN, RANGE -> value(value, problems);
            case BOOLEAN -> answer(value, problems);
            case MILESTONE -> milestones(terms, milestones, problems);
            case RUBRIC -> level(terms, level, problems);
        }
        problems.addAll(confidence(confidence));
        return List.copyOf(problems);
    }

    /** The confidence alone, for a measure whose value is not entered here. */
    public static List<Problem> confidence(@Nullable Integer confidence) {
        return confidence != null && (confidence < 0 || confidence > 10)
                ? List.of(GoalProblem.INVALID_CONFIDENCE.at("confidence"))
                : List.of();
    }

    private static void value(@Nullable BigDecimal value, List<Problem> problems) {
        var problem = value == null ? GoalProblem.VALUE_REQUIRED : Quantity.problem(value);
        if (problem != null) {
            problems.add(problem.at("value"));
        }
    }

    private static void answer(@Nullable BigDecimal value, List<Problem> problems) {
        if (value == null) {
            problems.add(GoalProblem.VALUE_REQUIRED.at("value"));
        } else if (value.signum() != 0 && value.compareTo(BigDecimal.ONE) != 0) {
            problems.add(GoalProblem.YES_OR_NO.at("value"));
        }
    }

    private static void milestones(MeasureTerms terms, @Nullable List<BigDecimal> milestones, List<Problem> problems) {
        if (milestones == null || milestones.size() != terms.milestones().size()) {
            problems.add(GoalProblem.MILESTONES_REQUIRED.at("milestones"));
            return;
        }
        for (int i = 0; i < milestones.size(); i++) {
            var done = milestones.get(i);
            var field = "milestones[" + i + "]";
            var problem = Quantity.problem(done);
            if (problem != null) {
                problems.add(problem.at(field));
            } else if (done.signum() < 0 || done.compareTo(BigDecimal.ONE) > 0) {
                problems.add(GoalProblem.INVALID_MILESTONES.at(field));
            }
        }
    }

    private static void level(MeasureTerms terms, @Nullable String level, List<Problem> problems) {
        if (level == null || level.isBlank()) {
            problems.add(GoalProblem.LEVEL_REQUIRED.at("level"));
        } else if (terms.levels().stream().noneMatch(known -> known.name().equals(level))) {
            problems.add(GoalProblem.UNKNOWN_LEVEL.at("level"));
        }
    }
}
