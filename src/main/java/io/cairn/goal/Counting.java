package io.cairn.goal;

/** What a typed value of a count means: the new total, or what is added to it. */
public enum Counting {
    TOTAL("The new total"),
    INCREMENT("Added to the total");

    private final String label;

    Counting(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
