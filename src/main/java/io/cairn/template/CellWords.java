package io.cairn.template;

import io.cairn.kernel.Display;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Cells in words, and what differs between two rows of the same thing. */
public final class CellWords {
    private CellWords() {}

    /** As the file shows it: a choice's label, 60 %, 1,250; nothing for an empty cell. */
    public static String of(Column column, @Nullable Cell cell) {
        return switch (cell) {
            case null -> "";
            case Cell.Words words -> column.label(words.text());
            case Cell.Date date -> date.day().toString();
            case Cell.Figure figure ->
                column.kind() == Column.Kind.PERCENT
                        ? Display.number(figure.value().movePointRight(2)) + " %"
                        : Display.number(figure.value());
        };
    }

    /** The cells that are read back and are no longer what they were. */
    public static List<RowChange.CellChange> changes(SheetForm form, SheetRow before, SheetRow after) {
        List<RowChange.CellChange> changes = new ArrayList<>();
        for (Column column : form.columns()) {
            Cell was = before.cells().get(column.key());
            Cell is = after.cells().get(column.key());
            if (isContent(column) && !same(was, is)) {
                changes.add(new RowChange.CellChange(column.key(), of(column, was), of(column, is)));
            }
        }
        return changes;
    }

    private static boolean isContent(Column column) {
        return column.isRead() && column.kind() != Column.Kind.ID && column.kind() != Column.Kind.VERSION;
    }

    private static boolean same(@Nullable Cell one, @Nullable Cell other) {
        if (one instanceof Cell.Figure(BigDecimal figure) && other instanceof Cell.Figure(BigDecimal another)) {
            return figure.compareTo(another) == 0;
        }
        if (one instanceof Cell.Words(String words) && other instanceof Cell.Words(String others)) {
            return plain(words).equals(plain(others));
        }
        return Objects.equals(one, other);
    }

    private static String plain(String words) {
        return words.strip().replace("\r\n", "\n");
    }
}
