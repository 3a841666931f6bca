package io.cairn.metric;

import org.jspecify.annotations.Nullable;

/**
 * When a red value asks for an OKR (frameworks 1.11).
 *
 * @param periods how many red periods in a row it takes; 1 when null
 * @param useSpc whether a single red value only counts together with a signal
 */
public record BreachPolicy(
        @Nullable Integer periods, @Nullable Boolean useSpc) {
    public static final BreachPolicy USUAL = new BreachPolicy(1, false);

    public int count() {
        return periods == null ? 1 : periods;
    }

    public boolean needsSignal() {
        return Boolean.TRUE.equals(useSpc);
    }
}
