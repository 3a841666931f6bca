package io.cairn.incentive;

import io.cairn.kernel.Comparator;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an objective asked for and what was reached, in its own unit. Where milestones, points or done-or-not leave them out,
 * the baseline is 0 and the target 1.
 *
 * @param comparator how value and target are compared to say {@code met}; null where nobody asks
 * @param actual null as long as there is no final value
 */
public record Attained(
        AttainmentBasis basis,
        @Nullable BigDecimal baseline,
        @Nullable BigDecimal target,
        @Nullable Comparator comparator,
        @Nullable BigDecimal actual) {

    /** What is wrong with the terms alone, before anything was reached; fields are named as here. */
    public List<Problem> termProblems() {
        var problems = new ArrayList<Problem>();
        if (basis.needsBaseline() && baseline == null) {
            problems.add(GeneralProblem.REQUIRED.at("baseline"));
        }
        if (basis.measured() && target == null) {
            problems.add(GeneralProblem.REQUIRED.at("target"));
        }
        if (!problems.isEmpty()) {
            return problems;
        }
        switch (basis) {
            case BASELINE_TO_TARGET, MILESTONE, RUBRIC -> {
                if (to().compareTo(from()) == 0) {
                    problems.add(IncentiveProblem.BASELINE_EQUALS_TARGET.at("target"));
                }
            }
            case RATIO_TO_TARGET, INVERSE_RATIO -> {
                if (to().signum() <= 0) {
                    problems.add(IncentiveProblem.RATIO_NEEDS_POSITIVE_TARGET.at("target"));
                }
            }
            case BOOLEAN -> {}
        }
        return problems;
    }

    /** What keeps the attainment from being worked out. */
    public List<Problem> problems() {
        var problems = new ArrayList<>(termProblems());
        if (actual == null) {
            problems.add(GeneralProblem.REQUIRED.at("actual"));
        } else if (basis == AttainmentBasis.INVERSE_RATIO && actual.signum() <= 0) {
            problems.add(IncentiveProblem.INVERSE_NEEDS_POSITIVE_ACTUAL.at("actual"));
        }
        return problems;
    }

    BigDecimal from() {
        return baseline == null ? BigDecimal.ZERO : baseline;
    }

    BigDecimal to() {
        return target == null ? BigDecimal.ONE : target;
    }

    @Nullable
    Boolean met() {
        return comparator == null || actual == null ? null : comparator.holds(actual, to());
    }
}
