package io.cairn.incentive;

import io.cairn.kernel.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has to be there before a plan is scored (frameworks 2.3). */
public final class ScoringCheck {
    private ScoringCheck() {}

    /** One problem for each objective without a final value, at {@code objectives[i]}; lines that pay nothing count too. */
    public static List<Problem> problems(List<@Nullable Attainment> attainments) {
        var problems = new ArrayList<Problem>();
        for (int i = 0; i < attainments.size(); i++) {
            if (attainments.get(i) == null) {
                problems.add(IncentiveProblem.SCORING_INCOMPLETE.at("objectives[" + i + "]"));
            }
        }
        return problems;
    }
}
