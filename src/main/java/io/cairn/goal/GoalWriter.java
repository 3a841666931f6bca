package io.cairn.goal;

import io.cairn.access.Audience;
import io.cairn.framework.Framework;
import io.cairn.framework.Visibility;
import io.cairn.kernel.Ids;
import io.cairn.kernel.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** Writes goals and stamps what hangs from them with their key. */
@Component
class GoalWriter {
    private final JdbcClient db;
    private final MeasureWriter measures;
    private final ObjectMapper json;

    GoalWriter(JdbcClient db, MeasureWriter measures, ObjectMapper json) {
        this.db = db;
        this.measures = measures;
        this.json = json;
    }

    /** @param activatedOn null for a draft */
    record Fresh(
            UUID id,
            GoalContent content,
            Framework framework,
            Placement.Found found,
            UUID lead,
            @Nullable UUID author,
            @Nullable LocalDate activatedOn) {

        Audience key() {
            return activatedOn == null
                    ? Audience.list(id)
                    : Goals.activeAudience(visibility(content, framework), content, id);
        }

        private List<MeasureWriter.Row> measures() {
            List<MeasureContent> contents = content.measuresOrNone();
            return IntStream.range(0, contents.size())
                    .mapToObj(i -> MeasureWriter.Row.of(Ids.next(), id, i, contents.get(i), key()))
                    .toList();
        }

        private List<MeasureWriter.Promise> promises(List<MeasureWriter.Row> rows) {
            return activatedOn == null
                    ? List.of()
                    : IntStream.range(0, rows.size())
                            .mapToObj(i -> MeasureWriter.Promise.of(
                                    rows.get(i).id(),
                                    content.measuresOrNone().get(i).terms()))
                            .toList();
        }
    }

    private static final String INSERT = """
            with shared as (
                insert into goal.shared_team (goal_id, team_id, audience_kind, audience_id)
                select :id, t, :keyKind, :keyId from unnest(:teams) as t),
            contributing as (
                insert into goal.contributor (goal_id, person_id, audience_kind, audience_id)
                select :id, p, :keyKind, :keyId from unnest(:people) as p),
            written as (
                insert into goal.goal (id, framework, kind, title, why, state, level, horizon, ambition, owner_team_id,
                                       owner_person_id, lead_id, author_id, cycle_id, starts_on, ends_on, activated_on,
                                       payable, visibility, audience_kind, audience_id)
                values (:id, :framework, :kind, :title, :why, :state, :level, :horizon, :ambition, :team,
                        :person, :lead, :author, :cycle, :startsOn, :endsOn, :from,
                        :payable, :visibility, :keyKind, :keyId)),
            added as (
            %s)
            %s""".formatted(MeasureWriter.ADD.formatted("added"), MeasureWriter.PROMISE);

    /** A goal with all that hangs from it; two statements. */
    void insert(Fresh fresh) {
        UUID id = fresh.id();
        GoalContent content = fresh.content();
        Framework framework = fresh.framework();
        Placement.Found found = fresh.found();
        Audience key = fresh.key();
        List<MeasureWriter.Row> rows = fresh.measures();
        boolean restricted =
                fresh.activatedOn() != null && visibility(content, framework) == Visibility.RESTRICTED_LIST;
        share(id, people(content, fresh.lead(), fresh.author()), content.ownerTeamId(), restricted);
        db.sql(INSERT)
                .param("id", id)
                .param("framework", framework.key())
                .param("kind", content.kind() == null ? framework.kinds().getFirst() : content.kind())
                .param("title", Objects.requireNonNullElse(content.title(), "").strip())
                .param("why", Objects.requireNonNullElse(content.why(), "").strip())
                .param("level", level(content).name())
                .param(
                        "horizon",
                        Objects.requireNonNullElse(content.horizon(), Horizon.TACTICAL)
                                .name())
                .param(
                        "ambition",
                        Objects.requireNonNullElse(content.ambition(), Ambition.ASPIRATIONAL)
                                .name())
                .param("team", content.ownerTeamId())
                .param("person", content.ownerPersonId())
                .param("lead", fresh.lead())
                .param("author", fresh.author())
                .param("cycle", content.cycleId())
                .param("startsOn", startsOn(content, found))
                .param("endsOn", endsOn(content, found))
                .param("payable", framework.compensation().payable())
                .param("visibility", visibility(content, framework).name())
                .param("keyKind", key.kind().key())
                .param("keyId", key.id())
                .param("state", (fresh.activatedOn() == null ? GoalStatus.DRAFT : GoalStatus.ACTIVE).name())
                .param("from", fresh.activatedOn())
                .param("by", fresh.author())
                .param("teams", Placement.distinct(content.sharedTeamIds()))
                .param("people", Placement.distinct(content.contributorIds()))
                .param("added", json.writeValueAsString(rows))
                .param("promises", json.writeValueAsString(fresh.promises(rows)))
                .update();
    }

