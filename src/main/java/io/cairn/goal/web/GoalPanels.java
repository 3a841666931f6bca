package io.cairn.goal.web;

import io.cairn.cycle.Cycle;
import io.cairn.goal.GoalSearch;
import io.cairn.goal.GoalSearch.Order;
import io.cairn.goal.GoalSearch.Part;
import io.cairn.goal.GoalSearch.Wanted;
import io.cairn.goal.GoalStatus;
import io.cairn.goal.GoalsOfMetric;
import io.cairn.metric.MetricPanel;
import io.cairn.organization.Person;
import io.cairn.organization.PersonPanel;
import io.cairn.organization.Team;
import io.cairn.organization.TeamPanel;
import io.cairn.web.Fragment;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What teams and people work on, on their own pages: the goals of the current cycle and of those around it. */
@Configuration(proxyBeanMethods = false)
class GoalPanels {
    private static final int MOST = 20;

    @Bean
    TeamPanel teamGoals(GoalSearch search, GoalViews views, ObjectiveCycles cycles) {
        return team -> GoalsHere.open() ? team(team, search, views, cycles) : null;
    }

    @Bean
    PersonPanel personGoals(GoalSearch search, GoalViews views, ObjectiveCycles cycles) {
        return person -> GoalsHere.open() ? person(person, search, views, cycles) : null;
    }

    @Bean
    MetricPanel metricGoals(GoalsOfMetric goals) {
        return metric -> GoalsHere.reported() ? MetricGoalsPanel.of(goals.of(metric.id())) : null;
    }

    private static Fragment team(Team team, GoalSearch search, GoalViews views, ObjectiveCycles cycles) {
        ObjectivesPage.Shown shown = cycles.show(null).orElse(null);
        Wanted wanted = open(shown).ofTeams(List.of(team.id()), false);
        Part part = found(search, wanted, shown);
        return new TeamGoalsPanel(
                team.id(),
                shown == null ? null : shown.cycle(),
                views.of(part.goals()),
                part.more(),
                new Totals(part.tallies()));
    }

    private static Fragment person(Person person, GoalSearch search, GoalViews views, ObjectiveCycles cycles) {
        ObjectivesPage.Shown shown = cycles.show(null).orElse(null);
        Part part = found(search, open(shown).ofPerson(person.id()), shown);
        return new PersonGoalsPanel(
                person.id(), person.name(), shown == null ? null : shown.cycle(), views.of(part.goals()), part.more());
    }

    private static Part found(GoalSearch search, Wanted wanted, ObjectivesPage.@Nullable Shown shown) {
        return shown == null
                ? new Part(List.of(), false, List.of())
                : search.page(wanted, Order.TEAM, shown.cycle().id(), 0, MOST);
    }

    private static Wanted open(ObjectivesPage.@Nullable Shown shown) {
        List<UUID> path =
                shown == null ? List.of() : shown.path().stream().map(Cycle::id).toList();
        return Wanted.ANY
                .inCycles(path)
                .inStates(GoalStatus.DRAFT, GoalStatus.ACTIVE, GoalStatus.ON_HOLD, GoalStatus.SCORING);
    }
}
