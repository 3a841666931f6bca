package io.cairn.organization.web;

import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.PersonRef;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.ProblemList;
import io.cairn.organization.Departure;
import io.cairn.organization.Departures;
import io.cairn.organization.OrganizationProblem;
import io.cairn.organization.People;
import io.cairn.organization.Person;
import io.cairn.organization.PersonDetails;
import io.cairn.organization.TeamBranch;
import io.cairn.organization.Teams;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the forms about a person, empty, filled or in error, and reads what was typed into them. */
@Component
@Transactional(readOnly = true)
class PersonForms {
    private static final int CHOICES = 300;

    private final People people;
    private final Teams teams;
    private final Departures departures;

    PersonForms(People people, Teams teams, Departures departures) {
        this.people = people;
        this.teams = teams;
        this.departures = departures;
    }

    PersonFormPage adding(PersonForm form, List<Problem> problems) {
        return new PersonFormPage(null, form, Set.of(), people.choices(CHOICES), branches(), problems);
    }

    PersonFormPage editing(UUID id, List<Problem> problems) {
        Person person = people.require(id);
        return page(person, PersonForm.of(person, emailOf(person.managerId())), problems);
    }

    /** The form again as it was typed; it may be sent once more over what somebody else has changed meanwhile. */
    PersonFormPage refused(UUID id, PersonForm form, List<Problem> problems) {
        Person person = people.require(id);
        return page(person, form.at(person.version()), problems);
    }

    DeparturePage leaving(UUID id, String on, String handOverTo, List<Problem> problems) {
        return new DeparturePage(
                people.require(id), departures.burden(id), on, handOverTo, people.choices(CHOICES), problems);
    }

    /** @throws ProblemException with all that is wrong, each at its field of the form */
    PersonDetails details(PersonForm form) {
        var problems = new ProblemList();
        UUID manager = named(problems, "managerId", form.managerId());
        List<UUID> teamIds = teamIds(problems, form.teamIds());
        try {
            PersonDetails details = PersonDetails.of(
                    form.name(),
                    form.email(),
                    form.jobTitle(),
                    form.jobFamily(),
                    form.level(),
                    form.externalId(),
                    manager,
                    teamIds);
            problems.throwAny();
            return details;
        } catch (ProblemException more) {
            throw with(problems.found(), more);
        }
    }

    Departure departure(String on, String handOverTo) {
        var problems = new ProblemList();
        UUID successor = named(problems, "handOverTo", handOverTo);
        LocalDate day = null;
        try {
            day = on.isBlank() ? null : LocalDate.parse(on.strip());
        } catch (DateTimeException unreadable) {
            problems.add(
                    GeneralProblem.INVALID.saying("Write a day as 2026-08-15.").at("on"));
        }
        problems.throwAny();
        return new Departure(day, successor);
    }

    private @Nullable UUID named(ProblemList problems, String field, String typed) {
        if (typed.isBlank()) {
            return null;
        }
        UUID person = people.named(typed).map(PersonRef::id).orElse(null);
        problems.when(person == null, OrganizationProblem.NO_SUCH_PERSON.at(field));
        return person;
    }

    private static List<UUID> teamIds(ProblemList problems, List<String> typed) {
        List<UUID> ids = typed.stream().flatMap(id -> Typed.id(id).stream()).toList();
        problems.when(ids.size() < typed.size(), OrganizationProblem.NO_SUCH_TEAM.at("teamIds"));
        return ids;
    }

    private static ProblemException with(List<Problem> found, ProblemException more) {
        if (found.equals(more.problems())) {
            return more;
        }
        var all = new ArrayList<Problem>(more.problems());
        all.addAll(found);
        return new ProblemException(all);
    }

    private PersonFormPage page(Person person, PersonForm form, List<Problem> problems) {
        return new PersonFormPage(person, form, person.roles(), people.choices(CHOICES), branches(), problems);
    }

    private List<TeamBranch> branches() {
        return TeamBranch.inOrder(teams.all());
    }

    private @Nullable String emailOf(@Nullable UUID person) {
        return person == null ? null : people.find(person).map(Person::email).orElse(null);
    }
}
