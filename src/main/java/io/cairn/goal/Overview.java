package io.cairn.goal;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Teams with their objectives of a cycle, and the latest check-in of each measure.
 *
 * @param cycleId null only while there are no cycles
 */
public record Overview(@Nullable UUID cycleId, List<TeamPart> teams) {

    public record TeamPart(UUID id, String name, List<GoalPart> goals) {}

    /** @param latest by measure; measures without a check-in are left out */
    public record GoalPart(Goal goal, List<CheckIn> latestCheckIns) {}

    static GoalPart part(Goal goal, @Nullable List<CheckIn> latest) {
        return new GoalPart(goal, latest == null ? List.of() : latest);
    }
}
