package io.cairn.organization;

import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Ids;
import io.cairn.kernel.Page;
import io.cairn.kernel.PersonRef;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads teams. Everybody who is signed in sees all of them; changes are in {@link TeamRegister}. */
@Component
@Transactional(readOnly = true)
public class Teams {
    private static final String TEAM = """
            select t.id, t.name, t.kind, t.parent_id, t.leader_id, t.version
              from organization.team t
            """;

    private final JdbcClient db;

    Teams(JdbcClient db) {
        this.db = db;
    }

    public Optional<Team> find(UUID team) {
        return db.sql(TEAM + " where t.id = :team")
                .param("team", team)
                .query(Team.class)
                .optional();
    }

    /** @throws io.cairn.kernel.ProblemException NOT_FOUND */
    public Team require(UUID team) {
        return find(team).orElseThrow(GeneralProblem.NOT_FOUND::exception);
    }

    /** The teams above, from the top down, the team itself, and the first {@code most} directly below it by name. */
    public record Around(List<Team> above, Team team, List<Team> below) {}

    /** @throws io.cairn.kernel.ProblemException NOT_FOUND */
    public Around around(UUID team, int most) {
        List<Team> found = db.sql(TEAM + """
                  left join organization.team_line l on l.above_id = t.id and l.team_id = :team
                 where l.above_id is not null or t.parent_id = :team
                 order by l.depth desc nulls last, t.name, t.id
                 limit :rows + (select count(*) from organization.team_line where team_id = :team)
                """)
                .param("team", team)
                .param("rows", most)
                .query(Team.class)
                .list();
        int place = found.stream().map(Team::id).toList().indexOf(team);
        if (place < 0) {
            throw GeneralProblem.NOT_FOUND.exception();
        }
        return new Around(found.subList(0, place), found.get(place), found.subList(place + 1, found.size()));
    }

    /** The company at the top of all teams; there is none before the first set-up. */
    public Optional<Team> company() {
        return db.sql(TEAM + " where t.kind = 'COMPANY'").query(Team.class).optional();
    }

    /** Those of these ids that exist, by name. */
    public List<Team> of(Collection<UUID> teams) {
        return db.sql(TEAM + " where t.id = any (:teams::uuid[]) order by t.name, t.id")
                .param("teams", Ids.array(teams))
                .query(Team.class)
                .list();
    }

    /** All teams by name; {@link TeamBranch} puts them in order. */
    public List<Team> all() {
        return db.sql(TEAM + " order by t.name, t.id").query(Team.class).list();
    }

    /** By name, then id. */
    public Page<Team> list(TeamFilter filter, int limit, @Nullable String cursor) {
        NamePlace after = NamePlace.decode(cursor);
        List<Team> rows = db.sql(TEAM + """
                 where (:q::text is null or position(lower(:q) in lower(t.name)) > 0)
                   and (:name::text is null or position(lower(:name) in lower(t.name)) > 0)
                   and (:kind::text is null or t.kind = :kind)
                   and (:parent::uuid is null or t.parent_id = :parent)
                   and (:leader::uuid is null or t.leader_id = :leader)
                   and (:afterId::uuid is null or (t.name, t.id) > (:afterName, :afterId))
                 order by t.name, t.id
                 limit :rows
                """)
                .param("q", filter.q())
                .param("name", filter.name())
                .param("kind", filter.kind() == null ? null : filter.kind().name())
                .param("parent", filter.parentId())
                .param("leader", filter.leaderId())
                .param("afterName", after.name())
                .param("afterId", after.id())
                .param("rows", limit + 1)
                .query(Team.class)
                .list();
        return Page.of(rows, limit, team -> NamePlace.of(team.name(), team.id()));
    }

    /** The teams this person belongs to or leads, by name. */
    public List<Team> ofPerson(UUID person) {
        return db.sql(TEAM + """
                 where t.leader_id = :person
                    or t.id in (select m.team_id from organization.team_member m where m.person_id = :person)
                 order by t.name, t.id
                """).param("person", person).query(Team.class).list();
    }

    /** The team itself and all below it. */
    public Set<UUID> below(UUID team) {
        return db.sql("select l.team_id from organization.team_line l where l.above_id = :team")
                .param("team", team)
                .query(UUID.class)
                .set();
    }

    /** Who leads the team or one above it, and so may act for it. */
    public Set<UUID> leadersAbove(UUID team) {
        return db.sql("""
                select distinct t.leader_id
                  from organization.team_line l
                  join organization.team t on t.id = l.above_id
                 where l.team_id = :team and t.leader_id is not null
                """).param("team", team).query(UUID.class).set();
    }

    /** How many active members each team has that has any. */
    public Map<UUID, Integer> sizes() {
        return db.sql("""
                select m.team_id, count(*) as people
                  from organization.team_member m
                  join organization.person p on p.id = m.person_id
                 where p.status = 'ACTIVE'
                 group by m.team_id
                """).query(Size.class).list().stream().collect(Collectors.toMap(Size::teamId, Size::people));
    }

    private record Size(UUID teamId, int people) {}

    /** Active members by name. */
    public List<PersonRef> membersOf(UUID team) {
        return db.sql("""
                select p.id, p.name
                  from organization.team_member m
                  join organization.person p on p.id = m.person_id
                 where m.team_id = :team and p.status = 'ACTIVE'
                 order by p.name, p.id
                """).param("team", team).query(PersonRef.class).list();
    }
}
