package io.cairn.framework.kpi;

import io.cairn.kernel.DomainClock;
import io.cairn.metric.Metric;
import io.cairn.metric.MetricSearch;
import io.cairn.metric.MetricYear;
import io.cairn.metric.MetricYears;
import io.cairn.organization.People;
import io.cairn.template.Column;
import io.cairn.template.Filled;
import io.cairn.template.LiveFile;
import io.cairn.template.SheetForm;
import io.cairn.template.SheetForm.Paper;
import io.cairn.template.SheetRow;
import io.cairn.template.SheetRows;
import io.cairn.template.TemplateForm;
import io.cairn.template.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What templates with a sheet of KPIs have in common: its form, what it is filled with, and the names to choose from. */
@Component
public class KpiSheets {
    /** Key of the sheet. */
    public static final String KPIS = "kpis";

    /** Subject of the file with all KPIs that the viewer sees. */
    public static final String ALL = "all";

    private static final int MOST = 5000;
    private static final int PEOPLE = 500;
    private static final int BLANK_ROWS = 15;

    private final MetricSearch search;
    private final MetricYears years;
    private final People people;
    private final DomainClock clock;

    KpiSheets(MetricSearch search, MetricYears years, People people, DomainClock clock) {
        this.search = search;
        this.years = years;
        this.people = people;
        this.clock = clock;
    }

    /** @param more columns beside those of every KPI, which are only shown */
    public static SheetForm form(String title, String hint, List<Column> more, Paper paper) {
        List<Column> columns = new ArrayList<>(KpiColumns.all());
        more.forEach(column -> columns.add(column.onlyShown()));
        columns.add(Column.id());
        columns.add(Column.version());
        return new SheetForm(KPIS, title, hint, columns, BLANK_ROWS, true, paper);
    }

    public int year() {
        return clock.today().getYear();
    }

    public LiveFile everything() {
        return new LiveFile(ALL, "All", "All KPIs I may see, " + year());
    }

    /** This year of all that the viewer sees, the first 5,000 by name. */
    public List<MetricYear> all() {
        return of(search.find(MetricSearch.Wanted.ANY, MOST, null).items().stream()
                .map(Metric::id)
                .toList());
    }

    /** This year of these, as far as the viewer sees them. */
    public List<MetricYear> of(List<UUID> metrics) {
        return years.of(metrics, year());
    }

    public Filled blank(TemplateForm form) {
        return filled(form, Variant.BLANK, "", "", List.of(), names());
    }

    public Filled live(TemplateForm form, String about, String subject, List<SheetRow> rows) {
        return filled(form, Variant.LIVE, about, subject, rows, names());
    }

    /** Of 2026, as in frameworks 6. */
    public static Filled sample(TemplateForm form, List<SheetRow> rows) {
        return filled(form, Variant.SAMPLE, "2026", "", rows, Map.of());
    }

    private Map<String, List<String>> names() {
        return Map.of(
                "owner",
                people.choices(PEOPLE).stream().map(People.Choice::name).toList());
    }

    private static Filled filled(
            TemplateForm form,
            Variant variant,
            String about,
            String subject,
            List<SheetRow> rows,
            Map<String, List<String>> names) {
        return new Filled(
                form,
                variant,
                about,
                subject,
                "",
                List.of(SheetRows.of(form.sheet(KPIS), rows).choosing(names)));
    }
}
