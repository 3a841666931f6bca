package io.cairn.metric;

/** How a value came in. */
public enum Source {
    MANUAL("Typed"),
    FILE("From a file"),
    API("Sent by a program"),
    FORMULA("Computed"),
    CONNECTOR("Fetched");

    private final String label;

    Source(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
