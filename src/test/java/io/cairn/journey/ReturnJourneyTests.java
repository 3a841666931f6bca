package io.cairn.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.cairn.access.Viewing;
import io.cairn.kernel.Viewer;
import io.cairn.organization.People;
import io.cairn.template.Filled;
import io.cairn.template.SheetRow;
import io.cairn.template.SheetRows;
import io.cairn.template.Templates;
import io.cairn.template.writing.Format;
import io.cairn.testing.DemoTest;
import io.cairn.testing.Recalculated;
import io.cairn.testing.SmallCompany;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Filled templates are sent back, looked at and applied. */
@DemoTest
class ReturnJourneyTests extends Journey {
    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String TITLE = "Improve revenue retention";

    @Autowired
    Templates templates;

    @Autowired
    People people;

    @Autowired
    SmallCompany company;

    @Autowired
    TransactionTemplate transaction;

    private <T> T asNoah(Function<Viewer, T> work) {
        Viewer noah = Viewing.asSystem(
                "Test",
                () -> transaction.execute(status -> company.viewer(
                        people.findByEmail("noah@example.com").orElseThrow().id())));
        return Viewing.as(noah, () -> transaction.execute(status -> work.apply(noah)));
    }

    /** The live file of the cycle with another reason for one objective. */
    private byte[] edited(String why) {
        Filled live = asNoah(noah -> {
            var template = templates.require("okr-planning-sheet");
            return template.liveFiles(noah).stream()
                    .map(one -> template.live(noah, one.subject()))
                    .filter(file -> file.sheets().get(1).rows().stream()
                            .anyMatch(row -> String.valueOf(row.text("title")).startsWith(TITLE)))
                    .findFirst()
                    .orElseThrow();
        });
        List<SheetRows> sheets = new ArrayList<>(live.sheets());
        SheetRows objectives = sheets.get(1);
        sheets.set(
                1,
                new SheetRows(
                        objectives.form(),
                        objectives.rows().stream().map(row -> because(row, why)).toList(),
                        objectives.totals(),
                        objectives.names()));
        return Recalculated.file(
                new Filled(live.form(), live.variant(), live.about(), live.subject(), live.currency(), sheets),
                Format.XLSX);
    }

    private static SheetRow because(SheetRow row, String why) {
        if (!String.valueOf(row.text("title")).startsWith(TITLE)) {
            return row;
        }
        var cells = new HashMap<>(row.cells());
        cells.put("why", new io.cairn.template.Cell.Words(why));
        return new SheetRow(cells, row.fixed());
    }

    private static void send(Page page, byte[] file) {
        send(page, "okr-planning-sheet", file);
    }

    private static void send(Page page, String template, byte[] file) {
        page.navigate("/templates/" + template + "/return");
        page.getByLabel("File").setInputFiles(new FilePayload("q3.xlsx", EXCEL, file));
        button(page, "See what changes").click();
    }

    @Test
    void aFileIsLookedAtCellByCellAndThenApplied() {
        Page page = visitors.as("Noah");
        page.navigate("/templates/okr-planning-sheet/return");
        page.getByLabel("File")
                .setInputFiles(new FilePayload("notes.csv", "text/csv", "Dear all\n".getBytes(StandardCharsets.UTF_8)));
        button(page, "See what changes").click();
        assertThat(page.locator("[role=alert]")).containsText("SHEET_MISSING");
        String why = "Renewals carry the year; losing one costs more than winning two.";
        byte[] file = edited(why);
        send(page, file);
        assertThat(heading(page)).hasText("q3.xlsx");
        assertThat(page.locator(".ledger tbody tr")).hasCount(1);
        assertThat(page.locator(".ledger ins")).hasText(why);
        button(page, "Apply 1 row").click();
        assertThat(page.locator(".lede")).containsText("1 row is applied.");
        send(page, file);
        assertThat(page.locator("main")).containsText("The file says what is there already.");
        assertThat(page.locator("main form")).hasCount(0);
    }

    /** All KPIs that Noah sees, with another source for the first of his own. */
    private byte[] measured(String source) {
        Filled live = asNoah(noah -> templates.require("kpi-dashboard").live(noah, "all"));
        SheetRows kpis = live.sheets().getFirst();
        List<SheetRow> rows = new ArrayList<>(kpis.rows());
        int own = (int) rows.stream()
                .takeWhile(row -> !String.valueOf(row.text("owner")).startsWith("Noah"))
                .count();
        var cells = new HashMap<>(rows.get(own).cells());
        cells.put("source", new io.cairn.template.Cell.Words(source));
        rows.set(own, new SheetRow(cells, rows.get(own).fixed()));
        return Recalculated.file(
                new Filled(
                        live.form(),
                        live.variant(),
                        live.about(),
                        live.subject(),
                        live.currency(),
                        List.of(new SheetRows(kpis.form(), rows, kpis.totals(), kpis.names()))),
                Format.XLSX);
    }

    @Test
    void theDashboardOfAllKpisComesBackWithOneCellChanged() {
        Page page = visitors.as("Noah");
        byte[] file = measured("Counted by hand");
        send(page, "kpi-dashboard", file);
        assertThat(page.locator(".ledger tbody tr")).hasCount(1);
        assertThat(page.locator(".ledger ins")).hasText("Counted by hand");
        button(page, "Apply 1 row").click();
        assertThat(page.locator(".lede")).containsText("1 row is applied.");
        send(page, "kpi-dashboard", file);
        assertThat(page.locator("main")).containsText("The file says what is there already.");
    }
}
