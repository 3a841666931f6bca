package io.cairn.kernel;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A part of a list and the cursor that continues it; no cursor means the end. */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    /** Reads {@code limit + 1} rows as a page of {@code limit}: the extra row only tells that there is more. */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, String> cursorOf) {
        if (rows.size() <= limit) {
            return new Page<>(List.copyOf(rows), null);
        }
        List<T> items = List.copyOf(rows.subList(0, limit));
        return new Page<>(items, Cursor.encode(cursorOf.apply(items.getLast())));
    }

    public <R> Page<R> map(Function<T, R> change) {
        return new Page<>(items.stream().map(change).toList(), nextCursor);
    }
}
