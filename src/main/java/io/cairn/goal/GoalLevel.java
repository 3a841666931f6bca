package io.cairn.goal;

/** Whose goal it is, in the organisation's terms. Source: frameworks 2.1. */
public enum GoalLevel {
    COMPANY("Company"),
    DEPARTMENT("Department"),
    TEAM("Team"),
    INDIVIDUAL("Individual");

    private final String label;

    GoalLevel(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
