package io.cairn.dashboard.web;

import io.cairn.goal.Goal;
import io.cairn.goal.GoalStatus;
import io.cairn.goal.Measure;
import io.cairn.kernel.Display;
import io.cairn.kernel.Viewer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A goal as one line of Home. */
public record GoalLine(Goal goal, As as) {

    /** What the viewer is to it: in a team's list the lead is named, and in one's own it is said where one only helps. */
    public enum As {
        OWN,
        CONTRIBUTOR,
        NONE
    }

    static GoalLine of(Goal goal, Viewer viewer) {
        boolean own = viewer.id().equals(goal.lead().id())
                || viewer.id().equals(goal.owner().id())
                || goal.live().stream()
                        .anyMatch(measure -> measure.owner() != null
                                && viewer.id().equals(measure.owner().id()));
        return new GoalLine(goal, own ? As.OWN : As.CONTRIBUTOR);
    }

    public String href() {
        return "/objectives/" + goal.id();
    }

    public String explanation() {
        return href() + "/explanation?figure=progress";
    }

    /** {@code Customer Success · 3 key results · weakest: Time to escalation}, or with the lead's name in a team's list. */
    public String words() {
        Measure weakest = goal.weakest();
        return Stream.of(
                        goal.owner().name(),
                        as == As.NONE
                                ? goal.lead().name()
                                : HomePage.counted(goal.live().size(), measure(goal)),
                        as == As.CONTRIBUTOR ? "you contribute" : "",
                        weakest == null || goal.noData() || goal.live().size() < 2 ? "" : "weakest: " + weakest.name())
                .filter(part -> !part.isEmpty())
                .collect(java.util.stream.Collectors.joining(" · "));
    }

    static String measure(Goal goal) {
        return goal.framework().equals("okr") ? "key result" : "measure";
    }

    public String percent() {
        return goal.progress() == null || goal.noData()
                ? Display.NONE
                : Integer.toString(Display.percentage(goal.progress(), goal.achieved()));
    }

    public boolean hasFigure() {
        return goal.progress() != null && !goal.noData();
    }

    public String label() {
        String done = hasFigure() ? "Progress " + percent() + " %" : "No progress yet";
        return goal.expected() == null ? done : done + ", expected " + Display.percentage(goal.expected()) + " %";
    }

    public @Nullable String mark() {
        if (goal.state() == GoalStatus.ON_HOLD) {
            return goal.state().name();
        }
        return goal.health() == null ? null : goal.health().name();
    }

    public boolean stale() {
        return goal.stale() && goal.state() != GoalStatus.ON_HOLD;
    }
}
