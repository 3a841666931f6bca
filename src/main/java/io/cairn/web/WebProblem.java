package io.cairn.web;

import io.cairn.kernel.Problem;

/** What can go wrong between the wire and a use case. */
public enum WebProblem implements Problem.Kind {
    KEY_NOT_HELD(403, "Only those it would be shown to may write this, and you are not one of them."),
    NOT_ACCEPTABLE(406, "This cannot be had in the form you asked for."),
    CONFLICT(409, "This collides with something else."),
    BUSY(409, "Somebody is changing this just now; try again."),
    FILE_TOO_LARGE(413, "This file is larger than 20 MB; send a smaller one, or its rows in several."),
    IDEMPOTENCY_KEY_REUSED(422, "This key was already used for another request."),
    UNAVAILABLE(503, "The database cannot be reached just now; try again in a moment."),
    TOOK_TOO_LONG(503, "This took too long and was stopped; nothing was changed.");

    private final int status;
    private final String message;

    WebProblem(int status, String message) {
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
