package io.cairn.framework.kpi;

import io.cairn.kernel.Needed;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A metric's place on a dashboard.
 *
 * @param size NORMAL when null
 */
public record Tile(
        @Needed @Nullable UUID metricId, @Nullable TileSize size) {
    boolean wide() {
        return size == TileSize.WIDE;
    }
}
