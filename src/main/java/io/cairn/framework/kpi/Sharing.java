package io.cairn.framework.kpi;

/** Who sees a dashboard; what its tiles show is still up to each metric. */
public enum Sharing {
    PRIVATE("Only me"),
    TEAM("A team and those who lead it"),
    EVERYONE("Everyone");

    private final String label;

    Sharing(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
