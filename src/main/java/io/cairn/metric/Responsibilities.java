package io.cairn.metric;

import io.cairn.access.Viewing;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.Problem;
import io.cairn.kernel.Viewer;
import io.cairn.organization.Handover;
import io.cairn.organization.OrganizationProblem;
import io.cairn.organization.TeamUse;
import java.sql.Timestamp;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which people and teams metrics still need, and how metrics pass to a successor. */
@Component("metricResponsibilities")
@Order(20)
@Transactional(propagation = Propagation.MANDATORY)
class Responsibilities implements Handover, TeamUse {
    private final JdbcClient db;
    private final DomainClock clock;

    Responsibilities(JdbcClient db, DomainClock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    public Work work(UUID person) {
        int owned = db.sql("select count(*) from metric.metric m where m.owner_id = :person and m.state <> 'RETIRED'")
                .param("person", person)
                .query(Integer.class)
                .single();
        return new Work("KPIs", owned, "KPI", "KPIs");
    }

    @Override
    public void handOver(UUID from, UUID to) {
        db.sql("select metric.hand_over(:from, :to, :at, :actor)")
                .param("from", from)
                .param("to", to)
                .param("at", Timestamp.from(clock.instant()))
                .param("actor", Viewing.viewer().map(Viewer::name).orElse("Cairn"))
                .query((row, n) -> n)
                .list();
    }

    @Override
    public Problem.Kind need() {
        return OrganizationProblem.TEAM_HAS_KPIS;
    }

    @Override
    public boolean inUse(UUID team) {
        return db.sql("select metric.team_in_use(:team)")
                .param("team", team)
                .query(Boolean.class)
                .single();
    }
}
