package io.cairn.testing;

import io.cairn.access.SignIn;
import io.cairn.access.Viewers;
import io.cairn.access.Viewing;
import io.cairn.cycle.Cadence;
import io.cairn.cycle.Cycle;
import io.cairn.cycle.CycleDetails;
import io.cairn.cycle.CycleKind;
import io.cairn.cycle.CyclePlan;
import io.cairn.cycle.Cycles;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import io.cairn.organization.Organizations;
import io.cairn.organization.PeopleRegister;
import io.cairn.organization.Person;
import io.cairn.organization.PersonDetails;
import io.cairn.organization.Roles;
import io.cairn.organization.Team;
import io.cairn.organization.TeamDetails;
import io.cairn.organization.TeamKind;
import io.cairn.organization.TeamRegister;
import io.cairn.organization.Teams;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes people, teams and cycles for tests, each call its own, so that tests of one database do not meet. */
@Component
public class SmallCompany {
    public static final Instant MID_QUARTER = Instant.parse("2026-08-15T10:00:00Z");
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private final PeopleRegister people;
    private final TeamRegister teams;
    private final Teams allTeams;
    private final Roles roles;
    private final Organizations organizations;
    private final CyclePlan cycles;
    private final Cycles allCycles;
    private final SignIn signIn;
    private final Viewers viewers;
    private final DomainClock clock;

    SmallCompany(
            PeopleRegister people,
            TeamRegister teams,
            Teams allTeams,
            Roles roles,
            Organizations organizations,
            CyclePlan cycles,
            Cycles allCycles,
            SignIn signIn,
            Viewers viewers,
            DomainClock clock) {
        this.people = people;
        this.teams = teams;
        this.allTeams = allTeams;
        this.roles = roles;
        this.organizations = organizations;
        this.cycles = cycles;
        this.allCycles = allCycles;
        this.signIn = signIn;
        this.viewers = viewers;
        this.clock = clock;
    }

    /**
     * A department with a team in it, and people around them; {@code stranger} belongs elsewhere.
     *
     * @param quarter a cycle from 1 July to 30 September 2026
     */
    public record Cast(
            Team department,
            Team team,
            Viewer head,
            Viewer leader,
            Viewer member,
            Viewer colleague,
            Viewer stranger,
            Cycle quarter) {}

    public Cast cast() {
        clock.moveTo(MID_QUARTER);
        Person head = person("Head", null, List.of());
        Team department = team("Department", TeamKind.DEPARTMENT, null, head.id());
        Person leader = person("Leader", head.id(), List.of());
        Team team = team("Team", TeamKind.TEAM, department.id(), leader.id());
        Person member = person("Member", leader.id(), List.of(team.id()));
        Person colleague = person("Colleague", leader.id(), List.of(team.id()));
        Person stranger = person("Stranger", null, List.of());
        return new Cast(
                department,
                team,
                viewer(head.id()),
                viewer(leader.id()),
                viewer(member.id()),
                viewer(colleague.id()),
                viewer(stranger.id()),
                quarter());
    }

    public Person person(String name, @Nullable UUID manager, List<UUID> inTeams) {
        String unique = name + " " + NUMBER.incrementAndGet();
        return Viewing.asSystem(
                "Test",
                () -> people.create(PersonDetails.of(unique, unique.replace(" ", ".") + "@example.com")
                        .withManager(manager)
                        .withTeams(inTeams)));
    }

    public Viewer with(Role... held) {
        Person person = person(held[0].name(), null, List.of());
        Viewing.asSystem("Test", () -> roles.set(person.id(), Set.of(held)));
        return viewer(person.id());
    }

    public void give(UUID person, Role... held) {
        Viewing.asSystem("Test", () -> roles.set(person, Set.of(held)));
    }

    public Team team(String name, TeamKind kind, @Nullable UUID parent, @Nullable UUID leader) {
        return Viewing.asSystem("Test", () -> {
            if (allTeams.company().isEmpty()) {
                organizations.set("Company", "UTC", "EUR");
                teams.create(TeamDetails.of("Company", TeamKind.COMPANY, null, null));
            }
            return teams.create(TeamDetails.of(name + " " + NUMBER.incrementAndGet(), kind, parent, leader));
        });
    }

    /** The third quarter of 2026; siblings may not overlap, so all casts of a database share it. */
    public Cycle quarter() {
        return cycle(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 30));
    }

    public Cycle cycle(LocalDate from, LocalDate to) {
        return Viewing.asSystem(
                "Test",
                () -> allCycles.all().stream()
                        .filter(known ->
                                known.startsOn().equals(from) && known.endsOn().equals(to))
                        .findFirst()
                        .orElseGet(() -> cycles.create(
                                CycleDetails.of("From " + from, CycleKind.CUSTOM, from, to, null, Cadence.WEEKLY))));
    }

    /** The person with the roles and teams of now. */
    public Viewer viewer(UUID person) {
        return viewers.holding(signIn.openSession(person)).orElseThrow();
    }
}
