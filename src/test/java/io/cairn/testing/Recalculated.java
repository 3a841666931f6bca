package io.cairn.testing;

import io.cairn.template.Cell;
import io.cairn.template.Column;
import io.cairn.template.FileMark;
import io.cairn.template.Filled;
import io.cairn.template.SheetRow;
import io.cairn.template.SheetRows;
import io.cairn.template.writing.Format;
import io.cairn.template.writing.TemplateFile;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a spreadsheet program works out of templates, against what we wrote beside its formulas. */
public final class Recalculated {
    private static final Instant AT = Instant.parse("2026-08-15T10:00:00Z");
    private static final int DECIMALS = 9;

    private Recalculated() {}

    /** A file as it is written for somebody. */
    public static byte[] file(Filled filled, Format format) {
        return TemplateFile.of(
                filled,
                new FileMark(
                        filled.form().key(),
                        filled.form().version(),
                        null,
                        filled.variant(),
                        filled.subject(),
                        AT,
                        List.of()),
                format);
    }

    /** One sentence for each cell that comes out otherwise than we say; by file name. */
    public static List<String> differences(LibreOffice office, Map<String, Filled> files) {
        Map<String, byte[]> books = new LinkedHashMap<>();
        files.forEach((name, filled) -> books.put(name, file(filled, Format.XLSX)));
        var sheets = office.sheets(books);
        List<String> wrong = new ArrayList<>();
        files.forEach((name, filled) -> filled.sheets()
                .forEach(rows -> compare(
                        name + "/" + rows.form().title(),
                        rows,
                        sheets.get(name + "/" + rows.form().title()),
                        wrong)));
        return wrong;
    }

    private static void compare(String where, SheetRows rows, List<List<String>> made, List<String> wrong) {
        List<Column> columns = rows.form().columns();
        int heading = rows.form().hasTotals() ? 3 : 2;
        for (int j = 0; j < columns.size(); j++) {
            Column column = columns.get(j);
            if (column.total() != null && !rows.rows().isEmpty()) {
                same(
                        where + " total " + column.key(),
                        rows.totals().get(column.key()),
                        column,
                        made.get(2).get(j),
                        wrong);
            }
            for (int i = 0; i < rows.rows().size() + rows.form().blankRows(); i++) {
                List<String> line = heading + 1 + i < made.size() ? made.get(heading + 1 + i) : List.of();
                String cell = j < line.size() ? line.get(j) : "";
                SheetRow row = i < rows.rows().size() ? rows.rows().get(i) : null;
                if (column.formula() != null || row != null) {
                    Cell ours = row == null ? null : row.cells().get(column.key());
                    same(where + " " + column.key() + " " + (i + 1), ours, column, cell, wrong);
                }
            }
        }
    }

    private static void same(
            String where,
            @org.jspecify.annotations.Nullable Cell ours,
            Column column,
            String theirs,
            List<String> wrong) {
        String said =
                switch (ours) {
                    case null -> "";
                    case Cell.Words words -> column.label(words.text());
                    case Cell.Date date -> date.day().toString();
                    case Cell.Figure figure -> number(figure.value());
                };
        String other = ours instanceof Cell.Figure && !theirs.isBlank() ? number(theirs) : theirs;
        if (!said.equals(other)) {
            wrong.add("%s: %s instead of %s".formatted(where, other, said));
        }
    }

    private static String number(String text) {
        try {
            boolean percent = text.endsWith("%");
            BigDecimal value = new BigDecimal(text.replace("%", "").replace(",", ""));
            return number(percent ? value.movePointLeft(2) : value);
        } catch (NumberFormatException none) {
            return text;
        }
    }

    private static String number(BigDecimal value) {
        BigDecimal rounded = value.setScale(DECIMALS, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
