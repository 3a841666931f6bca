package io.cairn.metric;

/** What makes a point a signal (frameworks 1.11). */
public enum Rule {
    OUTSIDE("R1", "Outside the natural limits"),
    RANGE("R1", "A jump larger than the range limit"),
    RUN("R2", "Eight or more in a row on one side of the mean"),
    NEAR_LIMIT("R3", "Three of four nearer to a limit than to the mean"),
    TWO_OF_THREE("R3", "Two of three beyond two thirds of the way to a limit"),
    FOUR_OF_FIVE("R4", "Four of five beyond a third of the way to a limit");

    private final String code;
    private final String label;

    Rule(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** The name it goes by among people who read such charts. */
    public String code() {
        return code;
    }

    public String label() {
        return label;
    }
}
