package io.cairn.goal;

import io.cairn.kernel.Comparator;
import io.cairn.kernel.Decimals;
import io.cairn.kernel.GeneralProblem;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Reads measures with their owner's name. */
@Component
class MeasureReader {
    private static final TypeReference<List<Milestone>> MILESTONES = new TypeReference<>() {};
    private static final TypeReference<Map<String, BigDecimal>> DONE = new TypeReference<>() {};
    private static final TypeReference<List<Level>> LEVELS = new TypeReference<>() {};
    private static final TypeReference<List<Target>> TARGETS = new TypeReference<>() {};
    private static final TypeReference<List<PlanPoint>> PLAN = new TypeReference<>() {};
    private static final String SELECT = """
            select m.id, m.goal_id, m.position, m.name, m.kind, m.nature, m.unit, m.baseline, m.target, m.relative_target,
                   m.comparator, m.low, m.high, m.floor, m.ceiling, m.open_above, m.mode, m.expected_check_ins, m.counting,
                   m.profile, m.plan_points::text as plan_points, m.milestones::text as milestones,
                   m.milestones_done::text as milestones_done, m.levels::text as levels,
                   m.weight, m.due_on as own_due_on, coalesce(m.due_on, g.ends_on) as due_on, m.owner_id, p.name as owner_name, m.evidence_url, m.cancelled, m.current,
                   m.rubric_level, m.hits, m.check_ins, m.confidence, m.last_check_in_on, m.health_override, m.raw,
                   m.progress, m.achieved, m.no_data, m.expected, m.pace, m.health, m.ahead, m.overdue, m.stale,
                   m.confidence_dropped, m.version, m.metric_id, m.next_value_on,
                   (select json_agg(json_build_object('fromOn', t.from_on, 'target', t.target, 'comparator', t.comparator,
                                                      'low', t.low, 'high', t.high) order by t.from_on, t.id)::text
                      from goal.measure_target t where t.measure_id = m.id having count(*) > 1) as targets
              from goal.measure m
              join goal.goal g on g.id = m.goal_id
              left join organization.person p on p.id = m.owner_id
            """;
    private static final String WRITTEN = "select said.first as said_first, w.* from (" + SELECT + """
             where m.goal_id = any (:goals)) as w
              left join lateral (select min(c.at) as first from goal.check_in c where c.measure_id = w.id) as said on true
             order by w.goal_id, w.position, w.id
            """;
    private final JdbcClient db;
    private final ObjectMapper json;

    MeasureReader(JdbcClient db, ObjectMapper json) {
        this.db = db;
        this.json = json;
    }

    Map<UUID, List<Measure>> ofGoals(Collection<UUID> goals) {
        return db
                .sql(SELECT + " where m.goal_id = any (:goals) order by m.goal_id, m.position, m.id")
                .param("goals", goals.toArray(UUID[]::new))
                .query(this::measure)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Measure::goalId));
    }

    /**
     * A measure, and what of its terms is stored otherwise than it is read.
     *
     * @param milestones as they were written down, before any check-in
     * @param dueOn null for one that is due with its goal
     * @param saidFirst when its first check-in counts
     */
    record Written(
            Measure measure,
            List<Milestone> milestones,
            @Nullable LocalDate dueOn,
            @Nullable Instant saidFirst) {}

    /** By goal, in their order; one statement. */
    Map<UUID, List<Written>> written(Collection<UUID> goals) {
        return db
                .sql(WRITTEN)
                .param("goals", goals.toArray(UUID[]::new))
                .query((row, number) -> new Written(
                        measure(row, number),
                        list(row.getString("milestones"), MILESTONES),
                        row.getObject("own_due_on", LocalDate.class),
                        instant(row.getTimestamp("said_first"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(written -> written.measure().goalId()));
    }

    Measure one(UUID measure) {
        return db.sql(SELECT + " where m.id = :measure")
                .param("measure", measure)
                .query(this::measure)
                .optional()
                .orElseThrow(GeneralProblem.NOT_FOUND::exception);
    }

    private Measure measure(ResultSet row, int number) throws SQLException {
        UUID owner = row.getObject("owner_id", UUID.class);
        MeasureKind kind = MeasureKind.valueOf(row.getString("kind"));
        String profile = row.getString("profile");
        return new Measure(
                row.getObject("id", UUID.class),
                row.getObject("goal_id", UUID.class),
                row.getInt("position"),
                row.getString("name"),
                kind,
                Nature.valueOf(row.getString("nature")),
                row.getString("unit"),
                decimal(row, "baseline"),
                decimal(row, "target"),
                decimal(row, "relative_target"),
                GoalReader.optional(Comparator.class, row.getString("comparator")),
                decimal(row, "low"),
                decimal(row, "high"),
                decimal(row, "floor"),
                decimal(row, "ceiling"),
                row.getBoolean("open_above"),
                GoalReader.optional(MaintainMode.class, row.getString("mode")),
                row.getObject("expected_check_ins", Integer.class),
                Counting.valueOf(row.getString("counting")),
                profile == null ? kind.usualProfile() : Profile.valueOf(profile),
                list(row.getString("plan_points"), PLAN),
                milestones(row.getString("milestones"), row.getString("milestones_done")),
                list(row.getString("levels"), LEVELS),
                Decimals.plain(row.getBigDecimal("weight")),
                row.getObject("due_on", LocalDate.class),
                owner == null ? null : new Ref(owner, row.getString("owner_name")),
                row.getString("evidence_url"),
                row.getBoolean("cancelled"),
                decimal(row, "current"),
                row.getString("rubric_level"),
                row.getInt("hits"),
                row.getInt("check_ins"),
                row.getObject("confidence", Integer.class),
                row.getObject("last_check_in_on", LocalDate.class),
                GoalReader.optional(Health.class, row.getString("health_override")),
                row.getBigDecimal("raw"),
                row.getBigDecimal("progress"),
                row.getBoolean("achieved"),
                row.getBoolean("no_data"),
                row.getBigDecimal("expected"),
                GoalReader.optional(Pace.class, row.getString("pace")),
                GoalReader.optional(Health.class, row.getString("health")),
                row.getBoolean("ahead"),
                row.getBoolean("overdue"),
                row.getBoolean("stale"),
                row.getBoolean("confidence_dropped"),
                row.getInt("version"),
                list(row.getString("targets"), TARGETS),
                row.getObject("metric_id", UUID.class),
                row.getObject("next_value_on", LocalDate.class));
    }

    /** As they were written down, with what check-ins say of them now. */
    private List<Milestone> milestones(@Nullable String written, @Nullable String said) {
        List<Milestone> milestones = list(written, MILESTONES);
        if (said == null) {
            return milestones;
        }
        Map<String, BigDecimal> done = json.readValue(said, DONE);
        return milestones.stream()
                .map(milestone -> milestone.withDone(done.getOrDefault(milestone.name(), milestone.done())))
                .toList();
    }

    private <T> List<T> list(@Nullable String text, TypeReference<List<T>> type) {
        return text == null ? List.of() : json.readValue(text, type);
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    private static @Nullable BigDecimal decimal(ResultSet row, String column) throws SQLException {
        return Decimals.plainOrNull(row.getBigDecimal(column));
    }
}
