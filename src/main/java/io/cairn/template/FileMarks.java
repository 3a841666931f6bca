package io.cairn.template;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The mark by which this organisation knows its own files again. */
@Component
public class FileMarks {
    private final JdbcClient db;

    FileMarks(JdbcClient db) {
        this.db = db;
    }

    /** The same for as long as this organisation is there, and no other's. */
    @Transactional(readOnly = true)
    public UUID own() {
        return db.sql("select o.mark from organization.organization as o")
                .query(UUID.class)
                .single();
    }
}
