package io.cairn.goal;

/** Where a goal stands in its life. Source: frameworks 2.1. */
public enum GoalStatus {
    DRAFT("Draft"),
    ACTIVE("Active"),
    ON_HOLD("On hold"),
    SCORING("Scoring"),
    CANCELLED("Cancelled"),
    CLOSED("Closed");

    private final String label;

    GoalStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether its figures move with check-ins and days. */
    public boolean open() {
        return this == ACTIVE || this == ON_HOLD || this == SCORING;
    }
}
