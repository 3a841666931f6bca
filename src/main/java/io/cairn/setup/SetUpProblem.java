package io.cairn.setup;

import io.cairn.kernel.Problem;

/** What can go wrong at the first set-up. */
public enum SetUpProblem implements Problem.Kind {
    WRONG_CODE(422, "This is not the code on the console. It is new at each start."),
    ALREADY_SET_UP(409, "Cairn has been set up already.");

    private final int status;
    private final String message;

    SetUpProblem(int status, String message) {
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
