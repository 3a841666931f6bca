package io.cairn.framework.hybrid;

import io.cairn.access.Audience;
import io.cairn.access.Viewing;
import io.cairn.audit.Entry;
import io.cairn.audit.Journal;
import io.cairn.database.BeforeOpening;
import io.cairn.kernel.DomainClock;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends proposals with their cycle: before the port opens, and within half a minute after midnight. */
@Component
@Order(95)
public class ProposalDay implements BeforeOpening {
    private final ProposalRows rows;
    private final Journal journal;
    private final DomainClock clock;
    private final TransactionTemplate transaction;

    ProposalDay(ProposalRows rows, Journal journal, DomainClock clock, TransactionTemplate transaction) {
        this.rows = rows;
        this.journal = journal;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public void beforeOpening() {
        turn();
    }

    @Scheduled(initialDelay = 30_000, fixedDelay = 30_000)
    void turnIfDue() {
        turn();
    }

    /** Safe to run on several nodes at once. */
    public int turn() {
        Integer ended = Viewing.asSystem(
                "Day turn",
                () -> transaction.execute(status -> {
                    List<ProposalRows.Over> over = rows.expireWithCycle(clock.today());
                    journal.record(over.stream()
                            .map(one -> Entry.of(
                                            "proposal.expired",
                                            "metric",
                                            one.metricId(),
                                            "noted that the cycle is over for which “" + one.metric()
                                                    + "” proposed an objective")
                                    .seenBy(Audience.of(one.keyKind(), one.keyId())))
                            .toList());
                    return over.size();
                }));
        return ended == null ? 0 : ended;
    }
}
