package io.cairn.metric;

/** DRAFT → ACTIVE → PAUSED ↔ ACTIVE → RETIRED; a retired metric keeps its history (frameworks 2.2). */
public enum MetricState {
    DRAFT("Draft"),
    ACTIVE("Active"),
    PAUSED("Paused"),
    RETIRED("Retired");

    private final String label;

    MetricState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether a metric may go from here to there. */
    boolean mayBecome(MetricState next) {
        return switch (this) {
            case DRAFT -> next != PAUSED;
            case ACTIVE, PAUSED -> next != DRAFT;
            case RETIRED -> next == RETIRED;
        };
    }
}
