package io.cairn.metric;

import io.cairn.kernel.Comparator;
import io.cairn.kernel.Decimals;
import io.cairn.kernel.Ids;
import io.cairn.kernel.PersonRef;
import io.cairn.kernel.Problem;
import io.cairn.kernel.Texts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** Reads a metric's targets and the versions of its definition. */
@Component
class MetricTargets {
    private final JdbcClient db;
    private final ObjectMapper json;

    MetricTargets(JdbcClient db, ObjectMapper json) {
        this.db = db;
        this.json = json;
    }

    /** In the order they begin. */
    List<SetTarget> of(UUID metric) {
        return db.sql("""
                select t.id, t.from_on, t.to_on, t.target, t.comparator, t.amber_at, t.low, t.high, t.set_by, p.name,
                       t.recorded_at
                  from metric.target t
                  left join organization.person p on p.id = t.set_by
                 where t.metric_id = :metric
                 order by t.from_on, t.recorded_at
                """).param("metric", metric).query(MetricTargets::target).list();
    }

    /** Those of several metrics, in the order they begin; one statement. */
    Map<UUID, List<SetTarget>> of(Collection<UUID> metrics) {
        Map<UUID, List<SetTarget>> found = new HashMap<>();
        db.sql("""
                select t.metric_id, t.id, t.from_on, t.to_on, t.target, t.comparator, t.amber_at, t.low, t.high,
                       t.set_by, p.name, t.recorded_at
                  from metric.target t
                  left join organization.person p on p.id = t.set_by
                 where t.metric_id = any (:metrics::uuid[])
                 order by t.from_on, t.recorded_at
                """)
                .param("metrics", Ids.array(metrics))
                .query((row, number) -> found.computeIfAbsent(
                                row.getObject("metric_id", UUID.class), metric -> new ArrayList<>())
                        .add(target(row, number)))
                .list();
        return found;
    }

    private static SetTarget target(ResultSet row, int number) throws SQLException {
        UUID by = row.getObject("set_by", UUID.class);
        return new SetTarget(
                row.getObject("id", UUID.class),
                new MetricTarget(
                        row.getObject("from_on", LocalDate.class),
                        row.getObject("to_on", LocalDate.class),
                        Decimals.plainOrNull(row.getBigDecimal("target")),
                        Comparator.valueOf(row.getString("comparator")),
                        Decimals.plainOrNull(row.getBigDecimal("amber_at")),
                        Decimals.plainOrNull(row.getBigDecimal("low")),
                        Decimals.plainOrNull(row.getBigDecimal("high"))),
                by == null ? null : new PersonRef(by, row.getString("name")),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    /** Newest first. */
    List<Meaning.Version> definitions(UUID metric) {
        return db.sql("""
                select d.version, d.from_on, d.meant::text as meant, d.changed_by, p.name, d.recorded_at
                  from metric.definition d
                  left join organization.person p on p.id = d.changed_by
                 where d.metric_id = :metric
                 order by d.version desc
                """).param("metric", metric).query(this::version).list();
    }

    private Meaning.Version version(ResultSet row, int number) throws SQLException {
        UUID by = row.getObject("changed_by", UUID.class);
        return new Meaning.Version(
                row.getInt("version"),
                row.getObject("from_on", LocalDate.class),
                json.readValue(row.getString("meant"), Meaning.class),
                by == null ? null : new PersonRef(by, row.getString("name")),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    /** A metric that turns another way must not keep targets that point the old one. */
    void refuseAgainst(UUID metric, Direction direction) {
        boolean against = of(metric).stream()
                .anyMatch(set -> !TargetRules.check(direction, set.target()).isEmpty());
        if (against) {
            throw MetricProblem.TARGET_AGAINST_DIRECTION
                    .saying("Its targets point the other way; end them first.")
                    .at("direction")
                    .exception();
        }
    }

    /** New targets beside those that are there, which have made room already. */
    void refuseOverlaps(UUID metric, Collection<MetricTarget> added, String at) {
        List<MetricTarget> there = of(metric).stream().map(SetTarget::target).toList();
        Texts texts = new Texts();
        List<Problem> problems = new ArrayList<>();
        int number = 0;
        for (MetricTarget target : added) {
            if (there.stream().anyMatch(target::overlaps)) {
                problems.add(
                        MetricProblem.TARGET_PERIODS_OVERLAP.at(at.isEmpty() ? "from" : at + "[" + number + "].from"));
            }
            number++;
        }
        texts.addAll(problems);
        texts.refuseIfAny();
    }
}
