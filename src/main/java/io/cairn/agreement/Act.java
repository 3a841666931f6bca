package io.cairn.agreement;

/** What somebody does in a round. */
public enum Act {
    OFFER("offered terms"),
    COUNTER("answered with other terms"),
    ACCEPT("accepted"),
    APPROVE("approved"),
    DECLINE("declined"),
    WITHDRAW("withdrew the offer"),
    COMMENT("commented");

    private final String told;

    Act(String told) {
        this.told = told;
    }

    /** After a person's name: "declined". */
    public String told() {
        return told;
    }

    /** Whoever puts terms on the table has signed them. */
    public boolean signs() {
        return this == OFFER || this == COUNTER || this == ACCEPT || this == APPROVE;
    }

    boolean needsComment() {
        return this == COUNTER || this == DECLINE || this == COMMENT;
    }
}
