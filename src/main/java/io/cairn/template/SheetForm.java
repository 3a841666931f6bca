package io.cairn.template;

import java.util.List;
import java.util.Optional;

/**
 * A table of a template: a sheet in Excel, a CSV file, a database in Notion, a table in Word.
 *
 * @param key lower case, the name of its CSV file
 * @param title the sheet's name, at most 31 characters
 * @param hint one sentence on how to fill it in
 * @param blankRows empty rows offered below the filled ones
 * @param returns whether its rows are read back; sheets that only show are not
 * @param paper how it is printed in Word
 */
public record SheetForm(
        String key, String title, String hint, List<Column> columns, int blankRows, boolean returns, Paper paper) {
    public SheetForm {
        columns = List.copyOf(columns);
    }

    /**
     * What of a sheet stands on paper.
     *
     * @param columns keys of those that fit; none where the sheet is left out
     * @param rows at most so many, empty ones included
     * @param oneByOne whether a row is a form with a line for each column, and not a line of a table
     */
    public record Paper(List<String> columns, int rows, boolean oneByOne) {
        public static final Paper NONE = new Paper(List.of(), 0, false);

        public static Paper table(int rows, String... columns) {
            return new Paper(List.of(columns), rows, false);
        }

        public static Paper form(String... columns) {
            return new Paper(List.of(columns), 1, true);
        }
    }

    public Optional<Column> column(String column) {
        return columns.stream().filter(one -> one.key().equals(column)).findFirst();
    }

    /** The column of this key. @throws IllegalArgumentException where there is none */
    public Column require(String column) {
        return column(column).orElseThrow(() -> new IllegalArgumentException("No column " + column + " in " + key));
    }

    public boolean hasTotals() {
        return columns.stream().anyMatch(column -> column.total() != null);
    }
}
