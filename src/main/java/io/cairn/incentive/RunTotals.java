package io.cairn.incentive;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;

/**
 * What belongs to a run, counted and summed by state. Only what was handed in is there: a plan without a payout leaves no
 * trace.
 */
public record RunTotals(
        Part submitted,
        Part approved,
        Part paid,
        Part rejected,
        long capped,
        long lateOverride,
        long estimatesDiffer,
        long adjustments) {

    /** How many, and how much they add up to. */
    public record Part(long count, BigDecimal sum) {}

    /** What the run costs as it stands: all but what was rejected. */
    @JsonProperty
    public BigDecimal sum() {
        return submitted.sum().add(approved.sum()).add(paid.sum());
    }

    @JsonProperty
    public long count() {
        return submitted.count() + approved.count() + paid.count() + rejected.count();
    }
}
