package io.cairn.goal;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One level of a measure that is told in words: its name, its score 0..1 and what it looks like when it is reached. */
public record Level(String name, BigDecimal score, @Nullable String text) {

    /** The levels of a measure for which none were written (frameworks 1.3). */
    public static final List<Level> USUAL = List.of(
            new Level("NOT_STARTED", BigDecimal.ZERO, null),
            new Level("COMMIT", new BigDecimal("0.3"), null),
            new Level("TARGET", new BigDecimal("0.7"), null),
            new Level("STRETCH", BigDecimal.ONE, null));
}
