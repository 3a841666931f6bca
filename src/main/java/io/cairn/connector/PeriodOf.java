package io.cairn.connector;

/** Which of the metric's periods a row's value belongs to. */
public enum PeriodOf {
    /** The period that holds the day in a column. */
    COLUMN("The day in the row"),
    /** The last period that is over. */
    LAST_COMPLETED("The last completed period"),
    /** The period that is going on. */
    CURRENT("The current period");

    private final String label;

    PeriodOf(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
