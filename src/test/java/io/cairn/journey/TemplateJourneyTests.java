package io.cairn.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.cairn.access.Viewing;
import io.cairn.kernel.Viewer;
import io.cairn.organization.People;
import io.cairn.template.Column;
import io.cairn.template.Filled;
import io.cairn.template.SheetForm;
import io.cairn.template.Template;
import io.cairn.template.Templates;
import io.cairn.template.writing.Format;
import io.cairn.template.writing.Functions;
import io.cairn.testing.DemoTest;
import io.cairn.testing.LibreOffice;
import io.cairn.testing.Recalculated;
import io.cairn.testing.SmallCompany;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The gallery as people use it, and every template's files of the whole demo company as other programs open them. */
@DemoTest
class TemplateJourneyTests extends Journey {
    private static final int LIVE_FILES = 5;

    @Autowired
    Templates templates;

    @Autowired
    People people;

    @Autowired
    SmallCompany company;

    @Autowired
    TransactionTemplate transaction;

    @TempDir
    Path folder;

    private <T> T as(String name, java.util.function.Function<Viewer, T> work) {
        Supplier<Viewer> found = () -> company.viewer(
                people.findByEmail(name + "@example.com").orElseThrow().id());
        Viewer viewer = Viewing.asSystem("Test", () -> transaction.execute(status -> found.get()));
        return Viewing.as(viewer, () -> transaction.execute(status -> work.apply(viewer)));
    }

    private Map<String, Filled> files(String name) {
        return as(name, viewer -> {
            Map<String, Filled> files = new LinkedHashMap<>();
            for (Template template : templates.all()) {
                String key = name + "_" + template.form().key().replace('-', '_');
                files.put(key + "_sample", template.sample());
                files.put(key + "_blank", template.blank(viewer));
                template.liveFiles(viewer).stream()
                        .limit(LIVE_FILES)
                        .forEach(one -> files.put(key + "_live" + files.size(), template.live(viewer, one.subject())));
            }
            return files;
        });
    }

    @Test
    void aSpreadsheetWorksOutOurFiguresAndWordTakesTwoPagesAtMost() {
        Map<String, Filled> files = files("mia");
        as(
                        "ava",
                        viewer -> templates.require("mbo-tracker").liveFiles(viewer).stream()
                                .map(one -> templates.require("mbo-tracker").live(viewer, one.subject()))
                                .toList())
                .forEach(one -> files.put("ava_" + files.size(), one));
        assertThat(files.keySet()).anyMatch(name -> name.startsWith("mia_okr_planning_sheet_live"));

        LibreOffice office = new LibreOffice(folder);
        assertThat(Recalculated.differences(office, files)).isEmpty();
        Map<String, byte[]> documents = new LinkedHashMap<>();
        files.forEach((name, filled) -> documents.put(name, Recalculated.file(filled, Format.DOCX)));
        assertThat(office.pages(documents).values()).allMatch(pages -> pages <= 2);
    }

    @Test
    void templatesUseNoFunctionsThatGoogleSheetsDoesNotKnow() {
        List<String> formulas = new ArrayList<>();
        for (Template template : templates.all()) {
            for (SheetForm sheet : template.form().sheets()) {
                for (Column column : sheet.columns()) {
                    Stream.of(column.formula(), column.total())
                            .filter(one -> one != null)
                            .forEach(formulas::add);
                    column.marks().forEach(mark -> formulas.add(mark.condition()));
                }
            }
        }
        assertThat(formulas).hasSizeGreaterThan(40);
        assertThat(formulas).allSatisfy(formula -> assertThat(Functions.KNOWN).containsAll(Functions.of(formula)));
        assertThat(templates.all().stream().map(one -> one.form().key()))
                .contains("okr-planning-sheet", "kpi-dashboard", "mbo-tracker", "smart-worksheet", "okr-kpi-hybrid");
    }

    @Test
    void everyFormatOfEachVariantIsTakenFromTheGalleryAndOpens() throws IOException {
        Page page = visitors.as("Ava");
        page.navigate("/templates");
        assertThat(page.locator(".gallery h2")).containsText(new String[] {"OKR planning sheet", "KPI dashboard"});
        assertThat(section(page, "Not here yet")).containsText("V2MOM planner");
        assertThat(section(page, "Not here yet").getByRole(com.microsoft.playwright.options.AriaRole.LINK))
                .hasCount(0);
        link(page, "MBO tracker").first().click();
        for (String variant : List.of("Blank", "Sample", "Live data")) {
            link(page, variant).click();
            for (Format format : Format.values()) {
                opens(format, taken(page, page.locator(".formats").first().getByText(format.label())));
            }
        }
        assertThat(names(taken(page, page.locator(".formats").last().getByText("Excel"))))
                .hasSizeGreaterThan(1);
        assertThat(section(page, "Plan")).containsText("3,625.00 EUR");
        assertThat(page.locator("body")).not().containsText("Ravi");
    }

    private static byte[] taken(Page page, Locator link) throws IOException {
        Download download = page.waitForDownload(link::click);
        assertThat(download.suggestedFilename()).startsWith("mbo-tracker");
        return Files.readAllBytes(download.path());
    }

    private static void opens(Format format, byte[] content) throws IOException {
        switch (format) {
            case XLSX -> {
                try (var book = new XSSFWorkbook(new ByteArrayInputStream(content))) {
                    assertThat(book.getSheet("Objectives")).isNotNull();
                    assertThat(book.isSheetHidden(book.getSheetIndex("_meta"))).isTrue();
                }
            }
            case DOCX -> {
                try (var document = new XWPFDocument(new ByteArrayInputStream(content))) {
                    assertThat(document.getTables()).isNotEmpty();
                }
            }
            case GOOGLE -> assertThat(names(content)).contains("mbo-tracker.xlsx", "objectives.csv", "_meta.csv");
            case NOTION -> assertThat(names(content)).contains("MBO tracker.md", "Objectives.csv");
        }
    }

    private static List<String> names(byte[] archive) throws IOException {
        List<String> names = new ArrayList<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }
}
