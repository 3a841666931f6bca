package io.cairn.incentive.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.cairn.incentive.RunFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** Tables as CSV and Excel. Text that a spreadsheet would take for a formula is set in plain; numbers stay numbers. */
final class Sheets {
    static final String CSV = "text/csv";
    static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";
    private static final int ROWS_IN_MEMORY = 200;
    private static final int COLUMN = 18 * 256;
    /** The first moment that a zip file can tell. */
    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

    private Sheets() {}

    static byte[] csv(RunFile file) {
        var text = new StringWriter();
        text.append('\uFEFF');
        try (var writer = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            writer.writeRecord(file.columns());
            for (List<@Nullable Object> row : file.rows()) {
                writer.writeRecord(row.stream().map(Sheets::text).toList());
            }
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String text(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            case String words -> plain(words);
            default -> cell.toString();
        };
    }

    /** Cells that begin like a formula get an apostrophe, as spreadsheets themselves mark text. */
    static String plain(String words) {
        return !words.isEmpty() && FORMULA.indexOf(words.charAt(0)) >= 0 ? "'" + words : words;
    }

    static byte[] excel(RunFile file) {
        try (var book = new XSSFWorkbook();
                var streamed = new SXSSFWorkbook(book, ROWS_IN_MEMORY)) {
            streamed.setZip64Mode(Zip64Mode.Never);
            var properties = book.getPackage().getPackageProperties();
            properties.setCreatedProperty(Optional.of(Date.from(file.at())));
            properties.setModifiedProperty(Optional.of(Date.from(file.at())));
            write(streamed, file);
            var out = new ByteArrayOutputStream();
            streamed.write(out);
            return timeless(out.toByteArray());
        } catch (IOException | org.apache.poi.openxml4j.exceptions.OpenXML4JException failed) {
            throw new UncheckedIOException(new IOException(failed));
        }
    }

    private static void write(SXSSFWorkbook book, RunFile file) {
        var sheet = book.createSheet("Payouts");
        sheet.createFreezePane(0, 1);
        CellStyle bold = book.createCellStyle();
        var font = book.createFont();
        font.setBold(true);
        bold.setFont(font);
        CellStyle day = book.createCellStyle();
        day.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd"));
        CellStyle money = book.createCellStyle();
        money.setDataFormat(book.createDataFormat().getFormat(moneyFormat(file)));
        Row head = sheet.createRow(0);
        for (int i = 0; i < file.columns().size(); i++) {
            var cell = head.createCell(i);
            cell.setCellValue(file.columns().get(i));
            cell.setCellStyle(bold);
            sheet.setColumnWidth(i, COLUMN);
        }
        for (int i = 0; i < file.rows().size(); i++) {
            Row row = sheet.createRow(i + 1);
            List<@Nullable Object> cells = file.rows().get(i);
            for (int j = 0; j < cells.size(); j++) {
                cell(row, j, cells.get(j), day, money);
            }
        }
    }

    private static void cell(Row row, int column, @Nullable Object value, CellStyle day, CellStyle money) {
        switch (value) {
            case null -> {}
            case BigDecimal number -> {
                // the format knows no other numbers; 15 digits are more than any payout has
                var cell = row.createCell(column);
                cell.setCellValue(number.doubleValue());
                cell.setCellStyle(money);
            }
            case Integer whole -> row.createCell(column).setCellValue(whole);
            case LocalDate date -> {
                var cell = row.createCell(column);
                cell.setCellValue(date);
                cell.setCellStyle(day);
            }
            default -> row.createCell(column).setCellValue(plain(value.toString()));
        }
    }

    /** As many decimals as the amounts have. */
    private static String moneyFormat(RunFile file) {
        int decimals = file.rows().stream()
                .flatMap(List::stream)
                .filter(BigDecimal.class::isInstance)
                .mapToInt(number -> ((BigDecimal) number).scale())
                .max()
                .orElse(0);
        return decimals <= 0 ? "#,##0" : "#,##0." + "0".repeat(decimals);
    }

    /** The same entries without the moment they were written at. */
    private static byte[] timeless(byte[] written) throws IOException {
        var out = new ByteArrayOutputStream(written.length);
        try (var from = new ZipInputStream(new ByteArrayInputStream(written));
                var to = new ZipOutputStream(out)) {
            for (var entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                var copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(EPOCH);
                to.putNextEntry(copy);
                from.transferTo(to);
                to.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
