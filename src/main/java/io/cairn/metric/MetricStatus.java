package io.cairn.metric;

/** What a metric's value says against its target. Grey where there is nothing to judge, or only something old. */
public enum MetricStatus {
    GREEN("On target", "circle-check"),
    AMBER("Near", "alert-triangle"),
    RED("Off target", "octagon-x"),
    NO_DATA("No data", "circle-dashed"),
    STALE("Out of date", "clock"),
    MONITOR("Watched", "eye");

    private final String label;
    private final String icon;

    MetricStatus(String label, String icon) {
        this.label = label;
        this.icon = icon;
    }

    public String label() {
        return label;
    }

    /** The icon's name, of another shape for each. */
    public String icon() {
        return icon;
    }
}
