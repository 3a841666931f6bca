package io.cairn.organization.web;

import io.cairn.kernel.Needed;
import io.cairn.organization.TeamDetails;
import io.cairn.organization.TeamKind;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A team as JSON brings it. */
record TeamInput(
        @Needed @Nullable String name,
        @Needed @Nullable TeamKind kind,
        @Nullable UUID parentId,
        @Nullable UUID leaderId) {

    static TeamInput of(TeamDetails details) {
        return new TeamInput(details.name(), details.kind(), details.parentId(), details.leaderId());
    }

    TeamDetails details() {
        return TeamDetails.of(name, kind, parentId, leaderId);
    }
}
