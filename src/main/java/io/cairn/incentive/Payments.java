package io.cairn.incentive;

import io.cairn.audit.Entry;
import io.cairn.incentive.PayoutRights.Sorted;
import io.cairn.incentive.PayoutStore.Held;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Marks what is approved as paid, batch by batch, each in a transaction of its own: whatever kills the program in between,
 * who goes on pays the rest. A payment's key is its payout, so that none is paid twice.
 */
@Component
public class Payments {
    static final int BATCH = 500;

    private final PayoutRunStore runStore;
    private final PayoutStore payouts;
    private final PaymentStore store;
    private final PayoutEvents events;
    private final TransactionTemplate transaction;
    private final DomainClock clock;

    Payments(
            PayoutRunStore runStore,
            PayoutStore payouts,
            PaymentStore store,
            PayoutEvents events,
            TransactionTemplate transaction,
            DomainClock clock) {
        this.runStore = runStore;
        this.payouts = payouts;
        this.store = store;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What came of paying a run.
     *
     * @param refused what is approved but not for this viewer to pay, at most 200 of it
     */
    public record PaidRun(long payments, int batches, PayoutRunState state, List<Decided.Refused> refused) {
        public PaidRun {
            refused = List.copyOf(refused);
        }
    }

    /**
     * Pays all that is approved in the run and that the viewer may pay, or goes on where somebody was interrupted.
     *
     * @throws io.cairn.kernel.ProblemException NOT_FOUND, NOT_ALLOWED, RUN_STATE, NOTHING_TO_PAY
     */
    @Transactional(propagation = Propagation.NEVER)
    public PaidRun pay(Viewer viewer, UUID run) {
        long payments = 0;
        int batches = 0;
        int paid = inTransaction(() -> batch(viewer, run, true));
        while (paid > 0) {
            payments += paid;
            batches++;
            paid = inTransaction(() -> batch(viewer, run, false));
        }
        long all = payments;
        int made = batches;
        return inTransaction(() -> settle(viewer, run, all, made));
    }

    /** The same all at once, within the caller's transaction; for a story that is told in one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public PaidRun payWithin(Viewer viewer, UUID run) {
        int paid = batch(viewer, run, true);
        return settle(viewer, run, paid, 1);
    }

    private <T> T inTransaction(java.util.function.Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    /** @param first whether a closed run is refused, rather than finished by somebody who paid at the same time */
    private int batch(Viewer viewer, UUID run, boolean first) {
        PayoutRuns.onlyThoseWhoSee(viewer);
        if (!runStore.exists(run)) {
            throw GeneralProblem.NOT_FOUND.exception();
        }
        PayoutRights.onlyCompensation(viewer);
        PayoutRunState state = runStore.lock(run).orElseThrow(GeneralProblem.NOT_FOUND::exception);
        if (state == PayoutRunState.CLOSED) {
            if (first) {
                throw PayoutProblem.RUN_STATE.exception();
            }
            return 0;
        }
        List<Held> due = store.due(run, viewer.id(), BATCH);
        if (due.isEmpty()) {
            return 0;
        }
        int number = store.nextBatch(run);
        var at = clock.instant();
        List<UUID> ids = due.stream().map(Held::id).toList();
        store.pay(new PaymentStore.Batch(run, number), ids, viewer.id(), at);
        runStore.paying(run, number);
        events.changed(due.stream()
                .map(payout -> payout.to(PayoutState.PAID, "", viewer.id(), at))
                .toList());
        return ids.size();
    }

    private PaidRun settle(Viewer viewer, UUID run, long payments, int batches) {
        runStore.lock(run);
        PayoutRunState state = runStore.settle(run, clock.instant());
        if (payments == 0 && state != PayoutRunState.CLOSED) {
            throw PayoutProblem.NOTHING_TO_PAY.exception();
        }
        List<Held> left = payouts.lockOfRun(run, null, PayoutState.APPROVED, 200);
        Sorted sorted = PayoutRights.sort(viewer, left, PayoutState.APPROVED);
        events.run(
                Entry.of(
                        "payout-run.paid",
                        "payout-run",
                        run,
                        "marked %,d payouts of the run as paid".formatted(payments)),
                run);
        return new PaidRun(payments, batches, state, sorted.refused());
    }

    /** Pays one by itself. @throws io.cairn.kernel.ProblemException OWN_PAY, FOUR_EYES, PAYOUT_STATE */
    public void payOne(Viewer viewer, UUID id) {
        Decided decided = pay(viewer, List.of(id));
        if (decided.done().isEmpty()) {
            throw Payouts.refusal(decided);
        }
    }

    /** The batches of a run so far, newest first. */
    @Transactional(readOnly = true)
    public List<PaymentBatch> batches(UUID run) {
        return store.batches(run);
    }

    /**
     * Pays these by themselves, outside any run; says of each that may not be paid why not.
     *
     * @throws io.cairn.kernel.ProblemException NOT_FOUND, NOT_ALLOWED for whoever is not of compensation
     */
    public Decided pay(Viewer viewer, List<UUID> ids) {
        return inTransaction(() -> {
            if (!payouts.anyVisible(ids)) {
                throw GeneralProblem.NOT_FOUND.exception();
            }
            PayoutRights.onlyCompensation(viewer);
            List<Held> held = payouts.lock(ids);
            Sorted sorted = PayoutRights.sort(viewer, held, PayoutState.APPROVED);
            var at = clock.instant();
            if (!sorted.free().isEmpty()) {
                store.pay(null, sorted.ids(), viewer.id(), at);
                events.changed(sorted.free().stream()
                        .map(payout -> payout.to(PayoutState.PAID, "", viewer.id(), at))
                        .toList());
            }
            var refused = new ArrayList<>(sorted.refused());
            refused.addAll(PayoutRights.missing(ids, held, GeneralProblem.NOT_FOUND));
            return new Decided(sorted.ids(), refused);
        });
    }
}
