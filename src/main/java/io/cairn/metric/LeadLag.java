package io.cairn.metric;

/** Whether a metric moves before the result, with it or after it. */
public enum LeadLag {
    LEADING("Leading"),
    CURRENT("Current"),
    LAGGING("Lagging");

    private final String label;

    LeadLag(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
