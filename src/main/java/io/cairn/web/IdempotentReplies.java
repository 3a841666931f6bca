package io.cairn.web;

import io.cairn.kernel.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The replies to requests with a key, kept for a day, each person's own; always inside the transaction of the change. */
@Component
class IdempotentReplies {
    private static final Duration KEPT = Duration.ofHours(24);

    private final JdbcClient db;
    private final Clock clock;

    IdempotentReplies(JdbcClient db, @Qualifier("systemClock") Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A reply and the hash of the request it answered; the status is missing only while the answer is being made. */
    @SuppressWarnings("ArrayRecordComponent")
    record Reply(
            byte[] requestHash,
            int status,
            @Nullable String contentType,
            @Nullable String location,
            byte[] body) {}

    /**
     * Takes the key for this request; false when it is taken. A second request with the same key waits here until the first
     * one's transaction ends, and takes the key if that failed.
     */
    boolean take(Viewer viewer, String key, byte[] requestHash) {
        return db.sql("""
                insert into web.idempotent_reply as r (person_id, key, request_hash, created_at)
                values (:person, :key, :hash, :now)
                    on conflict (person_id, key) do update
                   set request_hash = excluded.request_hash, created_at = excluded.created_at
                 where r.created_at < :expired
                """)
                        .param("person", viewer.id())
                        .param("key", key)
                        .param("hash", requestHash)
                        .param("now", now())
                        .param("expired", now().minus(KEPT))
                        .update()
                == 1;
    }

    Reply find(Viewer viewer, String key) {
        return db.sql("""
                select request_hash, status, content_type, location, body
                  from web.idempotent_reply
                 where person_id = :person and key = :key
                """)
                .param("person", viewer.id())
                .param("key", key)
                .query((row, number) -> new Reply(
                        row.getBytes("request_hash"),
                        row.getInt("status"),
                        row.getString("content_type"),
                        row.getString("location"),
                        row.getBytes("body")))
                .single();
    }

    /** Keeps the reply and drops this person's old ones. */
    void keep(Viewer viewer, String key, Reply reply) {
        db.sql("""
                with dropped as (
                    delete from web.idempotent_reply
                     where person_id = :person and key <> :key and created_at < :expired
                )
                update web.idempotent_reply
                   set status = :status, content_type = :type, location = :location, body = :body
                 where person_id = :person and key = :key
                """)
                .param("person", viewer.id())
                .param("key", key)
                .param("expired", now().minus(KEPT))
                .param("status", reply.status())
                .param("type", reply.contentType())
                .param("location", reply.location())
                .param("body", reply.body())
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
