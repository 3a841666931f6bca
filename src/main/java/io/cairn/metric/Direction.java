package io.cairn.metric;

import io.cairn.kernel.Comparator;

/** Which values of a metric are good ones. */
public enum Direction {
    HIGHER("Higher is better"),
    LOWER("Lower is better"),
    BAND("Best inside a band"),
    NONE("Only watched");

    private final String label;

    Direction(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether a target with this comparison points the same way. */
    public boolean fits(Comparator comparator) {
        return switch (this) {
            case HIGHER -> comparator.rises();
            case LOWER -> comparator.falls();
            case BAND -> comparator == Comparator.BETWEEN;
            case NONE -> false;
        };
    }
}
