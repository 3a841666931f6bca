package io.cairn.incentive;

import io.cairn.audit.Entry;
import io.cairn.incentive.PayoutStore.Held;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Ids;
import io.cairn.kernel.Page;
import io.cairn.kernel.Role;
import io.cairn.kernel.Texts;
import io.cairn.kernel.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Payout runs: compensation opens them, sees what was handed in against the budget, approves in bulk and sends back. Human
 * resources look on; for everybody else there are none.
 */
@Component
@Transactional
public class PayoutRuns {
    private final PayoutRunStore store;
    private final PayoutStore payoutStore;
    private final Payouts payouts;
    private final PayoutEvents events;
    private final DomainClock clock;

    PayoutRuns(PayoutRunStore store, PayoutStore payoutStore, Payouts payouts, PayoutEvents events, DomainClock clock) {
        this.store = store;
        this.payoutStore = payoutStore;
        this.payouts = payouts;
        this.events = events;
        this.clock = clock;
    }

    /** Which payouts of a run are meant: these, or whatever waits in it. */
    public record Choice(List<UUID> payoutIds, boolean all) {
        public Choice {
            payoutIds = List.copyOf(payoutIds);
        }

        @Nullable
        List<UUID> only() {
            return all ? null : payoutIds;
        }

        void refuseEmpty() {
            if (all != payoutIds.isEmpty()) {
                throw PayoutProblem.CHOOSE_PAYOUTS.at("payoutIds").exception();
            }
        }
    }

    /** @throws io.cairn.kernel.ProblemException NOT_FOUND, NOT_ALLOWED, RUN_OVERLAPS or what is wrong with the content */
    public PayoutRun open(Viewer viewer, RunContent content) {
        onlyThoseWhoSee(viewer);
        PayoutRights.onlyCompensation(viewer);
        PayoutRunCheck.Checked checked = PayoutRunCheck.read(content);
        UUID id = Ids.next();
        if (!store.insert(id, checked, clock.instant())) {
            throw PayoutProblem.RUN_OVERLAPS.at("periodStart").exception();
        }
        events.run(
                Entry.of("payout-run.opened", "payout-run", id, "opened the payout run “" + checked.name() + "”"), id);
        return require(viewer, id);
    }

    /** Newest first; none for those who may not see any. */
    @Transactional(readOnly = true)
    public Page<PayoutRun> list(@Nullable PayoutRunState state, int limit, @Nullable UUID before) {
        return store.list(state, limit, before);
    }

    /** @throws io.cairn.kernel.ProblemException NOT_FOUND */
    @Transactional(readOnly = true)
    public PayoutRun require(Viewer viewer, UUID run) {
        onlyThoseWhoSee(viewer);
        return store.find(run).orElseThrow(GeneralProblem.NOT_FOUND::exception);
    }

    @Transactional(readOnly = true)
    public Page<RunRow> rows(Viewer viewer, UUID run, RunFilter filter, int limit, @Nullable String cursor) {
        return store.rows(run, viewer.id(), filter, limit, cursor);
    }

    /** Approves what the viewer may approve and takes it into the run; says of each other one why not. */
    public Decided approve(Viewer viewer, UUID run, Choice choice) {
        List<Held> held = hold(viewer, run, choice);
        Decided decided = payouts.approve(viewer, held, run);
        tell("payout-run.approved", "approved", decided, run, null);
        return withMissing(choice, held, decided);
    }

    /** Sends payouts back, all for one reason. */
    public Decided reject(Viewer viewer, UUID run, Choice choice, @Nullable String reason) {
        List<Held> held = hold(viewer, run, choice);
        Texts texts = new Texts();
        String because = texts.needed("reason", reason, 1, Payouts.REASON);
        texts.refuseIfAny();
        Decided decided = payouts.reject(viewer, held, because, run);
        tell("payout-run.rejected", "rejected", decided, run, because);
        return withMissing(choice, held, decided);
    }

    private List<Held> hold(Viewer viewer, UUID run, Choice choice) {
        onlyThoseWhoSee(viewer);
        if (!store.exists(run)) {
            throw GeneralProblem.NOT_FOUND.exception();
        }
        PayoutRights.onlyCompensation(viewer);
        choice.refuseEmpty();
        // Whoever pays the rest closes it; what is decided about after that would belong to a run that pays no more.
        if (store.lock(run).orElseThrow(GeneralProblem.NOT_FOUND::exception) == PayoutRunState.CLOSED) {
            throw PayoutProblem.RUN_STATE.exception();
        }
        return payoutStore.lockOfRun(
                run, choice.only(), choice.all() ? PayoutState.SUBMITTED : null, Integer.MAX_VALUE);
    }

    private void tell(String action, String word, Decided decided, UUID run, @Nullable String reason) {
        int done = decided.done().size();
        if (done > 0) {
            String what = done == 1 ? "a payout" : "%,d payouts".formatted(done);
            events.run(
                    Entry.of(action, "payout-run", run, word + " " + what + " of the run")
                            .reason(reason),
                    run);
        }
    }

    private static Decided withMissing(Choice choice, List<Held> held, Decided decided) {
        var refused = new ArrayList<>(decided.refused());
        refused.addAll(PayoutRights.missing(choice.payoutIds(), held, PayoutProblem.NOT_IN_RUN));
        return new Decided(decided.done(), refused);
    }

    /** Others are not told whether there are runs at all. */
    static void onlyThoseWhoSee(Viewer viewer) {
        if (!viewer.isAny(Role.COMP, Role.HR)) {
            throw GeneralProblem.NOT_FOUND.exception();
        }
    }
}
