package io.cairn.goal;

/** What a full score means: committed is expected in full, aspirational about seven tenths, learning an answer. Source: frameworks 2.1. */
public enum Ambition {
    COMMITTED("Committed"),
    ASPIRATIONAL("Aspirational"),
    LEARNING("Learning");

    private final String label;

    Ambition(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
