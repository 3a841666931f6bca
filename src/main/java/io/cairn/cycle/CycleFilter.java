package io.cairn.cycle;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which cycles are wanted; null means any. {@code name} is a part of the name, in any case. */
public record CycleFilter(
        @Nullable String name,
        @Nullable CycleKind kind,
        @Nullable Phase phase,
        @Nullable UUID parentId) {

    public static final CycleFilter ANY = new CycleFilter(null, null, null, null);
}
