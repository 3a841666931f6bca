package io.cairn.metric;

/** How the values of several periods, or of several teams, become one. */
public enum Aggregation {
    SUM("Sum"),
    AVERAGE("Average"),
    LAST("Last value"),
    MIN("Lowest"),
    MAX("Highest"),
    COUNT("Number of values"),
    RATIO_OF_SUMS("Sum of the numerators over the sum of the denominators"),
    WEIGHTED_AVG("Weighted average");

    private final String label;

    Aggregation(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
