package io.cairn.setup;

import io.cairn.access.Passwords;
import io.cairn.kernel.Viewer;
import io.cairn.organization.Organizations;
import io.cairn.organization.PeopleRegister;
import io.cairn.organization.Person;
import io.cairn.organization.PersonDetails;
import io.cairn.organization.Roles;
import io.cairn.organization.Team;
import io.cairn.organization.TeamDetails;
import io.cairn.organization.TeamRegister;
import io.cairn.setup.DemoPerson.DemoTeam;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Founds the demo company: the organisation, its people with their passwords and roles, and its teams. */
@Component
class DemoFounding {
    static final String PASSWORD = "cairn";
    static final String ZONE = "Europe/Berlin";

    private final Organizations organizations;
    private final PeopleRegister people;
    private final TeamRegister teams;
    private final Roles roles;
    private final Passwords passwords;

    DemoFounding(
            Organizations organizations, PeopleRegister people, TeamRegister teams, Roles roles, Passwords passwords) {
        this.organizations = organizations;
        this.people = people;
        this.teams = teams;
        this.roles = roles;
        this.passwords = passwords;
    }

    /** Who is there, by first name, and the teams by theirs. */
    record Founded(Map<String, Viewer> people, Map<String, UUID> teams) {
        Viewer person(String name) {
            return Objects.requireNonNull(people.get(name), name);
        }

        UUID team(String name) {
            return Objects.requireNonNull(teams.get(name), name);
        }
    }

    /** Works as the system viewer, inside its transaction. */
    Founded found() {
        organizations.set("Example Company", ZONE, "EUR");
        var persons = hire();
        var founded = assign(persons, formTeams(persons));
        DemoPerson.ALL.forEach(one -> roles.set(founded.person(one.name()).id(), one.roles()));
        passwords.setForAll(founded.people().values().stream().map(Viewer::id).toList(), PASSWORD);
        return founded;
    }

    private Map<String, Person> hire() {
        var hired = new LinkedHashMap<String, Person>();
        for (DemoPerson one : DemoPerson.ALL) {
            Person manager = one.manager() == null ? null : hired.get(one.manager());
            var details = PersonDetails.of(one.name(), one.email())
                    .withJob(one.jobTitle(), one.jobFamily(), one.level())
                    .withManager(manager == null ? null : manager.id());
            hired.put(one.name(), people.create(details));
        }
        return hired;
    }

    private Map<String, UUID> formTeams(Map<String, Person> persons) {
        var formed = new LinkedHashMap<String, UUID>();
        for (DemoTeam one : DemoTeam.ALL) {
            UUID parent = one.parent() == null ? null : formed.get(one.parent());
            UUID leader = Objects.requireNonNull(persons.get(one.leader())).id();
            Team team = teams.create(TeamDetails.of(one.name(), one.kind(), parent, leader));
            formed.put(one.name(), team.id());
        }
        return formed;
    }

    private Founded assign(Map<String, Person> persons, Map<String, UUID> formed) {
        var viewers = new LinkedHashMap<String, Viewer>();
        for (DemoPerson one : DemoPerson.ALL) {
            Person person = Objects.requireNonNull(persons.get(one.name()));
            UUID team = Objects.requireNonNull(formed.get(one.team()));
            people.edit(person.id(), person.version(), before -> before.withTeams(List.of(team)));
            viewers.put(one.name(), viewer(one, person, team));
        }
        return new Founded(viewers, formed);
    }

    private static Viewer viewer(DemoPerson one, Person person, UUID team) {
        boolean leads = DemoTeam.ALL.stream()
                .anyMatch(
                        each -> each.name().equals(one.team()) && each.leader().equals(one.name()));
        return new Viewer(
                person.id(), one.name(), one.email(), one.roles(), List.of(new Viewer.Team(team, one.team(), leads)));
    }
}
