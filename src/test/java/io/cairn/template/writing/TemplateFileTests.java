package io.cairn.template.writing;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.template.Cell;
import io.cairn.template.Column;
import io.cairn.template.FileMark;
import io.cairn.template.Filled;
import io.cairn.template.SheetForm;
import io.cairn.template.SheetRow;
import io.cairn.template.SheetRows;
import io.cairn.template.TemplateForm;
import io.cairn.template.Variant;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

class TemplateFileTests {
    private static final UUID OURS = UUID.fromString("11111111-2222-4333-8444-555555555555");
    private static final UUID FIRST = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private static final Instant AT = Instant.parse("2026-08-15T10:00:00Z");
    private static final TemplateForm FORM = new TemplateForm(
            "test-sheet",
            "Test sheet",
            "okr",
            3,
            "For tests.",
            List.of(new SheetForm(
                    "things",
                    "Things",
                    "A hint.",
                    List.of(
                            Column.text("name", "Name", 20).mustBeGiven(),
                            Column.choice("kind", "Kind", List.of(new Column.Choice("A_B", "A, or B"))),
                            Column.number("value", "Value"),
                            Column.percent("share", "Share"),
                            Column.money("money", "Money"),
                            Column.day("on", "On"),
                            Column.number("doubled", "Doubled")
                                    .computed("IF({value}=\"\",\"\",{value}*2)")
                                    .totalled("SUM({doubled*})"),
                            Column.id(),
                            Column.version()),
                    2,
                    true,
                    SheetForm.Paper.table(3, "name", "value", "doubled"))));

    private static SheetRow row(String name) {
        return SheetRow.row()
                .with("name", name)
                .with("kind", "A_B")
                .with("value", new BigDecimal("-12.5"))
                .with("share", new BigDecimal("0.655"))
                .with("money", new BigDecimal("3625.00"))
                .with("on", LocalDate.of(2026, 9, 30))
                .with("doubled", new BigDecimal("-25"))
                .with("id", FIRST)
                .with("version", 4)
                .done();
    }

    private static Filled filled(List<SheetRow> rows) {
        return new Filled(
                FORM,
                Variant.LIVE,
                "Q3 *2026*",
                "subject",
                "EUR",
                List.of(SheetRows.of(FORM.sheet("things"), rows)
                        .totalling(Map.of("doubled", new Cell.Figure(new BigDecimal("-25"))))));
    }

    private static byte[] file(Filled filled, Format format) {
        return TemplateFile.of(
                filled, new FileMark("test-sheet", 3, OURS, filled.variant(), filled.subject(), AT, List.of()), format);
    }

