package io.cairn.template;

import io.cairn.kernel.Problem;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one row.
 *
 * @param sheet key of the sheet
 * @param row its number in the file
 * @param id what it stands for; null for what is created, and where the id is not to be seen
 * @param about what the row is called, in the file's own words
 * @param cells what changes, cell by cell; of a created row none
 * @param refusals why it is refused; {@link Problem#field()} is the column's key, null for the whole row
 */
public record RowChange(
        Kind kind,
        String sheet,
        int row,
        @Nullable UUID id,
        String about,
        List<CellChange> cells,
        List<Problem> refusals) {
    /** What becomes of a row. */
    public enum Kind {
        CREATE,
        CHANGE,
        NONE,
        REFUSED
    }

    /** @param before as the file would show it, empty where there was nothing */
    public record CellChange(String column, String before, String after) {}

    public RowChange {
        cells = List.copyOf(cells);
        refusals = List.copyOf(refusals);
    }
}
