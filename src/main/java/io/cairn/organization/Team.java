package io.cairn.organization;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A team in the tree; only the company has nothing above. The leader need not be a member. */
public record Team(
        UUID id,
        String name,
        TeamKind kind,
        @Nullable UUID parentId,
        @Nullable UUID leaderId,
        int version) {

    public TeamDetails details() {
        return new TeamDetails(name, kind, parentId, leaderId);
    }

    Team with(TeamDetails now) {
        return new Team(id, now.name(), now.kind(), now.parentId(), now.leaderId(), version + 1);
    }
}
