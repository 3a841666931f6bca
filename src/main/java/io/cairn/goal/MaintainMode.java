package io.cairn.goal;

/** How a value to be kept is judged: by how often it was kept, by how far off it is, or by its last value alone. */
public enum MaintainMode {
    HIT_RATE("How often it was kept"),
    DISTANCE("How close it is"),
    LATEST("The latest value");

    private final String label;

    MaintainMode(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
