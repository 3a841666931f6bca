package io.cairn.incentive;

/** Whether a payout is what a plan pays, or what was wrong with one that is paid. */
public enum PayoutKind {
    PLAN("Plan"),
    /** Its lines are differences and may be negative. */
    ADJUSTMENT("Adjustment");

    private final String label;

    PayoutKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
