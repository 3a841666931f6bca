package io.cairn.template.web;

import io.cairn.kernel.Display;
import io.cairn.template.Column;
import io.cairn.template.RowChange;
import io.cairn.template.reading.TemplatePreviewRow;
import java.math.BigDecimal;
import java.util.stream.Collectors;

/** What the pages of returned templates say. */
public final class ReturnWords {
    private ReturnWords() {}

    /** What a column takes, in a few words. */
    public static String holds(Column column) {
        return switch (column.kind()) {
            case TEXT -> "text";
            case NUMBER -> "a number";
            case PERCENT -> "a percentage, as 60%";
            case MONEY -> "an amount";
            case DAY -> "a day, as 2026-09-30";
            case CHOICE -> column.choices().stream().map(Column.Choice::label).collect(Collectors.joining(", "));
            case REFERENCE -> "the name of something that is there";
            case ID -> "the id the file came with; blank for something new";
            case VERSION -> "the version the file came with";
        };
    }

    public static String count(long number) {
        return Display.number(BigDecimal.valueOf(number));
    }

    public static String fate(TemplatePreviewRow row) {
        if (row.outcome() != null) {
            return switch (row.outcome()) {
                case APPLIED -> row.kind() == RowChange.Kind.CREATE ? "Created" : "Changed";
                case REFUSED -> "Refused";
            };
        }
        return kind(row.kind());
    }

    public static String kind(RowChange.Kind kind) {
        return switch (kind) {
            case CREATE -> "New";
            case CHANGE -> "Changes";
            case NONE -> "Unchanged";
            case REFUSED -> "Refused";
        };
    }
}
