package io.cairn.kernel;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure with the way it was made: the formula's name, what went in and each step as arithmetic that can be done again.
 * Evaluating the steps in order, each over the inputs and the results before it, gives {@code value}.
 *
 * @param value the figure; null where it is undefined (no data)
 * @param formula the formula's name, such as {@code progress.directional}
 * @param sentence one sentence for people: what the figure is
 */
public record Explained<T extends @Nullable Object>(
        T value, String formula, String sentence, List<Input> inputs, List<Step> steps) {

    /** What went in: a name that steps may refer to ({@code [a-z][a-zA-Z0-9]*}), a label for people and the value. */
    public record Input(String name, String label, String value) {}

    /**
     * One calculation: {@code result = expression}. Expressions know numbers, names, + − * / ( ) min(…) max(…) and
     * round(x, digits) as {@code -}, and divide to 18 decimals HALF_EVEN (frameworks 0.4).
     */
    public record Step(
            String result,
            String label,
            String expression,
            @Nullable BigDecimal value) {}
}
