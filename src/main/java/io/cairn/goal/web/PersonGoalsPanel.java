package io.cairn.goal.web;

import io.cairn.cycle.Cycle;
import io.cairn.web.Fragment;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The objectives a person leads or helps with. */
public record PersonGoalsPanel(
        UUID person, String name, @Nullable Cycle cycle, List<GoalView> goals, boolean more) implements Fragment {

    public String all() {
        return !GoalsHere.objectives()
                ? "/smart"
                : "/objectives?lead=" + person + (cycle == null ? "" : "&cycle=" + cycle.id());
    }
}
