package io.cairn.organization.web;

import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Needed;
import io.cairn.kernel.Role;
import io.cairn.organization.Person;
import io.cairn.organization.PersonDetails;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person as JSON brings them; what is left out is empty. */
record PersonInput(
        @Needed @Nullable String name,
        @Needed @Nullable String email,
        @Nullable String jobTitle,
        @Nullable String jobFamily,
        @Nullable String level,
        @Nullable String externalId,
        @Nullable UUID managerId,
        @Nullable List<UUID> teamIds,
        @Nullable Set<Role> roles) {

    static PersonInput of(PersonDetails details, Set<Role> roles) {
        return new PersonInput(
                details.name(),
                details.email(),
                details.jobTitle(),
                details.jobFamily(),
                details.level(),
                details.externalId(),
                details.managerId(),
                details.teamIds(),
                roles);
    }

    static PersonInput of(Person person) {
        return of(person.details(), person.roles());
    }

    PersonDetails details() {
        return PersonDetails.of(
                name, email, jobTitle, jobFamily, level, externalId, managerId, List.copyOf(full("teamIds", teamIds)));
    }

    Set<Role> heldRoles() {
        return Set.copyOf(full("roles", roles));
    }

    /** Nothing is an empty list, but a list of nothing is a mistake. */
    private static <T> Collection<T> full(String field, @Nullable Collection<T> given) {
        if (given == null) {
            return List.of();
        }
        if (given.stream().anyMatch(Objects::isNull)) {
            throw GeneralProblem.INVALID.at(field).exception();
        }
        return given;
    }
}
