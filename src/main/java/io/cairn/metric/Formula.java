package io.cairn.metric;

import io.cairn.kernel.Explained;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a metric is computed from others: numbers, metrics in braces, {@code + - * /}, brackets and the functions
 * {@code sum}, {@code average}, {@code min}, {@code max} and {@code weighted(value, weight, value, weight …)}.
 * At most 1000 characters, 50 references and 30 brackets in each other. Two formulas that calculate alike are equal.
 */
public final class Formula {
    private static final int DECIMALS = 18;
    private static final int WHOLE_DIGITS = 20;

    private final FormulaPart all;

    private Formula(FormulaPart all) {
        this.all = all;
    }

    /** Reads a formula with metrics by their ids, as {@link #text()} writes it. Errors: see {@link #parse(String, Function)}. */
    public static Formula parse(String text) {
        return parse(text, name -> null);
    }

    /**
     * Reads a formula as typed, with metrics by name or by id; whether the reader may see {@link #inputs()} is for whoever
     * asks to check. Errors: {@code FORMULA_SYNTAX} with {@code position} (from 1) and {@code expected},
     * {@code FORMULA_UNKNOWN_METRIC} with {@code position}, {@code FORMULA_TOO_LONG}.
     *
     * @param byName the metric of a name; null where there is none
     */
    public static Formula parse(String text, Function<String, @Nullable UUID> byName) {
        return new Formula(FormulaReader.read(text, byName));
    }

    /** The metrics it needs, in the order they are named. */
    public Set<UUID> inputs() {
        return all.metrics().collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * The figure with at most 18 decimals, rounded once; each quotient has 18. Null where an input is missing, something
     * is divided by 0, or the figure has more than 20 digits before the point and could not be kept.
     */
    public @Nullable BigDecimal value(Map<UUID, BigDecimal> values) {
        var exact = all.value(values);
        if (exact == null) {
            return null;
        }
        var value = exact.scale() > DECIMALS ? exact.setScale(DECIMALS, RoundingMode.HALF_EVEN) : exact;
        return value.precision() - value.scale() > WHOLE_DIGITS ? null : value;
    }

    /** As it is stored, with ids. */
    public String text() {
        return text(UUID::toString);
    }

    /** As people read and type it: each metric's name in braces, or its id where the name itself has braces. */
    public String text(Function<UUID, String> name) {
        return text(all, name);
    }

    /** The figure with its inputs by name and a step for each function. */
    public Explained<@Nullable BigDecimal> explain(Function<UUID, String> name, Map<UUID, BigDecimal> values) {
        return new FormulaExplanation(this, all, name, values).explained();
    }

    private static String text(FormulaPart part, Function<UUID, String> name) {
        return part.text(
                reference -> "{" + readable(reference.metric(), name) + "}",
                call -> call.name().text() + "(" + call.arguments(inside -> text(inside, name)) + ")");
    }

    private static String readable(UUID metric, Function<UUID, String> name) {
        var known = name.apply(metric).strip();
        return known.isEmpty() || known.contains("{") || known.contains("}") ? metric.toString() : known;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Formula formula && all.equals(formula.all);
    }

    @Override
    public int hashCode() {
        return all.hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
