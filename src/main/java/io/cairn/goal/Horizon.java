package io.cairn.goal;

/** Strategic goals usually take a year, tactical ones a quarter. Source: frameworks 2.1. */
public enum Horizon {
    STRATEGIC("Strategic"),
    TACTICAL("Tactical");

    private final String label;

    Horizon(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
