package io.cairn.organization;

import io.cairn.kernel.Cursor;
import io.cairn.kernel.GeneralProblem;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A place in a list ordered by name and id. */
record NamePlace(@Nullable String name, @Nullable UUID id) {

    static String of(String name, UUID id) {
        return id + name;
    }

    static NamePlace decode(@Nullable String cursor) {
        String position = Cursor.decode(cursor);
        if (position == null) {
            return new NamePlace(null, null);
        }
        try {
            return new NamePlace(position.substring(36), UUID.fromString(position.substring(0, 36)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException otherList) {
            throw GeneralProblem.INVALID_CURSOR.at("cursor").exception();
        }
    }
}
