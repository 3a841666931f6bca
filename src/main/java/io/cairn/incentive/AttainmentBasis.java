package io.cairn.incentive;

/** How the attainment of an objective follows from its value (frameworks 2.3). */
public enum AttainmentBasis {
    /** How much of the way from baseline to target was gone. */
    BASELINE_TO_TARGET("Way from baseline to target"),
    /** The value as a share of the target. */
    RATIO_TO_TARGET("Value over target"),
    /** The target as a share of the value, where less is better. */
    INVERSE_RATIO("Target over value"),
    /** The milestones that were reached, as a share of all. */
    MILESTONE("Milestones reached"),
    /** The points a described scale gives, as a share of those the target asks for. */
    RUBRIC("Points on a scale"),
    /** All or nothing. */
    BOOLEAN("Done or not");

    private final String label;

    AttainmentBasis(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether this basis can do nothing without a baseline. */
    public boolean needsBaseline() {
        return this == BASELINE_TO_TARGET;
    }

    /** Whether a figure was measured, rather than judged: then a target is needed. */
    public boolean measured() {
        return switch (this) {
            case BASELINE_TO_TARGET, RATIO_TO_TARGET, INVERSE_RATIO -> true;
            case MILESTONE, RUBRIC, BOOLEAN -> false;
        };
    }
}
