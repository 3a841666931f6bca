package io.cairn.organization;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets one change of the organisation through at a time: two moves that are each fine alone could together make a loop, and
 * two administrators could give up the role to each other. Held until the transaction ends.
 */
@Component
class StructureLock {
    private final JdbcClient db;

    StructureLock(JdbcClient db) {
        this.db = db;
    }

    void take() {
        db.sql("select pg_advisory_xact_lock(hashtextextended('cairn.organization', 0))::text")
                .query(String.class)
                .single();
    }
}
