package io.cairn.framework.kpi;

import io.cairn.access.Audience;
import io.cairn.kernel.Ids;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes dashboards. Tiles of metrics that the writer may not see keep their places. */
@Component
class DashboardWriter {
    private final JdbcClient db;

    DashboardWriter(JdbcClient db) {
        this.db = db;
    }

    /** A tile as it is stored, and whether the viewer may know of it. */
    private record Stored(UUID metricId, boolean wide, boolean seen) {}

    /** Which team is meant, whether the viewer holds its key, and which of these metrics the viewer sees. */
    record Found(boolean teamHeld, Set<UUID> metrics) {}

    Found find(@Nullable UUID team, Collection<UUID> metrics) {
        return db.sql("""
                select exists (select 1 from organization.team t
                                where t.id = :team
                                  and (access.key('team', t.id::text) = any (access.keys())
                                       or 'team' = any (access.wide_to_write('{}')))) as team_held,
                       array(select m.id from metric.metric m where m.id = any (:metrics::uuid[])) as metrics
                """)
                .param("team", team)
                .param("metrics", Ids.array(metrics))
                .query((row, number) -> new Found(row.getBoolean("team_held"), Set.of((UUID[])
                        row.getArray("metrics").getArray())))
                .single();
    }

    static Audience key(UUID id, DashboardContent content) {
        return switch (content.audienceOrUsual()) {
            case PRIVATE -> Audience.list(id);
            case TEAM -> Audience.team(Objects.requireNonNull(content.teamId()));
            case EVERYONE -> Audience.EVERYONE;
        };
    }

    void insert(UUID id, UUID owner, String name, DashboardContent content) {
        share(id, owner, content);
        Audience key = key(id, content);
        db.sql("""
                insert into kpi.dashboard (id, name, owner_id, audience, team_id, audience_kind, audience_id)
                values (:id, :name, :owner, :audience, :team, :keyKind, :keyId)
                """)
                .param("id", id)
                .param("name", name)
                .param("owner", owner)
                .param("audience", content.audienceOrUsual().name())
                .param("team", content.teamId())
                .param("keyKind", key.kind().key())
                .param("keyId", key.id())
                .update();
        tiles(id, key, content.tilesOrNone());
    }

    /** The rows must be locked. */
    void update(Dashboard before, String name, DashboardContent content) {
        share(before.id(), before.owner().id(), content);
        Audience key = key(before.id(), content);
        db.sql("""
                update kpi.dashboard
                   set name = :name, audience = :audience, team_id = :team, version = version + 1,
                       audience_kind = :keyKind, audience_id = :keyId
                 where id = :id
                """)
                .param("id", before.id())
                .param("name", name)
                .param("audience", content.audienceOrUsual().name())
                .param("team", content.teamId())
                .param("keyKind", key.kind().key())
                .param("keyId", key.id())
                .update();
        tiles(before.id(), key, content.tilesOrNone());
    }

    /** So that two who change it at once both count. */
    void lock(UUID id) {
        db.sql("select d.id from kpi.dashboard d where d.id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .list();
    }

    void delete(UUID id) {
        db.sql("delete from kpi.dashboard where id = :id").param("id", id).update();
    }

    void begin(UUID person, @Nullable UUID dashboard) {
        Audience key = Audience.account(person);
        if (dashboard == null) {
            db.sql("delete from kpi.beginning where person_id = :person")
                    .param("person", person)
                    .update();
            return;
        }
        db.sql("""
                insert into kpi.beginning (person_id, dashboard_id, audience_kind, audience_id)
                values (:person, :dashboard, :keyKind, :keyId)
                on conflict (person_id) do update set dashboard_id = excluded.dashboard_id
                """)
                .param("person", person)
                .param("dashboard", dashboard)
                .param("keyKind", key.kind().key())
                .param("keyId", key.id())
                .update();
    }

    private void share(UUID id, UUID owner, DashboardContent content) {
        if (content.audienceOrUsual() == Sharing.PRIVATE) {
            db.sql("select access.share_list(:list, :owner, '{}', '{}')")
                    .param("list", id)
                    .param("owner", new UUID[] {owner})
                    .query()
                    .singleRow();
        }
    }

    private void tiles(UUID id, Audience key, List<Tile> wanted) {
        List<Tile> tiles = merged(stored(id), wanted);
        db.sql("delete from kpi.tile where dashboard_id = :id").param("id", id).update();
        db.sql("""
                insert into kpi.tile (dashboard_id, metric_id, position, wide, audience_kind, audience_id)
                select :id, w.metric_id, w.place - 1, w.metric_id = any (:wide::uuid[]), :keyKind, :keyId
                  from unnest(:metrics::uuid[]) with ordinality as w (metric_id, place)
                """)
                .param("id", id)
                .param("metrics", Ids.array(tiles.stream().map(Tile::metricId).toList()))
                .param(
                        "wide",
                        Ids.array(tiles.stream()
                                .filter(Tile::wide)
                                .map(Tile::metricId)
                                .toList()))
                .param("keyKind", key.kind().key())
                .param("keyId", key.id())
                .update();
    }

    private List<Stored> stored(UUID id) {
        return db.sql("""
                select x.metric_id, x.wide,
                       exists (select 1 from metric.metric m where m.id = x.metric_id) as seen
                  from kpi.tile x
                 where x.dashboard_id = :id
                 order by x.position
                """).param("id", id).query(Stored.class).list();
    }

    /** What is wanted takes the places of what was seen; what was not seen stays where it stands. */
    private static List<Tile> merged(List<Stored> stored, List<Tile> wanted) {
        List<Tile> tiles = new ArrayList<>();
        int next = 0;
        for (Stored old : stored) {
            if (!old.seen()) {
                tiles.add(new Tile(old.metricId(), old.wide() ? TileSize.WIDE : TileSize.NORMAL));
            } else if (next < wanted.size()) {
                tiles.add(wanted.get(next++));
            }
        }
        tiles.addAll(wanted.subList(next, wanted.size()));
        return tiles;
    }
}
