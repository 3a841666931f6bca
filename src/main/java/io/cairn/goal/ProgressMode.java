package io.cairn.goal;

/** What a goal's progress is made of; in {@code BOTH} the key results together are one child beside each aligned goal. */
public enum ProgressMode {
    KR_ONLY("Key results"),
    ALIGNED_ONLY("Aligned goals"),
    BOTH("Key results and aligned goals"),
    MANUAL("By hand");

    private final String label;

    ProgressMode(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
