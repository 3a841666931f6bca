package io.cairn.framework.kpi;

import io.cairn.kernel.Needed;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dashboard as it is written.
 *
 * @param audience PRIVATE when null
 * @param teamId needed for the audience TEAM, and only for it
 * @param tiles each metric once, in their order; none when null
 */
public record DashboardContent(
        @Needed @Nullable String name,
        @Nullable Sharing audience,
        @Nullable UUID teamId,
        @Nullable List<Tile> tiles) {

    Sharing audienceOrUsual() {
        return Objects.requireNonNullElse(audience, Sharing.PRIVATE);
    }

    List<Tile> tilesOrNone() {
        return tiles == null ? List.of() : tiles;
    }

    public DashboardContent named(@Nullable String newName) {
        return new DashboardContent(newName, audience, teamId, tiles);
    }

    public DashboardContent sharedWith(@Nullable Sharing newAudience, @Nullable UUID newTeam) {
        return new DashboardContent(name, newAudience, newAudience == Sharing.TEAM ? newTeam : null, tiles);
    }

    public DashboardContent showing(List<Tile> newTiles) {
        return new DashboardContent(name, audience, teamId, newTiles);
    }
}
