package io.cairn.metric.file;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a table as text, whatever kind of file it is. */
public interface Rows {
    void each(Taking taking) throws IOException;

    /** Takes one row after another. */
    interface Taking {
        /** @param fields null where the line cannot be read */
        void row(long line, @Nullable List<String> fields) throws IOException;
    }
}
