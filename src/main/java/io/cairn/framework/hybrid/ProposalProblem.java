package io.cairn.framework.hybrid;

import io.cairn.kernel.Problem;

/** What can go wrong with proposals. */
public enum ProposalProblem implements Problem.Kind {
    PROPOSAL_CLOSED(409, "This proposal is decided already.");

    private final int status;
    private final String message;

    ProposalProblem(int status, String message) {
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
