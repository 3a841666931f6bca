package io.cairn.goal;

import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** Looks up, in one statement, everything that a goal's content refers to: cycle, owner, lead, teams and people. */
@Component
class Placement {
    private final JdbcClient db;
    private final ObjectMapper json;

    Placement(JdbcClient db, ObjectMapper json) {
        this.db = db;
        this.json = json;
    }

    /**
     * What the references turned out to be.
     *
     * @param led whether the viewer leads the owning team or one above it
     * @param member whether the viewer belongs to the owning team
     * @param individuals whether a person may own it although its framework's goals belong to teams
     */
    record Found(
            @Nullable LocalDate cycleStartsOn,
            @Nullable LocalDate cycleEndsOn,
            @Nullable String cyclePhase,
            @Nullable String cycleName,
            @Nullable String cadence,
            boolean ownerKnown,
            boolean individuals,
            boolean leadKnown,
            int sharedKnown,
            int contributorsKnown,
            int measureOwnersKnown,
            int metricsKnown,
            int metricsOpen,
            boolean led,
            boolean member) {

        boolean cycleClosed() {
            return "CLOSED".equals(cyclePhase);
        }

        /** Whether the viewer may make a goal for this owner. */
        boolean mayCreate(Viewer viewer, GoalContent content, UUID lead) {
            return led
                    || viewer.isAny(Role.EXEC, Role.CHAMP)
                    || (member && viewer.id().equals(lead))
                    || viewer.id().equals(content.ownerPersonId());
        }
    }

    Found find(GoalContent content, UUID lead) {
        return find(content, lead, new Named(List.of(), null));
    }

    /** Whom a goal names already, who stay so after leaving; a person who owns it also after that was switched off. */
    record Named(List<UUID> people, @Nullable UUID owner) {}

    Found find(GoalContent content, UUID lead, Named named) {
        return find(List.of(Asked.of(content, lead, named))).getFirst();
    }

    /** What one goal's content refers to. */
    record Asked(
            @Nullable UUID cycle,
            @Nullable UUID team,
            @Nullable UUID person,
            @Nullable UUID owner,
            UUID lead,
            UUID[] shared,
            UUID[] contributors,
            UUID[] named,
            UUID[] measureOwners,
            UUID[] metrics) {
        static Asked of(GoalContent content, UUID lead, Named named) {
            return new Asked(
                    content.cycleId(),
                    content.ownerTeamId(),
                    content.ownerPersonId(),
                    named.owner(),
                    lead,
                    distinct(content.sharedTeamIds()),
                    distinct(content.contributorIds()),
                    distinct(named.people()),
                    distinct(Placement.measureOwners(content)),
                    distinct(Placement.metrics(content)));
        }
    }

    /** For each of many, in their order; one statement. */
    List<Found> find(List<Asked> asked) {
        return found(asked, "").query(Found.class).list();
    }

    /** What was found, and what else the same statement read. */
    record Beside<T>(Found found, T more) {}

    /**
     * The same with other columns in the same statement.
     *
     * @param columns without a comma at either end
     */
    <T> Beside<T> find(
            GoalContent content,
            UUID lead,
            Named named,
            String columns,
            Map<String, Object> parameters,
            RowMapper<T> more) {
        RowMapper<Found> found = new SimplePropertyRowMapper<>(Found.class);
        return found(List.of(Asked.of(content, lead, named)), ", " + columns)
                .params(parameters)
                .query((row, number) -> new Beside<>(
                        Objects.requireNonNull(found.mapRow(row, number)),
                        Objects.requireNonNull(more.mapRow(row, number))))
                .single();
    }

    private JdbcClient.StatementSpec found(List<Asked> asked, String columns) {
        return db.sql("""
                select c.starts_on as cycle_starts_on, c.ends_on as cycle_ends_on, c.phase as cycle_phase,
                       c.name as cycle_name, c.cadence,
                       (exists (select 1 from organization.team t where t.id = x.team)
                        or exists (select 1 from organization.person p where p.id = x.person and p.status = 'ACTIVE'))
                           as owner_known,
                       x.person is not distinct from x.owner
                           or exists (select 1 from organization.organization o where o.individual_goals) as individuals,
                       exists (select 1 from organization.person p where p.id = x.lead and p.status = 'ACTIVE') as lead_known,
                       (select count(*) from organization.team t where t.id = any (x.shared))::int as shared_known,
                       (select count(*) from organization.person p
                         where p.id = any (x.contributors)
                           and (p.status = 'ACTIVE' or p.id = any (x.named)))::int as contributors_known,
                       (select count(*) from organization.person p
                         where p.id = any (x."measureOwners")
                           and (p.status = 'ACTIVE' or p.id = any (x.named)))::int as measure_owners_known,
                       (select count(*) from metric.metric m where m.id = any (x.metrics))::int as metrics_known,
                       (select count(*) from metric.metric m
                         where m.id = any (x.metrics) and m.audience_kind = 'everyone')::int as metrics_open,
                       exists (select 1 from organization.team_line l join organization.team t on t.id = l.above_id
                                where l.team_id = x.team and t.leader_id = access.person()) as led,
                       exists (select 1 from organization.team_member m
                                where m.team_id = x.team and m.person_id = access.person()) as member
                       %s
                  from rows from (jsonb_to_recordset(:asked::jsonb)
                           as (cycle uuid, team uuid, person uuid, owner uuid, lead uuid, shared uuid[], contributors uuid[],
                               named uuid[], "measureOwners" uuid[], metrics uuid[]))
                       with ordinality
                           as x (cycle, team, person, owner, lead, shared, contributors, named, "measureOwners", metrics, place)
                  left join cycle.cycle c on c.id = x.cycle
                 order by x.place
                """.formatted(columns)).param("asked", json.writeValueAsString(asked));
    }

    boolean isActivePerson(UUID person) {
        return db.sql("select exists (select 1 from organization.person where id = :person and status = 'ACTIVE')")
                .param("person", person)
                .query(Boolean.class)
                .single();
    }

    static List<UUID> metrics(GoalContent content) {
        return content.measuresOrNone().stream()
                .filter(Objects::nonNull)
                .map(MeasureContent::metricId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    static List<UUID> measureOwners(GoalContent content) {
        return content.measuresOrNone().stream()
                .filter(Objects::nonNull)
                .map(MeasureContent::ownerId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    static UUID[] distinct(@Nullable List<UUID> ids) {
        return (ids == null
                        ? Stream.<UUID>empty()
                        : ids.stream().filter(Objects::nonNull).distinct())
                .toArray(UUID[]::new);
    }
}
