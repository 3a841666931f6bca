package io.cairn.template.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One sheet as it stands in the file; lines without any text are left out.
 *
 * @param merged the places of merged cells, as {@code B4:C4}
 */
record Grid(String name, List<Line> lines, List<String> merged) {

    /**
     * @param number counted as the spreadsheet does, from 1
     * @param cells null where the line cannot be read
     */
    record Line(long number, @Nullable List<Cell> cells) {
        Cell at(int column) {
            return cells == null || column >= cells.size() ? Cell.BLANK : cells.get(column);
        }
    }

    /** @param formula whether a formula made the text */
    record Cell(String text, boolean formula) {
        static final Cell BLANK = new Cell("", false);

        boolean isBlank() {
            return text.isBlank() && !formula;
        }
    }
}
