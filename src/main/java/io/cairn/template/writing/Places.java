package io.cairn.template.writing;

import io.cairn.template.Column;
import io.cairn.template.Filled;
import io.cairn.template.SheetForm;
import io.cairn.template.SheetRows;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.poi.ss.util.CellReference;

/**
 * Where everything of a workbook stands: a title, a hint, the totals where there are any, the heading, the rows. Rows are counted
 * from 0 as the library does.
 */
record Places(Filled filled) {
    static final int TITLE = 0;
    static final int HINT = 1;
    private static final Pattern NAME = Pattern.compile("\\{(?:(\\w+)\\.)?(\\w+)([*!]?)}");

    static int totals() {
        return HINT + 1;
    }

    static int heading(SheetForm sheet) {
        return HINT + (sheet.hasTotals() ? 2 : 1);
    }

    static int first(SheetForm sheet) {
        return heading(sheet) + 1;
    }

    int last(SheetForm sheet) {
        return first(sheet) + rows(sheet) - 1;
    }

    /** Filled and empty ones; at least one, so that a range is never turned around. */
    int rows(SheetForm sheet) {
        return Math.max(1, of(sheet.key()).rows().size() + sheet.blankRows());
    }

    SheetRows of(String sheet) {
        return filled.sheets().stream()
                .filter(rows -> rows.form().key().equals(sheet))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No sheet " + sheet));
    }

    static int place(SheetForm sheet, String column) {
        return sheet.columns().indexOf(sheet.require(column));
    }

    static String letter(SheetForm sheet, String column) {
        return CellReference.convertNumToColString(place(sheet, column));
    }

    /** All rows of a column, as {@code $C$5:$C$24}. */
    String range(SheetForm sheet, String column) {
        String letter = letter(sheet, column);
        return "$%s$%d:$%s$%d".formatted(letter, first(sheet) + 1, letter, last(sheet) + 1);
    }

    static String quoted(SheetForm sheet) {
        return "'" + sheet.title().replace("'", "''") + "'!";
    }

    /** A formula with the places of its names, as the cell of that row holds it. */
    String formula(String written, SheetForm here, int row) {
        return NAME.matcher(written).replaceAll(name -> placed(name, here, row).replace("$", "\\$"));
    }

    private String placed(MatchResult name, SheetForm here, int row) {
        SheetForm sheet = name.group(1) == null ? here : filled.form().sheet(name.group(1));
        String before = name.group(1) == null ? "" : quoted(sheet);
        String column = name.group(2);
        return switch (name.group(3)) {
            case "*" -> before + range(sheet, column);
            case "!" -> before + "$" + letter(sheet, column) + "$" + (first(sheet) + 1);
            default -> before + letter(sheet, column) + (row + 1);
        };
    }

    static boolean isHidden(Column column) {
        return column.kind() == Column.Kind.ID || column.kind() == Column.Kind.VERSION;
    }
}
