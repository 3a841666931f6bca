package io.cairn.organization.web;

import io.cairn.kernel.PersonRef;
import io.cairn.organization.PersonStatus;
import io.cairn.organization.TeamBranch;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everybody, a page at a time. */
public record PeopleListPage(
        List<Line> people,
        Filter filter,
        List<TeamBranch> teams,
        @Nullable String next,
        boolean administrator) implements FullPage {

    /** One person in the list. */
    public record Line(
            UUID id,
            String name,
            String jobTitle,
            List<TeamName> teams,
            @Nullable PersonRef manager,
            boolean here) {}

    public record TeamName(UUID id, String name) {}

    /** What the list was asked for, kept in its form. */
    public record Filter(
            @Nullable String q,
            @Nullable UUID teamId,
            @Nullable PersonStatus status) {
        public boolean isAny() {
            return q == null && teamId == null && status == PersonStatus.ACTIVE;
        }
    }

    public @Nullable String nextUrl() {
        return next == null
                ? null
                : Places.address(
                        "/people",
                        "q",
                        filter.q(),
                        "teamId",
                        filter.teamId(),
                        "status",
                        filter.status(),
                        "cursor",
                        next);
    }

    @Override
    public String title() {
        return "People";
    }

    @Override
    public Section section() {
        return Section.PEOPLE;
    }
}
