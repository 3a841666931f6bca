package io.cairn.metric;

import io.cairn.kernel.Decimals;
import io.cairn.kernel.Explained;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes a formula's calculation down, function by function. */
final class FormulaExplanation {
    private static final int DECIMALS = 18;

    private final Formula formula;
    private final FormulaPart all;
    private final Function<UUID, String> name;
    private final Map<UUID, BigDecimal> values;
    private final Map<UUID, String> symbols = new LinkedHashMap<>();
    private final List<Explained.Step> steps = new ArrayList<>();

    FormulaExplanation(Formula formula, FormulaPart all, Function<UUID, String> name, Map<UUID, BigDecimal> values) {
        this.formula = formula;
        this.all = all;
        this.name = name;
        this.values = values;
        for (UUID metric : formula.inputs()) {
            symbols.put(metric, "m" + (symbols.size() + 1));
        }
    }

    Explained<@Nullable BigDecimal> explained() {
        var value = formula.value(values);
        if (value == null) {
            return new Explained<>(null, "metric.formula", why(), inputs(), List.of());
        }
        var expression = expression(all);
        var exact = all.value(values);
        // Over 1 is how steps round to 18 decimals.
        boolean rounds = exact != null && exact.scale() > DECIMALS;
        step("value", "Value", rounds ? "(" + expression + ") / 1" : expression, value);
        return new Explained<>(value, "metric.formula", formula.text(name), inputs(), List.copyOf(steps));
    }

    private String why() {
        var missing = symbols.keySet().stream()
                .filter(metric -> !values.containsKey(metric))
                .map(name)
                .collect(Collectors.joining(", "));
        return missing.isEmpty()
                ? "There is no value: something is divided by 0, or the figure is too large."
                : "There is no value without " + missing + ".";
    }

    private List<Explained.Input> inputs() {
        return symbols.entrySet().stream()
                .filter(symbol -> values.containsKey(symbol.getKey()))
                .map(symbol -> new Explained.Input(
                        symbol.getValue(), name.apply(symbol.getKey()), plain(values.get(symbol.getKey()))))
                .toList();
    }

    private String expression(FormulaPart part) {
        return part.text(reference -> symbols.getOrDefault(reference.metric(), ""), this::called);
    }

    /** A function is a step of its own, and stands in what follows by its name. */
    private String called(FormulaPart.Call call) {
        var parts = call.parts().stream().map(this::expression).toList();
        var expression =
                switch (call.name()) {
                    case SUM -> sum(parts);
                    case AVERAGE -> "(" + sum(parts) + ") / " + parts.size();
                    case MIN, MAX -> call.name().text() + "(" + String.join(", ", parts) + ")";
                    case WEIGHTED -> weighted(call, parts);
                };
        var result = call.name().text() + (steps.size() + 1);
        step(result, label(call.name()), expression, call.value(values));
        return result;
    }

    private static String sum(List<String> parts) {
        return String.join(" + ", parts);
    }

    private static String weighted(FormulaPart.Call call, List<String> parts) {
        var products = IntStream.range(0, parts.size())
                .mapToObj(
                        i -> "(" + parts.get(i) + ") * " + call.weights().get(i).toPlainString())
                .toList();
        return "(" + sum(products) + ") / " + FormulaPart.sum(call.weights()).toPlainString();
    }

    private void step(String result, String label, String expression, @Nullable BigDecimal value) {
        steps.add(new Explained.Step(result, label, expression, Decimals.plainOrNull(value)));
    }

    private static String label(FormulaPart.Name name) {
        return switch (name) {
            case SUM -> "Sum";
            case AVERAGE -> "Average";
            case MIN -> "Lowest";
            case MAX -> "Highest";
            case WEIGHTED -> "Weighted average";
        };
    }

    private static String plain(@Nullable BigDecimal value) {
        return value == null ? "" : Decimals.plain(value).toPlainString();
    }
}
