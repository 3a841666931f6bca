package io.cairn.metric;

import io.cairn.audit.Entry;
import io.cairn.audit.Journal;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Page;
import io.cairn.kernel.Problem;
import io.cairn.kernel.Texts;
import io.cairn.kernel.Viewer;
import io.cairn.metric.MeasurementStore.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Values of metrics. Append-only: a correction is a further revision of its period, and the newest counts. */
@Component
@Transactional
public class Measurements {
    private final MetricReader metrics;
    private final MeasurementStore store;
    private final MetricFlow flow;
    private final Journal journal;
    private final DomainClock clock;

    Measurements(MetricReader metrics, MeasurementStore store, MetricFlow flow, Journal journal, DomainClock clock) {
        this.metrics = metrics;
        this.store = store;
        this.flow = flow;
        this.journal = journal;
        this.clock = clock;
    }

    /** What became of values that were sent. */
    public record Outcome(Metric metric, List<LocalDate> stored, List<LocalDate> unchanged) {}

    /** Newest period first, each in its newest revision. */
    @Transactional(readOnly = true)
    public Page<Measurement> of(UUID metric, int limit, @Nullable String cursor) {
        metrics.one(metric);
        return store.newest(metric, limit, cursor);
    }

    /** All revisions of these periods, in the order they came. */
    @Transactional(readOnly = true)
    public List<Measurement> revisions(UUID metric, List<LocalDate> periodStarts) {
        metrics.one(metric);
        return store.revisions(metric, periodStarts);
    }

    /** These periods as they stand now, in their order. */
    @Transactional(readOnly = true)
    public List<Measurement> current(UUID metric, List<LocalDate> periodStarts) {
        Map<LocalDate, Measurement> newest = new TreeMap<>();
        store.revisions(metric, periodStarts).forEach(revision -> newest.put(revision.periodStart(), revision));
        return List.copyOf(newest.values());
    }

    /**
     * Keeps values of one metric, all or none. The same value again changes nothing; another for the same period corrects it.
     *
     * @throws io.cairn.kernel.ProblemException with every value that is wrong, at {@code [i].field}
     */
    public Outcome record(Viewer viewer, UUID metricId, List<MeasurementContent> contents, Source source) {
        return record(viewer, Map.of(metricId, contents), source).getFirst();
    }

    /** The same for several metrics at once, for example a grid of them. Fields are named {@code metric[i].field}. */
    public List<Outcome> record(Viewer viewer, Map<UUID, List<MeasurementContent>> contents, Source source) {
        List<Metric> found = metrics.of(contents.keySet());
        if (found.size() != contents.size()) {
            throw GeneralProblem.NOT_FOUND.exception();
        }
        Texts texts = new Texts();
        for (Metric metric : found) {
            refuseUnlessEntered(metric);
            List<MeasurementContent> values = contents.getOrDefault(metric.id(), List.of());
            for (int i = 0; i < values.size(); i++) {
                MeasurementCheck.content(
                        ValueTerms.of(metric),
                        values.get(i),
                        clock.today(),
                        at(found, metric, values.size(), i),
                        texts);
            }
        }
        texts.refuseIfAny();
        Map<UUID, Outcome> outcomes = new HashMap<>();
        List<MetricChange> changes = flow.apply(contents.keySet(), (metric, series) -> {
            List<MeasurementContent> values = contents.getOrDefault(metric.id(), List.of());
            List<Row> rows = new ArrayList<>();
            List<LocalDate> unchanged = new ArrayList<>();
            TreeMap<LocalDate, Point> points = new TreeMap<>();
            series.forEach(point -> points.put(point.period().start(), point));
            Texts wrong = new Texts();
            for (int i = 0; i < values.size(); i++) {
                Period period = MeasurementCheck.period(ValueTerms.of(metric), values.get(i));
                Point now = points.get(period.start());
                MeasurementCheck.room(points, period, at(found, metric, values.size(), i), wrong);
                Row row = MeasurementCheck.row(metric, values.get(i), now, source, viewer.id());
                if (row == null) {
                    unchanged.add(period.start());
                } else {
                    points.put(period.start(), row.point());
                    rows.add(row);
                }
            }
            wrong.refuseIfAny();
            outcomes.put(
                    metric.id(),
                    new Outcome(metric, rows.stream().map(Row::periodStart).toList(), unchanged));
            return rows;
        });
        tell(found, outcomes, contents);
        Map<UUID, Metric> after = new HashMap<>();
        changes.forEach(change -> after.put(change.metric().id(), change.metric()));
        return found.stream()
                .map(metric -> {
                    Outcome outcome = outcomes.get(metric.id());
                    return new Outcome(
                            metric.with(after.getOrDefault(metric.id(), metric).figures()),
                            outcome == null ? List.of() : outcome.stored(),
                            outcome == null ? List.of() : outcome.unchanged());
                })
                .toList();
    }

    private void tell(List<Metric> metrics, Map<UUID, Outcome> outcomes, Map<UUID, List<MeasurementContent>> contents) {
        List<Entry> entries = new ArrayList<>();
        for (Metric metric : metrics) {
            Outcome outcome = outcomes.get(metric.id());
            if (outcome != null && !outcome.stored().isEmpty()) {
                entries.add(entry(metric, outcome, contents.get(metric.id())));
            }
        }
        journal.record(entries);
    }

    private static Entry entry(Metric metric, Outcome outcome, @Nullable List<MeasurementContent> contents) {
        int count = outcome.stored().size();
        String summary = count == 1
                ? "entered “%s” for %s"
                        .formatted(metric.name(), outcome.stored().getFirst())
                : "entered %d values of “%s”".formatted(count, metric.name());
        return Entry.of("metric.measured", "metric", metric.id(), summary)
                .after(count <= 20 ? contents : null)
                .seenBy(metric.key());
    }

    private static void refuseUnlessEntered(Metric metric) {
        if (!metric.mayEdit()) {
            throw GeneralProblem.NOT_ALLOWED.exception();
        }
        Problem refusal = takesNone(metric);
        if (refusal != null) {
            throw refusal.exception();
        }
    }

    /** Why nobody types its values; null where those may who may change it. */
    static @Nullable Problem takesNone(Metric metric) {
        if (metric.state() != MetricState.ACTIVE) {
            return MetricProblem.METRIC_NOT_ACTIVE.problem();
        }
        return metric.sheet().computed() ? MetricProblem.METRIC_IS_COMPUTED.problem() : null;
    }

    /** One value of one metric needs no number in its field's name. */
    private static String at(List<Metric> all, Metric metric, int count, int number) {
        if (all.size() > 1) {
            return metric.id() + "[" + number + "].";
        }
        return count > 1 ? "[" + number + "]." : "";
    }
}
