package io.cairn.goal;

/** Progress held against what the day asks for. */
public enum Pace {
    ON_TRACK("On track"),
    AT_RISK("At risk"),
    OFF_TRACK("Off track");

    private final String label;

    Pace(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
