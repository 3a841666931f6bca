package io.cairn.organization;

/** What a team is; the one company stands at the top. */
public enum TeamKind {
    COMPANY("Company"),
    DEPARTMENT("Department"),
    TEAM("Team");

    private final String label;

    TeamKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
