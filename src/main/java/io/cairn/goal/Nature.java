package io.cairn.goal;

/** Whether a key result shows a change that matters, or work done towards it. */
public enum Nature {
    VALUE("Value"),
    ACTIVITY("Activity");

    private final String label;

    Nature(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
