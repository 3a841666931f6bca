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
import java.math.BigInteger;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowHeightRule;
import org.apache.poi.xwpf.usermodel.TableWidthType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTable.XWPFBorderType;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;

/** A template as one or two pages of paper with tables to fill in; what does not fit is in the workbook, and is said so. */
final class WordFile {
    private static final String INK = "1F1D1A";
    private static final String QUIET = "57534C";
    private static final String HAIRLINE = "CFCAC1";
    private static final String SUNKEN = "F3F1ED";
    private static final int LONG_SIDE = 16838;
    private static final int SHORT_SIDE = 11906;
    private static final int MARGIN = 850;
    private static final int LINE = 400;
    private static final int FORM_LABEL = 2600;
    private static final int TALL_LINE = 560;
    private static final int GAP = 160;
    private static final int TITLE = 18;
    private static final int HEADING = 11;
    private static final int NORMAL = 9;
    private static final int SMALL = 8;

    private final XWPFDocument document;
    private final Filled filled;

    private WordFile(XWPFDocument document, Filled filled) {
        this.document = document;
        this.filled = filled;
    }

    static byte[] of(Filled filled, FileMark mark) {
        try (var document = new XWPFDocument()) {
            var properties = document.getPackage().getPackageProperties();
            properties.setTitleProperty(Optional.of(filled.form().title()));
            properties.setCreatorProperty(Optional.of("Cairn"));
            properties.setCreatedProperty(Optional.of(Date.from(mark.madeAt())));
            new WordFile(document, filled).write();
            var out = new ByteArrayOutputStream();
            document.write(out);
            return out.toByteArray();
        } catch (IOException | InvalidFormatException failed) {
            throw new UncheckedIOException(new IOException(failed));
        }
    }

    private boolean isLandscape() {
        return filled.form().sheets().stream()
                .anyMatch(sheet ->
                        !sheet.paper().oneByOne() && sheet.paper().columns().size() > 5);
    }

    private void write() {
        page();
        paragraph(filled.form().title(), TITLE, true, INK, 0);
        paragraph(filled.about().isEmpty() ? filled.form().purpose() : filled.about(), NORMAL, false, QUIET, 0);
        for (SheetRows rows : filled.sheets()) {
            if (!rows.form().paper().columns().isEmpty()) {
                section(rows);
            }
        }
    }

    private void page() {
        var section = document.getDocument().getBody().addNewSectPr();
        var size = section.addNewPgSz();
        boolean wide = isLandscape();
        size.setW(BigInteger.valueOf(wide ? LONG_SIDE : SHORT_SIDE));
        size.setH(BigInteger.valueOf(wide ? SHORT_SIDE : LONG_SIDE));
        size.setOrient(wide ? STPageOrientation.LANDSCAPE : STPageOrientation.PORTRAIT);
        var margin = section.addNewPgMar();
        margin.setLeft(BigInteger.valueOf(MARGIN));
        margin.setRight(BigInteger.valueOf(MARGIN));
        margin.setTop(BigInteger.valueOf(MARGIN));
        margin.setBottom(BigInteger.valueOf(MARGIN));
    }

    private int width() {
        return (isLandscape() ? LONG_SIDE : SHORT_SIDE) - 2 * MARGIN;
    }

    private void section(SheetRows rows) {
        SheetForm.Paper paper = rows.form().paper();
        paragraph(rows.form().title(), HEADING, true, INK, GAP);
        List<SheetRow> shown = rows.rows().stream().limit(paper.rows()).toList();
        if (paper.oneByOne()) {
            form(rows.form(), shown.isEmpty() ? SheetRow.row().done() : shown.getFirst());
        } else {
            table(rows, shown);
        }
        int more = rows.rows().size() - (paper.oneByOne() ? 1 : paper.rows());
        if (more > 0) {
            paragraph("and " + more + " more in the workbook", SMALL, false, QUIET, 0);
        }
    }

