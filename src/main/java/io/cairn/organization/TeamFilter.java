package io.cairn.organization;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which teams are wanted; null means any. {@code q} is a part of the name, in any case. */
public record TeamFilter(
        @Nullable String q,
        @Nullable String name,
        @Nullable TeamKind kind,
        @Nullable UUID parentId,
        @Nullable UUID leaderId) {

    public static final TeamFilter ANY = new TeamFilter(null, null, null, null, null);
}
