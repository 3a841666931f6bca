package io.cairn.goal;

import io.cairn.kernel.Comparator;

/** What a measure counts and so which formula its progress has (frameworks 1.3). */
public enum MeasureKind {
    INCREASE("Increase", Profile.LINEAR, Comparator.GE),
    DECREASE("Decrease", Profile.LINEAR, Comparator.LE),
    MAINTAIN("Maintain", Profile.LINEAR, Comparator.GE),
    RANGE("Stay in a range", Profile.LINEAR, Comparator.BETWEEN),
    MILESTONE("Milestones", Profile.MILESTONES, Comparator.EQ),
    BOOLEAN("Yes or no", Profile.STEP, Comparator.EQ),
    RUBRIC("Levels", Profile.STEP, Comparator.EQ),
    KPI_LINKED("Follows a KPI", Profile.LINEAR, Comparator.GE);

    private final String label;
    private final Profile usualProfile;
    private final Comparator usualComparator;

    MeasureKind(String label, Profile usualProfile, Comparator usualComparator) {
        this.label = label;
        this.usualProfile = usualProfile;
        this.usualComparator = usualComparator;
    }

    public String label() {
        return label;
    }

    /** The profile of a measure for which none was chosen (frameworks 1.6). */
    public Profile usualProfile() {
        return usualProfile;
    }

    public Comparator usualComparator() {
        return usualComparator;
    }

    /** Whether progress is the share of the way from a baseline to a target. */
    public boolean directional() {
        return this == INCREASE || this == DECREASE || this == KPI_LINKED;
    }
}
