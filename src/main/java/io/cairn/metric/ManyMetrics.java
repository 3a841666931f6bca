package io.cairn.metric;

import io.cairn.audit.Entry;
import io.cairn.audit.Journal;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.Ids;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Viewer;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Many metrics read, judged and written at once, for files that hold them; with the rules and rights of {@link Metrics},
 * {@link TargetSetting} and {@link Measurements}.
 */
@Component
@Transactional
public class ManyMetrics {
    private static final int AT_ONCE = 250;

    private final JdbcClient db;
    private final Metrics metrics;
    private final MetricReader reader;
    private final MetricWriter writer;
    private final MetricTargets targets;
    private final Measurements measurements;
    private final MetricFlow flow;
    private final Journal journal;
    private final DomainClock clock;

    ManyMetrics(
            JdbcClient db,
            Metrics metrics,
            MetricReader reader,
            MetricWriter writer,
            MetricTargets targets,
            Measurements measurements,
            MetricFlow flow,
            Journal journal,
            DomainClock clock) {
        this.db = db;
        this.metrics = metrics;
        this.reader = reader;
        this.writer = writer;
        this.targets = targets;
        this.measurements = measurements;
        this.flow = flow;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Metrics with a year of them, as far as the viewer sees them; four statements.
     *
     * @param since when the file was made; null where nobody knows
     */
    @Transactional(readOnly = true)
    public Map<UUID, KnownMetric> read(Viewer viewer, Collection<UUID> ids, int year, @Nullable Instant since) {
        Map<UUID, List<SetTarget>> set = targets.of(ids);
        Map<UUID, Set<LocalDate>> corrected = since == null ? Map.of() : corrected(viewer, ids, since);
        Map<UUID, KnownMetric> known = new HashMap<>();
        for (MetricChange one : metrics.told(List.copyOf(ids))) {
            UUID id = one.metric().id();
            List<SetTarget> own = set.getOrDefault(id, List.of());
            known.put(
                    id,
                    new KnownMetric(
                            MetricYear.of(
                                    one.metric(),
                                    one.series(),
                                    own.stream().map(SetTarget::target).toList(),
                                    year),
                            own,
                            one.series(),
                            corrected.getOrDefault(id, Set.of()),
                            since != null && own.stream().anyMatch(target -> isOthers(viewer, target, since))));
        }
        return known;
    }

    private static boolean isOthers(Viewer viewer, SetTarget target, Instant since) {
        boolean own = target.setBy() != null && target.setBy().id().equals(viewer.id());
        return !own && target.recordedAt().isAfter(since);
    }

    private Map<UUID, Set<LocalDate>> corrected(Viewer viewer, Collection<UUID> ids, Instant since) {
        Map<UUID, Set<LocalDate>> found = new HashMap<>();
        db.sql("""
                select x.metric_id, x.period_start
                  from metric.measurement x
                 where x.metric_id = any (:ids::uuid[]) and x.recorded_at > :since
                   and x.entered_by is distinct from :viewer
                """)
                .param("ids", Ids.array(ids))
                .param("since", Timestamp.from(since))
                .param("viewer", viewer.id())
                .query(row -> {
                    found.computeIfAbsent(row.getObject("metric_id", UUID.class), id -> new HashSet<>())
                            .add(row.getObject("period_start", LocalDate.class));
                });
        return found;
    }

    /** Which of these names, in lower case, metrics have that the viewer sees. */
    @Transactional(readOnly = true)
    public Set<String> taken(Collection<String> names) {
        return new HashSet<>(
                db.sql("select distinct lower(m.name) from metric.metric m where lower(m.name) = any (:names)")
                        .param("names", names.toArray(String[]::new))
                        .query(String.class)
                        .list());
    }

    /**
     * What keeps each from becoming what it is to be, in their order; nothing where it can. Problems of targets of months are
     * at {@code targets[month]}, of values at {@code values[month]}. One statement.
     */
    @Transactional(readOnly = true)
    public List<List<Problem>> judge(Viewer viewer, List<SoughtMetric> all) {
        SoughtCheck check = new SoughtCheck(viewer, led(viewer, all), clock.today());
        return all.stream().map(check::problems).toList();
    }

    /** The people and teams among those that are named whom the viewer leads, at any distance. */
    private Set<UUID> led(Viewer viewer, List<SoughtMetric> all) {
        Set<UUID> owners = new HashSet<>();
        Set<UUID> teams = new HashSet<>();
        for (SoughtMetric one : all) {
            owners.add(one.owner(viewer.id()));
            if (one.content().teamId() != null) {
                teams.add(one.content().teamId());
            }
        }
        return new HashSet<>(db.sql("""
                select r.person_id from organization.reporting_line r
                 where r.person_id = any (:owners::uuid[]) and r.manager_id = access.person()
                union
                select l.team_id from organization.team_line l join organization.team led on led.id = l.above_id
                 where l.team_id = any (:teams::uuid[]) and led.leader_id = access.person()
                """)
                .param("owners", Ids.array(owners))
                .param("teams", Ids.array(teams))
                .query(UUID.class)
                .list());
    }

    /**
     * Makes all of them what they are to be, or none.
     *
     * @return each as it is then, in their order
     * @throws ProblemException with everything {@link #judge} finds
     */
    public List<Metric> write(Viewer viewer, List<SoughtMetric> all) {
        List<Problem> problems =
                judge(viewer, all).stream().flatMap(List::stream).toList();
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        Map<UUID, SoughtMetric> byId = new LinkedHashMap<>();
        List<Entry> entries = new ArrayList<>();
        all.forEach(
                one -> byId.put(one.metric() == null ? Ids.next() : one.metric().id(), one));
        sheets(viewer, byId, entries);
        targets(viewer, byId, entries);
        journal.record(entries);
        Map<UUID, List<MeasurementContent>> values = values(byId);
        inParts(values.keySet(), part -> {
            Map<UUID, List<MeasurementContent>> some = new LinkedHashMap<>();
            part.forEach(id -> some.put(id, values.getOrDefault(id, List.of())));
            measurements.record(viewer, some, Source.FILE);
        });
        Set<UUID> others = new TreeSet<>(byId.keySet());
        others.removeAll(values.keySet());
        inParts(others, flow::renew);
        return reader.of(byId.keySet());
    }

    /** The definition sheets. */
    private void sheets(Viewer viewer, Map<UUID, SoughtMetric> all, List<Entry> entries) {
        List<MetricWriter.Row> fresh = new ArrayList<>();
        List<MetricWriter.Row> changed = new ArrayList<>();
        List<MetricWriter.Row> defined = new ArrayList<>();
        all.forEach((id, one) -> {
            Metric before = one.metric();
            UUID owner = one.owner(viewer.id());
            if (before == null) {
                var row = new MetricWriter.Row(id, one.content(), owner, MetricState.ACTIVE, null, 1, null);
                fresh.add(row);
                defined.add(row);
                entries.add(Metrics.created(row));
            } else if (one.rewritten()) {
                String formula = before.sheet().formula();
                var row = Metrics.row(
                        before, one.content(), owner, formula == null ? null : Formula.parse(formula), clock.today());
                changed.add(row);
                entries.add(Metrics.edited(before, row));
                if (row.definitionVersion() != before.sheet().definitionVersion()) {
                    defined.add(row);
                }
            }
        });
        writer.insert(fresh);
        writer.update(changed);
        writer.define(defined, viewer.id());
    }

    private void targets(Viewer viewer, Map<UUID, SoughtMetric> all, List<Entry> entries) {
        Map<UUID, List<UUID>> gone = new LinkedHashMap<>();
        Map<UUID, List<MetricTarget>> added = new LinkedHashMap<>();
        all.forEach((id, one) -> {
            if (one.setsTargets()) {
                MetricContent content = one.content();
                List<MetricTarget> wanted = one.targetYear(Objects.requireNonNull(content.direction()))
                        .all();
                List<MetricTarget> before =
                        one.set().stream().map(SetTarget::target).toList();
                gone.put(
                        id,
                        one.set().stream()
                                .filter(set -> !wanted.contains(set.target()))
                                .map(SetTarget::id)
                                .toList());
                List<MetricTarget> fresh = wanted.stream()
                        .filter(target -> !before.contains(target))
                        .toList();
                added.put(id, fresh);
                var key = new MetricWriter.Row(id, content, one.owner(viewer.id()), MetricState.ACTIVE, null, 1, null)
                        .key();
                entries.add(TargetSetting.entry(id, String.valueOf(content.name()), key, fresh.size())
                        .after(fresh));
            }
        });
        writer.remove(gone);
        writer.insert(added, viewer.id());
    }

    private static Map<UUID, List<MeasurementContent>> values(Map<UUID, SoughtMetric> all) {
        Map<UUID, List<MeasurementContent>> values = new LinkedHashMap<>();
        all.forEach((id, one) -> {
            Frequency frequency = Objects.requireNonNull(one.content().frequency());
            one.values()
                    .forEach((month, value) -> values.computeIfAbsent(id, metric -> new ArrayList<>())
                            .add(Objects.requireNonNull(one.measurement(frequency, month, value))));
        });
        return values;
    }

    /** Few enough to hold with all that is made of them. */
    private static void inParts(Collection<UUID> ids, Consumer<List<UUID>> work) {
        List<UUID> all = List.copyOf(ids);
        IntStream.iterate(0, first -> first < all.size(), first -> first + AT_ONCE)
                .forEach(first -> work.accept(all.subList(first, Math.min(all.size(), first + AT_ONCE))));
    }
}
