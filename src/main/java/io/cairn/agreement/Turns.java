package io.cairn.agreement;

import io.cairn.kernel.ProblemException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who may do what next, and how the version stands afterwards. Source: frameworks 2.3 life cycle. */
final class Turns {
    private Turns() {}

    /** How a version stands after a move. */
    record Next(State state, @Nullable Side turn) {}

    /** An offer opens the first version, an amendment of what is agreed, or what was declined or withdrawn once more. */
    static Next offer(@Nullable Version now, Side side) {
        if (now != null && now.state() == State.OFFERED) {
            throw AgreementProblem.OFFER_OPEN.exception();
        }
        refuseApprover(side);
        return new Next(State.OFFERED, side.other());
    }

    static Next counter(@Nullable Version now, Side side, UUID person) {
        refuseApprover(side);
        answered(now, side, person);
        return new Next(State.OFFERED, side.other());
    }

    /** With the last signature that is asked the terms are agreed. */
    static Next accept(@Nullable Version now, Side side, UUID person, String seen, boolean approval) {
        refuseApprover(side);
        Version open = answered(now, side, person);
        refuseUnread(open, seen);
        return approval || open.approval() ? new Next(State.OFFERED, Side.APPROVER) : new Next(State.AGREED, null);
    }

    /** @param side the approver's when the person is no party */
    static Next approve(@Nullable Version now, Side side, UUID person, String seen) {
        if (side != Side.APPROVER) {
            throw AgreementProblem.SAME_PERSON.exception();
        }
        Version open = opened(now);
        refuseSigner(open, person);
        if (open.turn() != Side.APPROVER) {
            throw AgreementProblem.NOT_AGREED.exception();
        }
        refuseUnread(open, seen);
        return new Next(State.AGREED, null);
    }

    static Next decline(@Nullable Version now, Side side) {
        Version open = opened(now);
        if (open.turn() != side) {
            throw notYet(open).exception();
        }
        return new Next(State.DECLINED, null);
    }

    /** The side that made the offer takes it back, also while the approval is awaited. */
    static Next withdraw(@Nullable Version now, Side side) {
        Version open = opened(now);
        if (open.signatures().getFirst().side() != side) {
            throw AgreementProblem.NOT_YOUR_TURN
                    .saying("Only the side that made the offer takes it back; decline it instead.")
                    .exception();
        }
        return new Next(State.WITHDRAWN, null);
    }

    /** The version whose offer this person may answer on this side. */
    private static Version answered(@Nullable Version now, Side side, UUID person) {
        if (now != null && now.agreed()) {
            refuseSigner(now, person);
        }
        Version open = opened(now);
        refuseSigner(open, person);
        if (open.turn() != side) {
            throw notYet(open).exception();
        }
        return open;
    }

    private static Version opened(@Nullable Version now) {
        if (now == null || now.state() != State.OFFERED) {
            throw AgreementProblem.NOTHING_OFFERED.exception();
        }
        return now;
    }

    private static AgreementProblem notYet(Version open) {
        return open.turn() == Side.APPROVER ? AgreementProblem.APPROVAL_MISSING : AgreementProblem.NOT_YOUR_TURN;
    }

    /** One person signs terms once, whatever side or role they have by now. */
    private static void refuseSigner(Version version, UUID person) {
        if (version.signatures().stream().anyMatch(one -> one.person().id().equals(person))) {
            throw AgreementProblem.ALREADY_SIGNED.exception();
        }
    }

    private static void refuseApprover(Side side) {
        if (side == Side.APPROVER) {
            throw notAParty();
        }
    }

    private static void refuseUnread(Version open, String seen) {
        if (!open.digest().equals(seen)) {
            throw AgreementProblem.TERMS_CHANGED
                    .problem()
                    .with("current", open.digest())
                    .exception();
        }
    }

    static ProblemException notAParty() {
        return io.cairn.kernel.GeneralProblem.NOT_ALLOWED
                .saying("Only those who agree on this may do that.")
                .exception();
    }
}
