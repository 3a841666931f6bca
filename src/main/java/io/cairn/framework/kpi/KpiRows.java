package io.cairn.framework.kpi;

import io.cairn.kernel.DomainClock;
import io.cairn.kernel.Viewer;
import io.cairn.metric.KnownMetric;
import io.cairn.metric.ManyMetrics;
import io.cairn.metric.Metric;
import io.cairn.organization.People;
import io.cairn.template.FileMark;
import io.cairn.template.Returned;
import io.cairn.template.ReturnedRows;
import io.cairn.template.RowChange;
import io.cairn.template.TemplateReturn.Kept;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes rows of {@link KpiColumns} back: a new row becomes a KPI with its target and values; one that is there changes as on its
 * page, what is typed into a month being its value. The months are those of the year in which the file was made.
 */
@Component
@Transactional
public class KpiRows {
    private static final Instant EARLIEST =
            LocalDate.of(2000, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();

    private final ManyMetrics metrics;
    private final People people;
    private final DomainClock clock;

    KpiRows(ManyMetrics metrics, People people, DomainClock clock) {
        this.metrics = metrics;
        this.people = people;
        this.clock = clock;
    }

    /**
     * What the rows of a file may mean.
     *
     * @param known by id, as far as the viewer sees them
     * @param people by what was typed in lower case
     * @param taken names in lower case that KPIs have already
     */
    record World(int year, Map<UUID, KnownMetric> known, Map<String, UUID> people, Set<String> taken) {}

    @Transactional(readOnly = true)
    public List<RowChange> preview(Viewer viewer, Returned file) {
        return judged(viewer, file).rows().done();
    }

    public List<Kept> apply(Viewer viewer, Returned part) {
        KpiJudging judged = judged(viewer, part);
        judged.rows().refuseIfAny();
        List<KpiJudging.Wanted> wanted = judged.acting();
        List<Metric> now = metrics.write(
                viewer, wanted.stream().map(KpiJudging.Wanted::sought).toList());
        List<Kept> kept = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            Metric metric = now.get(i);
            kept.add(new Kept(KpiSheets.KPIS, wanted.get(i).row().number(), metric.id(), metric.version()));
        }
        return kept;
    }

    private KpiJudging judged(Viewer viewer, Returned file) {
        var judging = new KpiJudging(file, world(viewer, file));
        List<KpiJudging.Wanted> acting = judging.acting();
        var problems = metrics.judge(
                viewer, acting.stream().map(KpiJudging.Wanted::sought).toList());
        for (int i = 0; i < acting.size(); i++) {
            judging.refuse(acting.get(i).row(), problems.get(i));
        }
        return judging;
    }

    private World world(Viewer viewer, Returned file) {
        List<Returned.Row> rows = ReturnedRows.of(file, KpiSheets.KPIS);
        Instant since = since(file.mark());
        int year = (since == null ? clock.instant() : since)
                .atZone(clock.getZone())
                .getYear();
        Set<UUID> ids = new HashSet<>();
        Set<String> names = new HashSet<>();
        Set<String> owners = new HashSet<>();
        for (Returned.Row row : rows) {
            row.row().id().ifPresentOrElse(ids::add, () -> add(names, row.row().text("name")));
            add(owners, row.row().text("owner"));
        }
        Map<UUID, KnownMetric> known = metrics.read(viewer, ids, year, since);
        Map<String, UUID> named = new HashMap<>(people.named(List.copyOf(owners)));
        named.putIfAbsent(lower(viewer.name()), viewer.id());
        known.values().stream()
                .map(one -> one.metric().sheet().owner())
                .forEach(owner -> named.putIfAbsent(lower(owner.name()), owner.id()));
        return new World(year, known, named, metrics.taken(names));
    }

    /** When the file was made; null where it does not say, or says what cannot be. */
    private @Nullable Instant since(FileMark mark) {
        Instant made = mark.madeAt();
        return made.isBefore(EARLIEST) || made.isAfter(clock.instant()) ? null : made;
    }

    private static void add(Set<String> names, @Nullable String name) {
        Stream.ofNullable(name).map(KpiRows::lower).forEach(names::add);
    }

    static String lower(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
