package io.cairn.organization;

import io.cairn.audit.Entry;
import io.cairn.audit.Journal;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Ids;
import io.cairn.kernel.ProblemList;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds, changes, moves and deletes teams. Only administrators and the system may. */
@Component
@Transactional
public class TeamRegister {
    private final JdbcClient db;
    private final Teams teams;
    private final TeamLines lines;
    private final StructureLock lock;
    private final Journal journal;
    private final ObjectProvider<TeamUse> uses;

    TeamRegister(
            JdbcClient db,
            Teams teams,
            TeamLines lines,
            StructureLock lock,
            Journal journal,
            ObjectProvider<TeamUse> uses) {
        this.db = db;
        this.teams = teams;
        this.lines = lines;
        this.lock = lock;
        this.journal = journal;
        this.uses = uses;
    }

    public Team create(TeamDetails details) {
        Administrators.only();
        lock.take();
        UUID id = Ids.next();
        TeamDetails placed = checked(id, details, null);
        var team = new Team(id, placed.name(), placed.kind(), placed.parentId(), placed.leaderId(), 1);
        db.sql("""
                insert into organization.team (id, name, kind, parent_id, leader_id)
                values (:id, :name, :kind, :parentId, :leaderId)
                """).params(columns(team)).update();
        lines.begin(id, team.parentId());
        journal.record(Entry.of("team.created", "team", id, "added the team " + team.name())
                .everyone()
                .after(team));
        return team;
    }

    public Team edit(UUID team, int version, TeamDetails details) {
        return edit(team, version, before -> details);
    }

    public Team move(UUID team, int version, UUID parent) {
        return edit(team, version, before -> before.withParent(parent));
    }

    /** @param change makes the new details out of those that are stored now */
    public Team edit(UUID id, int version, UnaryOperator<TeamDetails> change) {
        Administrators.only();
        lock.take();
        Team before = teams.require(id);
        if (before.version() != version) {
            throw GeneralProblem.STALE_VERSION.problem().with("current", before).exception();
        }
        Team after = before.with(checked(id, change.apply(before.details()), before));
        if (after.details().equals(before.details())) {
            return before;
        }
        write(before, after);
        journal.record(Entry.of("team.changed", "team", id, "changed the team " + after.name())
                .everyone()
                .before(before)
                .after(after));
        return after;
    }

    /** Only a team that nothing needs any more; memberships of people who have left go with it. */
    public void delete(UUID id) {
        Administrators.only();
        lock.take();
        Team team = teams.require(id);
        checkUnused(team);
        db.sql("delete from organization.team_member where team_id = :team")
                .param("team", id)
                .update();
        db.sql("delete from organization.team where id = :team")
                .param("team", id)
                .update();
        journal.record(Entry.of("team.deleted", "team", id, "deleted the team " + team.name())
                .everyone()
                .before(team));
    }

    private void write(Team before, Team after) {
        db.sql("""
                update organization.team
                   set name = :name, kind = :kind, parent_id = :parentId, leader_id = :leaderId, version = :version
                 where id = :id
                """).params(columns(after)).update();
        if (!Objects.equals(before.parentId(), after.parentId())) {
            lines.move(after.id(), after.parentId());
        }
    }

    private static Map<String, @Nullable Object> columns(Team team) {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("id", team.id());
        columns.put("name", team.name());
        columns.put("kind", team.kind().name());
        columns.put("parentId", team.parentId());
        columns.put("leaderId", team.leaderId());
        columns.put("version", team.version());
        return columns;
    }

    private void checkUnused(Team team) {
        Needs needs = db.sql("""
                select exists (select 1 from organization.team t where t.parent_id = :team) as teams,
                       exists (select 1 from organization.team_member m
                                 join organization.person p on p.id = m.person_id
                                where m.team_id = :team and p.status = 'ACTIVE') as people
                """).param("team", team.id()).query(Needs.class).single();
        var problems = new ProblemList();
        problems.when(team.kind() == TeamKind.COMPANY, OrganizationProblem.ONE_COMPANY.problem());
        problems.when(needs.teams(), OrganizationProblem.TEAM_HAS_TEAMS.problem());
        problems.when(needs.people(), OrganizationProblem.TEAM_HAS_PEOPLE.problem());
        uses.orderedStream()
                .filter(use -> use.inUse(team.id()))
                .forEach(use -> problems.add(use.need().problem()));
        problems.throwAny();
    }

    private record Needs(boolean teams, boolean people) {}

    /** What only the stored organisation can tell, read at once. */
    private record Facts(
            @Nullable UUID company,
            boolean parentExists,
            boolean loop,
            @Nullable String leaderStatus) {}

    /** The details with their place under the company, once they fit the stored organisation. */
    private TeamDetails checked(UUID team, TeamDetails details, @Nullable Team before) {
        Facts facts = facts(team, details);
        boolean company = details.kind() == TeamKind.COMPANY;
        TeamDetails placed = company || details.parentId() != null ? details : details.withParent(facts.company());
        boolean newLeader = before == null || !Objects.equals(before.leaderId(), placed.leaderId());
        var problems = new ProblemList();
        problems.when(becomesOrStopsBeingCompany(company, before, facts), OrganizationProblem.ONE_COMPANY.at("kind"));
        problems.when(company && placed.parentId() != null, OrganizationProblem.ONE_COMPANY.at("parentId"));
        problems.when(!company && placed.parentId() == null, GeneralProblem.REQUIRED.at("parentId"));
        problems.when(
                details.parentId() != null && !facts.parentExists(), OrganizationProblem.NO_SUCH_TEAM.at("parentId"));
        problems.when(facts.loop(), OrganizationProblem.TEAM_LOOP.at("parentId"));
        problems.when(
                placed.leaderId() != null && facts.leaderStatus() == null,
                OrganizationProblem.NO_SUCH_PERSON.at("leaderId"));
        problems.when(newLeader && "LEFT".equals(facts.leaderStatus()), OrganizationProblem.PERSON_LEFT.at("leaderId"));
        problems.throwAny();
        return placed;
    }

    private static boolean becomesOrStopsBeingCompany(boolean company, @Nullable Team before, Facts facts) {
        if (before == null) {
            return company && facts.company() != null;
        }
        return company != (before.kind() == TeamKind.COMPANY);
    }

    private Facts facts(UUID team, TeamDetails details) {
        return db.sql("""
                select (select t.id from organization.team t where t.kind = 'COMPANY') as company,
                       exists (select 1 from organization.team t where t.id = :parent::uuid) as parent_exists,
                       exists (select 1 from organization.team_line l
                                where l.above_id = :team and l.team_id = :parent::uuid) as loop,
                       (select p.status from organization.person p where p.id = :leader::uuid) as leader_status
                """)
                .param("team", team)
                .param("parent", details.parentId())
                .param("leader", details.leaderId())
                .query(Facts.class)
                .single();
    }
}
