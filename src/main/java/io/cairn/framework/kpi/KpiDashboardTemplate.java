package io.cairn.framework.kpi;

import io.cairn.kernel.Comparator;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Viewer;
import io.cairn.metric.Direction;
import io.cairn.metric.MetricLevel;
import io.cairn.metric.MetricYear;
import io.cairn.template.Filled;
import io.cairn.template.LiveFile;
import io.cairn.template.SheetForm.Paper;
import io.cairn.template.SheetRow;
import io.cairn.template.SheetRow.Making;
import io.cairn.template.Template;
import io.cairn.template.TemplateForm;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** KPIs with a year of values as a file: all that the viewer may see, or those of a dashboard. */
@Component
@Transactional(readOnly = true)
class KpiDashboardTemplate implements Template {
    static final String KEY = "kpi-dashboard";
    private static final int VERSION = 1;
    private static final int DASHBOARDS = 500;
    private static final TemplateForm FORM = new TemplateForm(
            KEY,
            "KPI dashboard",
            "kpi",
            VERSION,
            "Vital signs of a year, month by month, with their targets and how they stand.",
            List.of(KpiSheets.form(
                    "KPIs",
                    "One KPI in each row. Type the values of each month; what is current, the year so far and the status follow.",
                    List.of(),
                    Paper.table(14, "name", "owner", "unit", "comparator", "target", "current", "soFar", "status"))));

    private final KpiSheets sheets;
    private final Dashboards dashboards;

    KpiDashboardTemplate(KpiSheets sheets, Dashboards dashboards) {
        this.sheets = sheets;
        this.dashboards = dashboards;
    }

    @Override
    public TemplateForm form() {
        return FORM;
    }

    /** Source: frameworks 6.3. */
    @Override
    public Filled sample() {
        return KpiSheets.sample(
                FORM,
                Stream.of(retention(), bounces(), revenue(), wins(), promoters())
                        .map(row -> row.with("level", MetricLevel.ORG).done())
                        .toList());
    }

    @Override
    public Filled blank(Viewer viewer) {
        return sheets.blank(FORM);
    }

    @Override
    public List<LiveFile> liveFiles(Viewer viewer) {
        List<LiveFile> files = new ArrayList<>();
        files.add(sheets.everything());
        dashboards
                .find(Dashboards.Wanted.ANY, DASHBOARDS, null)
                .items()
                .forEach(one ->
                        files.add(new LiveFile(one.id().toString(), "Dashboards", one.name() + ", " + sheets.year())));
        return files;
    }

    @Override
    public Filled live(Viewer viewer, String subject) {
        if (subject.equals(KpiSheets.ALL)) {
            return sheets.live(FORM, String.valueOf(sheets.year()), subject, rows(sheets.all()));
        }
        Dashboard dashboard = dashboards.get(id(subject));
        return sheets.live(
                FORM, dashboard.name() + ", " + sheets.year(), subject, rows(sheets.of(dashboard.metrics())));
    }

    private static List<SheetRow> rows(List<MetricYear> years) {
        return years.stream().map(one -> KpiColumns.row(one).done()).toList();
    }

    private static UUID id(String subject) {
        try {
            return UUID.fromString(subject);
        } catch (IllegalArgumentException noId) {
            throw GeneralProblem.NOT_FOUND.exception();
        }
    }

    private static Making retention() {
        return KpiColumns.sample(
                "Customer retention",
                "Noah",
                "%",
                Direction.HIGHER,
                Comparator.GE,
                "92",
                "88",
                1,
                "91 89 87 86 85 85 87.5 88.5".split(" "));
    }

    private static Making bounces() {
        return KpiColumns.sample(
                "Website bounce rate",
                "Lena",
                "%",
                Direction.LOWER,
                Comparator.LT,
                "40",
                "44",
                1,
                "42.5 41.8 41 40.2 39.6 39.1 38.6 38.2".split(" "));
    }

    private static Making revenue() {
        return KpiColumns.sample(
                "Monthly recurring revenue",
                "Mia",
                "EUR",
                Direction.HIGHER,
                Comparator.GE,
                null,
                null,
                1,
                "371000 378000 384000 390000 396000 401000 407000 412000".split(" "));
    }

    private static Making wins() {
        return KpiColumns.sample(
                "Sales win rate",
                "Theo",
                "%",
                Direction.HIGHER,
                Comparator.GT,
                "20",
                "18",
                1,
                "21 20.5 20.8 19.9 19.2 18.4 17.9 17.5".split(" "));
    }

    private static Making promoters() {
        return KpiColumns.sample(
                "Net promoter score",
                "Omar",
                "",
                Direction.HIGHER,
                Comparator.GE,
                null,
                null,
                1,
                "52 53 54 54 55 55 58 61".split(" "));
    }
}
