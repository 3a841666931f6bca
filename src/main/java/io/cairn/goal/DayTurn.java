package io.cairn.goal;

import io.cairn.access.Viewing;
import io.cairn.database.BeforeOpening;
import io.cairn.kernel.DomainClock;
import io.cairn.organization.Organizations;
import io.cairn.organization.ZoneChanged;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Renews the open goals' figures when the organisation's day has changed: at start-up before the port opens, and then
 * within half a minute after midnight. Pages only read what is stored, so all of them agree.
 */
@Component
@Order(100)
public class DayTurn implements BeforeOpening {
    private static final int BATCH = 500;
    private final GoalReader goals;
    private final FigureStore figures;
    private final DomainClock clock;
    private final DaysAhead daysAhead;
    private final Organizations organizations;
    private final TransactionTemplate transaction;

    DayTurn(
            GoalReader goals,
            FigureStore figures,
            DomainClock clock,
            DaysAhead daysAhead,
            Organizations organizations,
            TransactionTemplate transaction) {
        this.goals = goals;
        this.figures = figures;
        this.daysAhead = daysAhead;
        this.organizations = organizations;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public void beforeOpening() {
        turn();
    }

    /** The zone is read again, because it may have been changed on another node. */
    @Scheduled(initialDelay = 30_000, fixedDelay = 30_000)
    void turnIfDue() {
        organizations.find().ifPresent(organization -> clock.in(organization.zone()));
        turn();
    }

    /**
     * Once what is being written is committed, and beside it: how many goals have to be renewed is not the matter of one
     * request. Should it fail, {@link #turnIfDue} comes after.
     */
    void soon() {
        afterCommit(this::turn);
    }

    /** In another zone today may be a day that had come already. */
    @EventListener
    void zoneChanged(ZoneChanged event) {
        afterCommit(() -> {
            Viewing.runAsSystem("Day turn", daysAhead::forget);
            turn();
        });
    }

    private static void afterCommit(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                Thread.ofVirtual().name("day turn").start(work);
            }
        });
    }

    /** Safe to run on several nodes at once: each batch locks its goals and the next node finds them renewed. */
    public int turn() {
        return Viewing.asSystem("Day turn", () -> {
            int renewed = 0;
            int batch;
            do {
                batch = turnBatch(clock.today());
                renewed += batch;
            } while (batch == BATCH);
            return renewed;
        });
    }

    private int turnBatch(LocalDate today) {
        Integer count = transaction.execute(status -> {
            List<Goal> outdated = goals.outdated(today, BATCH);
            figures.renew(outdated, today);
            return outdated.size();
        });
        return count == null ? 0 : count;
    }
}
