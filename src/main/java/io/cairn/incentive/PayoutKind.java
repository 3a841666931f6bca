package io.cairn.incentive;

/** Whether a payout is what a plan pays, or what was wrong with one that is paid. */
public enum PayoutKind {
    PLAN,
    /** Its lines are differences and may be negative. */
    ADJUSTMENT
}
