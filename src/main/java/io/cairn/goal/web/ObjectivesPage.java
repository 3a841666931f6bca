package io.cairn.goal.web;

import io.cairn.cycle.Cycle;
import io.cairn.goal.GoalLevel;
import io.cairn.goal.GoalSearch.Order;
import io.cairn.goal.GoalStatus;
import io.cairn.goal.Health;
import io.cairn.kernel.PersonRef;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import io.cairn.web.part.Option;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The objectives of a cycle, by team or in one list. */
public record ObjectivesPage(
        Shown shown,
        ObjectivesFilter filter,
        List<Option> teams,
        List<Option> leads,
        List<Group> groups,
        boolean more,
        LocalDate today,
        boolean mayWrite)
        implements FullPage {

    /**
     * The cycle with its surroundings.
     *
     * @param path from the top down to the cycle
     * @param previous the one of its kind before it
     * @param inside those directly in it
     */
    public record Shown(
            Cycle cycle,
            List<Cycle> path,
            @Nullable Cycle previous,
            @Nullable Cycle next,
            List<Cycle> inside) {}

    /** @param totals such as {@code 1 on track · 1 off track}, over all pages */
    public record Group(
            String name,
            @Nullable String href,
            @Nullable PersonRef leader,
            String about,
            List<GoalView> goals,
            String totals) {}

    @Override
    public String title() {
        return "Objectives, " + shown.cycle().name();
    }

    @Override
    public Section section() {
        return Section.OBJECTIVES;
    }

    public boolean byTeam() {
        return filter.sort() == Order.TEAM;
    }

    public boolean running() {
        return shown.cycle().covers(today);
    }

    /** Whole percent of the cycle's days that have begun. */
    public int elapsed() {
        long days =
                ChronoUnit.DAYS.between(shown.cycle().startsOn(), shown.cycle().endsOn()) + 1;
        long passed = ChronoUnit.DAYS.between(shown.cycle().startsOn(), today) + 1;
        return (int) Math.round(100.0 * passed / days);
    }

    public List<Option> healths() {
        return Arrays.stream(Health.values())
                .map(health -> new Option(health.name(), health.label()))
                .toList();
    }

    public List<Option> levels() {
        return Arrays.stream(GoalLevel.values())
                .map(level -> new Option(level.name(), level.label()))
                .toList();
    }

    public List<Option> states() {
        return Arrays.stream(GoalStatus.values())
                .map(state -> new Option(state.name(), state.label()))
                .toList();
    }

    public List<Option> orders() {
        return Arrays.stream(Order.values())
                .map(order -> new Option(order.name(), order.label()))
                .toList();
    }

    static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
