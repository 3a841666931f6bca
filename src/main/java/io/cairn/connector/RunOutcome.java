package io.cairn.connector;

/** How a run ended. */
public enum RunOutcome {
    SUCCEEDED("Succeeded"),
    /** Some rows were refused; the others are stored. */
    PARTLY("Some rows refused"),
    FAILED("Failed");

    private final String label;

    RunOutcome(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
