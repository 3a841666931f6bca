package io.cairn.metric;

import io.cairn.kernel.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which metrics stand above which and what they are computed from; hidden ones leave no trace. */
@Component
@Transactional(readOnly = true)
public class MetricBranches {
    /** A page of the tree shows no more than so many. */
    public static final int MOST = 500;

    private static final String FOUND = """
            select f.id, f.above, m.name, m.state, m.status, m.value, m.unit, m.decimals, m.adds_up,
                   m.formula is not null as by_formula, o.name as owner_name
              from found f
              join metric.metric m on m.id = f.id
              join organization.person o on o.id = m.owner_id
             order by f.depth, lower(m.name), m.id
             limit :most
            """;

    private final JdbcClient db;

    MetricBranches(JdbcClient db) {
        this.db = db;
    }

    /**
     * A metric with those below it.
     *
     * @param inputs what its formula names
     */
    public record Branch(
            RelatedMetric metric, String owner, boolean addsUp, List<Branch> below, List<RelatedMetric> inputs) {}

    private record Row(RelatedMetric metric, @Nullable UUID above, String owner, boolean addsUp, boolean byFormula) {}

    /** Those with nothing above them that the viewer sees, by name, so many from a place on, with all that is below. */
    public List<Branch> roots(int from, int count) {
        return branches(db.sql("""
                with recursive top (id) as (
                    select m.id from metric.metric m
                     where m.state <> 'RETIRED'
                       and not exists (select 1 from metric.metric p where p.id = m.parent_id and p.state <> 'RETIRED')
                     order by lower(m.name), m.id
                     limit :count offset :from),
                found (id, above, depth) as (
                    select top.id, null::uuid, 0 from top
                    union all
                    select m.id, f.id, f.depth + 1 from metric.metric m join found f on m.parent_id = f.id where m.state <> 'RETIRED')
                """ + FOUND)
                .param("from", from)
                .param("count", count)
                .param("most", MOST)
                .query(MetricBranches::row)
                .list());
    }

    /** One metric with all that is below; empty where the viewer may not see it. */
    public List<Branch> of(UUID metric) {
        return branches(db.sql("""
                with recursive found (id, above, depth) as (
                    select m.id, null::uuid, 0 from metric.metric m where m.id = :metric
                    union all
                    select m.id, f.id, f.depth + 1 from metric.metric m join found f on m.parent_id = f.id where m.state <> 'RETIRED')
                """ + FOUND)
                .param("metric", metric)
                .param("most", MOST)
                .query(MetricBranches::row)
                .list());
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                related(row, RelatedMetric.Relation.CHILD),
                row.getObject("above", UUID.class),
                row.getString("owner_name"),
                row.getBoolean("adds_up"),
                row.getBoolean("by_formula"));
    }

    private static RelatedMetric related(ResultSet row, RelatedMetric.Relation relation) throws SQLException {
        return new RelatedMetric(
                row.getObject("id", UUID.class),
                row.getString("name"),
                relation,
                MetricState.valueOf(row.getString("state")),
                MetricStatus.valueOf(row.getString("status")),
                MetricReader.shown(row.getBigDecimal("value")),
                row.getString("unit"),
                row.getInt("decimals"));
    }

    private List<Branch> branches(List<Row> rows) {
        Map<UUID, List<Row>> below = new HashMap<>();
        List<Row> top = new ArrayList<>();
        for (Row row : rows) {
            (row.above() == null ? top : below.computeIfAbsent(row.above(), none -> new ArrayList<>())).add(row);
        }
        Map<UUID, List<RelatedMetric>> inputs = inputs(rows.stream()
                .filter(Row::byFormula)
                .map(row -> row.metric().id())
                .toList());
        return top.stream().map(row -> branch(row, below, inputs)).toList();
    }

    private static Branch branch(Row row, Map<UUID, List<Row>> below, Map<UUID, List<RelatedMetric>> inputs) {
        UUID id = row.metric().id();
        return new Branch(
                row.metric(),
                row.owner(),
                row.addsUp(),
                below.getOrDefault(id, List.of()).stream()
                        .map(child -> branch(child, below, inputs))
                        .toList(),
                inputs.getOrDefault(id, List.of()));
    }

    private Map<UUID, List<RelatedMetric>> inputs(List<UUID> computed) {
        Map<UUID, List<RelatedMetric>> inputs = new HashMap<>();
        db.sql("""
                select i.metric_id, m.id, m.name, m.state, m.status, m.value, m.unit, m.decimals
                  from metric.input i
                  join metric.metric m on m.id = i.input_id
                 where i.metric_id = any (:computed::uuid[])
                 order by lower(m.name), m.id
                """).param("computed", Ids.array(computed)).query(row -> {
            inputs.computeIfAbsent(row.getObject("metric_id", UUID.class), none -> new ArrayList<>())
                    .add(related(row, RelatedMetric.Relation.INPUT));
        });
        return inputs;
    }
}
