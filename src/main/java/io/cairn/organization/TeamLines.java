package io.cairn.organization;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the closure of the team tree. Its callers hold the {@link StructureLock} and have refused loops. */
@Component
class TeamLines {
    private final JdbcClient db;

    TeamLines(JdbcClient db) {
        this.db = db;
    }

    void begin(UUID team, @Nullable UUID parent) {
        db.sql("""
                insert into organization.team_line (above_id, team_id, depth)
                select :team::uuid, :team::uuid, 0
                union all
                select l.above_id, :team::uuid, l.depth + 1
                  from organization.team_line l
                 where l.team_id = :parent::uuid
                """).param("team", team).param("parent", parent).update();
    }

    /** The team with all below comes under the other one. */
    void move(UUID team, @Nullable UUID parent) {
        db.sql("""
                delete from organization.team_line l
                 using organization.team_line below, organization.team_line above
                 where below.above_id = :team
                   and above.team_id = :team and above.depth > 0
                   and l.team_id = below.team_id and l.above_id = above.above_id
                """).param("team", team).update();
        db.sql("""
                insert into organization.team_line (above_id, team_id, depth)
                select above.above_id, below.team_id, above.depth + below.depth + 1
                  from organization.team_line above
                 cross join organization.team_line below
                 where above.team_id = :parent::uuid and below.above_id = :team
                """).param("team", team).param("parent", parent).update();
    }
}
