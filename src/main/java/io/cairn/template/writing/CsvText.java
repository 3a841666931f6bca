package io.cairn.template.writing;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.cairn.template.Cell;
import io.cairn.template.Column;
import io.cairn.template.SheetForm;
import io.cairn.template.SheetRow;
import io.cairn.template.SheetRows;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sheets as CSV: a heading, the rows, percents with their sign. Text that a spreadsheet would take for a formula is set in plain. */
final class CsvText {
    /** What begins a formula, in full width as well: some spreadsheets narrow it. */
    private static final String FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private static final int SHOWN_DECIMALS = 4;

    private CsvText() {}

    static String of(SheetRows rows) {
        SheetForm form = rows.form();
        return records(writer -> {
            writer.writeRecord(form.columns().stream().map(Column::title).toList());
            for (SheetRow row : rows.rows()) {
                writer.writeRecord(form.columns().stream()
                        .map(column -> cell(column, row.cells().get(column.key())))
                        .toList());
            }
        });
    }

    static String of(List<List<String>> lines) {
        return records(writer -> lines.forEach(writer::writeRecord));
    }

    private interface Writing {
        void on(CsvWriter writer);
    }

    private static String records(Writing writing) {
        var text = new StringWriter();
        try (var writer = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            writing.on(writer);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return text.toString();
    }

    private static String cell(Column column, @Nullable Cell value) {
        return switch (value) {
            case null -> "";
            case Cell.Figure figure -> number(column, figure.value());
            case Cell.Date date -> date.day().toString();
            case Cell.Words words -> guarded(column.label(words.text()));
        };
    }

    /** As a program reads it back: no separators, and of what we worked out no more than anybody reads. */
    static String number(Column column, BigDecimal value) {
        boolean percent = column.kind() == Column.Kind.PERCENT;
        BigDecimal shown = column.shown() && column.kind() != Column.Kind.MONEY
                ? value.setScale(Math.min(SHOWN_DECIMALS, Math.max(0, value.scale())), RoundingMode.HALF_UP)
                : value;
        return plain(percent ? shown.movePointRight(2) : shown) + (percent ? "%" : "");
    }

    private static String plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }

    /**
     * Cells that begin like a formula get an apostrophe, as spreadsheets themselves mark text; so do those that begin with such
     * an apostrophe, so that they come back with it.
     */
    static String guarded(String words) {
        String bare = words.replaceFirst("^'+", "");
        return !bare.isEmpty() && FORMULA.indexOf(bare.charAt(0)) >= 0 ? "'" + words : words;
    }
}
