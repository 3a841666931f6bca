package io.cairn.goal;

/** The band of a grade: red to 0.3, yellow to 0.6, green from 0.7 (frameworks 1.9). */
public enum Band {
    RED("Red"),
    YELLOW("Yellow"),
    GREEN("Green");

    private final String label;

    Band(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
