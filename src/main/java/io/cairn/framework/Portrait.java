package io.cairn.framework;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a framework is, in a line each, whether or not this product runs it; says nothing of who sees it or what it pays,
 * because the descriptor decides that. Source: frameworks 0.5.
 *
 * @param key as the descriptor's
 * @param abbreviation what it is called in short; the name again where it has none
 * @param pros null where the guide's source names none
 * @param cons likewise
 * @param side what the side-by-side comparison says of it; null where it is not compared
 */
public record Portrait(
        String key,
        String abbreviation,
        String name,
        String purpose,
        String bestFor,
        String structure,
        @Nullable String pros,
        @Nullable String cons,
        @Nullable Side side) {

    /**
     * One column of the comparison. Source: frameworks 5.
     *
     * @param scope how wide it reaches
     * @param structure in a sentence; how many measures there must be is the descriptor's
     * @param time how long one lasts
     * @param measurability in numbers, in words or both
     * @param ownership who answers for it
     * @param mindset in what spirit it is set
     * @param use what it is taken for
     */
    public record Side(
            String purpose,
            String scope,
            String structure,
            String time,
            String measurability,
            String ownership,
            String mindset,
            String use) {}

    public Optional<Side> compared() {
        return Optional.ofNullable(side);
    }
}
