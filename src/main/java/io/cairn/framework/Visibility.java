package io.cairn.framework;

/** Who reads a framework's active goals. Source: frameworks 1.12. */
public enum Visibility {
    PUBLIC_ORG("Everyone"),
    TEAM("The team and those who lead it"),
    PRIVATE_PAIR_HR("The employee, the manager and HR"),
    PRIVATE_COMP("The employee, the manager, HR and compensation"),
    RESTRICTED_LIST("Named people and HR");

    private final String label;

    Visibility(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
