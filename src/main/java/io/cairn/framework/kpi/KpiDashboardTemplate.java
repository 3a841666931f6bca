package io.cairn.framework.kpi;

import io.cairn.kernel.Comparator;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.GeneralProblem;
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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** KPIs with a year of values as a file: all that the viewer may see, or those of a dashboard. */
@Component
@Transactional(readOnly = true)
class KpiDashboardTemplate implements Template {
    static final String KEY = "kpi-dashboard";
    static final String KPIS = "kpis";
    private static final String ALL = "all";
    private static final int VERSION = 1;
    private static final int MOST = 5000;
    private static final int PEOPLE = 500;
    private static final TemplateForm FORM = new TemplateForm(
            KEY,
            "KPI dashboard",
            "kpi",
            VERSION,
            "Vital signs of a year, month by month, with their targets and how they stand.",
            List.of(sheet()));

    private final MetricSearch search;
    private final MetricYears years;
    private final Dashboards dashboards;
    private final People people;
    private final DomainClock clock;

    KpiDashboardTemplate(
            MetricSearch search, MetricYears years, Dashboards dashboards, People people, DomainClock clock) {
        this.search = search;
        this.years = years;
        this.dashboards = dashboards;
        this.people = people;
        this.clock = clock;
    }

    private static SheetForm sheet() {
        List<Column> columns = new ArrayList<>(KpiColumns.all());
        columns.add(Column.id());
        columns.add(Column.version());
        return new SheetForm(
                KPIS,
                "KPIs",
                "One KPI in each row. Type the values of each month; what is current, the year so far and the status follow.",
                columns,
                15,
                true,
                Paper.table(14, "name", "owner", "unit", "comparator", "target", "current", "soFar", "status"));
    }

    @Override
    public TemplateForm form() {
        return FORM;
    }

    @Override
    public Filled sample() {
        return filled(Variant.SAMPLE, "2026", "", sampleRows(), Map.of());
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
        List<LiveFile> files = new ArrayList<>();
        int year = clock.today().getYear();
        files.add(new LiveFile(ALL, "All", "All KPIs I may see, " + year));
        dashboards
                .find(Dashboards.Wanted.ANY, PEOPLE, null)
                .items()
                .forEach(one -> files.add(new LiveFile(one.id().toString(), "Dashboards", one.name() + ", " + year)));
        return files;
    }

    @Override
    public Filled live(Viewer viewer, String subject) {
        int year = clock.today().getYear();
        Dashboard dashboard = subject.equals(ALL) ? null : dashboards.get(id(subject));
        List<UUID> ids = dashboard != null
                ? dashboard.metrics()
                : search.find(MetricSearch.Wanted.ANY, MOST, null).items().stream()
                        .map(Metric::id)
                        .toList();
        List<SheetRow> rows = years.of(ids, year).stream()
                .map(one -> KpiColumns.row(one).done())
                .toList();
        String about = (dashboard == null ? "" : dashboard.name() + ", ") + year;
        return filled(Variant.LIVE, about, subject, rows, names());
    }

    private static UUID id(String subject) {
        try {
            return UUID.fromString(subject);
        } catch (IllegalArgumentException noId) {
            throw GeneralProblem.NOT_FOUND.exception();
        }
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

    /** Source: frameworks 6.3. */
    private static List<SheetRow> sampleRows() {
        return List.of(
                sample(
                        "Customer retention",
                        "Noah",
                        "%",
                        Direction.HIGHER,
                        Comparator.GE,
                        "92",
                        "88",
                        "91",
                        "89",
                        "87",
                        "86",
                        "85",
                        "85",
                        "87.5",
                        "88.5"),
                sample(
                        "Website bounce rate",
                        "Lena",
                        "%",
                        Direction.LOWER,
                        Comparator.LT,
                        "40",
                        "44",
                        "42.5",
                        "41.8",
                        "41",
                        "40.2",
                        "39.6",
                        "39.1",
                        "38.6",
                        "38.2"),
                sample(
                        "Monthly recurring revenue",
                        "Mia",
                        "EUR",
                        Direction.HIGHER,
                        null,
                        null,
                        null,
                        "371000",
                        "378000",
                        "384000",
                        "390000",
                        "396000",
                        "401000",
                        "407000",
                        "412000"),
                sample(
                        "Sales win rate",
                        "Theo",
                        "%",
                        Direction.HIGHER,
                        Comparator.GT,
                        "20",
                        "18",
                        "21",
                        "20.5",
                        "20.8",
                        "19.9",
                        "19.2",
                        "18.4",
                        "17.9",
                        "17.5"),
                sample(
                        "Net promoter score",
                        "Omar",
                        "",
                        Direction.HIGHER,
                        null,
                        null,
                        null,
                        "52",
                        "53",
                        "54",
                        "54",
                        "55",
                        "55",
                        "58",
                        "61"));
    }

    private static SheetRow sample(
            String name,
            String owner,
            String unit,
            Direction direction,
            @Nullable Comparator comparator,
            @Nullable String target,
            @Nullable String amberAt,
            String... values) {
        Map<Integer, BigDecimal> actuals = new TreeMap<>();
        for (int month = 1; month <= values.length; month++) {
            actuals.put(month, new BigDecimal(values[month - 1]));
        }
        MetricTarget held = comparator == null || target == null
                ? null
                : MetricTarget.of(
                        LocalDate.of(2026, 1, 1),
                        null,
                        comparator,
                        new BigDecimal(target),
                        amberAt == null ? null : new BigDecimal(amberAt));
        return KpiColumns.row(name, direction, held, Aggregation.LAST, actuals)
                .with("owner", owner)
                .with("unit", unit)
                .with("level", io.cairn.metric.MetricLevel.ORG)
                .done();
    }
}
