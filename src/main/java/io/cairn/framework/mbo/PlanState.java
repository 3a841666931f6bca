package io.cairn.framework.mbo;

/** Where a plan stands in its life. Source: frameworks 2.3. */
public enum PlanState {
    DRAFT("Draft"),
    PENDING_EMPLOYEE("Waits for the employee"),
    PENDING_MANAGER("Waits for the manager"),
    AGREED("Agreed"),
    ACTIVE("Active"),
    AMENDMENT("Change proposed"),
    MEASURE("To be measured"),
    SCORED("Scored"),
    DISPUTED("Disputed"),
    PENDING_COMP("Waits for compensation"),
    APPROVED("Approved"),
    PAID("Paid"),
    CANCELLED("Cancelled");

    private final String label;

    PlanState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether its terms are still being written. */
    public boolean isWritten() {
        return this == DRAFT || this == PENDING_EMPLOYEE || this == PENDING_MANAGER;
    }

    /** Whether it waits for the other side's signature. */
    public boolean isOffered() {
        return this == PENDING_EMPLOYEE || this == PENDING_MANAGER || this == AMENDMENT;
    }

    /** Whether both have signed and its results are not settled. */
    public boolean isRunning() {
        return this == AGREED || this == ACTIVE || this == AMENDMENT || this == MEASURE;
    }

    /** Whether nothing about it changes any more. */
    public boolean isOver() {
        return this == PAID || this == CANCELLED;
    }
}
