package io.cairn.metric;

import io.cairn.access.Viewing;
import io.cairn.database.BeforeOpening;
import io.cairn.kernel.DomainClock;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Marks values as stale on the day they are overdue: before the port opens, and within half a minute after midnight. */
@Component
@Order(90)
public class MetricDay implements BeforeOpening {
    private final JdbcClient db;
    private final DomainClock clock;
    private final TransactionTemplate transaction;

    MetricDay(JdbcClient db, DomainClock clock, TransactionTemplate transaction) {
        this.db = db;
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
        Integer stale = Viewing.asSystem(
                "Day turn",
                () -> transaction.execute(
                        status -> db.sql("""
                update metric.metric m
                   set status = 'STALE'
                 where m.state = 'ACTIVE' and m.status <> 'STALE' and m.stale_on <= :today
                """).param("today", clock.today()).update()));
        return stale == null ? 0 : stale;
    }
}
