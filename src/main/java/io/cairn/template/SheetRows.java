package io.cairn.template;

import java.util.List;
import java.util.Map;

/**
 * The rows of one sheet.
 *
 * @param totals our figures of the columns that have a total, by column key
 * @param names names to choose from, by the key of a reference column; a list in the file, never a limit
 */
public record SheetRows(
        SheetForm form, List<SheetRow> rows, Map<String, Cell> totals, Map<String, List<String>> names) {
    public SheetRows {
        rows = List.copyOf(rows);
        totals = Map.copyOf(totals);
        names = Map.copyOf(names);
    }

    public static SheetRows of(SheetForm form, List<SheetRow> rows) {
        return new SheetRows(form, rows, Map.of(), Map.of());
    }

    public SheetRows totalling(Map<String, Cell> figures) {
        return new SheetRows(form, rows, figures, names);
    }

    public SheetRows choosing(Map<String, List<String>> lists) {
        return new SheetRows(form, rows, totals, lists);
    }
}
