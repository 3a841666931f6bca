package io.cairn.metric.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import io.cairn.metric.LoadRow;
import io.cairn.metric.LoadRows;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentFileTests {
    private static List<LoadRow> rows(byte[] content) throws IOException {
        List<LoadRow> rows = new ArrayList<>();
        new SentFile(content).each(new LoadRows.Sink() {
            @Override
            public void row(LoadRow row) {
                rows.add(row);
            }

            @Override
            public void broken(long line, Problem problem) {
                rows.add(new LoadRow(line, problem.code(), null, null, null, null, null, null, null, null, null, null));
            }
        });
        return rows;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void aTableIsReadWhateverPartsItsColumns(String separator) throws IOException {
        String file =
                "\uFEFFmetric,periodStart,value\r\nRetention,2026-08-03,91.5\r\n,,\r\nRetention,2026-W33,\r\n\"Say \"\"yes\"\"\",2026-08-03,1\r\n";
        List<LoadRow> rows = rows(text(file.replace(",", separator)));
        assertThat(rows)
                .extracting(LoadRow::line, LoadRow::metric, LoadRow::value)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2L, "Retention", "91.5"),
                        org.assertj.core.groups.Tuple.tuple(5L, "Say \"yes\"", "1"));
    }

    @Test
    void aWideTableHasAValueInEachCellThatHasText() throws IOException {
        List<LoadRow> rows = rows(text("metric,unit,2026-07,Aug 2026\nSold,,12,\nWon,,3 / 8,4\n"));
        assertThat(rows).extracting(LoadRow::cell).containsExactly("C2", "C3", "D3");
        assertThat(rows).extracting(LoadRow::periodStart).containsExactly("2026-07", "2026-07", "Aug 2026");
        assertThat(rows.get(1).numerator()).isEqualTo("3 ");
        assertThat(rows.get(1).denominator()).isEqualTo(" 8");
        assertThat(rows.get(1).value()).isNull();
    }

    @Test
    void aWorkbookSaysWhatItShows() throws IOException {
        byte[] content = workbook();
        List<LoadRow> rows = rows(content);
        assertThat(rows).extracting(LoadRow::periodStart).containsOnly("2026-08-03");
        assertThat(rows).extracting(LoadRow::value).containsExactly("41.6", "12.5%", "42", "text");
    }

    private static byte[] workbook() throws IOException {
        try (var book = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            var sheet = book.createSheet();
            var heading = sheet.createRow(0);
            heading.createCell(0).setCellValue("metric");
            heading.createCell(1).setCellValue("periodStart");
            heading.createCell(2).setCellValue("value");
            var day = book.createCellStyle();
            day.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd"));
            var percent = book.createCellStyle();
            percent.setDataFormat(book.createDataFormat().getFormat("0.0%"));
            for (int i = 1; i <= 4; i++) {
                var row = sheet.createRow(i);
                row.createCell(0).setCellValue("Retention");
                row.createCell(1).setCellValue(LocalDate.of(2026, 8, 3));
                row.getCell(1).setCellStyle(day);
            }
            sheet.getRow(1).createCell(2).setCellValue(41.300000000000004 + 0.3);
            sheet.getRow(2).createCell(2).setCellValue(0.125);
            sheet.getRow(2).getCell(2).setCellStyle(percent);
            sheet.getRow(3).createCell(2).setCellFormula("40+2");
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            sheet.getRow(4).createCell(2).setCellValue("text");
            book.write(out);
            return out.toByteArray();
        }
    }

    @Test
    void macrosOldWorkbooksAndWhatIsNoWorkbookAreRefusedInWords() throws IOException {
        byte[] macros = with(workbook(), "xl/vbaProject.bin", new byte[100]);
        assertRefused(macros, "FILE_UNREADABLE", "macros");
        assertRefused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, "FILE_UNREADABLE", ".xls");
        assertRefused(text("PK but no archive"), "FILE_UNREADABLE", "cannot be read");
        assertRefused(text(""), "HEADING_MISSING", "first line");
        assertRefused(text("metric,August,value\n"), "UNKNOWN_FIELD", "neither");
        assertRefused(text("metric,periodStart,value,colour\n"), "UNKNOWN_FIELD", "colour");
    }

    @Test
    void aSheetThatUnpacksToAHundredTimesItsSizeIsRefused() throws IOException {
        byte[] bomb = with(workbook(), "xl/worksheets/sheet1.xml", new byte[60 * 1024 * 1024]);
        assertThat(bomb.length).isLessThan(1024 * 1024);
        assertRefused(bomb, "FILE_UNREADABLE", "cannot be read");
    }

    private static void assertRefused(byte[] content, String code, String words) {
        assertThatThrownBy(() -> rows(content)).isInstanceOfSatisfying(ProblemException.class, refused -> {
            assertThat(refused.first().code()).isEqualTo(code);
            assertThat(refused.first().message()).contains(words);
        });
    }

    /** The same archive with another part, or another content of one. */
    private static byte[] with(byte[] archive, String part, byte[] content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var from = new ZipInputStream(new ByteArrayInputStream(archive));
                var to = new ZipOutputStream(out)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                byte[] bytes = from.readAllBytes();
                if (entry.getName().equals("[Content_Types].xml")) {
                    bytes = new String(bytes, StandardCharsets.UTF_8)
                            .replaceFirst(
                                    "(<Types[^>]*>)",
                                    "$1<Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/>")
                            .getBytes(StandardCharsets.UTF_8);
                }
                if (!entry.getName().equals(part)) {
                    to.putNextEntry(new ZipEntry(entry.getName()));
                    to.write(bytes);
                }
            }
            to.putNextEntry(new ZipEntry(part));
            to.write(content);
        }
        return out.toByteArray();
    }
}
