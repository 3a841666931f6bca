package io.cairn.goal;

/** What a measure without data does in its goal's progress: count as 0, or stay out. */
public enum NoDataPolicy {
    ZERO("Counts as 0"),
    EXCLUDE("Left out");

    private final String label;

    NoDataPolicy(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
