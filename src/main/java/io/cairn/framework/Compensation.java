package io.cairn.framework;

/** What a framework's goals have to do with pay. Source: frameworks 1.13. */
public enum Compensation {
    DECOUPLED("Never", false),
    DIRECT("By formula", true),
    INDIRECT("Informs the pay conversation", false),
    NEUTRAL("No", false);

    private final String label;
    private final boolean payable;

    Compensation(String label, boolean payable) {
        this.label = label;
        this.payable = payable;
    }

    public String label() {
        return label;
    }

    /** Whether a bonus line may name such a goal. */
    public boolean payable() {
        return payable;
    }
}
