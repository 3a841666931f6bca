package io.cairn.setup;

import io.cairn.goal.Ambition;
import io.cairn.goal.GoalLevel;
import io.cairn.goal.Horizon;
import io.cairn.goal.Initiative;
import io.cairn.goal.LinkKind;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An objective of the demo company with everything that its people did for it.
 *
 * @param draftedOn when its lead wrote it down; it is activated on {@code startsOn}, its cycle's first day, unless it has no key results yet
 * @param serves the company's objective it is linked to, if any
 */
record DemoObjective(
        String title,
        String why,
        LocalDate draftedOn,
        LocalDate startsOn,
        String cycle,
        String team,
        String lead,
        GoalLevel level,
        Horizon horizon,
        Ambition ambition,
        List<String> sharedTeams,
        List<String> contributors,
        List<DemoKeyResult> keyResults,
        List<Work> work,
        @Nullable Serving serves) {

    /** How it is linked to another objective and which of its key results it serves. */
    record Serving(String objective, LinkKind kind, String keyResult) {}

    /**
     * An initiative.
     *
     * @param status what it has become by now
     * @param settledOn when it became that
     */
    record Work(String title, String owner, LocalDate dueOn, Initiative.Status status, LocalDate settledOn) {}

    /** A team's objective for a quarter or half-year, as most are. */
    static DemoObjective of(String title, String why) {
        return new DemoObjective(
                title,
                why,
                LocalDate.MIN,
                LocalDate.MIN,
                "",
                "",
                "",
                GoalLevel.TEAM,
                Horizon.TACTICAL,
                Ambition.ASPIRATIONAL,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    DemoObjective ownedBy(String newTeam, String newLead) {
        return new DemoObjective(
                title, why, draftedOn, startsOn, cycle, newTeam, newLead, level, horizon, ambition, sharedTeams, contributors,
                keyResults, work, serves);
    }

    DemoObjective in(String newCycle, LocalDate starts, LocalDate drafted) {
        return new DemoObjective(
                title, why, drafted, starts, newCycle, team, lead, level, horizon, ambition, sharedTeams, contributors, keyResults,
                work, serves);
    }

    DemoObjective at(GoalLevel newLevel, Horizon newHorizon, Ambition newAmbition) {
        return new DemoObjective(
                title, why, draftedOn, startsOn, cycle, team, lead, newLevel, newHorizon, newAmbition, sharedTeams, contributors,
                keyResults, work, serves);
    }

    DemoObjective sharedWith(String... teams) {
        return new DemoObjective(
                title, why, draftedOn, startsOn, cycle, team, lead, level, horizon, ambition, List.of(teams), contributors,
                keyResults, work, serves);
    }

    DemoObjective helpedBy(String... people) {
        return new DemoObjective(
                title, why, draftedOn, startsOn, cycle, team, lead, level, horizon, ambition, sharedTeams, List.of(people),
                keyResults, work, serves);
    }

    DemoObjective measuredBy(DemoKeyResult... results) {
        return new DemoObjective(
                title, why, draftedOn, startsOn, cycle, team, lead, level, horizon, ambition, sharedTeams, contributors,
                List.of(results), work, serves);
    }

    DemoObjective with(Work... initiatives) {
        return new DemoObjective(
                title, why, draftedOn, startsOn, cycle, team, lead, level, horizon, ambition, sharedTeams, contributors, keyResults,
                List.of(initiatives), serves);
    }

    DemoObjective serving(String objective, LinkKind kind, String keyResult) {
        return new DemoObjective(
                title, why, draftedOn, startsOn, cycle, team, lead, level, horizon, ambition, sharedTeams, contributors, keyResults,
                work, new Serving(objective, kind, keyResult));
    }
}
