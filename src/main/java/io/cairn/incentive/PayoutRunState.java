package io.cairn.incentive;

/** Where a payout run is on its way. */
public enum PayoutRunState {
    /** Collects what is handed in, and is approved. */
    OPEN("Open"),
    /** Batches are being marked as paid; one that was interrupted stays so until somebody goes on with it. */
    PAYING("Paying"),
    /** All that belonged to it is paid or rejected. */
    CLOSED("Closed");

    private final String label;

    PayoutRunState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
