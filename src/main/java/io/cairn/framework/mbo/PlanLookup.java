package io.cairn.framework.mbo;

import io.cairn.access.Audience;
import io.cairn.incentive.PayoutCurve;
import io.cairn.kernel.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Looks up, in one statement, everything that a plan's content refers to, as far as the viewer may know of it. */
@Component
class PlanLookup {
    private static final TypeReference<List<CompanyObjective>> COMPANY = new TypeReference<>() {};
    private static final TypeReference<Map<UUID, PayoutCurve>> CURVES = new TypeReference<>() {};

    private final JdbcClient db;
    private final ObjectMapper json;

    PlanLookup(JdbcClient db, ObjectMapper json) {
        this.db = db;
        this.json = json;
    }

    PlanReferences find(UUID employee, PlanContent content) {
        List<ObjectiveContent> lines =
                content.objectivesOrNone().stream().filter(Objects::nonNull).toList();
        Set<UUID> curves = ids(Stream.concat(
                Stream.ofNullable(content.curveId()), lines.stream().map(ObjectiveContent::curveId)));
        Set<UUID> company = ids(Stream.concat(
                Stream.ofNullable(content.gate()).map(PlanTerms.Gate::companyObjectiveId),
                lines.stream().map(ObjectiveContent::companyObjectiveId)));
        Set<UUID> goals = ids(Stream.concat(
                lines.stream().map(ObjectiveContent::goalId),
                lines.stream()
                        .map(ObjectiveContent::supports)
                        .filter(Objects::nonNull)
                        .flatMap(Collection::stream)));
        return db.sql("""
                select p.manager_id, coalesce(p.status = 'ACTIVE', false) as active, c.starts_on, c.ends_on,
                       array(select m.id from metric.metric m
                              where m.id = any (:metrics::uuid[])
                                and (m.audience_kind = 'everyone' or m.audience_id = :key)) as metrics,
                       array(select m.id from metric.metric m
                              where m.id = any (:metrics::uuid[])
                                and m.audience_kind <> 'everyone' and m.audience_id <> :key) as hidden,
                       array(select g.id from goal.goal g
                              where g.id = any (:goals::uuid[]) and g.state <> 'DRAFT') as supported,
                       array(select g.id from goal.goal g where g.id = any (:goals::uuid[]) and not g.payable
                             union all
                             select m.id from goal.measure m join goal.goal g on g.id = m.goal_id
                              where m.id = any (:goals::uuid[]) and not g.payable) as unpayable,
                       coalesce((select json_object_agg(x.id, json_build_object('points', x.points, 'stepped', x.stepped))
                                   from incentive.payout_curve x where x.id = any (:curves::uuid[])), '{}')::text as curves,
                       coalesce((select json_agg(json_build_object(
                                            'id', o.id, 'title', o.title, 'why', o.why, 'startsOn', o.starts_on,
                                            'endsOn', o.ends_on, 'basis', o.basis, 'unit', o.unit, 'baseline', o.baseline,
                                            'target', o.target, 'comparator', o.comparator, 'metricId', o.metric_id,
                                            'finalValue', o.final_value, 'scoredOn', o.scored_on, 'version', o.version))
                                   from mbo.company_objective o where o.id = any (:company::uuid[])), '[]')::text as company
                  from (select 1) as one
                  left join organization.person p on p.id = :employee
                  left join cycle.cycle c on c.id = :cycle
                """)
                .param("employee", employee)
                .param("cycle", content.cycleId())
                .param("key", Audience.pair(employee).id())
                .param("metrics", Ids.array(ids(lines.stream().map(ObjectiveContent::metricId))))
                .param("goals", Ids.array(goals))
                .param("curves", Ids.array(curves))
                .param("company", Ids.array(company))
                .query(this::references)
                .single();
    }

    private static Set<UUID> ids(Stream<? extends @Nullable UUID> ids) {
        Set<UUID> found = new HashSet<>();
        ids.forEach(id -> {
            if (id != null) {
                found.add(id);
            }
        });
        return found;
    }

    private PlanReferences references(ResultSet row, int number) throws SQLException {
        Map<UUID, CompanyObjective> company = new HashMap<>();
        json.readValue(row.getString("company"), COMPANY).forEach(one -> company.put(one.id(), one));
        return new PlanReferences(
                row.getBoolean("active"),
                row.getObject("manager_id", UUID.class),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                set(row, "metrics"),
                set(row, "hidden"),
                set(row, "supported"),
                set(row, "unpayable"),
                json.readValue(row.getString("curves"), CURVES),
                company);
    }

    private static Set<UUID> set(ResultSet row, String column) throws SQLException {
        return Set.of((UUID[]) row.getArray(column).getArray());
    }
}
