package io.cairn.template.writing;

import io.cairn.template.Cell;
import io.cairn.template.Column;
import io.cairn.template.FileMark;
import io.cairn.template.Filled;
import io.cairn.template.SheetForm;
import io.cairn.template.SheetRow;
import io.cairn.template.SheetRows;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** A template as an Excel workbook that works itself out; Google Sheets opens the same file. */
public final class WorkbookFile {
    private static final int ROWS_IN_MEMORY = 200;
    private static final int CHARACTER = 256;
    private static final int WIDE = 12;
    private static final int ON_A_PAGE = 150;
    private static final int MOST_LINES = 12;
    private static final float LINE_HEIGHT = 13.5f;
    private static final double MARGIN_INCHES = 0.5;
    private static final float TITLE_HEIGHT = 27;
    private static final float HEADING_HEIGHT = 27;

    private final Filled filled;
    private final FileMark mark;
    private final Places places;
    private final SXSSFWorkbook book;
    private final Looks looks;
    private final Lists lists;

    private WorkbookFile(Filled filled, FileMark mark, XSSFWorkbook plain, SXSSFWorkbook book) {
        this.filled = filled;
        this.mark = mark;
        this.places = new Places(filled);
        this.book = book;
        this.looks = new Looks(plain, filled.currency());
        this.lists = new Lists(places);
    }

    /** @param mark of the file without its rows, which are known only here */
    public static byte[] of(Filled filled, FileMark mark) {
        try (var plain = new XSSFWorkbook();
                var streamed = new SXSSFWorkbook(plain, ROWS_IN_MEMORY)) {
            streamed.setZip64Mode(Zip64Mode.Never);
            var properties = plain.getPackage().getPackageProperties();
            properties.setTitleProperty(Optional.of(filled.form().title()));
            properties.setCreatorProperty(Optional.of("Cairn"));
            properties.setCreatedProperty(Optional.of(Date.from(mark.madeAt())));
            new WorkbookFile(filled, mark, plain, streamed).write();
            var out = new ByteArrayOutputStream();
            streamed.write(out);
            return out.toByteArray();
        } catch (IOException | InvalidFormatException failed) {
            throw new UncheckedIOException(new IOException(failed));
        }
    }

    private void write() {
        for (SheetRows rows : filled.sheets()) {
            sheet(rows);
        }
        lists.write(book);
        meta();
        // shows its own figures until then; a program that opens it works them out anew
        book.setForceFormulaRecalculation(true);
        book.setActiveSheet(0);
    }

    private void sheet(SheetRows rows) {
        SheetForm form = rows.form();
        SXSSFSheet sheet = book.createSheet(form.title());
        layOut(sheet, form);
        heads(sheet, rows);
        int at = Places.first(form);
        for (SheetRow row : rows.rows()) {
            row(sheet.createRow(at), form, row, at);
            at++;
        }
        SheetRow empty = SheetRow.row().done();
        for (; at <= places.last(form); at++) {
            row(sheet.createRow(at), form, empty, at);
        }
        new Rules(places, lists, sheet).add(rows);
    }

    private void layOut(SXSSFSheet sheet, SheetForm form) {
        for (int i = 0; i < form.columns().size(); i++) {
            Column column = form.columns().get(i);
            sheet.setColumnWidth(i, column.width() * CHARACTER);
            sheet.setColumnHidden(i, Places.isHidden(column));
        }
        int heading = Places.heading(form);
        sheet.createFreezePane(form.columns().size() > WIDE ? 2 : 0, heading + 1);
        sheet.setDisplayGridlines(false);
        sheet.setZoom(100);
        sheet.setFitToPage(true);
        sheet.setRepeatingRows(new CellRangeAddress(heading, heading, -1, -1));
        if (form.columns().size() > WIDE) {
            sheet.setRepeatingColumns(new CellRangeAddress(-1, -1, 0, 1));
        }
        for (PageMargin margin : List.of(PageMargin.LEFT, PageMargin.RIGHT, PageMargin.TOP, PageMargin.BOTTOM)) {
            sheet.setMargin(margin, MARGIN_INCHES);
        }
        sheet.getFooter().setLeft("&8" + filled.form().title().replace("&", "&&"));
        sheet.getFooter().setRight("&8&P / &N");
        PrintSetup print = sheet.getPrintSetup();
        print.setLandscape(true);
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setFitWidth((short) Math.max(1, Math.round((float) width(form) / ON_A_PAGE)));
        print.setFitHeight((short) 0);
    }

