package io.cairn.metric;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a load.
 *
 * @param rows how many there were
 * @param stored how many are new or correct what was there
 * @param unchanged how many said what was known
 * @param refused how many were wrong; with any of them nothing is kept, unless they are skipped
 * @param errors what was wrong, in the order of lines; the first thousand
 */
public record Loaded(long rows, long stored, long unchanged, long refused, List<Error> errors) {

    /**
     * One thing that is wrong.
     *
     * @param line counted from 1, the heading included
     * @param field the column, or the cell of a sheet with several values in a line
     */
    public record Error(long line, @Nullable String field, String code, String message) {}
}
