package io.cairn.framework.hybrid;

/** Where a proposal stands; only an open one can be decided (frameworks 2.6). */
public enum ProposalState {
    OPEN("Open"),
    ACCEPTED("Accepted"),
    MERGED("Added to an objective"),
    DISMISSED("Dismissed"),
    EXPIRED("No longer needed");

    private final String label;

    ProposalState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
