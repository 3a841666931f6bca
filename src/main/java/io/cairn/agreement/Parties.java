package io.cairn.agreement;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who the sides are at the moment of a call: when a manager changes, the new one stands on the side from then on, and the
 * signatures keep who signed.
 *
 * @param approver who may give the third consent and is looking, if anybody
 */
public record Parties(Party first, Party second, @Nullable Party approver) {

    public static Parties of(Party first, Party second) {
        return new Parties(first, second, null);
    }

    public Parties withApprover(Party someone) {
        return new Parties(first, second, someone);
    }

    /** The two sides go before the approver: nobody approves their own terms. */
    public @Nullable Side sideOf(UUID person) {
        if (first.person().equals(person)) {
            return Side.FIRST;
        }
        if (second.person().equals(person)) {
            return Side.SECOND;
        }
        return approver != null && approver.person().equals(person) ? Side.APPROVER : null;
    }

    public @Nullable Party on(Side side) {
        return switch (side) {
            case FIRST -> first;
            case SECOND -> second;
            case APPROVER -> approver;
        };
    }

    boolean onePersonOnly() {
        return first.person().equals(second.person());
    }
}
