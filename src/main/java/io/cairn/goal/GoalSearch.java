package io.cairn.goal;

import io.cairn.kernel.Page;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists of goals: filtered and paged by the database over stored figures, four statements whatever their size. */
@Component
@Transactional(readOnly = true)
public class GoalSearch {
    private final JdbcClient db;
    private final GoalReader reader;

    GoalSearch(JdbcClient db, GoalReader reader) {
        this.db = db;
        this.reader = reader;
    }

    /**
     * Which goals are wanted; null and empty lists mean any.
     *
     * @param teams owned by one of these teams or shared with it
     * @param withTeamsBelow also those of the teams below
     * @param person who leads, owns or contributes
     * @param q part of the title or the why, in any case
     */
    public record Wanted(
            @Nullable String framework,
            @Nullable String kind,
            List<UUID> cycles,
            List<UUID> teams,
            boolean withTeamsBelow,
            @Nullable UUID lead,
            @Nullable UUID ownerPerson,
            @Nullable UUID person,
            List<GoalStatus> states,
            List<Health> healths,
            List<GoalLevel> levels,
            @Nullable Horizon horizon,
            @Nullable Ambition ambition,
            @Nullable Boolean stale,
            @Nullable Boolean overdue,
            @Nullable String q) {

        public static final Wanted ANY = new Wanted(
                null, null, List.of(), List.of(), false, null, null, null, List.of(), List.of(), List.of(), null, null,
                null, null, null);

        public Wanted inCycles(List<UUID> newCycles) {
            return new Wanted(
                    framework,
                    kind,
                    newCycles,
                    teams,
                    withTeamsBelow,
                    lead,
                    ownerPerson,
                    person,
                    states,
                    healths,
                    levels,
                    horizon,
                    ambition,
                    stale,
                    overdue,
                    q);
        }

        public Wanted ofTeams(List<UUID> newTeams, boolean below) {
            return new Wanted(
                    framework,
                    kind,
                    cycles,
                    newTeams,
                    below,
                    lead,
                    ownerPerson,
                    person,
                    states,
                    healths,
                    levels,
                    horizon,
                    ambition,
                    stale,
                    overdue,
                    q);
        }

        public Wanted ofPerson(UUID newPerson) {
            return new Wanted(
                    framework,
                    kind,
                    cycles,
                    teams,
                    withTeamsBelow,
                    lead,
                    ownerPerson,
                    newPerson,
                    states,
                    healths,
                    levels,
                    horizon,
                    ambition,
                    stale,
                    overdue,
                    q);
        }

        public Wanted inStates(GoalStatus... newStates) {
            return new Wanted(
                    framework,
                    kind,
                    cycles,
                    teams,
                    withTeamsBelow,
                    lead,
                    ownerPerson,
                    person,
                    List.of(newStates),
                    healths,
                    levels,
                    horizon,
                    ambition,
                    stale,
                    overdue,
                    q);
        }

        public Wanted faring(Health... newHealths) {
            return new Wanted(
                    framework,
                    kind,
                    cycles,
                    teams,
                    withTeamsBelow,
                    lead,
                    ownerPerson,
                    person,
                    states,
                    List.of(newHealths),
                    levels,
                    horizon,
                    ambition,
                    stale,
                    overdue,
                    q);
        }
    }

    /** In the order they were written. */
    public Page<Goal> find(Wanted wanted, int limit, @Nullable UUID after) {
        List<UUID> ids = ids(wanted, limit + 1, after);
        Page<UUID> page = Page.of(ids, limit, UUID::toString);
        return new Page<>(reader.read(page.items()), page.nextCursor());
    }

    private List<UUID> ids(Wanted wanted, int most, @Nullable UUID after) {
        return db.sql("""
                select g.id
                  from goal.goal g
                 where (:framework::text is null or g.framework = :framework)
                   and (:kind::text is null or g.kind = :kind)
                   and (cardinality(:cycles::uuid[]) = 0 or g.cycle_id = any (:cycles))
                   and (cardinality(:teams::uuid[]) = 0
                        or g.owner_team_id = any (:teams)
                        or exists (select 1 from goal.shared_team s where s.goal_id = g.id and s.team_id = any (:teams))
                        or (:below and exists (select 1 from organization.team_line l
                                                where l.team_id = g.owner_team_id and l.above_id = any (:teams))))
                   and (:lead::uuid is null or g.lead_id = :lead)
                   and (:ownerPerson::uuid is null or g.owner_person_id = :ownerPerson)
                   and (:person::uuid is null
                        or g.lead_id = :person or g.owner_person_id = :person
                        or exists (select 1 from goal.contributor c where c.goal_id = g.id and c.person_id = :person)
                        or exists (select 1 from goal.measure m
                                    where m.goal_id = g.id and m.owner_id = :person and not m.cancelled))
                   and (cardinality(:states::text[]) = 0 or g.state = any (:states))
                   and (cardinality(:healths::text[]) = 0 or g.health = any (:healths))
                   and (cardinality(:levels::text[]) = 0 or g.level = any (:levels))
                   and (:horizon::text is null or g.horizon = :horizon)
                   and (:ambition::text is null or g.ambition = :ambition)
                   and (:stale::boolean is null or g.stale = :stale)
                   and (:overdue::boolean is null or g.overdue = :overdue)
                   and (:q::text is null or g.title ilike :q or g.why ilike :q)
                   and (:after::uuid is null or g.id > :after)
                 order by g.id
                 limit :most
                """)
                .param("framework", wanted.framework())
                .param("kind", wanted.kind())
                .param("cycles", wanted.cycles().toArray(UUID[]::new))
                .param("teams", wanted.teams().toArray(UUID[]::new))
                .param("below", wanted.withTeamsBelow())
                .param("lead", wanted.lead())
                .param("ownerPerson", wanted.ownerPerson())
                .param("person", wanted.person())
                .param("states", names(wanted.states()))
                .param("healths", names(wanted.healths()))
                .param("levels", names(wanted.levels()))
                .param(
                        "horizon",
                        wanted.horizon() == null ? null : wanted.horizon().name())
                .param(
                        "ambition",
                        wanted.ambition() == null ? null : wanted.ambition().name())
                .param("stale", wanted.stale())
                .param("overdue", wanted.overdue())
                .param("q", wanted.q() == null ? null : "%" + escaped(wanted.q()) + "%")
                .param("after", after)
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    private static String[] names(List<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).toArray(String[]::new);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