    private static Map<String, String> unpacked(byte[] archive) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    @Test
    void aWorkbookHoldsFormulasListsColoursAndItsMark() throws IOException {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(file(filled(List.of(row("One"))), Format.XLSX)))) {
            XSSFSheet things = book.getSheet("Things");
            assertThat(things.getRow(2).getCell(6).getCellFormula()).isEqualTo("SUM($G$5:$G$7)");
            assertThat(things.getRow(3).getCell(0).getStringCellValue()).isEqualTo("Name");
            assertThat(things.getRow(4).getCell(6).getCellFormula()).isEqualTo("IF(C5=\"\",\"\",C5*2)");
            assertThat(things.getRow(4).getCell(6).getNumericCellValue()).isEqualTo(-25);
            assertThat(things.getRow(4).getCell(1).getStringCellValue()).isEqualTo("A, or B");
            assertThat(things.getRow(6).getCell(6).getCellFormula()).isEqualTo("IF(C7=\"\",\"\",C7*2)");
            assertThat(things.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 4);
            assertThat(things.isColumnHidden(7)).isTrue();
            assertThat(things.getDataValidations()).hasSize(5);
            XSSFSheet meta = book.getSheet("_meta");
            assertThat(book.isSheetHidden(book.getSheetIndex(meta))).isTrue();
            assertThat(meta.getRow(3).getCell(1).getStringCellValue()).isEqualTo(OURS.toString());
            assertThat(meta.getRow(9).getCell(0).getStringCellValue()).isEqualTo("things");
            assertThat(meta.getRow(9).getCell(1).getStringCellValue()).isEqualTo("5");
            assertThat(meta.getRow(9).getCell(2).getStringCellValue()).isEqualTo(FIRST.toString());
            assertThat(meta.getRow(9).getCell(3).getStringCellValue()).isEqualTo("4");
        }
    }

    @Test
    void whatBeginsLikeAFormulaStaysTextAndNumbersStayNumbers() throws IOException {
        List<SheetRow> rows = List.of(
                row("=1+1"),
                row("+1"),
                row("-1"),
                row("@x"),
                row("\tx"),
                row("\rx"),
                row("＝1"),
                row("'=1"),
                row("'tis"),
                row("plain"));
        String csv = unpacked(file(filled(rows), Format.GOOGLE)).get("things.csv");
        assertThat(csv)
                .contains(
                        "'=1+1,",
                        "'+1,",
                        "'-1,",
                        "'@x,",
                        "'\tx",
                        "'\rx",
                        "'＝1,",
                        "\r\n''=1,",
                        "\r\n'tis,",
                        "\r\nplain,")
                .contains(",-12.5,65.5%,3625,2026-09-30,-25,");
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(file(filled(rows), Format.XLSX)))) {
            assertThat(book.getSheet("Things").getRow(4).getCell(0).getCellType())
                    .isEqualTo(CellType.STRING);
        }
    }

    @Test
    void aNotionPackageIsAPageAndADatabaseWithIdsAndValues() throws IOException {
        Map<String, String> files = unpacked(file(filled(List.of(row("A | b"))), Format.NOTION));
        assertThat(files).containsOnlyKeys("Test sheet.md", "Things.csv");
        assertThat(files.get("Test sheet.md"))
                .contains("# Test sheet · Q3 \\*2026\\*", "## Things", "A \\| b", "−25")
                .doesNotContain("####", "=");
        assertThat(files.get("Things.csv")).contains(FIRST.toString(), ",-25,").doesNotContain("IF(");
    }

    @Test
    void aWordPageHasTablesToFillInWhetherThereAreRowsOrNot() throws IOException {
        for (List<SheetRow> rows : List.of(List.<SheetRow>of(), List.of(row("One"), row("2"), row("3"), row("4")))) {
            try (var document = new XWPFDocument(new ByteArrayInputStream(file(filled(rows), Format.DOCX)));
                    var words = new XWPFWordExtractor(document)) {
                assertThat(document.getTables().getFirst().getRows()).hasSize(5);
                assertThat(words.getText().contains("and 1 more in the workbook"))
                        .isEqualTo(!rows.isEmpty());
            }
        }
    }

    @Test
    void fiveThousandRowsAreWrittenInSeconds() {
        List<SheetRow> rows = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            rows.add(row("Row " + i));
        }
        long before = System.nanoTime();
        assertThat(file(filled(rows), Format.GOOGLE)).hasSizeGreaterThan(50_000);
        assertThat(file(filled(rows), Format.DOCX)).isNotEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void functionsOfAFormulaAreFoundOutsideItsTexts() {
        assertThat(Functions.of("IF(A1=\"LET(x)\",LAMBDA(1),sum (B2))")).containsExactly("IF", "LAMBDA", "sum");
    }

    @Test
    void namesAreSafeSayWhoseItIsAndAreNeverAlike() {
        var names = new FileNames();
        assertThat(names.next(about("Zoë O'Neil / Q3: 2026"), Format.XLSX))
                .isEqualTo("test-sheet-zoe-o-neil-q3-2026.xlsx");
        assertThat(names.next(about("Zoe o neil, Q3 2026"), Format.XLSX))
                .isEqualTo("test-sheet-zoe-o-neil-q3-2026-2.xlsx");
        assertThat(names.next(about("Zoe o neil, Q3 2026 2"), Format.XLSX))
                .isEqualTo("test-sheet-zoe-o-neil-q3-2026-2-2.xlsx");
        assertThat(names.next(about("李雷, Q3"), Format.GOOGLE)).isEqualTo("test-sheet-李雷-q3-google.zip");
        assertThat(names.next(about("../../etc\\passwd\u0000"), Format.DOCX)).isEqualTo("test-sheet-etc-passwd.docx");
        assertThat(names.next(about("x".repeat(300)), Format.XLSX)).hasSize(85);
        assertThat(names.next(about("x".repeat(299)), Format.XLSX)).hasSize(87);
        assertThat(names.next(about("…"), Format.XLSX)).isEqualTo("test-sheet.xlsx");
        assertThat(FileNames.alone(about("李雷, Q3"), Format.NOTION)).isEqualTo("test-sheet-q3-notion.zip");
    }

    private static Filled about(String about) {
        return new Filled(FORM, Variant.LIVE, about, "", "", List.of());
    }
}
