package io.cairn.goal;

/** How much progress is expected by which day (frameworks 1.6); {@code PLAN} runs through plan points, {@code STEP} is 0 until the due day. */
public enum Profile {
    LINEAR("Steady"),
    BACK_LOADED("Slow, then fast"),
    FRONT_LOADED("Fast, then slow"),
    S_CURVE("Slow, fast, slow"),
    MILESTONES("By milestones"),
    PLAN("By plan"),
    STEP("At the due day");

    private final String label;

    Profile(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
