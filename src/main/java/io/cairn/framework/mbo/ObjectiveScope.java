package io.cairn.framework.mbo;

/** Whose result a line of a plan is. Source: frameworks 2.3. */
public enum ObjectiveScope {
    /** The employee's own. */
    INDIVIDUAL("Individual"),
    /** Scored once for everybody whose plan names it. */
    COMPANY("Company"),
    /** Paid out of a pool as the manager sees fit; it has no weight. */
    DISCRETIONARY("Discretionary");

    private final String label;

    ObjectiveScope(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
