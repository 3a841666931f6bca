package io.cairn.connector;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a source answered, every cell as text.
 *
 * @param rows by place; what is missing has no entry, what is empty a null
 */
record Rows(List<String> columns, List<Map<String, @Nullable String>> rows) {
    static final int MOST = 1000;

    /** Text longer than any figure or day is cut: it is only shown. */
    static @Nullable String cell(@Nullable String text) {
        return text == null || text.length() <= 200 ? text : text.substring(0, 199) + "…";
    }
}