    /** Stamps the goal with its framework's audience; a restricted list also holds HR from then on. */
    void activate(Goal draft, Audience key, LocalDate today) {
        if (key.kind() == Audience.Kind.LIST) {
            share(
                    draft.withState(GoalStatus.ACTIVE),
                    GoalContent.of(draft),
                    draft.lead().id());
        }
        db.sql("""
                update goal.goal
                   set state = 'ACTIVE', activated_on = :today, audience_kind = :keyKind, audience_id = :keyId,
                       version = version + 1
                 where id = :id
                """)
                .param("id", draft.id())
                .param("today", today)
                .param("keyKind", key.kind().key())
                .param("keyId", key.id())
                .update();
        restamp(draft.id());
        measures.rememberTargets(draft, key, today);
    }

    void state(Goal goal, GoalStatus state, @Nullable String reason, @Nullable LocalDate heldOn) {
        db.sql("""
                update goal.goal set state = :state, state_reason = :reason, held_on = :heldOn, version = version + 1
                 where id = :id
                """)
                .param("id", goal.id())
                .param("state", state.name())
                .param("reason", reason)
                .param("heldOn", heldOn)
                .update();
    }

    void delete(UUID goal) {
        db.sql("delete from goal.goal where id = :id").param("id", goal).update();
    }

    private void restamp(UUID goal) {
        db.sql("select goal.restamp(:goal)")
                .param("goal", goal)
                .query((row, n) -> n)
                .list();
    }

    private void share(Goal goal, GoalContent content, UUID lead) {
        UUID author = db.sql("select author_id from goal.goal where id = :goal")
                .param("goal", goal.id())
                .query(UUID.class)
                .optional()
                .orElse(null);
        Visibility visibility = Objects.requireNonNullElse(content.audience(), goal.visibility());
        boolean restricted = visibility == Visibility.RESTRICTED_LIST && goal.state() != GoalStatus.DRAFT;
        share(goal.id(), people(content, lead, author), content.ownerTeamId(), restricted);
    }

    private void share(UUID list, UUID[] people, @Nullable UUID leaderOf, boolean withHr) {
        db.sql("select access.share_list(:list, :people, :leaders, :roles)")
                .param("list", list)
                .param("people", people)
                .param("leaders", leaderOf == null ? new UUID[0] : new UUID[] {leaderOf})
                .param("roles", withHr ? new String[] {Role.HR.name()} : new String[0])
                .query((row, n) -> n)
                .list();
    }

    static UUID[] people(GoalContent content, UUID lead, @Nullable UUID author) {
        return Stream.concat(
                        Stream.of(Placement.distinct(content.contributorIds())),
                        Stream.of(new UUID[] {lead, author, content.ownerPersonId()}))
                .filter(Objects::nonNull)
                .distinct()
                .toArray(UUID[]::new);
    }

    static GoalLevel level(GoalContent content) {
        if (content.level() != null) {
            return content.level();
        }
        return content.ownerPersonId() != null ? GoalLevel.INDIVIDUAL : GoalLevel.TEAM;
    }

    static Visibility visibility(GoalContent content, Framework framework) {
        return Objects.requireNonNullElse(content.audience(), framework.visibility());
    }

    static @Nullable LocalDate startsOn(GoalContent content, Placement.Found found) {
        return content.startsOn() != null ? content.startsOn() : found.cycleStartsOn();
    }

    static @Nullable LocalDate endsOn(GoalContent content, Placement.Found found) {
        return content.endsOn() != null ? content.endsOn() : found.cycleEndsOn();
    }
}
