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
 * @param serves the objective it is linked to, if any
 */
record DemoObjective(
        String title,
        String why,
        Place place,
        Aim aim,
        List<String> sharedTeams,
        List<String> contributors,
        List<DemoKeyResult> keyResults,
        List<Work> work,
        @Nullable Serving serves) {

    /**
     * Whose it is and when.
     *
     * @param startsOn its cycle's first day, on which it is activated unless it has no key results yet
     * @param draftedOn when its lead wrote it down
     */
    record Place(String team, String lead, String cycle, LocalDate startsOn, LocalDate draftedOn) {}

    record Aim(GoalLevel level, Horizon horizon, Ambition ambition) {}

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
    static DemoObjective of(String title, String why, Place place) {
        var aim = new Aim(GoalLevel.TEAM, Horizon.TACTICAL, Ambition.ASPIRATIONAL);
        return new DemoObjective(title, why, place, aim, List.of(), List.of(), List.of(), List.of(), null);
    }

    DemoObjective aiming(GoalLevel level, Horizon horizon, Ambition ambition) {
        var other = new Aim(level, horizon, ambition);
        return new DemoObjective(title, why, place, other, sharedTeams, contributors, keyResults, work, serves);
    }

    DemoObjective sharedWith(String... teams) {
        return new DemoObjective(title, why, place, aim, List.of(teams), contributors, keyResults, work, serves);
    }

    DemoObjective helpedBy(String... people) {
        return new DemoObjective(title, why, place, aim, sharedTeams, List.of(people), keyResults, work, serves);
    }

    DemoObjective measuredBy(DemoKeyResult... results) {
        return new DemoObjective(title, why, place, aim, sharedTeams, contributors, List.of(results), work, serves);
    }

    DemoObjective with(Work... initiatives) {
        return new DemoObjective(
                title, why, place, aim, sharedTeams, contributors, keyResults, List.of(initiatives), serves);
    }

    DemoObjective serving(String objective, LinkKind kind, String keyResult) {
        var parent = new Serving(objective, kind, keyResult);
        return new DemoObjective(title, why, place, aim, sharedTeams, contributors, keyResults, work, parent);
    }
}
