package io.cairn.metric;

import io.cairn.kernel.DomainClock;
import io.cairn.metric.MetricHistory.Slot;
import io.cairn.metric.MetricHistory.Total;
import io.cairn.metric.RelatedMetric.Relation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what a metric's page shows, from one reading of its values. */
@Component
@Transactional(readOnly = true)
public class MetricStories {
    private static final int MOST_RELATED = 200;

    /** After so many in a row on one side the last of them is a signal, and the process changed with the first. */
    private static final int RUN_BEFORE_SIGNAL = 7;

    private final MetricReader metrics;
    private final MeasurementStore store;
    private final MetricTargets targets;
    private final JdbcClient db;
    private final DomainClock clock;

    MetricStories(
            MetricReader metrics, MeasurementStore store, MetricTargets targets, JdbcClient db, DomainClock clock) {
        this.metrics = metrics;
        this.store = store;
        this.targets = targets;
        this.db = db;
        this.clock = clock;
    }

    /** @param yearFrom from which day on its values are taken together */
    public MetricStory of(UUID id, LocalDate yearFrom) {
        Metric metric = metrics.one(id);
        List<Point> points = store.points(List.of(id)).getOrDefault(id, List.of());
        List<SetTarget> set = targets.of(id);
        List<Slot> slots = MetricHistory.slots(metric, points, clock.today());
        List<Point> charted = Judging.charted(metric.sheet(), points);
        ProcessBehaviour behaviour = behaviour(metric, charted);
        return new MetricStory(
                metric,
                slots.stream()
                        .map(slot -> MetricHistory.entry(metric, set, slot, null))
                        .toList(),
                set,
                behaviour,
                charted.isEmpty() ? null : charted.getFirst().period().start(),
                signals(behaviour, charted),
                shift(behaviour, charted),
                yearFrom,
                toDate(metric, slots, yearFrom),
                metric.sheet().definitionVersion() > 1 ? targets.definitions(id) : List.of());
    }

    private static @Nullable ProcessBehaviour behaviour(Metric metric, List<Point> charted) {
        List<BigDecimal> values = charted.stream()
                .map(point -> Objects.requireNonNull(point.measured().value()))
                .toList();
        return ProcessBehaviour.of(values, RuleSet.STANDARD, Judging.floorAtZero(metric.sheet(), values));
    }

    private static Map<LocalDate, Rule> signals(@Nullable ProcessBehaviour behaviour, List<Point> charted) {
        Map<LocalDate, Rule> rules = new TreeMap<>();
        if (behaviour != null) {
            behaviour
                    .signals()
                    .forEach(signal -> rules.putIfAbsent(
                            charted.get(signal.index()).period().start(), signal.rule()));
        }
        return rules;
    }

    /** The first of the signals that follow each other up to the newest value; of a run on one side its first period. */
    private static @Nullable LocalDate shift(@Nullable ProcessBehaviour behaviour, List<Point> charted) {
        if (behaviour == null) {
            return null;
        }
        Map<Integer, Rule> rules = behaviour.signals().stream()
                .collect(Collectors.toMap(
                        ProcessBehaviour.Signal::index, ProcessBehaviour.Signal::rule, (first, next) -> first));
        int first = charted.size();
        while (rules.containsKey(first - 1)) {
            first--;
        }
        if (first == charted.size()) {
            return null;
        }
        boolean run = rules.get(first) == Rule.RUN;
        return charted.get(run ? Math.max(0, first - RUN_BEFORE_SIGNAL) : first)
                .period()
                .start();
    }

    private static Total toDate(Metric metric, List<Slot> slots, LocalDate from) {
        Aggregation over = metric.sheet().timeAggregation();
        List<@Nullable Measured> measured = new ArrayList<>();
        slots.stream().filter(slot -> !slot.period().start().isBefore(from)).forEach(slot -> {
            Point point = slot.point();
            measured.add(point == null ? null : point.measured());
        });
        Aggregate all = Aggregate.of(over, measured);
        return new Total(
                over,
                MetricReader.shown(Series.scaled(metric.sheet(), over, all.value())),
                all.present(),
                all.wanted(),
                all.dataError());
    }

    /** What it is made of, what is made of it and what stands below it, each by name, as far as the viewer sees them. */
    public List<RelatedMetric> related(UUID metric) {
        return db.sql("""
                select r.relation, m.id, m.name, m.state, m.status, m.value, m.unit, m.decimals
                  from (select 'INPUT' as relation, i.input_id as id from metric.input i where i.metric_id = :metric
                        union all
                        select 'USER', i.metric_id from metric.input i where i.input_id = :metric
                        union all
                        select 'CHILD', c.id from metric.metric c
                         where c.parent_id = :metric
                           and not exists (select 1 from metric.input i where i.metric_id = :metric and i.input_id = c.id)) r
                  join metric.metric m on m.id = r.id
                 order by r.relation, m.name, m.id
                 limit :most
                """)
                .param("metric", metric)
                .param("most", MOST_RELATED)
                .query((row, number) -> new RelatedMetric(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        Relation.valueOf(row.getString("relation")),
                        MetricState.valueOf(row.getString("state")),
                        MetricStatus.valueOf(row.getString("status")),
                        MetricReader.shown(row.getBigDecimal("value")),
                        row.getString("unit"),
                        row.getInt("decimals")))
                .list();
    }
}
