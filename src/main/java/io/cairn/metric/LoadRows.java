package io.cairn.metric;

import io.cairn.kernel.Problem;
import java.io.IOException;

/** The rows of a file, one after another, however long it is. */
@FunctionalInterface
public interface LoadRows {
    /** @throws io.cairn.kernel.ProblemException where the whole cannot be read, for example without its heading */
    void each(Sink sink) throws IOException;

    /** Takes rows, and lines that are none. */
    interface Sink {
        void row(LoadRow row) throws IOException;

        /** A line that cannot be read; the problem says which field, if one is to blame. */
        void broken(long line, Problem problem);
    }
}
