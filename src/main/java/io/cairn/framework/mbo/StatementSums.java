package io.cairn.framework.mbo;

import io.cairn.kernel.Explained;
import io.cairn.kernel.Explained.Input;
import io.cairn.kernel.Explained.Step;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Says of each figure of a statement what it is, and makes those that its explanation does not need for the total. */
final class StatementSums {
    private StatementSums() {}

    static Explained<BigDecimal> ofTarget(Statement statement, BigDecimal share) {
        List<Input> inputs = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Statement.Version version : statement.versions()) {
            String name = "targetBonus" + version.mark();
            names.add(name);
            inputs.add(new Input(name, "Target bonus", version.target().toPlainString()));
        }
        inputs.add(new Input("total", "Total", statement.total().toPlainString()));
        String expression = "total / (" + String.join(" + ", names) + ")";
        return new Explained<>(
                share,
                "statement.ofTarget",
                "The total as a share of the bonus at 100 %.",
                inputs,
                List.of(new Step("ofTarget", "Of the target", expression, share)));
    }

    static Explained<BigDecimal> newTotal(Statement statement) {
        List<Input> inputs = new ArrayList<>();
        List<String> names = new ArrayList<>();
        inputs.add(new Input("total", "Total", statement.total().toPlainString()));
        names.add("total");
        for (Statement.Adjustment adjustment : statement.adjustments()) {
            if (adjustment.counts()) {
                String name = "adjustment" + names.size();
                names.add(name);
                inputs.add(
                        new Input(name, adjustment.label(), adjustment.amount().toPlainString()));
            }
        }
        return new Explained<>(
                statement.newTotal(),
                "statement.newTotal",
                "The total and what was mended later.",
                inputs,
                List.of(new Step("newTotal", "New total", String.join(" + ", names), statement.newTotal())));
    }

    static String sentence(String figure) {
        if (figure.startsWith("targetBonus")) {
            return "The bonus at 100 %, for the days in which each target holds.";
        }
        if (figure.startsWith("attainment")) {
            return "How much of what was asked for was reached. It is not cut above: caps do that.";
        }
        if (figure.startsWith("factor")) {
            return "What the payout curve gives for the attainment, at most the objective's cap.";
        }
        if (figure.startsWith("amount")) {
            return "Target bonus × weight × payout factor, with gate, modifier and cap; rounded once, half a cent upwards.";
        }
        if (figure.startsWith("planFactor")) {
            return "The payout factors by their weights, and what the gate leaves of them.";
        }
        if (figure.startsWith("scale")) {
            return "What the cap leaves of every line, so that together they pay no more than it.";
        }
        return figure.equals("total")
                ? "The sum of the lines, each rounded to what can be paid."
                : "A figure on the way to the total.";
    }
}
