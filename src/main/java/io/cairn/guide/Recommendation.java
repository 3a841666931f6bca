package io.cairn.guide;

import io.cairn.framework.Portrait;
import io.cairn.framework.Portraits;
import java.util.List;

/**
 * A framework that something speaks for.
 *
 * @param framework its key
 * @param reasons every row that names it: needs first, then stage, functions and signals
 */
public record Recommendation(String framework, List<Reason> reasons) {

    /**
     * A row that names the framework.
     *
     * @param points what it counts; 0 for the stage on the other side of a near boundary
     */
    public record Reason(Row row, int points, String why) {}

    public int score() {
        return reasons.stream().mapToInt(Reason::points).sum();
    }

    /** Whether a derived row is among its reasons. */
    public boolean derived() {
        return reasons.stream().anyMatch(reason -> reason.row().derived());
    }

    public Portrait portrait() {
        return Portraits.of(framework);
    }
}
