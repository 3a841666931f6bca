package io.cairn.framework.smart.web;

import io.cairn.goal.CheckInWords;
import io.cairn.goal.Goal;
import io.cairn.goal.GoalSmart;
import io.cairn.goal.GoalStatus;
import io.cairn.kernel.Display;
import io.cairn.smart.SmartCheck;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * SMART goals: the viewer's own, and what else they may see.
 *
 * @param smart how each of them came out, by goal
 * @param more whether there are more of them than are shown
 */
public record SmartGoalsPage(List<Goal> own, List<Goal> others, Map<UUID, GoalSmart> smart, boolean more)
        implements FullPage {
    @Override
    public String title() {
        return "SMART goals";
    }

    @Override
    public Section section() {
        return Section.SMART;
    }

    public SmartCheck check(Goal goal) {
        return Objects.requireNonNull(smart.get(goal.id())).check();
    }

    public String measured(Goal goal) {
        return goal.live().stream()
                .findFirst()
                .map(measure -> measure.name() + " · " + CheckInWords.target(measure))
                .orElse("Not measured yet");
    }

    public String due(Goal goal) {
        return goal.endsOn() == null
                ? Display.NONE
                : java.time.format.DateTimeFormatter.ofPattern("d MMM yyyy", java.util.Locale.ENGLISH)
                        .format(goal.endsOn());
    }

    /** What the mark shows. */
    public String mark(Goal goal) {
        return goal.state() == GoalStatus.ACTIVE && goal.health() != null
                ? goal.health().name()
                : goal.state() == GoalStatus.CLOSED || goal.state() == GoalStatus.SCORING
                        ? goal.achieved() ? "ACHIEVED" : "MISSED"
                        : goal.state().name();
    }
}
