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
 */
public record SheetForm(String key, String title, String hint, List<Column> columns, int blankRows, boolean returns) {
    public SheetForm {
        columns = List.copyOf(columns);
    }

    public Optional<Column> column(String column) {
        return columns.stream().filter(one -> one.key().equals(column)).findFirst();
    }

    public boolean hasTotals() {
        return columns.stream().anyMatch(column -> column.total() != null);
    }
}
