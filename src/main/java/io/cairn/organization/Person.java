package io.cairn.organization;

import io.cairn.kernel.PersonRef;
import io.cairn.kernel.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody in the organisation as everybody may read them. {@code teamIds} are the teams they belong to, not those they only lead. */
public record Person(
        UUID id,
        String name,
        String email,
        String jobTitle,
        String jobFamily,
        String level,
        @Nullable String externalId,
        @Nullable UUID managerId,
        List<UUID> teamIds,
        Set<Role> roles,
        PersonStatus status,
        @Nullable LocalDate leftOn,
        int version) {

    public boolean isHere() {
        return status == PersonStatus.ACTIVE;
    }

    public PersonRef ref() {
        return new PersonRef(id, name);
    }

    public PersonDetails details() {
        return new PersonDetails(name, email, jobTitle, jobFamily, level, externalId, managerId, teamIds);
    }

    Person with(PersonDetails now) {
        return new Person(
                id,
                now.name(),
                now.email(),
                now.jobTitle(),
                now.jobFamily(),
                now.level(),
                now.externalId(),
                now.managerId(),
                now.teamIds(),
                roles,
                status,
                leftOn,
                version + 1);
    }

    Person with(Set<Role> held) {
        return new Person(
                id,
                name,
                email,
                jobTitle,
                jobFamily,
                level,
                externalId,
                managerId,
                teamIds,
                held,
                status,
                leftOn,
                version + 1);
    }
}
