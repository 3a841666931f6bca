package io.cairn.connector;

import io.cairn.kernel.Page;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who runs which connector now, and the log of what came of it. */
@Component
class RunStore {
    private static final int KEPT = 100;
    /** Longer than any run; a node that has died by then is forgotten. */
    private static final Duration CLAIM = Duration.ofMinutes(5);

    private final JdbcClient db;
    private final Clock clock;

    RunStore(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Takes the connector for this run; false when it is running already. */
    boolean claim(UUID connector, UUID claim) {
        return db.sql("""
                update connector.connector c
                   set claim = :claim, claimed_until = :until
                 where c.id = :connector and (c.claimed_until is null or c.claimed_until < :now)
                """)
                        .param("connector", connector)
                        .param("claim", claim)
                        .param("now", current())
                        .param("until", Timestamp.from(clock.instant().plus(CLAIM)))
                        .update()
                == 1;
    }

    /** Takes the connector that has waited longest; several nodes never take the same. */
    Optional<UUID> claimDue(UUID claim) {
        return db.sql("""
                update connector.connector c
                   set claim = :claim, claimed_until = :until
                 where c.id = (select d.id
                                 from connector.connector d
                                where d.enabled and d.next_run_at <= :now
                                  and (d.claimed_until is null or d.claimed_until < :now)
                                order by d.next_run_at
                                limit 1
                                  for update skip locked)
                returning c.id
                """)
                .param("claim", claim)
                .param("now", current())
                .param("until", Timestamp.from(clock.instant().plus(CLAIM)))
                .query(UUID.class)
                .optional();
    }

    /** Writes the run down and says when the next one is; nothing when the claim has passed to somebody else meanwhile. */
    void finish(Connector connector, UUID claim, ConnectorRun run) {
        boolean failed = run.outcome() == RunOutcome.FAILED;
        int failures = failed ? connector.failures() + 1 : 0;
        Duration pause = ConnectorState.pause(failures, Duration.ofMinutes(connector.everyMinutes()));
        int mine = db.sql("""
                update connector.connector
                   set claim = null, claimed_until = null, failures = :failures, last_run_at = :started,
                       last_success_at = case when :failed then last_success_at else :started::timestamptz end,
                       last_outcome = :outcome, message = :message, next_run_at = :next
                 where id = :connector and claim = :claim
                """)
                .param("connector", connector.id())
                .param("claim", claim)
                .param("failures", failures)
                .param("failed", failed)
                .param("started", Timestamp.from(run.startedAt()))
                .param("outcome", run.outcome().name())
                .param("message", run.message())
                .param("next", Timestamp.from(run.endedAt().plus(pause)))
                .update();
        if (mine == 1) {
            write(connector, run);
        }
    }

    private void write(Connector connector, ConnectorRun run) {
        db.sql("""
                insert into connector.run (connector_id, id, started_at, ended_at, by_hand, outcome, rows_read, stored,
                                           unchanged, refused, message, audience_id)
                select c.id, :id, :started, :ended, :byHand, :outcome, :rows, :stored, :unchanged, :refused, :message,
                       c.audience_id
                  from connector.connector c
                 where c.id = :connector
                """)
                .param("connector", connector.id())
                .param("id", run.id())
                .param("started", Timestamp.from(run.startedAt()))
                .param("ended", Timestamp.from(run.endedAt()))
                .param("byHand", run.byHand())
                .param("outcome", run.outcome().name())
                .param("rows", run.rowsRead())
                .param("stored", run.stored())
                .param("unchanged", run.unchanged())
                .param("refused", run.refused())
                .param("message", run.message())
                .update();
        db.sql("""
                delete from connector.run r
                 where r.connector_id = :connector
                   and r.id < (select k.id from connector.run k where k.connector_id = :connector
                                order by k.id desc offset :older limit 1)
                """).param("connector", connector.id()).param("older", KEPT - 1).update();
    }

    /** Newest first. */
    Page<ConnectorRun> list(UUID connector, int limit, @Nullable UUID before) {
        List<ConnectorRun> rows = db.sql("""
                select r.id, r.started_at, r.ended_at, r.by_hand, r.outcome, r.rows_read, r.stored, r.unchanged, r.refused,
                       r.message
                  from connector.run r
                 where r.connector_id = :connector and (:before::uuid is null or r.id < :before)
                 order by r.id desc
                 limit :rows
                """)
                .param("connector", connector)
                .param("before", before)
                .param("rows", limit + 1)
                .query(ConnectorRun.class)
                .list();
        return Page.of(rows, limit, run -> run.id().toString());
    }

    private Timestamp current() {
        return Timestamp.from(clock.instant());
    }
}
