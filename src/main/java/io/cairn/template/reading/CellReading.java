package io.cairn.template.reading;

import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Problem;
import io.cairn.kernel.TypedNumber;
import io.cairn.template.Column;
import io.cairn.template.ReturnProblem;
import io.cairn.template.SheetRow;
import io.cairn.web.PlainText;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the cells of one row as their columns say, as strictly as the pages read what is typed. */
final class CellReading {
    private static final Pattern VERSION = Pattern.compile("\\d{1,9}");
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final SheetRow.Making row = SheetRow.row();
    private final Map<String, Problem> problems = new HashMap<>();
    private final String unit;

    /** @param unit what the row's numbers are measured in, as it says itself; empty where it does not */
    CellReading(String unit) {
        this.unit = unit;
    }

    SheetRow row() {
        return row.done();
    }

    Map<String, Problem> problems() {
        return problems;
    }

    void read(Column column, Grid.Cell cell) {
        if (cell.formula()) {
            wrong(column, ReturnProblem.FORMULA_NOT_ALLOWED.problem());
            return;
        }
        String text = cell.text().strip();
        if (text.isEmpty()) {
            if (column.needed()) {
                wrong(column, GeneralProblem.REQUIRED.problem());
            }
            return;
        }
        if (!PlainText.isClean(text)) {
            wrong(column, GeneralProblem.INVALID.saying("This holds characters that nobody can type."));
            return;
        }
        row.with(column.key(), value(column, text));
    }

    private @Nullable Object value(Column column, String text) {
        return switch (column.kind()) {
            case TEXT, REFERENCE -> text;
            case NUMBER -> number(column, text, unit);
            case MONEY -> number(column, text, "");
            case PERCENT -> fraction(column, text);
            case DAY -> day(column, text);
            case CHOICE -> choice(column, text);
            case ID -> id(column, text);
            case VERSION -> version(column, text);
        };
    }

    private @Nullable BigDecimal number(Column column, String text, String measuredIn) {
        TypedNumber read = TypedNumber.parse(text, measuredIn);
        if (read.problem() != null) {
            wrong(column, read.problem());
        }
        return read.value();
    }

    /** A sheet shows 60 %, and so it is read; a bare number is the fraction itself. */
    private @Nullable BigDecimal fraction(Column column, String text) {
        BigDecimal value = number(column, text, "%");
        return value == null || !text.endsWith("%") ? value : value.movePointLeft(2);
    }

    private @Nullable LocalDate day(Column column, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException unreadable) {
            wrong(column, GeneralProblem.INVALID.saying("Write the day as 2026-09-30."));
            return null;
        }
    }

    private @Nullable String choice(Column column, String text) {
        Optional<Column.Choice> chosen = column.choices().stream()
                .filter(choice ->
                        choice.label().equalsIgnoreCase(text) || choice.value().equalsIgnoreCase(text))
                .findFirst();
        if (chosen.isEmpty()) {
            String labels = column.choices().stream().map(Column.Choice::label).collect(Collectors.joining(", "));
            wrong(column, ReturnProblem.CHOICE_UNKNOWN.saying("This is none of the choices: " + labels + "."));
        }
        return chosen.map(Column.Choice::value).orElse(null);
    }

    private @Nullable UUID id(Column column, String text) {
        if (!ID.matcher(text).matches()) {
            wrong(column, ReturnProblem.UNKNOWN_ID.problem());
            return null;
        }
        return UUID.fromString(text);
    }

    private @Nullable Integer version(Column column, String text) {
        if (!VERSION.matcher(text).matches()) {
            wrong(column, GeneralProblem.INVALID.saying("Leave the version as the file had it."));
            return null;
        }
        return Integer.valueOf(text);
    }

    private void wrong(Column column, Problem problem) {
        problems.put(column.key(), problem.at(column.key()));
    }
}
