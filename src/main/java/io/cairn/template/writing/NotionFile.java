package io.cairn.template.writing;

import io.cairn.template.Cell;
import io.cairn.template.Column;
import io.cairn.template.FileMark;
import io.cairn.template.Filled;
import io.cairn.template.SheetRows;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A page in Markdown and a CSV file for each database, as Notion imports them: values instead of formulas, ids in a column, headings
 * of at most three levels (frameworks 2.15).
 */
final class NotionFile {
    private static final int MOST_ROWS = 50;

    private NotionFile() {}

    static byte[] of(Filled filled, FileMark mark) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(filled.form().title() + ".md", page(filled).getBytes(StandardCharsets.UTF_8));
        for (SheetRows rows : filled.sheets()) {
            files.put(rows.form().title() + ".csv", CsvText.of(rows).getBytes(StandardCharsets.UTF_8));
        }
        return Archive.of(files, mark.madeAt());
    }

    private static String page(Filled filled) {
        var text = new StringBuilder("# ").append(plain(title(filled))).append("\n\n");
        text.append(filled.form().purpose()).append("\n\n");
        text.append("Import each CSV file beside this page as a database; computed columns hold values, not formulas. ")
                .append("Leave the columns ID and Version as they are, so that the rows are found again.\n");
        for (SheetRows rows : filled.sheets()) {
            section(text, rows, filled.currency());
        }
        return text.toString();
    }

    static String title(Filled filled) {
        return filled.form().title() + (filled.about().isEmpty() ? "" : " · " + filled.about());
    }

    private static void section(StringBuilder text, SheetRows rows, String currency) {
        text.append("\n## ").append(rows.form().title()).append("\n\n");
        text.append(rows.form().hint()).append("\n\n");
        List<Column> columns = Shown.columns(rows.form());
        line(text, columns.stream().map(Column::title).toList());
        line(
                text,
                columns.stream()
                        .map(column -> Looks.isRight(column) ? "---:" : "---")
                        .toList());
        rows.rows().stream()
                .limit(MOST_ROWS)
                .forEach(row -> line(
                        text,
                        columns.stream()
                                .map(column ->
                                        plain(Shown.text(column, row.cells().get(column.key()), currency)))
                                .toList()));
        rows.totals().forEach((key, value) -> total(text, rows.form().require(key), value, currency));
        if (rows.rows().size() > MOST_ROWS) {
            text.append("\nand ").append(rows.rows().size() - MOST_ROWS).append(" more in the database.\n");
        }
    }

    private static void total(StringBuilder text, Column column, Cell value, String currency) {
        text.append("\n**Total ")
                .append(column.title())
                .append(":** ")
                .append(Shown.text(column, value, currency))
                .append("\n");
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    /** Text that Markdown takes as it is. */
    static String plain(String words) {
        return words.replace("\\", "\\\\")
                .replace("|", "\\|")
                .replace("*", "\\*")
                .replace("_", "\\_")
                .replace("`", "\\`")
                .replace("[", "\\[")
                .replace("<", "&lt;")
                .replaceAll("\\R", " ");
    }
}
