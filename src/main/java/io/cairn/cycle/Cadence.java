package io.cairn.cycle;

/** How often people check in. */
public enum Cadence {
    WEEKLY("Every week", 7),
    BIWEEKLY("Every two weeks", 14),
    MONTHLY("Every month", 30);

    private final String label;
    private final int days;

    Cadence(String label, int days) {
        this.label = label;
        this.days = days;
    }

    public String label() {
        return label;
    }

    /** Days from one check-in to the next; a month counts as 30. */
    public int days() {
        return days;
    }
}
