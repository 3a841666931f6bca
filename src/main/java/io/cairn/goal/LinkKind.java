package io.cairn.goal;

/** How a goal serves another. Only the first two may count in the parent's progress. Source: frameworks 1.5. */
public enum LinkKind {
    CONTRIBUTES("Contributes to"),
    SHARED("Shared with"),
    SUPPORTS("Supports"),
    DEPENDS_ON("Depends on"),
    DERIVED_FROM("Derived from");

    private final String label;

    LinkKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public boolean mayRollUp() {
        return this == CONTRIBUTES || this == SHARED;
    }
}
