package io.cairn.metric.web;

import io.cairn.kernel.Page;
import io.cairn.kernel.Viewer;
import io.cairn.metric.Aggregation;
import io.cairn.metric.Direction;
import io.cairn.metric.Frequency;
import io.cairn.metric.Measurement;
import io.cairn.metric.MeasurementContent;
import io.cairn.metric.Measurements;
import io.cairn.metric.Metric;
import io.cairn.metric.MetricContent;
import io.cairn.metric.MetricHistory;
import io.cairn.metric.MetricLevel;
import io.cairn.metric.MetricProblem;
import io.cairn.metric.MetricSearch;
import io.cairn.metric.MetricState;
import io.cairn.metric.MetricStatus;
import io.cairn.metric.Metrics;
import io.cairn.metric.RuleSet;
import io.cairn.metric.SetTarget;
import io.cairn.metric.Source;
import io.cairn.metric.TargetContent;
import io.cairn.metric.TargetSetting;
import io.cairn.web.Created;
import io.cairn.web.Filters;
import io.cairn.web.ListQuery;
import io.cairn.web.MergePatch;
import io.cairn.web.OneOrMany;
import io.cairn.web.Refuses;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Metrics as JSON. */
@RestController
@Refuses(MetricProblem.class)
@RequestMapping("/api/v1/metrics")
class MetricApi {
    private final Metrics metrics;
    private final TargetSetting targets;
    private final MetricSearch search;
    private final Measurements measurements;
    private final MetricHistory history;

    MetricApi(
            Metrics metrics,
            TargetSetting targets,
            MetricSearch search,
            Measurements measurements,
            MetricHistory history) {
        this.metrics = metrics;
        this.targets = targets;
        this.search = search;
        this.measurements = measurements;
        this.history = history;
    }

    /** Lists the metrics you may see, by name. {@code owner} and {@code team} are short for {@code ownerId} and {@code teamId}. */
    @GetMapping
    @Transactional(readOnly = true)
    Page<Metric> list(
            @Filters(
                            value = {
                                "q",
                                "status",
                                "state",
                                "frequency",
                                "direction",
                                "level",
                                "category",
                                "segment",
                                "owner",
                                "ownerId",
                                "team",
                                "teamId",
                                "parentId",
                                "noteMissing"
                            },
                            several = "status")
                    ListQuery query) {
        return search.find(
                new MetricSearch.Wanted(
                        query.text("q"),
                        query.several("status", MetricStatus.class),
                        query.one("state", MetricState.class),
                        query.one("frequency", Frequency.class),
                        query.one("direction", Direction.class),
                        query.one("level", MetricLevel.class),
                        query.text("category"),
                        query.text("segment"),
                        either(query.uuid("owner"), query.uuid("ownerId")),
                        either(query.uuid("team"), query.uuid("teamId")),
                        null,
                        query.uuid("parentId"),
                        query.flag("noteMissing")),
                query.limit(),
                query.cursor());
    }

    private static @Nullable UUID either(@Nullable UUID one, @Nullable UUID other) {
        return one != null ? one : other;
    }

    /** Defines a metric, with its targets if they are given. Its owner may, and those who lead the owner or the team. */
    @PostMapping
    ResponseEntity<Metric> create(Viewer viewer, @RequestBody MetricContent content) {
        Metric metric = metrics.create(viewer, content);
        return Created.at("/api/v1/metrics/" + metric.id(), metric);
    }

    /** Reads a metric with what its measurements say now. */
    @GetMapping("/{metric}")
    Metric get(@PathVariable UUID metric) {
        return metrics.get(metric);
    }

    /** Changes a metric. What its values mean makes a new version of its definition, from {@code definedFrom} on. */
    @PatchMapping("/{metric}")
    Metric edit(Viewer viewer, @PathVariable UUID metric, MergePatch<MetricContent> patch) {
        return metrics.edit(viewer, metric, patch::onto, patch.version());
    }

    /** Lists the values of a metric, newest period first, each as it stands now. With {@code periodStart} every revision of that period. */
    @GetMapping("/{metric}/measurements")
    @Transactional(readOnly = true)
    Page<Measurement> measurements(@PathVariable UUID metric, @Filters("periodStart") ListQuery query) {
        LocalDate period = query.day("periodStart");
        return period == null
                ? measurements.of(metric, query.limit(), query.cursor())
                : new Page<>(measurements.revisions(metric, List.of(period)), null);
    }

    /** What was kept of several values. */
    record Kept(List<Measurement> items, int stored, int unchanged) {}

    /** Keeps one value or a list of them, all or none. The same again changes nothing, another for the same period corrects it. */
    @PostMapping("/{metric}/measurements")
    @Transactional
    ResponseEntity<Object> measure(
            Viewer viewer, @PathVariable UUID metric, @RequestBody OneOrMany<MeasurementContent> sent) {
        Measurements.Outcome outcome = measurements.record(viewer, metric, sent.items(), Source.API);
        List<LocalDate> starts = Stream.concat(outcome.stored().stream(), outcome.unchanged().stream())
                .distinct()
                .sorted()
                .toList();
        List<Measurement> now = measurements.current(metric, starts);
        Object body = sent.many()
                ? new Kept(now, outcome.stored().size(), outcome.unchanged().size())
                : now.getFirst();
        HttpStatus status = outcome.stored().isEmpty() ? HttpStatus.OK : HttpStatus.CREATED;
        return ResponseEntity.status(status)
                .header("Location", "/api/v1/metrics/" + metric + "/measurements")
                .body(body);
    }

    /** Reads a metric's periods from one day to another with their status, gaps included. {@code window} counts the periods of a trailing {@code aggregate}. */
    @GetMapping("/{metric}/series")
    MetricHistory.Told series(
            @PathVariable UUID metric, @Filters({"from", "to", "aggregate", "window"}) ListQuery query) {
        return history.series(
                metric,
                query.day("from"),
                query.day("to"),
                query.one("aggregate", Aggregation.class),
                query.whole("window"));
    }

    /** A metric's targets. */
    record Targets(List<SetTarget> items) {}

    /** Lists a metric's targets in the order they begin. */
    @GetMapping("/{metric}/targets")
    Targets targets(@PathVariable UUID metric) {
        return new Targets(targets.of(metric));
    }

    /** Sets one target or a list of them, such as a year's. One without end makes room for one that begins later; one of the same days is replaced. */
    @PostMapping("/{metric}/targets")
    ResponseEntity<Object> setTargets(
            Viewer viewer, @PathVariable UUID metric, @RequestBody OneOrMany<TargetContent> sent) {
        List<SetTarget> set = targets.add(viewer, metric, sent.items(), sent.many() ? "targets" : "");
        return Created.at("/api/v1/metrics/" + metric + "/targets", sent.many() ? new Targets(set) : set.getFirst());
    }

    /** Reads the natural limits of a metric and which of its periods are signals. Limits need six periods and are provisional until twenty. */
    @GetMapping("/{metric}/signals")
    MetricHistory.Behaviour signals(@PathVariable UUID metric, @Filters("rules") ListQuery query) {
        RuleSet rules = query.one("rules", RuleSet.class);
        return history.behaviour(metric, rules == null ? RuleSet.STANDARD : rules);
    }
}
