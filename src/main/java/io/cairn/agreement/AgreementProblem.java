package io.cairn.agreement;

import io.cairn.kernel.Problem;

/** What can be wrong with a move in an agreement. Source: frameworks 2.3. */
public enum AgreementProblem implements Problem.Kind {
    NOTHING_OFFERED(409, "Nothing is offered at the moment."),
    OFFER_OPEN(409, "An offer is open: it is answered or withdrawn first."),
    NOT_YOUR_TURN(409, "It is the other side's turn."),
    ALREADY_SIGNED(409, "You have signed these terms already."),
    TERMS_CHANGED(409, "The terms have changed since you read them: read them again before you sign."),
    APPROVAL_MISSING(409, "Both sides have signed; the approval is still missing."),
    NOT_AGREED(409, "Both sides sign first."),
    SAME_PERSON(403, "The same person cannot sign for two sides."),
    COMMENT_REQUIRED(422, "Say why, so that the other side can answer."),
    SAME_TERMS(422, "These are the terms that are offered: accept them, or change something.");

    private final int status;
    private final String message;

    AgreementProblem(int status, String message) {
        this.status = status;
        this.message = message;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String message() {
        return message;
    }
}
