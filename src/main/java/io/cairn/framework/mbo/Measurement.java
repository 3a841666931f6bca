package io.cairn.framework.mbo;

/** Whether a line is measured in numbers, words or both. Source: frameworks 2.3. */
public enum Measurement {
    QUANTITATIVE("Numbers"),
    QUALITATIVE("Words"),
    MIXED("Both");

    private final String label;

    Measurement(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
