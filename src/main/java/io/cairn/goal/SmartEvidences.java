package io.cairn.goal;

import io.cairn.framework.Frameworks;
import io.cairn.kernel.DomainClock;
import io.cairn.metric.ProcessBehaviour;
import io.cairn.metric.RuleSet;
import io.cairn.smart.SmartHistory;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Reads what the SMART check of a goal hangs on besides its own words, as columns of any statement. */
@Component
class SmartEvidences {
    private static final int DAYS_OF_HISTORY = 400;
    private static final TypeReference<List<SmartAttestation>> ATTESTATIONS = new TypeReference<>() {};
    private static final TypeReference<List<Told>> HISTORIES = new TypeReference<>() {};
    private static final TypeReference<List<String>> TITLES = new TypeReference<>() {};

    private static final String ANY_COLUMNS = """
                       coalesce((select json_agg(json_build_object('id', a.id, 'measureId', a.measure_id,
                                                    'by', json_build_object('id', p.id, 'name', p.name), 'at', a.said_at,
                                                    'note', a.note, 'title', a.title, 'promise', a.promise, 'dueOn', a.due_on)
                                                order by a.said_at desc, a.id desc)
                                   from goal.smart_attestation a join organization.person p on p.id = a.by_id
                                  where a.goal_id = %1$s), '[]')::text as attestations,
                       coalesce((select json_agg(json_build_object('metricId', v.metric_id, 'on', v.period_end,
                                                                   'value', v.value) order by v.period_end)
                                   from (select distinct on (x.metric_id, x.period_start) x.metric_id, x.period_end, x.value
                                           from metric.measurement x
                                          where x.metric_id = any (%2$s) and x.period_end > :smartSince
                                          order by x.metric_id, x.period_start, x.revision desc) as v
                                  where v.value is not null), '[]')::text as histories,
                       coalesce((select json_agg(g.title order by g.title, g.id)
                                   from goal.link l join goal.goal g on g.id = l.parent_id
                                  where l.child_id = %1$s), '[]')::text as links,
                       exists (select 1 from organization.reporting_line r
                                where r.person_id = %3$s and r.manager_id = access.person() and r.depth > 0)
                       or exists (select 1 from organization.team_line l join organization.team t on t.id = l.above_id
                                   where l.team_id = any (%4$s) and t.leader_id = access.person())
                       or exists (select 1 from organization.team_member m
                                   where m.person_id = access.person()
                                     and (m.team_id = any (%4$s)
                                          or m.team_id in (select o.team_id from organization.team_member o
                                                            where o.person_id = %3$s)))
                       or exists (select 1 from goal.contributor c
                                   where c.goal_id = %1$s and c.person_id = access.person()) as peer
                """;
    static final String COLUMNS = ANY_COLUMNS.formatted(":smartGoal", ":smartMetrics", ":smartLead", ":smartTeams");
    private static final String OF_MANY =
            "select w.goal, " + ANY_COLUMNS.formatted("w.goal", "w.metrics", "w.lead", "w.teams")
                    + " from json_to_recordset(:wanted::json) as w (goal uuid, lead uuid, metrics uuid[], teams uuid[])";

    private final JdbcClient db;
    private final ObjectMapper json;
    private final Frameworks frameworks;
    private final DomainClock clock;

    SmartEvidences(JdbcClient db, ObjectMapper json, Frameworks frameworks, DomainClock clock) {
        this.db = db;
        this.json = json;
        this.frameworks = frameworks;
        this.clock = clock;
    }

    /** One period of a metric. */
    private record Told(UUID metricId, LocalDate on, BigDecimal value) {}

    /** One statement. */
    SmartEvidence of(Goal goal) {
        return db.sql("select " + COLUMNS)
                .params(parameters(goal))
                .query((row, number) -> read(row, goal))
                .single();
    }

    private record Wanted(UUID goal, UUID lead, UUID[] metrics, UUID[] teams) {}

    /** Of many, by goal; one statement. */
    Map<UUID, SmartEvidence> of(List<Goal> goals) {
        Map<UUID, Goal> byId = new HashMap<>();
        goals.forEach(goal -> byId.put(goal.id(), goal));
        List<Wanted> wanted = byId.values().stream()
                .map(goal -> new Wanted(goal.id(), goal.lead().id(), metrics(goal), teams(goal)))
                .toList();
        Map<UUID, SmartEvidence> found = new HashMap<>();
        db.sql(OF_MANY)
                .param("wanted", json.writeValueAsString(wanted))
                .param("smartSince", clock.today().minusDays(DAYS_OF_HISTORY))
                .query((row, number) -> {
                    UUID id = row.getObject("goal", UUID.class);
                    return found.put(id, read(row, Objects.requireNonNull(byId.get(id))));
                })
                .list();
        return found;
    }

    /** What {@link #COLUMNS} ask for. */
    Map<String, Object> parameters(Goal goal) {
        return Map.of(
                "smartGoal",
                goal.id(),
                "smartMetrics",
                metrics(goal),
                "smartSince",
                clock.today().minusDays(DAYS_OF_HISTORY),
                "smartLead",
                goal.lead().id(),
                "smartTeams",
                teams(goal));
    }

    SmartEvidence read(ResultSet row, Goal goal) throws SQLException {
        return new SmartEvidence(
                json.readValue(row.getString("attestations"), ATTESTATIONS),
                histories(json.readValue(row.getString("histories"), HISTORIES)),
                json.readValue(row.getString("links"), TITLES),
                frameworks.of(goal.framework()).governed(),
                row.getBoolean("peer"));
    }

    private static UUID[] metrics(Goal goal) {
        return goal.live().stream()
                .map(Measure::metricId)
                .filter(Objects::nonNull)
                .distinct()
                .toArray(UUID[]::new);
    }

    private static UUID[] teams(Goal goal) {
        List<UUID> teams =
                new ArrayList<>(goal.sharedTeams().stream().map(Ref::id).toList());
        if (goal.owner().isTeam()) {
            teams.add(goal.owner().id());
        }
        return teams.toArray(UUID[]::new);
    }

    private static Map<UUID, SmartHistory> histories(List<Told> told) {
        Map<UUID, List<SmartHistory.Value>> values = new LinkedHashMap<>();
        told.forEach(one -> values.computeIfAbsent(one.metricId(), metric -> new ArrayList<>())
                .add(new SmartHistory.Value(one.on(), one.value())));
        Map<UUID, SmartHistory> histories = new HashMap<>();
        values.forEach((metric, each) -> histories.put(metric, history(each)));
        return histories;
    }

    static SmartHistory history(List<SmartHistory.Value> values) {
        ProcessBehaviour limits = ProcessBehaviour.of(
                values.stream().map(SmartHistory.Value::value).toList(), RuleSet.STANDARD, false);
        return limits == null
                ? new SmartHistory(null, null, null, values)
                : new SmartHistory(limits.mean(), limits.lowerLimit(), limits.upperLimit(), values);
    }
}
