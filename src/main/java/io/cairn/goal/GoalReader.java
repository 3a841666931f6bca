package io.cairn.goal;

import io.cairn.access.Audience;
import io.cairn.access.Viewing;
import io.cairn.framework.Framework;
import io.cairn.framework.Frameworks;
import io.cairn.framework.Visibility;
import io.cairn.kernel.Decimals;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Ids;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Reads goals whole: three statements, however many there are. Row security leaves out what the viewer may not see. */
@Component
class GoalReader {
    private static final TypeReference<List<Goal.Guardrail>> GUARDRAILS = new TypeReference<>() {};
    private static final TypeReference<List<Ref>> REFS = new TypeReference<>() {};

    /** What the viewer leads, directly or from above; part of each goal's row so that rights need no query of their own. */
    static final String LED = """
            exists (select 1 from organization.team_line l join organization.team t on t.id = l.above_id
                     where l.team_id = g.owner_team_id and t.leader_id = access.person())""";

    static final String COLUMNS = """
            select g.id, g.framework, g.kind, g.title, g.why, g.state, g.level, g.horizon, g.ambition, g.visibility,
                   g.progress_mode, g.owner_team_id, g.owner_person_id, g.lead_id, g.starts_on, g.ends_on, g.progress,
                   g.expected, g.pace, g.health, g.ahead, g.overdue, g.stale, g.no_data, g.suggested_grade, g.achieved,
                   g.weakest_measure_id, g.activated_on, g.figures_on, g.state_reason, g.version, g.audience_kind,
                   g.audience_id, g.held_on, c.cadence, %s as led,
                   coalesce(ot.name, op.name) as owner_name, lead.name as lead_name,
                   c.id as cycle_id, c.name as cycle_name, c.starts_on as cycle_starts_on, c.ends_on as cycle_ends_on,
                   coalesce((select json_agg(json_build_object('id', t.id, 'name', t.name) order by t.name, t.id)
                               from goal.shared_team s join organization.team t on t.id = s.team_id
                              where s.goal_id = g.id), '[]')::text as shared_teams,
                   coalesce((select json_agg(json_build_object('id', p.id, 'name', p.name) order by p.name, p.id)
                               from goal.contributor s join organization.person p on p.id = s.person_id
                              where s.goal_id = g.id), '[]')::text as contributors,
                   coalesce((select json_agg(json_build_object('id', x.id, 'name', x.name, 'status', x.judged)
                                             order by x.name, x.id)
                               from goal.guardrail s join metric.metric x on x.id = s.metric_id
                              where s.goal_id = g.id), '[]')::text as guardrails
            """.formatted(LED);

    static final String FROM = """
            from goal.goal g
            left join organization.team ot on ot.id = g.owner_team_id
            left join organization.person op on op.id = g.owner_person_id
            join organization.person lead on lead.id = g.lead_id
            left join cycle.cycle c on c.id = g.cycle_id
            """;

    /** Weaker than {@code for update}, which would wait for links that other transactions are making to the goal. */
    private static final String LOCK = "for no key update of g";

    private final JdbcClient db;
    private final ObjectMapper json;
    private final MeasureReader measures;
    private final Frameworks frameworks;

    GoalReader(JdbcClient db, ObjectMapper json, MeasureReader measures, Frameworks frameworks) {
        this.frameworks = frameworks;
        this.db = db;
        this.json = json;
        this.measures = measures;
    }

    Goal one(UUID goal) {
        List<Goal> found = read(List.of(goal));
        if (found.isEmpty()) {
            throw GeneralProblem.NOT_FOUND.exception();
        }
        return found.getFirst();
    }

    /** The goal with its links; one statement. */
    Goal linked(Goal goal) {
        Links links = links(List.of(goal.id()));
        return goal.with(
                goal.measures(),
                links.parents().getOrDefault(goal.id(), List.of()),
                links.children().getOrDefault(goal.id(), List.of()));
    }

    /**
     * The goal with its measures, locked until the transaction ends, so that two writers see each other's figures.
     *
     * @throws io.cairn.kernel.ProblemException NOT_FOUND unseen, NOT_ALLOWED seen by somebody whose duty is only to read it
     */
    Goal locked(UUID goal) {
        Goal row = rows(List.of(goal), LOCK).stream().findFirst().orElseThrow(() -> unlocked(goal));
        return row.with(measures.ofGoals(List.of(goal)).getOrDefault(goal, List.of()), List.of(), List.of());
    }

    /** Several goals locked in the order of their ids, as everybody locks them, with their measures; two statements. */
    Map<UUID, Goal> lockedAll(Collection<UUID> ids) {
        return measured(rows(ids, "order by g.id " + LOCK)).stream()
                .collect(Collectors.toMap(Goal::id, Function.identity()));
    }

