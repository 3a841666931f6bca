package io.cairn.framework.hybrid;

/** What made a metric ask for an objective (frameworks 2.6). */
public enum Trigger {
    RED("Off target"),
    SPC_SIGNAL("Off target, and more than noise"),
    TREND("Off target, and getting worse");

    private final String label;

    Trigger(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