    private static int width(SheetForm form) {
        return form.columns().stream()
                .filter(column -> !Places.isHidden(column))
                .mapToInt(Column::width)
                .sum();
    }

    private void heads(SXSSFSheet sheet, SheetRows rows) {
        SheetForm form = rows.form();
        Row title = sheet.createRow(Places.TITLE);
        title.setHeightInPoints(TITLE_HEIGHT);
        String name = filled.form().title() + (filled.about().isEmpty() ? "" : " · " + filled.about());
        text(title, 0, name).setCellStyle(looks.title());
        text(sheet.createRow(Places.HINT), 0, form.hint()).setCellStyle(looks.hint());
        if (form.hasTotals()) {
            totals(sheet.createRow(Places.totals()), rows);
        }
        Row heading = sheet.createRow(Places.heading(form));
        heading.setHeightInPoints(HEADING_HEIGHT);
        for (int i = 0; i < form.columns().size(); i++) {
            Column column = form.columns().get(i);
            text(heading, i, column.title()).setCellStyle(looks.heading(column));
        }
    }

    private void totals(Row row, SheetRows rows) {
        text(row, 0, "Total").setCellStyle(looks.totalLabel());
        List<Column> columns = rows.form().columns();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            if (column.total() != null) {
                var cell = row.createCell(i);
                cell.setCellFormula(places.formula(column.total(), rows.form(), row.getRowNum()));
                put(cell, column, rows.totals().get(column.key()));
                cell.setCellStyle(looks.total(column));
            }
        }
    }

    private void row(Row row, SheetForm form, SheetRow values, int at) {
        float lines = lines(form, values);
        if (lines > 1) {
            row.setHeightInPoints(lines * LINE_HEIGHT);
        }
        for (int i = 0; i < form.columns().size(); i++) {
            Column column = form.columns().get(i);
            Cell value = values.cells().get(column.key());
            var cell = row.createCell(i);
            if (column.formula() != null && !values.fixed().contains(column.key())) {
                cell.setCellFormula(places.formula(column.formula(), form, at));
            }
            put(cell, column, value);
            cell.setCellStyle(looks.cell(column, value));
        }
    }

    /** How many lines the longest text takes; a file is shown by programs that do not measure it themselves. */
    private static int lines(SheetForm form, SheetRow values) {
        int most = 1;
        for (Column column : form.columns()) {
            if (column.kind() == Column.Kind.TEXT && values.text(column.key()) instanceof String text) {
                most = Math.max(most, text.length() / Math.max(1, column.width() - 3) + 1);
            }
        }
        return Math.min(most, MOST_LINES);
    }

    private static void put(org.apache.poi.ss.usermodel.Cell cell, Column column, @Nullable Cell value) {
        switch (value) {
            // a formula without a value would show 0 until it is worked out
            case null -> {
                if (column.formula() != null) {
                    cell.setCellValue("");
                }
            }
            // spreadsheets keep binary fractions; 15 digits are more than any figure here has
            case Cell.Figure figure -> cell.setCellValue(figure.value().doubleValue());
            case Cell.Date date -> cell.setCellValue(date.day());
            case Cell.Words words -> cell.setCellValue(column.label(words.text()));
        }
    }

    private void meta() {
        SXSSFSheet sheet = book.createSheet(FileMark.SHEET);
        int at = 0;
        for (List<String> line : Marks.lines(filled, mark, form -> Places.first(form) + 1)) {
            Row row = sheet.createRow(at++);
            for (int i = 0; i < line.size(); i++) {
                text(row, i, line.get(i));
            }
        }
        book.setSheetHidden(book.getSheetIndex(sheet), true);
    }

    private static org.apache.poi.ss.usermodel.Cell text(Row row, int column, String words) {
        var cell = row.createCell(column);
        cell.setCellValue(words);
        return cell;
    }
}
