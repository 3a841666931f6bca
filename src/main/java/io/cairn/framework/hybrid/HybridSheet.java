package io.cairn.framework.hybrid;

import io.cairn.framework.kpi.KpiColumns;
import io.cairn.kernel.Comparator;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Ids;
import io.cairn.kernel.Viewer;
import io.cairn.metric.Aggregation;
import io.cairn.metric.Direction;
import io.cairn.metric.Metric;
import io.cairn.metric.MetricSearch;
import io.cairn.metric.MetricTarget;
import io.cairn.metric.MetricYears;
import io.cairn.organization.People;
import io.cairn.template.Column;
import io.cairn.template.Filled;
import io.cairn.template.LiveFile;
import io.cairn.template.SheetForm;
import io.cairn.template.SheetForm.Paper;
import io.cairn.template.SheetRow;
import io.cairn.template.SheetRows;
import io.cairn.template.Template;
import io.cairn.template.TemplateForm;
import io.cairn.template.Variant;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** KPIs with the objectives that move them and what red ones proposed, as a file (frameworks 2.6). */
@Component
@Transactional(readOnly = true)
class HybridSheet implements Template {
    static final String KEY = "okr-kpi-hybrid";
    private static final String KPIS = "kpis";
    private static final String ALL = "all";
    private static final int VERSION = 1;
    private static final int MOST = 5000;
    private static final int PEOPLE = 500;
    private static final TemplateForm FORM = new TemplateForm(
            KEY,
            "OKR and KPI board",
            "hybrid",
            VERSION,
            "KPIs that keep the business steady, beside the objectives that change what is off target.",
            List.of(sheet()));

    private final MetricSearch search;
    private final MetricYears years;
    private final People people;
    private final DomainClock clock;
    private final JdbcClient db;

    HybridSheet(MetricSearch search, MetricYears years, People people, DomainClock clock, JdbcClient db) {
        this.search = search;
        this.years = years;
        this.people = people;
        this.clock = clock;
        this.db = db;
    }

    private static SheetForm sheet() {
        List<Column> columns = new ArrayList<>(KpiColumns.all());
        columns.add(Column.text("linkedObjective", "Linked objective", 40).onlyShown());
        columns.add(Column.text("linkedResult", "Linked key result", 36).onlyShown());
        columns.add(Column.choice("proposal", "Proposal", Column.words(ProposalState.values(), ProposalState::label))
                .onlyShown());
        columns.add(Column.id());
        columns.add(Column.version());
        return new SheetForm(
                KPIS,
                "KPIs and OKRs",
                "One KPI in each row, with the objective that is to bring it back on target.",
                columns,
                15,
                true,
                Paper.table(
                        12,
                        "name",
                        "owner",
                        "target",
                        "current",
                        "status",
                        "linkedObjective",
                        "linkedResult",
                        "proposal"));
    }

    /** What hangs on a metric. */
    private record Hanging(
            UUID metricId,
            @Nullable String objective,
            @Nullable String result,
            @Nullable String proposal) {}

    @Override
    public TemplateForm form() {
        return FORM;
    }

    @Override
    public Filled blank(Viewer viewer) {
        return filled(Variant.BLANK, "", "", List.of(), names());
    }

    private Map<String, List<String>> names() {
        return Map.of(
                "owner",
                people.choices(PEOPLE).stream().map(People.Choice::name).toList());
    }

    @Override
    public List<LiveFile> liveFiles(Viewer viewer) {
        return List.of(
                new LiveFile(ALL, "All", "All KPIs I may see, " + clock.today().getYear()));
    }

    @Override
    public Filled live(Viewer viewer, String subject) {
        if (!subject.equals(ALL)) {
            throw GeneralProblem.NOT_FOUND.exception();
        }
        int year = clock.today().getYear();
        List<UUID> ids = search.find(MetricSearch.Wanted.ANY, MOST, null).items().stream()
                .map(Metric::id)
                .toList();
        Map<UUID, Hanging> hanging = hanging(ids);
        List<SheetRow> rows = new ArrayList<>();
        years.of(ids, year).forEach(one -> {
            SheetRow.Making row = KpiColumns.row(one);
            Hanging on = hanging.get(one.metric().id());
            if (on != null) {
                row.with("linkedObjective", on.objective())
                        .with("linkedResult", on.result())
                        .with("proposal", on.proposal());
            }
            rows.add(row.done());
        });
        return filled(Variant.LIVE, String.valueOf(year), subject, rows, names());
    }

    /** The newest objective that is not over, and the newest proposal; row security leaves out what the viewer may not see. */
    private Map<UUID, Hanging> hanging(List<UUID> metrics) {
        Map<UUID, Hanging> found = new HashMap<>();
        db.sql("""
                select m.id as metric_id, g.title as objective, g.name as result, p.state as proposal
                  from metric.metric m
                  left join lateral (select o.title, k.name
                                       from goal.measure k join goal.goal o on o.id = k.goal_id
                                      where k.metric_id = m.id and not k.cancelled and o.state not in ('CANCELLED', 'CLOSED')
                                        and o.framework = 'okr'
                                      order by o.id desc limit 1) g on true
                  left join lateral (select x.state from hybrid.proposal x
                                      where x.metric_id = m.id order by x.id desc limit 1) p on true
                 where m.id = any (:metrics::uuid[])
                """)
                .param("metrics", Ids.array(metrics))
                .query(Hanging.class)
                .list()
                .forEach(one -> found.put(one.metricId(), one));
        return found;
    }

    private static Filled filled(
            Variant variant, String about, String subject, List<SheetRow> rows, Map<String, List<String>> names) {
        return new Filled(
                FORM,
                variant,
                about,
                subject,
                "",
                List.of(SheetRows.of(FORM.sheet(KPIS), rows).choosing(names)));
    }

    /** Source: frameworks 6.2 and 6.3. */
    @Override
    public Filled sample() {
        return filled(
                Variant.SAMPLE,
                "2026",
                "",
                List.of(
                        sample("Customer retention", "Noah", "92", Comparator.GE, "88", "85", "87.5", "88.5")
                                .with("linkedObjective", "Create an unforgettable customer experience")
                                .with("linkedResult", "Raise retention from 85 % to 92 %")
                                .with("proposal", ProposalState.ACCEPTED)
                                .done(),
                        sample("Sales win rate", "Theo", "20", Comparator.GT, "18", "18.4", "17.9", "17.5")
                                .with("proposal", ProposalState.OPEN)
                                .done(),
                        sample("Net promoter score", "Omar", null, Comparator.GE, null, "55", "58", "61")
                                .with("linkedObjective", "Improve customer satisfaction in Q3")
                                .with("linkedResult", "Raise NPS from 55 to 70")
                                .done()),
                Map.of());
    }

    /** @param values of June, July and August */
    private static SheetRow.Making sample(
            String name,
            String owner,
            @Nullable String target,
            Comparator comparator,
            @Nullable String amberAt,
            String... values) {
        Map<Integer, BigDecimal> actuals = new TreeMap<>();
        for (int i = 0; i < values.length; i++) {
            actuals.put(6 + i, new BigDecimal(values[i]));
        }
        MetricTarget held = target == null
                ? null
                : MetricTarget.of(
                        LocalDate.of(2026, 1, 1),
                        null,
                        comparator,
                        new BigDecimal(target),
                        amberAt == null ? null : new BigDecimal(amberAt));
        return KpiColumns.row(name, Direction.HIGHER, held, Aggregation.LAST, actuals)
                .with("owner", owner)
                .with("unit", name.startsWith("Net") ? "" : "%");
    }
}
