package io.cairn.framework.kpi;

import io.cairn.kernel.Problem;
import io.cairn.organization.OrganizationProblem;
import io.cairn.organization.TeamUse;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A team with a dashboard is still needed. */
@Component
class DashboardTeams implements TeamUse {
    private final JdbcClient db;

    DashboardTeams(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Problem.Kind need() {
        return OrganizationProblem.TEAM_HAS_DASHBOARDS;
    }

    @Override
    public boolean inUse(UUID team) {
        return db.sql("select kpi.team_in_use(:team)")
                .param("team", team)
                .query(Boolean.class)
                .single();
    }
}
