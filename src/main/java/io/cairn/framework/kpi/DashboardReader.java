package io.cairn.framework.kpi;

import io.cairn.access.Audience;
import io.cairn.access.Viewing;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.PersonRef;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads dashboards with their tiles; the join with the metrics leaves out what row security hides. */
@Component
class DashboardReader {
    private static final String SELECT = """
            select d.id, d.name, d.audience, d.team_id, t.name as team_name, d.owner_id, o.name as owner_name, d.version,
                   d.audience_kind, d.audience_id,
                   array(select x.metric_id
                           from kpi.tile x join metric.metric m on m.id = x.metric_id
                          where x.dashboard_id = d.id
                          order by x.position) as metrics,
                   array(select x.metric_id from kpi.tile x where x.dashboard_id = d.id and x.wide) as wide,
                   exists (select 1 from kpi.beginning b
                            where b.person_id = access.person() and b.dashboard_id = d.id) as start,
                   exists (select 1 from organization.team_line l join organization.team led on led.id = l.above_id
                            where l.team_id = d.team_id and led.leader_id = access.person()) as led
              from kpi.dashboard d
              join organization.person o on o.id = d.owner_id
              left join organization.team t on t.id = d.team_id
            """;

    private final JdbcClient db;

    DashboardReader(JdbcClient db) {
        this.db = db;
    }

    Dashboard one(UUID id) {
        return db.sql(SELECT + " where d.id = :id")
                .param("id", id)
                .query(DashboardReader::dashboard)
                .optional()
                .orElseThrow(GeneralProblem.NOT_FOUND::exception);
    }

    /** In the order they were made. */
    List<Dashboard> find(Dashboards.Wanted wanted, int rows, @Nullable UUID after) {
        return db.sql(SELECT + """
                 where (:q::text is null or position(lower(:q) in lower(d.name)) > 0)
                   and (:audience::text is null or d.audience = :audience)
                   and (:owner::uuid is null or d.owner_id = :owner)
                   and (:team::uuid is null or d.team_id = :team)
                   and (:after::uuid is null or d.id > :after)
                 order by d.id
                 limit :rows
                """)
                .param("q", wanted.q())
                .param(
                        "audience",
                        wanted.audience() == null ? null : wanted.audience().name())
                .param("owner", wanted.owner())
                .param("team", wanted.team())
                .param("after", after)
                .param("rows", rows)
                .query(DashboardReader::dashboard)
                .list();
    }

    private static Dashboard dashboard(ResultSet row, int number) throws SQLException {
        UUID owner = row.getObject("owner_id", UUID.class);
        UUID team = row.getObject("team_id", UUID.class);
        Sharing audience = Sharing.valueOf(row.getString("audience"));
        return new Dashboard(
                row.getObject("id", UUID.class),
                row.getString("name"),
                audience,
                team == null ? null : new Dashboard.TeamRef(team, row.getString("team_name")),
                new PersonRef(owner, row.getString("owner_name")),
                tiles(row),
                row.getBoolean("start"),
                row.getInt("version"),
                mayEdit(owner, audience, row.getBoolean("led")),
                Audience.of(row.getString("audience_kind"), row.getObject("audience_id", UUID.class)));
    }

    private static List<Tile> tiles(ResultSet row) throws SQLException {
        List<UUID> wide = List.of((UUID[]) row.getArray("wide").getArray());
        List<Tile> tiles = new ArrayList<>();
        for (UUID metric : (UUID[]) row.getArray("metrics").getArray()) {
            tiles.add(new Tile(metric, wide.contains(metric) ? TileSize.WIDE : TileSize.NORMAL));
        }
        return List.copyOf(tiles);
    }

    private static boolean mayEdit(UUID owner, Sharing audience, boolean led) {
        Viewer viewer = Viewing.viewer().orElse(null);
        if (viewer == null) {
            return Viewing.subject() != null;
        }
        boolean keeps = audience != Sharing.PRIVATE && viewer.isAny(Role.EXEC, Role.CHAMP);
        return viewer.id().equals(owner) || led || keeps;
    }
}
