package io.cairn.goal;

import io.cairn.kernel.Page;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Lists of goals: filtered, ordered and paged by the database over stored figures, four statements whatever their size. */
@Component
@Transactional(readOnly = true)
public class GoalSearch {
    private static final TypeReference<List<Tally>> TALLIES = new TypeReference<>() {};
    private static final String WHERE = """

            where g.framework <> all ((select framework.unused())::text[])
              and (:framework::text is null or g.framework = :framework)
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
            """;
    private static final String TALLY = """
            select json_agg(counted)::text
              from (select coalesce(g.owner_team_id, g.owner_person_id) as "ownerId", g.cycle_id as "cycleId", g.state, g.pace,
                           g.health, g.ahead, count(*) as goals
                      from goal.goal g
            """ + WHERE + " group by 1, 2, 3, 4, 5, 6) as counted";

    private final JdbcClient db;
    private final GoalReader reader;
    private final ObjectMapper json;

    GoalSearch(JdbcClient db, GoalReader reader, ObjectMapper json) {
        this.json = json;
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

        public Wanted ofFramework(String newFramework) {
            return with(newFramework, cycles, teams, withTeamsBelow, person, states, healths);
        }

        public Wanted inCycles(List<UUID> newCycles) {
            return with(framework, newCycles, teams, withTeamsBelow, person, states, healths);
        }

        public Wanted ofTeams(List<UUID> newTeams, boolean below) {
            return with(framework, cycles, newTeams, below, person, states, healths);
        }

        public Wanted ofPerson(UUID newPerson) {
            return with(framework, cycles, teams, withTeamsBelow, newPerson, states, healths);
        }

        public Wanted inStates(GoalStatus... newStates) {
            return with(framework, cycles, teams, withTeamsBelow, person, List.of(newStates), healths);
        }

        public Wanted faring(Health... newHealths) {
            return with(framework, cycles, teams, withTeamsBelow, person, states, List.of(newHealths));
        }

        private Wanted with(
                @Nullable String newFramework,
                List<UUID> newCycles,
                List<UUID> newTeams,
                boolean below,
                @Nullable UUID newPerson,
                List<GoalStatus> newStates,
                List<Health> newHealths) {
            return new Wanted(
                    newFramework,
                    kind,
                    newCycles,
                    newTeams,
                    below,
                    lead,
                    ownerPerson,
                    newPerson,
                    newStates,
                    newHealths,
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

    /** How a page of goals is ordered; ties by when they were written. */
    public enum Order {
        TEAM("By team", "enclosing desc, owner_name, g.id"),
        HEALTH(
                "Worst first",
                "array_position(array['OFF_TRACK', 'AT_RISK', 'ON_TRACK'], g.health), g.progress - g.expected, g.id"),
        PROGRESS("Least progress first", "g.progress nulls last, g.id"),
        DUE("Due first", "g.ends_on nulls last, g.id"),
        TITLE("By title", "lower(g.title), g.id");

        private final String label;
        private final String columns;

        Order(String label, String columns) {
            this.label = label;
            this.columns = columns;
        }

        public String label() {
            return label;
        }
    }

    /** One page of a list, whether there are more, and how all of them fare whatever the page. */
    public record Part(List<Goal> goals, boolean more, List<Tally> tallies) {}

    /** How many goals of one owner fare alike. */
    public record Tally(
            UUID ownerId,
            @Nullable UUID cycleId,
            GoalStatus state,
            @Nullable Pace pace,
            @Nullable Health health,
            boolean ahead,
            int goals) {}

    private record Row(Goal goal, String tallies) {}

    /**
     * A page in some order, counted from 0, in two statements; goals without their links. Ordered by team, goals of cycles
     * other than {@code ofCycle} stand before its own.
     */
    public Part page(Wanted wanted, Order order, @Nullable UUID ofCycle, int page, int size) {
        List<Row> rows = given(
                        db.sql(GoalReader.COLUMNS
                                + ", (:ofCycle::uuid is not null and g.cycle_id <> :ofCycle) as enclosing, ("
                                + TALLY
                                + ") as tallies "
                                + GoalReader.FROM
                                + WHERE
                                + " order by "
                                + order.columns
                                + " limit :most offset :skipped"),
                        wanted)
                .param("ofCycle", ofCycle)
                .param("most", size + 1)
                .param("skipped", (long) page * size)
                .query((row, number) -> new Row(reader.goal(row, number), row.getString("tallies")))
                .list();
        List<Goal> goals = rows.stream().limit(size).map(Row::goal).toList();
        return new Part(
                reader.measured(goals),
                rows.size() > size,
                rows.isEmpty() ? List.of() : json.readValue(rows.getFirst().tallies(), TALLIES));
    }

    /** Somebody who leads a team, or goals of the cycles that were asked for, or both. */
    public record Leader(UUID id, String name, boolean leadsGoals) {}

    /** By name. */
    public List<Leader> leaders(List<UUID> cycles) {
        return db.sql("""
                select p.id, p.name,
                       exists (select 1 from goal.goal g where g.lead_id = p.id and g.cycle_id = any (:cycles)) as leads_goals
                  from organization.person p
                 where exists (select 1 from goal.goal g where g.lead_id = p.id and g.cycle_id = any (:cycles))
                    or exists (select 1 from organization.team t where t.leader_id = p.id)
                 order by p.name, p.id
                """)
                .param("cycles", cycles.toArray(UUID[]::new))
                .query(Leader.class)
                .list();
    }

    private List<UUID> ids(Wanted wanted, int most, @Nullable UUID after) {
        return given(
                        db.sql("select g.id from goal.goal g" + WHERE
                                + " and (:after::uuid is null or g.id > :after) order by g.id limit :most"),
                        wanted)
                .param("after", after)
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    private static JdbcClient.StatementSpec given(JdbcClient.StatementSpec statement, Wanted wanted) {
        return statement
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
                .param("q", wanted.q() == null ? null : "%" + escaped(wanted.q()) + "%");
    }

    private static String[] names(List<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).toArray(String[]::new);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
