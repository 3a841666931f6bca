package io.cairn.incentive;

/** Where a payout is on its way. Source: frameworks 2.3. */
public enum PayoutState {
    /** Waits for compensation. */
    SUBMITTED("Submitted"),
    /** May be paid; its lines stay as they are from here on. */
    APPROVED("Approved"),
    /** Went back with a reason; whoever scored hands in another one. */
    REJECTED("Rejected"),
    /** Stays for ever; what was wrong with it is an adjustment. */
    PAID("Paid");

    private final String label;

    PayoutState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