    private void form(SheetForm form, SheetRow row) {
        List<Column> columns = Shown.columns(form);
        XWPFTable table = table(columns.size(), 2, new int[] {FORM_LABEL, width() - FORM_LABEL});
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            XWPFTableRow line = table.getRow(i);
            line.setHeight(column.kind() == Column.Kind.TEXT ? TALL_LINE : LINE);
            line.setHeightRule(TableRowHeightRule.AT_LEAST);
            cell(line.getCell(0), column.title(), false, SMALL, true);
            line.getCell(0).setColor(SUNKEN);
            cell(line.getCell(1), text(column, row), false, NORMAL, false);
        }
    }

    private void table(SheetRows rows, List<SheetRow> shown) {
        SheetForm form = rows.form();
        List<Column> columns = Shown.columns(form);
        boolean sums = columns.stream().anyMatch(column -> column.total() != null);
        int lines = rows.rows().isEmpty() ? form.paper().rows() : shown.size();
        XWPFTable table = table(1 + lines + (sums ? 1 : 0), columns.size(), widths(columns));
        XWPFTableRow head = table.getRow(0);
        head.setRepeatHeader(true);
        for (int j = 0; j < columns.size(); j++) {
            cell(head.getCell(j), columns.get(j).title(), Looks.isRight(columns.get(j)), SMALL, true);
            head.getCell(j).setColor(SUNKEN);
        }
        for (int i = 0; i < lines; i++) {
            XWPFTableRow line = table.getRow(i + 1);
            line.setHeight(LINE);
            line.setHeightRule(TableRowHeightRule.AT_LEAST);
            line.setCantSplitRow(true);
            for (int j = 0; j < columns.size(); j++) {
                Column column = columns.get(j);
                String words = i < shown.size() ? text(column, shown.get(i)) : "";
                cell(line.getCell(j), words, Looks.isRight(column), NORMAL, false);
            }
        }
        if (sums) {
            totals(table.getRow(lines + 1), columns, rows);
        }
    }

    private void totals(XWPFTableRow line, List<Column> columns, SheetRows rows) {
        line.setHeight(LINE);
        for (int j = 0; j < columns.size(); j++) {
            Column column = columns.get(j);
            Cell sum = rows.totals().get(column.key());
            String words = j == 0 ? "Total" : Shown.text(column, sum, filled.currency());
            cell(line.getCell(j), words, Looks.isRight(column), NORMAL, true);
        }
    }

    private int[] widths(List<Column> columns) {
        int all = columns.stream().mapToInt(Column::width).sum();
        return columns.stream()
                .mapToInt(column -> column.width() * width() / all)
                .toArray();
    }

    private String text(Column column, SheetRow row) {
        return Shown.text(column, row.cells().get(column.key()), filled.currency());
    }

    private XWPFTable table(int rows, int columns, int[] widths) {
        XWPFTable table = document.createTable(rows, columns);
        table.setWidthType(TableWidthType.DXA);
        table.setWidth(width());
        for (var border : List.of("top", "bottom", "left", "right", "in", "down")) {
            border(table, border);
        }
        table.setCellMargins(40, 80, 40, 80);
        for (XWPFTableRow row : table.getRows()) {
            for (int j = 0; j < columns; j++) {
                row.getCell(j).setWidthType(TableWidthType.DXA);
                row.getCell(j).setWidth(String.valueOf(widths[j]));
            }
        }
        return table;
    }

    private static void border(XWPFTable table, String side) {
        switch (side) {
            case "top" -> table.setTopBorder(XWPFBorderType.SINGLE, 4, 0, HAIRLINE);
            case "bottom" -> table.setBottomBorder(XWPFBorderType.SINGLE, 4, 0, HAIRLINE);
            case "left" -> table.setLeftBorder(XWPFBorderType.SINGLE, 4, 0, HAIRLINE);
            case "right" -> table.setRightBorder(XWPFBorderType.SINGLE, 4, 0, HAIRLINE);
            case "in" -> table.setInsideHBorder(XWPFBorderType.SINGLE, 4, 0, HAIRLINE);
            default -> table.setInsideVBorder(XWPFBorderType.SINGLE, 4, 0, HAIRLINE);
        }
    }

    private static void cell(XWPFTableCell cell, String words, boolean right, int size, boolean strong) {
        XWPFParagraph paragraph = cell.getParagraphs().getFirst();
        paragraph.setSpacingAfter(0);
        paragraph.setAlignment(right ? ParagraphAlignment.RIGHT : ParagraphAlignment.LEFT);
        run(paragraph, words, size, strong, INK);
    }

    private void paragraph(String words, int size, boolean strong, String color, int before) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setSpacingBefore(before);
        paragraph.setSpacingAfter(80);
        paragraph.setKeepNext(strong);
        run(paragraph, words, size, strong, color);
    }

    private static void run(XWPFParagraph paragraph, String words, int size, boolean strong, String color) {
        XWPFRun run = paragraph.createRun();
        run.setText(words);
        run.setFontFamily(Looks.FONT);
        run.setFontSize(size);
        run.setBold(strong);
        run.setColor(color);
    }
}
