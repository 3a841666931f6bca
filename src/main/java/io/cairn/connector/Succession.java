package io.cairn.connector;

import io.cairn.access.Viewing;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.Viewer;
import io.cairn.organization.Handover;
import java.sql.Timestamp;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Connectors of somebody who leaves run on the successor's behalf from then on, with the rights that the successor has. Their
 * secrets go on answering the same question; for another one the successor types them again.
 */
@Component
@Order(30)
@Transactional(propagation = Propagation.MANDATORY)
class Succession implements Handover {
    private final JdbcClient db;
    private final DomainClock clock;

    Succession(JdbcClient db, DomainClock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    public Work work(UUID person) {
        int owned = db.sql("select count(*) from connector.connector c where c.owner_id = :person")
                .param("person", person)
                .query(Integer.class)
                .single();
        return new Work("Connectors", owned, "connector", "connectors");
    }

    @Override
    public void handOver(UUID from, UUID to) {
        db.sql("select connector.hand_over(:from, :to, :at, :actor)")
                .param("from", from)
                .param("to", to)
                .param("at", Timestamp.from(clock.instant()))
                .param("actor", Viewing.viewer().map(Viewer::name).orElse("Cairn"))
                .query((row, n) -> n)
                .list();
    }
}
