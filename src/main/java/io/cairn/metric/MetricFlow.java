package io.cairn.metric;

import io.cairn.access.Elevation;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.Ids;
import io.cairn.metric.HeldMetrics.Held;
import io.cairn.metric.MeasurementStore.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/**
 * What follows from new values, in their own transaction: metrics computed from others, figures, alerts, and whatever hangs on
 * metrics in modules above. Goes on as the system, because others' metrics may be made of these.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class MetricFlow {
    private final Elevation elevation;
    private final HeldMetrics held;
    private final MeasurementStore measurements;
    private final ObjectProvider<MetricFollower> followers;
    private final JdbcClient db;
    private final DomainClock clock;
    private final ObjectMapper json;

    MetricFlow(
            Elevation elevation,
            HeldMetrics held,
            MeasurementStore measurements,
            ObjectProvider<MetricFollower> followers,
            JdbcClient db,
            DomainClock clock,
            ObjectMapper json) {
        this.elevation = elevation;
        this.held = held;
        this.measurements = measurements;
        this.followers = followers;
        this.db = db;
        this.clock = clock;
        this.json = json;
    }

    /** Renews everything that hangs on these metrics, without new values. */
    void renew(Collection<UUID> metrics) {
        apply(metrics, (metric, series) -> List.of());
    }

    /** @param entries says, for each metric asked for and its series so far, which rows to add */
    List<MetricChange> apply(Collection<UUID> metrics, BiFunction<Metric, List<Point>, List<Row>> entries) {
        return elevation.asSystem("Cairn", () -> {
            Map<UUID, Held> locked = held.lock(metrics);
            Map<UUID, List<Point>> series = measurements.points(locked.keySet());
            List<Row> rows = new ArrayList<>();
            metrics.stream().map(locked::get).filter(one -> one != null).forEach(one -> {
                List<Row> entered = entries.apply(
                        one.metric(), series.getOrDefault(one.metric().id(), List.of()));
                add(series, entered);
                rows.addAll(entered);
            });
            Computing computing = new Computing(locked, series);
            for (Held computed : Computing.inOrder(locked)) {
                List<Row> made = computing.changed(computed);
                add(series, made);
                rows.addAll(made);
            }
            List<MetricChange> changes = judge(locked, series, rows);
            followers.orderedStream().forEach(follower -> follower.changed(changes));
            return changes;
        });
    }

    private static void add(Map<UUID, List<Point>> series, List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        UUID metric = rows.getFirst().metricId();
        TreeMap<LocalDate, Point> points = new TreeMap<>();
        series.getOrDefault(metric, List.of())
                .forEach(point -> points.put(point.period().start(), point));
        rows.forEach(row -> points.put(row.periodStart(), row.point()));
        series.put(metric, List.copyOf(points.values()));
    }

    private List<MetricChange> judge(Map<UUID, Held> locked, Map<UUID, List<Point>> series, List<Row> rows) {
        LocalDate today = clock.today();
        List<MetricChange> changes = new ArrayList<>();
        List<FiguresRow> figures = new ArrayList<>();
        List<AlertRow> alerts = new ArrayList<>();
        List<Held> touched = locked.values().stream().filter(Held::touched).toList();
        // Judging is arithmetic over whole series; of many metrics it takes longer than reading them.
        List<MetricFigures> judged = touched.parallelStream()
                .map(one -> Judging.of(
                        one.metric().sheet(),
                        one.metric().state(),
                        one.targets(),
                        series.getOrDefault(one.metric().id(), List.of()),
                        today))
                .toList();
        for (int i = 0; i < touched.size(); i++) {
            Metric metric = touched.get(i).metric();
            List<Point> points = series.getOrDefault(metric.id(), List.of());
            MetricFigures now = judged.get(i);
            Course course = Judging.course(metric.sheet(), touched.get(i).targets(), points);
            changes.add(new MetricChange(metric.with(now), metric.figures(), points, course));
            figures.add(FiguresRow.of(metric.id(), now));
            alerts.addAll(AlertRow.of(metric, now));
        }
        store(rows, figures, alerts);
        return changes;
    }

    /** The new values, what they raise and what they make the metrics say; one statement. */
    private void store(List<Row> rows, List<FiguresRow> figures, List<AlertRow> alerts) {
        db.sql("with measured as (" + MeasurementStore.INSERT + """
                ), raised as (
                    insert into metric.alert (id, metric_id, period_start, from_status, to_status, rule, raised_at,
                                              audience_kind, audience_id)
                    select a."id", a."metricId", a."periodStart", a."fromStatus", a."toStatus", a."rule", :at,
                           m.audience_kind, m.audience_id
                      from jsonb_to_recordset(:alerts::jsonb) as a (
                           "id" uuid, "metricId" uuid, "periodStart" date, "fromStatus" text, "toStatus" text, "rule" text)
                      join metric.metric m on m.id = a."metricId")
                update metric.metric m
                   set status = x."status", judged = x."judged", value = x."value", provisional = x."provisional",
                       data_error = x."dataError", period_start = x."periodStart", period_end = x."asOf",
                       judged_target_id = x."targetId", target = x."target", comparator = x."comparator",
                       amber_at = x."amberAt", low = x."low", high = x."high", score = x."score",
                       previous_value = x."previous", year_ago_value = x."yearAgo", recent = x."recent", trend = x."trend",
                       signal = x."signal", note_missing = x."noteMissing", stale_on = x."staleOn"
                  from jsonb_to_recordset(:figures::jsonb) as x (
                       "id" uuid, "status" text, "judged" text, "value" numeric, "provisional" boolean, "dataError" boolean,
                       "periodStart" date, "asOf" date, "targetId" uuid, "target" numeric, "comparator" text,
                       "amberAt" numeric, "low" numeric, "high" numeric, "score" numeric, "previous" numeric,
                       "yearAgo" numeric, "recent" numeric[], "trend" text, "signal" text, "noteMissing" boolean,
                       "staleOn" date)
                 where m.id = x."id"
                """)
                .param("at", java.sql.Timestamp.from(clock.instant()))
                .param("rows", json.writeValueAsString(rows))
                .param("figures", json.writeValueAsString(figures))
                .param("alerts", json.writeValueAsString(alerts))
                .update();
    }

    private record FiguresRow(
            UUID id,
            MetricStatus status,
            MetricStatus judged,
            @Nullable BigDecimal value,
            boolean provisional,
            boolean dataError,
            @Nullable LocalDate periodStart,
            @Nullable LocalDate asOf,
            @Nullable UUID targetId,
            @Nullable BigDecimal target,
            io.cairn.kernel.@Nullable Comparator comparator,
            @Nullable BigDecimal amberAt,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            @Nullable BigDecimal score,
            @Nullable BigDecimal previous,
            @Nullable BigDecimal yearAgo,
            List<@Nullable BigDecimal> recent,
            @Nullable Trend trend,
            @Nullable Rule signal,
            boolean noteMissing,
            @Nullable LocalDate staleOn) {
        static FiguresRow of(UUID id, MetricFigures now) {
            return new FiguresRow(
                    id,
                    now.status(),
                    now.judged(),
                    now.value(),
                    now.provisional(),
                    now.dataError(),
                    now.periodStart(),
                    now.asOf(),
                    now.targetId(),
                    now.target(),
                    now.comparator(),
                    now.amberAt(),
                    now.low(),
                    now.high(),
                    now.score(),
                    now.previous(),
                    now.yearAgo(),
                    now.recent(),
                    now.trend(),
                    now.signal(),
                    now.noteMissing(),
                    now.staleOn());
        }
    }

    /** A change of status or a new signal, once its value is final; of what was not judged before only a red value. */
    private record AlertRow(
            UUID id,
            UUID metricId,
            LocalDate periodStart,
            @Nullable MetricStatus fromStatus,
            @Nullable MetricStatus toStatus,
            @Nullable Rule rule) {
        static List<AlertRow> of(Metric metric, MetricFigures now) {
            MetricFigures before = metric.figures();
            if (now.provisional() || now.periodStart() == null) {
                return List.of();
            }
            boolean turned = now.judged() != before.judged() && tells(now.judged()) && worthTelling(before, now);
            boolean signals = now.signal() != null
                    && !(now.signal() == before.signal() && now.periodStart().equals(before.periodStart()));
            if (!turned && !signals) {
                return List.of();
            }
            return List.of(new AlertRow(
                    Ids.next(),
                    metric.id(),
                    now.periodStart(),
                    turned ? before.judged() : null,
                    turned ? now.judged() : null,
                    signals ? now.signal() : null));
        }

        private static boolean worthTelling(MetricFigures before, MetricFigures now) {
            return now.judged() == MetricStatus.RED || tells(before.judged());
        }

        private static boolean tells(MetricStatus status) {
            return switch (status) {
                case GREEN, AMBER, RED -> true;
                case NO_DATA, STALE, MONITOR -> false;
            };
        }
    }
}
