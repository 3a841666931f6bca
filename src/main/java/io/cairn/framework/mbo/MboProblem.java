package io.cairn.framework.mbo;

import io.cairn.kernel.Problem;

/** What can be wrong with plans. Source: frameworks 2.3. */
public enum MboProblem implements Problem.Kind {
    PLAN_STATE(409, "The plan is not at that point of its life."),
    TERMS_AGREED(409, "Agreed terms change by an amendment that both sides sign."),
    SCORING_INCOMPLETE(409, "Every objective needs a final value first."),
    SCORING_WINDOW(409, "A plan is scored from 14 days before its end."),
    DISPUTE_OPEN(409, "A dispute is open: HR resolves it first."),
    DISPUTE_WINDOW_OVER(409, "A score can be disputed within 10 days."),
    PLAN_DOES_NOT_PAY(409, "No bonus hangs on this plan."),
    POOL_NEEDED(422, "You hold no pool for the day on which this plan ends; compensation makes one first."),
    POOL_CURRENCY(422, "A pool gives in its own currency, and only to plans that pay in it."),
    POOL_HOLDER_GIVES(
            422,
            "Out of a pool gives whoever holds it: resolve the dispute, and the manager scores again with another amount."),
    POOL_EXHAUSTED(422, "The pool has less left than that."),
    WEIGHTS_MUST_TOTAL_100(422, "The weights of a plan total 100."),
    OBJECTIVE_INCOMPLETE(422, "This is needed before the plan can be signed."),
    OBJECTIVES_MISSING(422, "A plan has at least one objective."),
    RUBRIC_NEEDED(422, "What is measured in words needs levels, milestones or a yes or no."),
    DISCRETIONARY_HAS_NO_WEIGHT(422, "A discretionary objective is paid out of a pool and has weight 0."),
    BONUS_TARGET_MISSING(
            422,
            "The employee has no bonus target in this period: compensation sets it first, or the plan pays nothing."),
    MEASURED_OTHERWISE(
            422, "An agreed objective goes on being measured as it is: drop it from that day on and add another one."),
    THRESHOLD_PLACE(422, "What pays half lies between the baseline and the target; at the target the whole is paid."),
    MAXIMUM_PLACE(422, "What pays double lies beyond the target."),
    METRIC_TOO_PRIVATE(422, "This metric is not open to everybody who may read the plan."),
    COMMENT_REQUIRED(422, "The two estimates differ by more than 10 points: say why."),
    WHAT_IF_RANGE(422, "Ask for something between nothing and the end of the slider."),
    NO_MANAGER(422, "This employee has no manager; a plan is between two.");

    private final int status;
    private final String message;

    MboProblem(int status, String message) {
        this.status = status;
        this.message = message;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String message() {
        return message;
    }
}
