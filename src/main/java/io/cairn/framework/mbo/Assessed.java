package io.cairn.framework.mbo;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says an objective came to.
 *
 * @param value the number reached; of milestones the share done in percent; of a yes or no 1 or 0
 * @param level of an objective told in levels the one reached
 * @param comment why
 */
public record Assessed(@Nullable BigDecimal value, @Nullable String level, String comment) {
    static final Assessed NONE = new Assessed(null, null, "");

    public boolean isGiven() {
        return value != null || level != null;
    }
}
