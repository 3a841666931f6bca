package io.cairn.goal.web;

import io.cairn.goal.GoalStatus;
import io.cairn.goal.GoalsOfMetric.Hanging;
import io.cairn.web.Fragment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The objectives that follow a KPI, and those it guards. */
public record MetricGoalsPanel(List<Hanging> moved, List<Hanging> guarded) implements Fragment {

    static MetricGoalsPanel of(List<Hanging> hanging) {
        return new MetricGoalsPanel(
                hanging.stream().filter(one -> !one.guarded()).toList(),
                hanging.stream().filter(Hanging::guarded).toList());
    }

    public static @Nullable String mark(Hanging one) {
        return one.state() == GoalStatus.ACTIVE || one.state() == GoalStatus.SCORING
                ? one.health() == null ? null : one.health().name()
                : one.state() == GoalStatus.CLOSED ? null : one.state().name();
    }
}
