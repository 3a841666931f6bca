package io.cairn.framework.mbo;

import io.cairn.kernel.Problem;

/** What can be wrong with objectives of the company. */
public enum CompanyProblem implements Problem.Kind {
    OBJECTIVE_SCORED(409, "It is scored already, once for everybody."),
    OBJECTIVE_BEGUN(409, "It has begun: how it is measured stays, as signed plans may name it. Write another one."),
    OBJECTIVE_NOT_OVER(409, "An objective of the company is scored from 14 days before its end.");

    private final int status;
    private final String message;

    CompanyProblem(int status, String message) {
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
