package io.cairn.organization.web;

import io.cairn.kernel.Page;
import io.cairn.kernel.PersonRef;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import io.cairn.organization.People;
import io.cairn.organization.PeopleFilter;
import io.cairn.organization.Person;
import io.cairn.organization.PersonPanel;
import io.cairn.organization.PersonStatus;
import io.cairn.organization.ReportingChart;
import io.cairn.organization.Team;
import io.cairn.organization.TeamBranch;
import io.cairn.organization.TeamPanel;
import io.cairn.organization.Teams;
import io.cairn.web.Filters;
import io.cairn.web.ListQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The directory everybody reads: people, teams and the organisation chart. */
@Controller
@Transactional(readOnly = true)
class DirectoryPages {
    private static final int ON_ONE_PAGE = 200;

    private final People people;
    private final Teams teams;
    private final ReportingChart chart;
    private final ObjectProvider<PersonPanel> personPanels;
    private final ObjectProvider<TeamPanel> teamPanels;

    DirectoryPages(
            People people,
            Teams teams,
            ReportingChart chart,
            ObjectProvider<PersonPanel> personPanels,
            ObjectProvider<TeamPanel> teamPanels) {
        this.people = people;
        this.teams = teams;
        this.chart = chart;
        this.personPanels = personPanels;
        this.teamPanels = teamPanels;
    }

    @GetMapping("/people")
    PeopleListPage list(Viewer viewer, @Filters({"q", "teamId", "status"}) ListQuery query) {
        PersonStatus status = query.one("status", PersonStatus.class);
        var filter = new PeopleListPage.Filter(
                query.text("q"), query.uuid("teamId"), status == null ? PersonStatus.ACTIVE : status);
        Page<Person> page = people.list(wanted(filter), query.limit(), query.cursor());
        List<Team> all = teams.all();
        Map<UUID, PersonRef> managers = people.refs(managersOf(page.items()));
        return new PeopleListPage(
                lines(page.items(), all, managers),
                filter,
                TeamBranch.inOrder(all),
                page.nextCursor(),
                viewer.is(Role.ADMIN));
    }

    private static PeopleFilter wanted(PeopleListPage.Filter filter) {
        return new PeopleFilter(filter.q(), null, null, null, null, null, filter.teamId(), null, filter.status());
    }

    static List<UUID> managersOf(List<Person> people) {
        return people.stream()
                .map(Person::managerId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    static List<PeopleListPage.Line> lines(List<Person> people, List<Team> all, Map<UUID, PersonRef> managers) {
        Map<UUID, Team> teams = all.stream().collect(Collectors.toMap(Team::id, Function.identity()));
        return people.stream()
                .map(person -> new PeopleListPage.Line(
                        person.id(),
                        person.name(),
                        person.jobTitle(),
                        person.teamIds().stream()
                                .map(teams::get)
                                .filter(Objects::nonNull)
                                .map(team -> new PeopleListPage.TeamName(team.id(), team.name()))
                                .toList(),
                        person.managerId() == null ? null : managers.get(person.managerId()),
                        person.isHere()))
                .toList();
    }

    @GetMapping("/people/{id}")
    PersonPage person(Viewer viewer, @PathVariable UUID id) {
        List<Person> line = people.lineTo(id);
        Person person = line.getLast();
        Page<Person> reports = people.list(PeopleFilter.reportingTo(id), ON_ONE_PAGE, null);
        return new PersonPage(
                person,
                line.subList(0, line.size() - 1).stream()
                        .map(one -> new PersonRef(one.id(), one.name()))
                        .toList(),
                reports.items(),
                reports.nextCursor() != null,
                teams.ofPerson(id),
                personPanels
                        .orderedStream()
                        .map(panel -> panel.of(person))
                        .filter(Objects::nonNull)
                        .toList(),
                viewer.is(Role.ADMIN));
    }

    @GetMapping("/teams/{id}")
    TeamPage team(Viewer viewer, @PathVariable UUID id) {
        Teams.Around around = teams.around(id, ON_ONE_PAGE);
        Team team = around.team();
        List<Team> below = around.below();
        Map<UUID, PersonRef> leaders = leaders(Stream.concat(Stream.of(team), below.stream()));
        Page<Person> members = people.list(PeopleFilter.inTeam(id), ON_ONE_PAGE, null);
        return new TeamPage(
                team,
                leader(team, leaders),
                around.above(),
                below.stream()
                        .map(one -> new TeamPage.Below(one, leader(one, leaders)))
                        .toList(),
                members.items(),
                members.nextCursor() != null,
                teamPanels
                        .orderedStream()
                        .map(panel -> panel.of(team))
                        .filter(Objects::nonNull)
                        .toList(),
                viewer.is(Role.ADMIN));
    }

    @GetMapping("/organisation")
    OrganisationPage organisation(Viewer viewer, @Filters({"by", "from"}) ListQuery query) {
        UUID from = query.uuid("from");
        boolean byTeam = "teams".equals(query.text("by"));
        return byTeam
                ? new OrganisationPage(OrganisationPage.By.TEAMS, List.of(), null, teamTree(), viewer.is(Role.ADMIN))
                : new OrganisationPage(
                        OrganisationPage.By.PEOPLE,
                        chart.from(from),
                        from == null ? null : people.require(from).ref(),
                        List.of(),
                        viewer.is(Role.ADMIN));
    }

    private List<OrganisationPage.TeamNode> teamTree() {
        List<Team> all = teams.all();
        Map<UUID, PersonRef> leaders = leaders(all.stream());
        Map<UUID, Integer> sizes = teams.sizes();
        Map<UUID, List<Team>> below = new java.util.LinkedHashMap<>();
        List<Team> tops = new ArrayList<>();
        for (Team team : all) {
            UUID parent = team.parentId();
            if (parent == null) {
                tops.add(team);
            } else {
                below.computeIfAbsent(parent, none -> new ArrayList<>()).add(team);
            }
        }
        return tops.stream().map(top -> node(top, below, leaders, sizes)).toList();
    }

    private static OrganisationPage.TeamNode node(
            Team team, Map<UUID, List<Team>> below, Map<UUID, PersonRef> leaders, Map<UUID, Integer> sizes) {
        return new OrganisationPage.TeamNode(
                team,
                leader(team, leaders),
                sizes.getOrDefault(team.id(), 0),
                below.getOrDefault(team.id(), List.of()).stream()
                        .map(child -> node(child, below, leaders, sizes))
                        .toList());
    }

    private Map<UUID, PersonRef> leaders(Stream<Team> of) {
        return people.refs(
                of.map(Team::leaderId).filter(Objects::nonNull).distinct().toList());
    }

    private static @Nullable PersonRef leader(Team team, Map<UUID, PersonRef> leaders) {
        return team.leaderId() == null ? null : leaders.get(team.leaderId());
    }
}
