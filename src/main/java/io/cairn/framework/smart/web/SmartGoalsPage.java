package io.cairn.framework.smart.web;

import io.cairn.goal.CheckInWords;
import io.cairn.goal.Goal;
import io.cairn.goal.GoalStatus;
import io.cairn.kernel.Display;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import java.util.List;

/**
 * SMART goals: the viewer's own, and what else they may see.
 *
 * @param more whether there are more of them than are shown
 */
public record SmartGoalsPage(List<Goal> own, List<Goal> others, boolean more) implements FullPage {
    @Override
    public String title() {
        return "SMART goals";
    }

    @Override
    public Section section() {
        return Section.SMART;
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
