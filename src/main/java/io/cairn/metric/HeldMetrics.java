package io.cairn.metric;

import io.cairn.kernel.Comparator;
import io.cairn.kernel.Ids;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Locks metrics with all that are made of them, in id order, so that two writers at once both count. */
@Component
class HeldMetrics {
    private static final TypeReference<List<TargetRow>> TARGETS = new TypeReference<>() {};

    private final JdbcClient db;
    private final MetricReader reader;
    private final ObjectMapper json;

    HeldMetrics(JdbcClient db, MetricReader reader, ObjectMapper json) {
        this.db = db;
        this.reader = reader;
        this.json = json;
    }

    /**
     * A metric that is locked until the transaction ends.
     *
     * @param targets in the order they begin
     * @param inputs what it is computed from
     * @param touched whether it is one of those asked for or is made of one; the others are only read
     */
    record Held(Metric metric, List<SetTarget> targets, Set<UUID> inputs, boolean touched) {}

    private record TargetRow(
            UUID id,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable BigDecimal target,
            Comparator comparator,
            @Nullable BigDecimal amberAt,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            OffsetDateTime recordedAt) {
        SetTarget set() {
            return new SetTarget(
                    id,
                    new MetricTarget(from, to, target, comparator, amberAt, low, high),
                    null,
                    recordedAt.toInstant());
        }
    }

    /** These metrics, those computed from them at any distance, and what these are computed from besides. */
    Map<UUID, Held> lock(Collection<UUID> metrics) {
        return db
                .sql("with recursive up (id) as ("
                        + """
                            select unnest(:ids::uuid[])
                            union
                            select i.metric_id from metric.input i join up on i.input_id = up.id),
                        besides (id) as (
                            select up.id from up
                            union
                            select i.input_id from metric.input i join up on i.metric_id = up.id)
                        """
                        + MetricReader.COLUMNS
                        + """
                        , array(select i.input_id from metric.input i where i.metric_id = m.id) as inputs,
                        exists (select 1 from up where up.id = m.id) as touched,
                        coalesce((select json_agg(json_build_object('id', s.id, 'from', s.from_on, 'to', s.to_on,
                                         'target', s.target, 'comparator', s.comparator, 'amberAt', s.amber_at, 'low', s.low,
                                         'high', s.high, 'recordedAt', s.recorded_at) order by s.from_on)
                                    from metric.target s where s.metric_id = m.id), '[]')::text as targets
                        """
                        + MetricReader.FROM
                        + " where m.id in (select id from besides) order by m.id for no key update of m")
                .param("ids", Ids.array(metrics))
                .query(this::held)
                .list()
                .stream()
                .collect(Collectors.toMap(held -> held.metric().id(), Function.identity()));
    }

    private Held held(ResultSet row, int number) throws SQLException {
        return new Held(
                reader.metric(row, number),
                json.readValue(row.getString("targets"), TARGETS).stream()
                        .map(TargetRow::set)
                        .toList(),
                Set.of((UUID[]) row.getArray("inputs").getArray()),
                row.getBoolean("touched"));
    }
}
