package io.cairn.goal.web;

import io.cairn.cycle.Cycle;
import io.cairn.web.Fragment;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A team's objectives with how many are ahead, on pace and behind. */
public record TeamGoalsPanel(UUID team, @Nullable Cycle cycle, List<GoalView> goals, boolean more, Totals totals)
        implements Fragment {

    public String all() {
        return !GoalsHere.objectives()
                ? "/smart"
                : "/objectives?team=" + team + (cycle == null ? "" : "&cycle=" + cycle.id());
    }
}
