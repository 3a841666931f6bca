package io.cairn.incentive;

import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Problem;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Four eyes: compensation decides and pays, and nobody what they get, scored, handed in or lead to. Source: frameworks 2.3. */
final class PayoutRights {
    private PayoutRights() {}

    /** Some that may be done and some that may not. */
    record Sorted(List<PayoutStore.Held> free, List<Decided.Refused> refused) {
        List<UUID> ids() {
            return free.stream().map(PayoutStore.Held::id).toList();
        }
    }

    /** @throws io.cairn.kernel.ProblemException NOT_ALLOWED for whoever sees pay but does not decide about it */
    static void onlyCompensation(Viewer viewer) {
        if (!viewer.is(Role.COMP)) {
            throw GeneralProblem.NOT_ALLOWED.exception();
        }
    }

    static Sorted sort(Viewer viewer, List<PayoutStore.Held> held, PayoutState needed) {
        var free = new ArrayList<PayoutStore.Held>();
        var refused = new ArrayList<Decided.Refused>();
        for (PayoutStore.Held payout : held) {
            Problem.Kind why = refusal(viewer, payout, needed);
            if (why == null) {
                free.add(payout);
            } else {
                refused.add(Decided.Refused.of(payout.id(), why));
            }
        }
        return new Sorted(free, refused);
    }

    private static Problem.@Nullable Kind refusal(Viewer viewer, PayoutStore.Held payout, PayoutState needed) {
        if (payout.employee().equals(viewer.id())) {
            return IncentiveProblem.OWN_PAY;
        }
        if (payout.isNear(viewer.id())) {
            return PayoutProblem.FOUR_EYES;
        }
        return payout.state() == needed ? null : PayoutProblem.PAYOUT_STATE;
    }

    /** Those that were asked for and are not there, as far as the viewer knows. */
    static List<Decided.Refused> missing(List<UUID> asked, List<PayoutStore.Held> held, Problem.Kind why) {
        var there = held.stream().map(PayoutStore.Held::id).collect(java.util.stream.Collectors.toSet());
        Function<UUID, Decided.Refused> refused = id -> Decided.Refused.of(id, why);
        return asked.stream()
                .distinct()
                .filter(id -> !there.contains(id))
                .map(refused)
                .toList();
    }
}
