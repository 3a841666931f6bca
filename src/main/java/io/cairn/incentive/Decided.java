package io.cairn.incentive;

import io.cairn.kernel.Problem;
import java.util.List;
import java.util.UUID;

/**
 * What came of deciding about, or paying, many payouts at once: those that it could be done to, and for each other one why not.
 */
public record Decided(List<UUID> done, List<Refused> refused) {
    public Decided {
        done = List.copyOf(done);
        refused = List.copyOf(refused);
    }

    /** @param code such as OWN_PAY, FOUR_EYES, PAYOUT_STATE, NOT_FOUND */
    public record Refused(UUID payoutId, String code, String message) {
        static Refused of(UUID payout, Problem.Kind why) {
            return new Refused(payout, why.name(), why.message());
        }
    }
}