    /** The running goals with a measure that follows one of these metrics, or that it guards, locked in the same way. */
    List<Goal> lockedOn(Collection<UUID> metrics) {
        return measured(db.sql(COLUMNS + FROM + """
                         where g.state in ('ACTIVE', 'ON_HOLD', 'SCORING')
                           and (exists (select 1 from goal.measure m
                                         where m.goal_id = g.id and m.metric_id = any (:metrics::uuid[]) and not m.cancelled)
                                or exists (select 1 from goal.guardrail r
                                            where r.goal_id = g.id and r.metric_id = any (:metrics::uuid[])))
                         order by g.id
                        """ + LOCK)
                .param("metrics", Ids.array(metrics))
                .query(this::goal)
                .list());
    }

    /**
     * A locked goal.
     *
     * @param written its measures as they were written down
     */
    record Locked(Goal goal, List<MeasureReader.Written> written) {}

    /** The same with what of its measures is stored otherwise than it is read. */
    Locked lockedWhole(UUID goal) {
        return lockedWhole(List.of(goal)).getFirst();
    }

    /** Many of them, locked in the order of their ids, in the order that is asked for; two statements. */
    List<Locked> lockedWhole(List<UUID> goals) {
        Map<UUID, Goal> found =
                rows(goals, "order by g.id " + LOCK).stream().collect(Collectors.toMap(Goal::id, Function.identity()));
        Map<UUID, List<MeasureReader.Written>> written = measures.written(goals);
        return goals.stream()
                .map(id -> whole(found.get(id), written.getOrDefault(id, List.of())))
                .toList();
    }

    private static Locked whole(@Nullable Goal row, List<MeasureReader.Written> written) {
        if (row == null) {
            throw GeneralProblem.NOT_FOUND.exception();
        }
        return new Locked(
                row.with(written.stream().map(MeasureReader.Written::measure).toList(), List.of(), List.of()), written);
    }

    /** The goal of that measure, locked in the same way. */
    Goal lockedOf(UUID measure) {
        String ofMeasure = " where g.id = (select m.goal_id from goal.measure m where m.id = :measure) ";
        Goal row = db.sql(COLUMNS + FROM + ofMeasure + LOCK)
                .param("measure", measure)
                .query(this::goal)
                .optional()
                .orElseThrow(() -> unlocked(measures.one(measure).goalId()));
        return measured(List.of(row)).getFirst();
    }

    /** Row security hides from a lock what may be read and not written. */
    private ProblemException unlocked(UUID goal) {
        one(goal);
        return GeneralProblem.NOT_ALLOWED.exception();
    }

    /** The open goals whose figures hold for an earlier day, locked, in id order; at most {@code most}. */
    List<Goal> outdated(LocalDate today, int most) {
        List<UUID> ids = db.sql("""
                select g.id from goal.goal g
                 where g.state in ('ACTIVE', 'ON_HOLD', 'SCORING') and g.figures_on < :today
                 order by g.id
                 limit :most
                   for update
                """)
                .param("today", today)
                .param("most", most)
                .query(UUID.class)
                .list();
        Map<UUID, List<Measure>> measured = measures.ofGoals(ids);
        return rows(ids, "").stream()
                .map(goal -> goal.with(measured.getOrDefault(goal.id(), List.of()), List.of(), List.of()))
                .toList();
    }

    /** The same without links, which cost a statement. */
    List<Goal> readUnlinked(List<UUID> ids) {
        Map<UUID, List<Measure>> measured = measures.ofGoals(ids);
        return rows(ids, "").stream()
                .map(goal -> goal.with(measured.getOrDefault(goal.id(), List.of()), List.of(), List.of()))
                .toList();
    }

    /** In the order of the ids; those the viewer may not see are left out. */
    List<Goal> read(List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, Goal> goals = new HashMap<>();
        rows(ids, "").forEach(goal -> goals.put(goal.id(), goal));
        Map<UUID, List<Measure>> measured = measures.ofGoals(ids);
        Links links = links(ids);
        return ids.stream()
                .map(goals::get)
                .filter(Objects::nonNull)
                .map(goal -> goal.with(
                        measured.getOrDefault(goal.id(), List.of()),
                        links.parents().getOrDefault(goal.id(), List.of()),
                        links.children().getOrDefault(goal.id(), List.of())))
                .toList();
    }

    private List<Goal> rows(Collection<UUID> ids, String lock) {
        return db.sql(COLUMNS + FROM + " where g.id = any (:ids) " + lock)
                .param("ids", ids.toArray(UUID[]::new))
                .query(this::goal)
                .list();
    }

    /** The goals that another statement of {@link #COLUMNS} found, with their measures and without their links. */
    List<Goal> measured(List<Goal> found) {
        Map<UUID, List<Measure>> measured = found.isEmpty()
                ? Map.of()
                : measures.ofGoals(found.stream().map(Goal::id).toList());
        return found.stream()
                .map(goal -> goal.with(measured.getOrDefault(goal.id(), List.of()), List.of(), List.of()))
                .toList();
    }

