package io.cairn.framework.mbo;

import io.cairn.kernel.Explained;
import io.cairn.kernel.Explained.Input;
import io.cairn.kernel.Explained.Step;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes of a long explanation what one of its figures needs. */
final class Derivation {
    private static final Pattern NAME = Pattern.compile("[a-z][a-zA-Z0-9]*(?!\\w|\\()");
    private static final Pattern TERM = Pattern.compile("(baseline|target|actual)\\d+(V\\d+)?");
    private static final Pattern ATTAINMENT = Pattern.compile("attainment\\d+(V\\d+)?");

    private Derivation() {}

    /** How one figure was made; empty where there is none of this name. */
    static Optional<Explained<BigDecimal>> of(Explained<BigDecimal> all, String figure, String sentence) {
        Set<String> needed = new HashSet<>(Set.of(figure));
        List<Step> steps = new ArrayList<>();
        for (Step step : all.steps().reversed()) {
            if (needed.contains(step.result())) {
                steps.addFirst(step);
                NAME.matcher(step.expression()).results().forEach(name -> needed.add(name.group()));
            }
        }
        List<Input> inputs = all.inputs().stream()
                .filter(input -> needed.contains(input.name()))
                .toList();
        @Nullable
        BigDecimal value =
                steps.isEmpty() ? given(inputs, figure) : steps.getLast().value();
        return value == null
                ? Optional.empty()
                : Optional.of(new Explained<>(value, all.formula() + "." + figure, sentence, inputs, steps));
    }

    private static @Nullable BigDecimal given(List<Input> inputs, String figure) {
        return inputs.stream()
                .filter(input -> input.name().equals(figure))
                .map(input -> new BigDecimal(input.value()))
                .findFirst()
                .orElse(null);
    }

    /** The same with one more step at its end. */
    static Explained<BigDecimal> and(Explained<BigDecimal> all, Step step, BigDecimal value, String sentence) {
        List<Step> steps = new ArrayList<>(all.steps());
        steps.add(step);
        return of(new Explained<>(value, all.formula(), sentence, all.inputs(), steps), step.result(), sentence)
                .orElseThrow();
    }

    /** The same for those who may not read the terms: attainments are given, and not what they were worked out from. */
    static Explained<BigDecimal> withoutTerms(Explained<BigDecimal> all) {
        List<Input> inputs = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        for (Input input : all.inputs()) {
            if (!TERM.matcher(input.name()).matches()) {
                inputs.add(input);
            }
        }
        for (Step step : all.steps()) {
            BigDecimal value = step.value();
            if (value != null && ATTAINMENT.matcher(step.result()).matches()) {
                inputs.add(new Input(step.result(), attained(step.label()), value.toPlainString()));
            } else {
                steps.add(step);
            }
        }
        return new Explained<>(all.value(), all.formula(), all.sentence(), inputs, steps);
    }

    /** How it was measured is a term too. */
    private static String attained(String label) {
        int of = label.lastIndexOf(" of ");
        return of < 0 ? "Attainment" : "Attainment" + label.substring(of);
    }
}
