package io.cairn.incentive;

import io.cairn.kernel.Problem;

/** What can go wrong with payouts and the runs that pay them. */
public enum PayoutProblem implements Problem.Kind {
    FOUR_EYES(403, "Whoever scored or handed in a payout, or leads its person, does not decide about it."),
    PAYOUT_STATE(409, "This payout is not in a state for that."),
    NOT_IN_RUN(422, "This payout does not belong to this run."),
    REASON_REQUIRED(422, "Say why, so that whoever scored knows what to mend."),
    LINES_REQUIRED(422, "Give at least one line."),
    TOO_MANY_LINES(422, "A payout has at most 100 lines."),
    LINES_DO_NOT_ADD_UP(422, "The lines do not add up to the total."),
    NO_SUCH_LINE(422, "The payout has no such line."),
    ADJUSTS_NOTHING(422, "A line of 0 corrects nothing."),
    ADJUSTED_BELOW_ZERO(422, "All in all nobody pays anything back: with this the total would be below 0."),
    ADJUSTMENT_OPEN(409, "An adjustment of this payout is already under way."),
    RUN_STATE(409, "This run is closed."),
    RUN_OVERLAPS(409, "Another run of this currency is open for an overlapping period."),
    RUN_PERIOD(422, "The period ends before it begins."),
    NOTHING_TO_PAY(409, "Nothing in this run is approved and yours to pay."),
    NO_SUCH_BATCH(404, "This run has no such batch."),
    CHOOSE_PAYOUTS(422, "Choose the payouts, or all of them.");

    private final int status;
    private final String message;

    PayoutProblem(int status, String message) {
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
