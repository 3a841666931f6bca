package io.cairn.metric;

/** Whose figure it is. That of a single person stays between them, their manager and HR (frameworks 2.2). */
public enum MetricLevel {
    ORG("Organisation"),
    TEAM("Team"),
    INDIVIDUAL("Individual");

    private final String label;

    MetricLevel(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
