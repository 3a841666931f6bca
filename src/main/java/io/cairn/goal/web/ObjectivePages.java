package io.cairn.goal.web;

import io.cairn.cycle.Cycle;
import io.cairn.goal.Goal;
import io.cairn.goal.GoalSearch;
import io.cairn.goal.GoalSearch.Leader;
import io.cairn.goal.GoalSearch.Order;
import io.cairn.goal.GoalSearch.Part;
import io.cairn.goal.GoalSearch.Tally;
import io.cairn.goal.GoalSearch.Wanted;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.PersonRef;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import io.cairn.organization.Team;
import io.cairn.organization.TeamBranch;
import io.cairn.organization.Teams;
import io.cairn.web.Filters;
import io.cairn.web.Html;
import io.cairn.web.ListQuery;
import io.cairn.web.part.Option;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;

/** The objectives of a cycle, with what narrows and orders them in the address. */
@Controller
@Transactional(readOnly = true)
class ObjectivePages {
    private static final int ON_ONE_PAGE = 50;

    private final GoalSearch search;
    private final GoalViews views;
    private final ObjectiveCycles cycles;
    private final Teams teams;
    private final DomainClock clock;

    ObjectivePages(GoalSearch search, GoalViews views, ObjectiveCycles cycles, Teams teams, DomainClock clock) {
        this.search = search;
        this.views = views;
        this.cycles = cycles;
        this.teams = teams;
        this.clock = clock;
    }

    @GetMapping("/objectives")
    Html list(
            Viewer viewer,
            @Filters({"cycle", "team", "lead", "health", "level", "state", "q", "sort", "page"}) ListQuery query,
            HttpServletResponse response) {
        ObjectivesFilter filter = ObjectivesFilter.of(query);
        response.setHeader("HX-Push-Url", filter.address());
        return cycles.show(filter.cycle())
                .<Html>map(shown -> page(viewer, shown, filter))
                .orElseGet(() -> new NoCyclePage(viewer.isAny(Role.CHAMP, Role.ADMIN)));
    }

    private ObjectivesPage page(Viewer viewer, ObjectivesPage.Shown shown, ObjectivesFilter filter) {
        List<UUID> path = shown.path().stream().map(Cycle::id).toList();
        Wanted wanted = filter.in(path);
        UUID cycle = shown.cycle().id();
        Part part = search.page(wanted, filter.sort(), cycle, filter.page() - 1, ON_ONE_PAGE);
        List<Team> all = teams.all();
        List<Leader> leaders = search.leaders(path);
        return new ObjectivesPage(
                shown,
                filter,
                TeamBranch.inOrder(all).stream()
                        .map(branch -> new Option(
                                branch.team().id().toString(),
                                "\u2003".repeat(branch.depth()) + branch.team().name()))
                        .toList(),
                leaders.stream()
                        .filter(Leader::leadsGoals)
                        .map(lead -> new Option(lead.id().toString(), lead.name()))
                        .toList(),
                groups(shown, filter, part, all, leaders),
                part.more(),
                clock.today(),
                !viewer.teams().isEmpty() || viewer.isAny(Role.EXEC, Role.CHAMP));
    }

    private List<ObjectivesPage.Group> groups(
            ObjectivesPage.Shown shown, ObjectivesFilter filter, Part part, List<Team> all, List<Leader> people) {
        List<GoalView> goals = views.of(part.goals());
        if (goals.isEmpty()) {
            return List.of();
        }
        if (filter.sort() != Order.TEAM) {
            return List.of(new ObjectivesPage.Group("", null, null, "", goals, new Totals(part.tallies()).words()));
        }
        Map<UUID, Team> byId = all.stream().collect(Collectors.toMap(Team::id, Function.identity()));
        Map<UUID, PersonRef> leaders = people.stream()
                .collect(Collectors.toMap(Leader::id, leader -> new PersonRef(leader.id(), leader.name())));
        Map<UUID, List<GoalView>> grouped = new LinkedHashMap<>();
        goals.forEach(view -> grouped.computeIfAbsent(place(shown, view.goal()), none -> new ArrayList<>())
                .add(view));
        return grouped.entrySet().stream()
                .map(group -> group(shown, group.getKey(), group.getValue(), byId, leaders, part.tallies()))
                .toList();
    }

    /** Goals of the cycle stand with their owner, those of the cycles around it with their cycle. */
    private static UUID place(ObjectivesPage.Shown shown, Goal goal) {
        Goal.CycleRef cycle = Objects.requireNonNull(goal.cycle());
        return cycle.id().equals(shown.cycle().id()) ? goal.owner().id() : cycle.id();
    }

    private static ObjectivesPage.Group group(
            ObjectivesPage.Shown shown,
            UUID place,
            List<GoalView> goals,
            Map<UUID, Team> teams,
            Map<UUID, PersonRef> leaders,
            List<Tally> tallies) {
        Team team = teams.get(place);
        Cycle around = shown.path().stream()
                .filter(cycle -> cycle.id().equals(place))
                .findFirst()
                .orElse(null);
        if (around != null) {
            return new ObjectivesPage.Group(
                    around.name(),
                    "/objectives?cycle=" + around.id(),
                    null,
                    around.kind().label(),
                    goals,
                    totals(tallies, tally -> place.equals(tally.cycleId())));
        }
        String totals = totals(
                tallies,
                tally -> place.equals(tally.ownerId()) && shown.cycle().id().equals(tally.cycleId()));
        Goal first = goals.getFirst().goal();
        return team == null
                ? new ObjectivesPage.Group(first.owner().name(), "/people/" + place, null, "", goals, totals)
                : new ObjectivesPage.Group(team.name(), "/teams/" + place, leader(team, leaders), "", goals, totals);
    }

    private static String totals(List<Tally> tallies, java.util.function.Predicate<Tally> wanted) {
        return new Totals(tallies.stream().filter(wanted).toList()).words();
    }

    private static @Nullable PersonRef leader(Team team, Map<UUID, PersonRef> leaders) {
        return team.leaderId() == null ? null : leaders.get(team.leaderId());
    }
}
