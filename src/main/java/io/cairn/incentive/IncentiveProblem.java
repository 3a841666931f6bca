package io.cairn.incentive;

import io.cairn.kernel.Problem;

/** What can go wrong where pay is worked out. */
public enum IncentiveProblem implements Problem.Kind {
    WEIGHTS_MUST_TOTAL_100(422, "The weights must total 100."),
    WEIGHT_OUT_OF_RANGE(422, "A weight is a percentage from 0 to 100 with at most two decimals."),
    BASELINE_EQUALS_TARGET(422, "Baseline and target are the same; there is no way between them."),
    RATIO_NEEDS_POSITIVE_TARGET(422, "A ratio needs a target above 0."),
    INVERSE_NEEDS_POSITIVE_ACTUAL(422, "An inverse ratio divides by the value reached, which must be above 0."),
    ATTAINMENT_AND_ACTUAL(422, "Give either the attainment or the value reached, not both."),
    ATTAINMENT_NEGATIVE(422, "An attainment is 0 or more."),
    CURVE_EMPTY(422, "A curve has at least one point."),
    CURVE_TOO_LONG(422, "A curve has at most 50 points."),
    CURVE_DESCENDING(422, "The points of a curve stand in the order of their attainment."),
    CURVE_DUPLICATE(422, "Two points of a curve have the same attainment."),
    CURVE_NEGATIVE(422, "Attainment and payout of a curve's points are 0 or more."),
    CURVE_NAME_TAKEN(422, "There is a curve of this name."),
    CAP_NEGATIVE(422, "A cap is 0 or more."),
    GATE_OUT_OF_RANGE(422, "A gate is a factor from 0 to 1."),
    MODIFIER_NEGATIVE(422, "A modifier is 0 or more."),
    ACCELERATOR_TOO_LOW(422, "An accelerator multiplies by 1 or more."),
    ACCELERATOR_LINE_UNKNOWN(422, "There is no such line to wait for."),
    POOL_BELOW_AWARDED(422, "More than that was given out of the pool already."),
    POOL_CURRENCY_FIXED(422, "Something was given out of the pool: its currency stays."),
    AMOUNT_NEGATIVE(422, "An amount is 0 or more."),
    AMOUNT_TOO_PRECISE(422, "This has more decimals than its currency."),
    CURRENCY_UNKNOWN(422, "There is no such currency."),
    CURRENCIES_DIFFER(409, "All bonus targets of one period are of one currency."),
    SEGMENT_DAYS(422, "A segment has at least 1 day, and no more than its period."),
    TARGET_OR_SEGMENTS(422, "Give either the target bonus or its segments."),
    SCORING_INCOMPLETE(409, "Every objective needs a final value before the plan is scored."),
    OWN_PAY(403, "Nobody sets their own pay; ask somebody else who may.");

    private final int status;
    private final String message;

    IncentiveProblem(int status, String message) {
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
