package io.cairn.organization.web;

import io.cairn.organization.Person;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person's details as typed; the manager is named by e-mail or name. */
public record PersonForm(
        String name,
        String email,
        String jobTitle,
        String jobFamily,
        String level,
        String externalId,
        String managerId,
        List<String> teamIds,
        String version) {
    static final PersonForm EMPTY = new PersonForm("", "", "", "", "", "", "", List.of(), "1");

    public PersonForm {
        name = Typed.text(name);
        email = Typed.text(email);
        jobTitle = Typed.text(jobTitle);
        jobFamily = Typed.text(jobFamily);
        level = Typed.text(level);
        externalId = Typed.text(externalId);
        managerId = Typed.text(managerId);
        teamIds = Typed.texts(teamIds);
        version = Typed.text(version);
    }

    static PersonForm of(Person person, @Nullable String managerEmail) {
        return new PersonForm(
                person.name(),
                person.email(),
                person.jobTitle(),
                person.jobFamily(),
                person.level(),
                Typed.text(person.externalId()),
                Typed.text(managerEmail),
                person.teamIds().stream().map(UUID::toString).toList(),
                String.valueOf(person.version()));
    }

    PersonForm at(int current) {
        return new PersonForm(
                name, email, jobTitle, jobFamily, level, externalId, managerId, teamIds, String.valueOf(current));
    }

    public boolean isIn(UUID team) {
        return teamIds.contains(team.toString());
    }
}
