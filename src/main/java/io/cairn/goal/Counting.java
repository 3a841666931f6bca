package io.cairn.goal;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a typed value of a count means: the new total, or what is added to it. */
public enum Counting {
    TOTAL("The new total"),
    INCREMENT("Added to the total");

    private final String label;

    Counting(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The current value after check-ins with these values, oldest first; null without any. */
    public @Nullable BigDecimal current(@Nullable BigDecimal baseline, List<BigDecimal> values) {
        if (values.isEmpty()) {
            return null;
        }
        return switch (this) {
            case TOTAL -> values.getLast();
            case INCREMENT -> values.stream().reduce(baseline == null ? BigDecimal.ZERO : baseline, BigDecimal::add);
        };
    }
}
