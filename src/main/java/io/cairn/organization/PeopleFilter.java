package io.cairn.organization;

import io.cairn.kernel.Role;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which people are wanted; null means any.
 *
 * @param q part of the name, e-mail, job title or external id, in any case
 * @param name part of the name, in any case
 * @param email the whole address, in any case
 * @param managerId the direct manager
 */
public record PeopleFilter(
        @Nullable String q,
        @Nullable String name,
        @Nullable String email,
        @Nullable String jobTitle,
        @Nullable String level,
        @Nullable UUID managerId,
        @Nullable UUID teamId,
        @Nullable Role role,
        @Nullable PersonStatus status) {

    public static final PeopleFilter ANY = new PeopleFilter(null, null, null, null, null, null, null, null, null);

    public static PeopleFilter inTeam(UUID team) {
        return new PeopleFilter(null, null, null, null, null, null, team, null, PersonStatus.ACTIVE);
    }

    public static PeopleFilter reportingTo(UUID manager) {
        return new PeopleFilter(null, null, null, null, null, manager, null, null, PersonStatus.ACTIVE);
    }
}
