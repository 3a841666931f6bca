package io.cairn.kernel;

/** Duties that are given to a person; being a manager or a team's leader is not a role but a place in the organisation. Source: frameworks 0.3. */
public enum Role {
    /** Executive: edits and checks in everywhere in the organisation. */
    EXEC("Executive"),
    /** Strategy office: keeps cycles and frameworks. */
    CHAMP("OKR champion"),
    /** Reads what is private between employee and manager. */
    HR("Human resources"),
    /** Reads and approves pay. */
    COMP("Compensation"),
    /** Technical: people, roles, tokens; no right to read private goals. */
    ADMIN("Administrator");

    private final String label;

    Role(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
