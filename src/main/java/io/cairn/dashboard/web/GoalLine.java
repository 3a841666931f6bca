package io.cairn.dashboard.web;

import io.cairn.goal.Goal;
import io.cairn.goal.GoalStatus;
import io.cairn.goal.Measure;
import io.cairn.kernel.Display;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A goal as one line of Home. */
public record GoalLine(Goal goal, boolean named) {

    public String href() {
        return "/objectives/" + goal.id();
    }

    public String explanation() {
        return href() + "/explanation?figure=progress";
    }

    /** {@code Customer Success · 3 key results · weakest: time to escalation}, or with the lead's name in a team's list. */
    public String words() {
        Measure weakest = goal.weakest();
        return Stream.of(
                        goal.owner().name(),
                        named
                                ? goal.lead().name()
                                : HomePage.counted(goal.live().size(), "key result"),
                        weakest == null || goal.noData() ? "" : "weakest: " + lower(weakest.name()))
                .filter(part -> !part.isEmpty())
                .collect(java.util.stream.Collectors.joining(" · "));
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

    /** Inside a sentence; what is written in capitals stays. */
    private static String lower(String name) {
        boolean word = name.length() > 1 && Character.isLowerCase(name.codePointAt(1));
        return word ? name.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + name.substring(1) : name;
    }
}
