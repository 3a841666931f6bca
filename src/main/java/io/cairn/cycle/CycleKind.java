package io.cairn.cycle;

/** How long a cycle is, longest first: each lies inside a longer one. A custom one goes anywhere. Source: frameworks 1.14. */
public enum CycleKind {
    MULTI_YEAR("Several years"),
    ANNUAL("Year"),
    HALF("Half-year"),
    QUARTER("Quarter"),
    MONTH("Month"),
    WEEK("Week"),
    CUSTOM("Custom");

    private final String label;

    CycleKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    boolean fitsInside(CycleKind parent) {
        return this == CUSTOM || parent == CUSTOM || ordinal() > parent.ordinal();
    }
}
