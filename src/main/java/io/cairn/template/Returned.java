package io.cairn.template;

import io.cairn.kernel.Problem;
import java.util.List;
import java.util.Map;

/**
 * A file that came back, read but not yet judged: its template and version are known, its cells have the kind of their columns.
 *
 * @param sheets those that were in the file; a single CSV file holds one
 */
public record Returned(FileMark mark, List<Sheet> sheets) {
    /** @param form of the sheet; {@link SheetForm#returns()} */
    public record Sheet(SheetForm form, List<Row> rows) {
        public Sheet {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A row that is not empty.
     *
     * @param number as the file shows it, from 1
     * @param row cells of the columns that are read ({@link Column#isRead()}), {@code id} and {@code version} among them; those in
     *     {@code unreadable} are not there
     * @param unreadable by column key, what is wrong with a cell before any rule is asked
     */
    public record Row(int number, SheetRow row, Map<String, Problem> unreadable) {
        public Row {
            unreadable = Map.copyOf(unreadable);
        }
    }

    public Returned {
        sheets = List.copyOf(sheets);
    }
}
