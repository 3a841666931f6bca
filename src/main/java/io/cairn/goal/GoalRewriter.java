package io.cairn.goal;

import io.cairn.access.Audience;
import io.cairn.access.Viewing;
import io.cairn.framework.Visibility;
import io.cairn.kernel.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** Writes a stored goal and everything its form holds in one statement, however many measures change. */
@Component
class GoalRewriter {
    private static final String REWRITE = """
            with written as (
                update goal.goal
                   set title = :title, why = :why, level = :level, horizon = :horizon, ambition = :ambition,
                       owner_team_id = :team, owner_person_id = :person, lead_id = :lead, cycle_id = :cycle,
                       starts_on = :startsOn, ends_on = :endsOn, visibility = :visibility, state = :state,
                       activated_on = :activatedOn, audience_kind = :keyKind, audience_id = :keyId, version = version + 1
                 where id = :id),
            left_teams as (
                delete from goal.shared_team where goal_id = :id and team_id <> all (:teams)),
            left_people as (
                delete from goal.contributor where goal_id = :id and person_id <> all (:people)),
            shared as (
                insert into goal.shared_team (goal_id, team_id, audience_kind, audience_id)
                select :id, t, :keyKind, :keyId from unnest(:teams) as t
                on conflict do nothing),
            contributing as (
                insert into goal.contributor (goal_id, person_id, audience_kind, audience_id)
                select :id, p, :keyKind, :keyId from unnest(:people) as p
                on conflict do nothing),
            deleted as (
                delete from goal.measure where id = any (:deleted)),
            cancelled as (
                update goal.measure set cancelled = true, version = version + 1 where id = any (:cancelled)),
            moved as (
                update goal.measure m
                   set position = o.place - 1
                  from unnest(:kept::uuid[]) with ordinality as o (id, place)
                 where m.id = o.id and m.position <> o.place - 1 and m.id <> all (:changedIds)),
            changed as (
            %s),
            added as (
            %s)
            %s""".formatted(
            MeasureWriter.CHANGE.formatted("changed"), MeasureWriter.ADD.formatted("added"), MeasureWriter.PROMISE);
    private static final String LIST = """
            access.share_list(:id, array_append(:people::uuid[], (select g.author_id from goal.goal g where g.id = :id)),
                              :leaders, :roles)""";
    private final JdbcClient db;
    private final ObjectMapper json;

    GoalRewriter(JdbcClient db, ObjectMapper json) {
        this.db = db;
        this.json = json;
    }

    /**
     * What becomes of the goal's measures.
     *
     * @param order all that stay, in their order; a place alone is no new version
     * @param deleted those of a draft that leave no trace
     * @param cancelled those of an active goal that are kept for the record
     * @param promises the targets to be kept from today on
     */
    record MeasureRows(
            List<UUID> order,
            List<MeasureWriter.Row> changed,
            List<MeasureWriter.Row> added,
            List<UUID> deleted,
            List<UUID> cancelled,
            List<MeasureWriter.Promise> promises) {}

    /** @param after the goal as it is to be, but for its owner, lead, teams and contributors, which {@code content} says */
    void write(Goal after, GoalContent content, UUID lead, MeasureRows measures, LocalDate today) {
        db.sql(REWRITE)
                .param("id", after.id())
                .param("title", after.title())
                .param("why", after.why())
                .param("level", after.level().name())
                .param("horizon", after.horizon().name())
                .param("ambition", after.ambition().name())
                .param("team", content.ownerTeamId())
                .param("person", content.ownerPersonId())
                .param("lead", lead)
                .param("cycle", content.cycleId())
                .param("startsOn", after.startsOn())
                .param("endsOn", after.endsOn())
                .param("visibility", after.visibility().name())
                .param("state", after.state().name())
                .param("activatedOn", after.activatedOn())
                .param("keyKind", after.key().kind().key())
                .param("keyId", after.key().id())
                .param("teams", Placement.distinct(content.sharedTeamIds()))
                .param("people", Placement.distinct(content.contributorIds()))
                .param("deleted", measures.deleted().toArray(UUID[]::new))
                .param("cancelled", measures.cancelled().toArray(UUID[]::new))
                .param("kept", measures.order().toArray(UUID[]::new))
                .param(
                        "changedIds",
                        measures.changed().stream().map(MeasureWriter.Row::id).toArray(UUID[]::new))
                .param("changed", json.writeValueAsString(measures.changed()))
                .param("added", json.writeValueAsString(measures.added()))
                .param("promises", json.writeValueAsString(measures.promises()))
                .param("from", today)
                .param("by", Viewing.personId())
                .update();
    }

    /** Who is on a list that is only now the goal's key, so that the goal can be written under it. */
    void list(Goal before, Goal after, GoalContent content, UUID lead) {
        if (isNewList(before, after)) {
            share(db.sql("select " + LIST), after, content, lead);
        }
    }

    private static boolean isNewList(Goal before, Goal after) {
        return after.key().kind() == Audience.Kind.LIST && !after.key().equals(before.key());
    }

    /** Who reads it from now on: the people of its list, and its key on all that hangs from it; one statement, or none. */
    void open(Goal before, Goal after, GoalContent content, UUID lead) {
        List<String> doors = new ArrayList<>();
        boolean listed = before.state() == GoalStatus.DRAFT || after.key().kind() == Audience.Kind.LIST;
        if (listed && !isNewList(before, after) && !isSameList(before, after, content, lead)) {
            doors.add(LIST);
        }
        if (!after.key().equals(before.key())) {
            doors.add("goal.restamp(:id)");
        }
        if (!doors.isEmpty()) {
            share(db.sql("select " + String.join(", ", doors)), after, content, lead);
        }
    }

    /** What a list is made of, but for the author, who stays. */
    private static boolean isSameList(Goal before, Goal after, GoalContent content, UUID lead) {
        GoalContent was = GoalContent.of(before);
        return before.state() == after.state()
                && before.visibility() == after.visibility()
                && Objects.equals(was.ownerTeamId(), content.ownerTeamId())
                && Set.of(GoalWriter.people(was, before.lead().id(), null))
                        .equals(Set.of(GoalWriter.people(content, lead, null)));
    }

    private static void share(JdbcClient.StatementSpec doors, Goal after, GoalContent content, UUID lead) {
        UUID team = content.ownerTeamId();
        boolean withHr = after.visibility() == Visibility.RESTRICTED_LIST && after.state() != GoalStatus.DRAFT;
        doors.param("id", after.id())
                .param("people", GoalWriter.people(content, lead, null))
                .param("leaders", team == null ? new UUID[0] : new UUID[] {team})
                .param("roles", withHr ? new String[] {Role.HR.name()} : new String[0])
                .query((row, n) -> n)
                .list();
    }
}
