package io.cairn.goal;

import org.jspecify.annotations.Nullable;

/** How a measure or a goal fares, from good to bad: pace, confidence and staleness in one word. */
public enum Health {
    ON_TRACK("On track"),
    AT_RISK("At risk"),
    OFF_TRACK("Off track");

    private final String label;

    Health(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public static Health of(Pace pace) {
        return switch (pace) {
            case ON_TRACK -> ON_TRACK;
            case AT_RISK -> AT_RISK;
            case OFF_TRACK -> OFF_TRACK;
        };
    }

    /** 8 to 10 is on track, 4 to 7 at risk, 0 to 3 off track (frameworks 1.7). */
    public static Health ofConfidence(int confidence) {
        if (confidence >= 8) {
            return ON_TRACK;
        }
        return confidence >= 4 ? AT_RISK : OFF_TRACK;
    }

    /** The worse of two; what is unknown is left out. */
    public static @Nullable Health worst(@Nullable Health one, @Nullable Health other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) >= 0 ? one : other;
    }

    public Health stepWorse() {
        return this == ON_TRACK ? AT_RISK : OFF_TRACK;
    }
}
