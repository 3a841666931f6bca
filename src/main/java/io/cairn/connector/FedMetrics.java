package io.cairn.connector;

import io.cairn.kernel.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What connectors need of metrics. */
interface FedMetrics {
    /** Those of these that the viewer may see, by name. */
    List<FedMetric> of(Viewer viewer, Collection<UUID> metrics);

    /** Those whose values the viewer may enter, by name. */
    List<FedMetric> enterable(Viewer viewer);

    /**
     * How many values were new or different, how many were known, and why others were refused.
     */
    record Outcome(int stored, int unchanged, List<Refusal> refusals) {}

    /** @param row the reading's */
    record Refusal(int row, String message) {}

    /** Enters the values on the owner's behalf; all are of one metric and none has a problem. */
    Outcome record(Viewer owner, UUID metric, List<Reading> readings);
}
