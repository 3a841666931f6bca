package io.cairn.template.writing;

import io.cairn.template.Cell;
import io.cairn.template.FileMark;
import io.cairn.template.Filled;
import io.cairn.template.SheetForm;
import io.cairn.template.SheetRow;
import io.cairn.template.SheetRows;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** What a file says of itself, as lines of cells; {@link FileMark} tells how they are read. */
final class Marks {
    private Marks() {}

    /** @param first the number of a sheet's first row, as the file shows it */
    static List<List<String>> lines(Filled filled, FileMark mark, ToIntFunction<SheetForm> first) {
        List<List<String>> lines = new ArrayList<>();
        mark.facts().forEach((key, value) -> lines.add(List.of(key, value)));
        lines.add(List.of());
        lines.add(List.of("sheet", "row", "id", "version"));
        for (SheetRows rows : filled.sheets()) {
            int number = first.applyAsInt(rows.form());
            for (SheetRow row : rows.rows()) {
                if (row.text("id") instanceof String id) {
                    lines.add(List.of(rows.form().key(), String.valueOf(number), id, version(row)));
                }
                number++;
            }
        }
        return lines;
    }

    private static String version(SheetRow row) {
        return row.cells().get("version") instanceof Cell.Figure figure
                ? figure.value().toPlainString()
                : "";
    }
}
