package io.cairn.guide;

/** Where a recommendation comes from, and what one matched row of it counts. Source: frameworks 4.1 to 4.3, 4.5. */
public enum Table {
    STAGE("Company stage", 2),
    FUNCTION("Function", 2),
    NEED("Need", 3),
    BEST_FOR("Best for", 1);

    private final String label;
    private final int points;

    Table(String label, int points) {
        this.label = label;
        this.points = points;
    }

    public String label() {
        return label;
    }

    public int points() {
        return points;
    }
}
