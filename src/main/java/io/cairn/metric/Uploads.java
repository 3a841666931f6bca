package io.cairn.metric;

import io.cairn.access.Viewing;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Ids;
import io.cairn.kernel.Viewer;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Files that were sent and looked at but not kept yet: one for each person, for an hour. */
@Component
public class Uploads {
    private static final Duration KEPT = Duration.ofHours(1);

    private final JdbcClient db;
    private final DomainClock clock;
    private final TransactionTemplate transaction;

    Uploads(JdbcClient db, DomainClock clock, TransactionTemplate transaction) {
        this.db = db;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * A file as it was sent.
     *
     * @param digest of the plan that was shown for it
     */
    public record Upload(UUID id, String name, byte[] content, String digest, boolean applied) {}

    /** In place of what the person sent before. */
    @Transactional
    public UUID keep(Viewer viewer, String name, byte[] content, String digest) {
        UUID id = Ids.next();
        db.sql("""
                with old as (delete from metric.upload u where u.person_id = :person)
                insert into metric.upload (id, person_id, name, content, digest, uploaded_at)
                values (:id, :person, :name, :content, :digest, :at)
                """)
                .param("id", id)
                .param("person", viewer.id())
                .param("name", name)
                .param("content", content)
                .param("digest", digest)
                .param("at", Timestamp.from(clock.instant()))
                .update();
        return id;
    }

    /** @throws io.cairn.kernel.ProblemException NOT_FOUND for others' and for what is older than an hour */
    @Transactional(readOnly = true)
    public Upload get(UUID id) {
        return db.sql("""
                select u.id, u.name, u.content, u.digest, u.applied_at is not null as applied
                  from metric.upload u
                 where u.id = :id and u.uploaded_at > :oldest
                """)
                .param("id", id)
                .param("oldest", Timestamp.from(clock.instant().minus(KEPT)))
                .query((row, number) -> new Upload(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getBytes("content"),
                        row.getString("digest"),
                        row.getBoolean("applied")))
                .optional()
                .orElseThrow(() -> GeneralProblem.NOT_FOUND
                        .saying("This file is no longer here; send it again.")
                        .exception());
    }

    @Transactional
    public void applied(UUID id) {
        db.sql("update metric.upload u set applied_at = :at where u.id = :id")
                .param("at", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
    }

    @Scheduled(initialDelay = 600_000, fixedDelay = 600_000)
    void forget() {
        Viewing.runAsSystem(
                "Uploads",
                () -> transaction.executeWithoutResult(
                        status -> db.sql("delete from metric.upload u where u.uploaded_at <= :oldest")
                                .param("oldest", Timestamp.from(clock.instant().minus(KEPT)))
                                .update()));
    }
}
