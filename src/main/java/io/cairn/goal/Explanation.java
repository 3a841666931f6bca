package io.cairn.goal;

import io.cairn.kernel.Display;
import io.cairn.kernel.Explained;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes terms down: what went into them and each named step as arithmetic that can be done again. */
final class Explanation {
    private final Map<String, Explained.Input> inputs = new LinkedHashMap<>();
    private final Map<String, Explained.Step> steps = new LinkedHashMap<>();

    private Explanation() {}

    /** The value with every step that led to these terms, the last of which is usually the value itself. */
    static <T> Explained<@Nullable T> of(@Nullable T value, String formula, String sentence, List<Term> terms) {
        var explanation = new Explanation();
        terms.forEach(explanation::collect);
        return new Explained<>(
                value,
                formula,
                sentence,
                List.copyOf(explanation.inputs.values()),
                List.copyOf(explanation.steps.values()));
    }

    private void collect(Term term) {
        switch (term) {
            case Term.Given(String name, String label, BigDecimal value) ->
                inputs.putIfAbsent(name, new Explained.Input(name, label, plain(value)));
            case Term.Operation operation -> operation.parts().forEach(this::collect);
            case Term.Step(String name, String label, Term made) -> {
                collect(made);
                steps.putIfAbsent(name, new Explained.Step(name, label, text(made), Display.plain(made.value())));
            }
            case Term.Constant constant -> {}
        }
    }

    private static String text(Term term) {
        return switch (term) {
            case Term.Given given -> given.name();
            case Term.Step step -> step.name();
            case Term.Constant constant -> plain(constant.value());
            case Term.Operation operation ->
                switch (operation.sign()) {
                    case MIN, MAX, ROUND ->
                        operation.parts().stream()
                                .map(Explanation::text)
                                .collect(Collectors.joining(
                                        ", ", operation.sign().text() + "(", ")"));
                    case PLUS, MINUS, TIMES, OVER ->
                        operation.parts().stream()
                                .map(part -> operand(operation.sign(), part))
                                .collect(Collectors.joining(operation.sign().text()));
                };
        };
    }

    /** Brackets where the arithmetic needs them: a product inside a sum stands without. */
    private static String operand(Term.Sign around, Term term) {
        boolean bare = !(term instanceof Term.Operation inside)
                || inside.sign().function()
                || (inside.sign() == Term.Sign.TIMES && around != Term.Sign.OVER);
        return bare ? text(term) : "(" + text(term) + ")";
    }

    private static String plain(BigDecimal value) {
        return Display.plain(value).toPlainString();
    }
}
