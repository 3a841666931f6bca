package io.cairn.framework.kpi;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.cairn.access.Audience;
import io.cairn.kernel.PersonRef;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dashboard as one viewer reads it.
 *
 * @param team whose it is; null unless it is shared with a team
 * @param tiles in their order; those of metrics the viewer may not see are not there
 * @param start whether the viewer begins with it
 * @param mayEdit its owner, and where it is shared those who lead the team, executives and champions
 */
public record Dashboard(
        UUID id,
        String name,
        Sharing audience,
        @Nullable TeamRef team,
        PersonRef owner,
        List<Tile> tiles,
        boolean start,
        int version,
        @JsonIgnore boolean mayEdit,
        @JsonIgnore Audience key) {

    /** A team by id and name. */
    public record TeamRef(UUID id, String name) {}

    /** The metrics of its tiles, in their order. */
    public List<UUID> metrics() {
        return tiles.stream().map(Tile::metricId).toList();
    }

    /** What of it can be edited, as content. */
    public DashboardContent content() {
        return new DashboardContent(name, audience, team == null ? null : team.id(), tiles);
    }
}
