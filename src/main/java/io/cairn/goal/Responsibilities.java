package io.cairn.goal;

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

/** Which people and teams goals still need, and how goals pass to a successor. */
@Component
@Order(10)
@Transactional(propagation = Propagation.MANDATORY)
class Responsibilities implements Handover, TeamUse {
    private final JdbcClient db;
    private final DomainClock clock;

    Responsibilities(JdbcClient db, DomainClock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    public Work work(UUID id) {
        int open = db.sql("""
                select count(*)
                  from goal.goal g
                 where g.state in ('DRAFT', 'ACTIVE', 'ON_HOLD', 'SCORING')
                   and (g.lead_id = :id and g.owner_person_id is distinct from :id
                        or exists (select 1 from goal.measure m
                                    where m.goal_id = g.id and m.owner_id = :id and not m.cancelled))
                """).param("id", id).query(Integer.class).single();
        return new Work("Open goals", open, "goal", "goals");
    }

    @Override
    public void handOver(UUID from, UUID to) {
        db.sql("select goal.hand_over(:from, :to, :at, :actor)")
                .param("from", from)
                .param("to", to)
                .param("at", Timestamp.from(clock.instant()))
                .param("actor", Viewing.viewer().map(Viewer::name).orElse("Cairn"))
                .query((row, n) -> n)
                .list();
    }

    @Override
    public Problem.Kind need() {
        return OrganizationProblem.TEAM_HAS_GOALS;
    }

    @Override
    public boolean inUse(UUID team) {
        return db.sql("select goal.team_in_use(:team)")
                .param("team", team)
                .query(Boolean.class)
                .single();
    }
}