    Goal goal(ResultSet row, int number) throws SQLException {
        UUID team = row.getObject("owner_team_id", UUID.class);
        UUID person = row.getObject("owner_person_id", UUID.class);
        UUID lead = row.getObject("lead_id", UUID.class);
        UUID cycle = row.getObject("cycle_id", UUID.class);
        BigDecimal grade = row.getBigDecimal("suggested_grade");
        Framework framework = frameworks.of(row.getString("framework"));
        return new Goal(
                row.getObject("id", UUID.class),
                row.getString("framework"),
                row.getString("kind"),
                row.getString("title"),
                row.getString("why"),
                GoalStatus.valueOf(row.getString("state")),
                GoalLevel.valueOf(row.getString("level")),
                Horizon.valueOf(row.getString("horizon")),
                Ambition.valueOf(row.getString("ambition")),
                Visibility.valueOf(row.getString("visibility")),
                ProgressMode.valueOf(row.getString("progress_mode")),
                new Goal.Owner(
                        team != null ? "team" : "person", team != null ? team : person, row.getString("owner_name")),
                new Ref(lead, row.getString("lead_name")),
                json.readValue(row.getString("shared_teams"), REFS),
                json.readValue(row.getString("contributors"), REFS),
                cycle == null
                        ? null
                        : new Goal.CycleRef(
                                cycle,
                                row.getString("cycle_name"),
                                row.getObject("cycle_starts_on", LocalDate.class),
                                row.getObject("cycle_ends_on", LocalDate.class)),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getBigDecimal("progress"),
                row.getBigDecimal("expected"),
                optional(Pace.class, row.getString("pace")),
                optional(Health.class, row.getString("health")),
                row.getBoolean("ahead"),
                row.getBoolean("overdue"),
                row.getBoolean("stale"),
                row.getBoolean("no_data"),
                grade,
                row.getBoolean("achieved"),
                row.getObject("weakest_measure_id", UUID.class),
                row.getObject("activated_on", LocalDate.class),
                row.getObject("figures_on", LocalDate.class),
                row.getString("state_reason"),
                List.of(),
                List.of(),
                List.of(),
                row.getInt("version"),
                row.getObject("held_on", LocalDate.class),
                cadenceDays(row.getString("cadence")),
                framework.noDataIsZero(),
                !framework.governed() && mayEdit(lead, person, row.getBoolean("led")),
                Audience.of(row.getString("audience_kind"), row.getObject("audience_id", UUID.class)),
                json.readValue(row.getString("guardrails"), GUARDRAILS));
    }

    /** The goal's lead, the leader of the owning team or above, the champion, executives; the person of an individual goal. */
    static boolean mayEdit(UUID lead, @Nullable UUID ownerPerson, boolean led) {
        Viewer viewer = Viewing.viewer().orElse(null);
        return viewer == null
                ? Viewing.subject() != null
                : led
                        || viewer.id().equals(lead)
                        || viewer.id().equals(ownerPerson)
                        || viewer.isAny(Role.EXEC, Role.CHAMP);
    }

    static int cadenceDays(@Nullable String cadence) {
        return switch (cadence) {
            case "BIWEEKLY" -> 14;
            case "MONTHLY" -> 30;
            case null, default -> 7;
        };
    }

    private record Links(Map<UUID, List<Goal.Linked>> parents, Map<UUID, List<Goal.Linked>> children) {}

    private Links links(Collection<UUID> ids) {
        Map<UUID, List<Goal.Linked>> parents = new HashMap<>();
        Map<UUID, List<Goal.Linked>> children = new HashMap<>();
        db.sql("""
                select l.child_id as near, true as up, g.id, g.title, g.health, g.state, l.kind, l.rollup, l.share, l.weight,
                       l.measure_id
                  from goal.link l join goal.goal g on g.id = l.parent_id
                 where l.child_id = any (:ids)
                 union all
                select l.parent_id, false, g.id, g.title, g.health, g.state, l.kind, l.rollup, l.share, l.weight, l.measure_id
                  from goal.link l join goal.goal g on g.id = l.child_id
                 where l.parent_id = any (:ids)
                 order by title, id
                """).param("ids", ids.toArray(UUID[]::new)).query(row -> {
            Map<UUID, List<Goal.Linked>> side = row.getBoolean("up") ? parents : children;
            side.computeIfAbsent(row.getObject("near", UUID.class), near -> new ArrayList<>())
                    .add(linked(row));
        });
        return new Links(parents, children);
    }

    private static Goal.Linked linked(ResultSet row) throws SQLException {
        return new Goal.Linked(
                row.getObject("id", UUID.class),
                row.getString("title"),
                LinkKind.valueOf(row.getString("kind")),
                optional(Health.class, row.getString("health")),
                GoalStatus.valueOf(row.getString("state")),
                row.getBoolean("rollup"),
                Decimals.plain(row.getBigDecimal("share")),
                Decimals.plain(row.getBigDecimal("weight")),
                row.getObject("measure_id", UUID.class));
    }

    static <E extends Enum<E>> @Nullable E optional(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }
}
