package io.cairn.framework.mbo.web;

import io.cairn.framework.mbo.PlanTerms;
import io.cairn.framework.mbo.Statement;
import io.cairn.kernel.Display;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A plan's gate and accelerators in whole sentences. */
public final class ConditionWords {
    private ConditionWords() {}

    /** As they were agreed: {@code “Revenue” has to reach 90 %, or only 50 % of everything is paid.} */
    public static String gate(PlanTerms.Gate gate) {
        return "%s has to reach %s, or %s."
                .formatted(
                        quoted(gate.title(), "An objective of the company"),
                        percent(gate.atLeast()),
                        shut(gate.factor()));
    }

    public static String accelerator(PlanTerms.Accelerator accelerator) {
        return "The modifier is multiplied by %s from %s attained %s on."
                .formatted(
                        Display.number(accelerator.multiplier()),
                        percent(accelerator.atLeast()),
                        accelerator.objective() == null
                                ? "by the whole plan"
                                : "by " + quoted(accelerator.objective(), ""));
    }

    /** With what came of them. */
    public static List<String> of(Statement.@Nullable Gate gate, List<Statement.Accelerator> accelerators) {
        List<String> words = new ArrayList<>();
        if (gate != null) {
            words.add(gate(gate));
        }
        accelerators.forEach(one -> words.add(accelerator(one)));
        return words;
    }

    private static String gate(Statement.Gate gate) {
        String asked = "Gate: %s has to reach %s. "
                .formatted(quoted(gate.objective(), "an objective of the company"), percent(gate.atLeast()));
        if (gate.attained() == null) {
            return asked + "It is not scored yet; until then %s.".formatted(shut(gate.factor()));
        }
        return asked
                + "It came to %s: %s."
                        .formatted(
                                StatementText.percentage(gate.attained()),
                                gate.open() ? "the gate is open" : shut(gate.factor()));
    }

    private static String accelerator(Statement.Accelerator one) {
        return "Accelerator: the modifier × %s once %s attains %s. It attained %s: %s."
                .formatted(
                        Display.number(one.multiplier()),
                        one.objective() == null ? "the whole plan" : quoted(one.objective(), ""),
                        percent(one.atLeast()),
                        StatementText.percentage(one.attained()),
                        one.reached() ? "reached" : "not reached");
    }

    private static String shut(BigDecimal factor) {
        return factor.signum() == 0 ? "nothing is paid" : "only " + percent(factor) + " of everything is paid";
    }

    private static String quoted(@Nullable String title, String otherwise) {
        return Objects.requireNonNullElse(title, "").isBlank() ? otherwise : "“" + title + "”";
    }

    private static String percent(BigDecimal ratio) {
        return Display.number(ratio.movePointRight(2)) + " %";
    }
}
