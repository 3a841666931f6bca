package io.cairn.organization;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A team at its depth in the tree; the company is at 0. */
public record TeamBranch(Team team, int depth) {

    /** Each team before those below it, otherwise in the order given. */
    public static List<TeamBranch> inOrder(List<Team> teams) {
        Map<UUID, List<Team>> below = teams.stream()
                .filter(team -> team.parentId() != null)
                .collect(Collectors.groupingBy(TeamBranch::parent));
        List<TeamBranch> branches = new ArrayList<>();
        teams.stream().filter(team -> team.parentId() == null).forEach(top -> add(branches, top, 0, below));
        return branches;
    }

    private static void add(List<TeamBranch> branches, Team team, int depth, Map<UUID, List<Team>> below) {
        branches.add(new TeamBranch(team, depth));
        below.getOrDefault(team.id(), List.of()).forEach(child -> add(branches, child, depth + 1, below));
    }

    private static UUID parent(Team team) {
        @Nullable UUID parent = team.parentId();
        return parent == null ? team.id() : parent;
    }
}
