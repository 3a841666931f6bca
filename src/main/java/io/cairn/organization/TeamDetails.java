package io.cairn.organization;

import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.ProblemList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an administrator says of a team. A team without parent comes directly under the company. */
public record TeamDetails(
        String name,
        TeamKind kind,
        @Nullable UUID parentId,
        @Nullable UUID leaderId) {

    /** @throws io.cairn.kernel.ProblemException with everything that is wrong, each at its field */
    public static TeamDetails of(
            @Nullable String name, @Nullable TeamKind kind, @Nullable UUID parentId, @Nullable UUID leaderId) {
        var problems = new ProblemList();
        problems.when(kind == null, GeneralProblem.REQUIRED.at("kind"));
        problems.when(kind == TeamKind.COMPANY && parentId != null, OrganizationProblem.ONE_COMPANY.at("parentId"));
        String text = problems.text("name", name, 200);
        problems.throwAny();
        return new TeamDetails(text, kind == null ? TeamKind.TEAM : kind, parentId, leaderId);
    }

    public TeamDetails withParent(@Nullable UUID parent) {
        return new TeamDetails(name, kind, parent, leaderId);
    }

    public TeamDetails withLeader(@Nullable UUID leader) {
        return new TeamDetails(name, kind, parentId, leader);
    }
}
