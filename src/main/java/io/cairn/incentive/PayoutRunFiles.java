package io.cairn.incentive;

import io.cairn.audit.Entry;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Viewer;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What leaves the house: a run as it stands, and each batch exactly as it was paid. The journal notes who took it. */
@Component
@Transactional
public class PayoutRunFiles {
    private static final int ALL = Integer.MAX_VALUE;

    private final PayoutRunStore runs;
    private final PaymentStore payments;
    private final PayoutEvents events;
    private final DomainClock clock;

    PayoutRunFiles(PayoutRunStore runs, PaymentStore payments, PayoutEvents events, DomainClock clock) {
        this.runs = runs;
        this.payments = payments;
        this.events = events;
        this.clock = clock;
    }

    /** Everything that belongs to the run, by the employees' names. */
    public RunFile whole(Viewer viewer, UUID run) {
        PayoutRun found = seen(viewer, run);
        List<RunRow> rows =
                runs.rows(run, viewer.id(), RunFilter.ALL, ALL, null).items();
        taken(run, "exported the payout run");
        return RunFile.of(found, rows, clock.getZone());
    }

    /** What one batch paid: the same file every time. @throws io.cairn.kernel.ProblemException NO_SUCH_BATCH */
    public RunFile batch(Viewer viewer, UUID run, int number) {
        PayoutRun found = seen(viewer, run);
        PaymentBatch batch = payments.batches(run).stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(PayoutProblem.NO_SUCH_BATCH::exception);
        taken(run, "exported batch " + number + " of the payout run");
        return RunFile.of(
                found.name(),
                batch.paidAt(),
                number,
                payments.of(new PaymentStore.Batch(run, number)),
                clock.getZone());
    }

    private PayoutRun seen(Viewer viewer, UUID run) {
        PayoutRuns.onlyThoseWhoSee(viewer);
        return runs.find(run).orElseThrow(GeneralProblem.NOT_FOUND::exception);
    }

    private void taken(UUID run, String what) {
        events.run(Entry.of("payout-run.exported", "payout-run", run, what), run);
    }
}
