package io.cairn.framework.mbo;

import io.cairn.incentive.PayoutRecord;
import io.cairn.kernel.Explained;
import io.cairn.kernel.Explained.Input;
import io.cairn.kernel.Explained.Step;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * What is kept with a payout when its plan is handed in: how the total was made, and every figure on the way.
 *
 * @param value the total
 */
record StatementKept(
        BigDecimal value,
        String formula,
        String sentence,
        List<Input> inputs,
        List<Step> steps,
        StatementFigures statement) {

    static StatementKept of(Payable payable) {
        return of(payable.payout().explained(), StatementFigures.of(payable));
    }

    private static StatementKept of(Explained<BigDecimal> made, StatementFigures figures) {
        return new StatementKept(made.value(), made.formula(), made.sentence(), made.inputs(), made.steps(), figures);
    }

    /** What was kept; of a payout that nobody kept it with, the sum of its lines. */
    static StatementKept of(PayoutRecord payout, ObjectMapper json) {
        JsonNode kept = payout.explanation();
        return kept.has("statement")
                ? json.treeToValue(kept, StatementKept.class)
                : of(sum(payout), StatementFigures.of(payout));
    }

    private static Explained<BigDecimal> sum(PayoutRecord payout) {
        List<Input> inputs = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < payout.lines().size(); i++) {
            PayoutRecord.Line line = payout.lines().get(i);
            names.add("amount" + (i + 1));
            inputs.add(new Input(
                    "amount" + (i + 1), "Objective " + (i + 1), line.amount().toPlainString()));
        }
        inputs.add(
                new Input("targetBonus", "Target bonus", payout.targetAmount().toPlainString()));
        return new Explained<>(
                payout.total(),
                "incentive.payout",
                "The sum of the lines.",
                inputs,
                List.of(new Step("total", "Total", String.join(" + ", names), payout.total())));
    }

    /** As compensation reads it. */
    StatementKept withoutTerms() {
        return of(Derivation.withoutTerms(explained()), statement);
    }

    Explained<BigDecimal> explained() {
        return new Explained<>(value, formula, sentence, inputs, steps);
    }
}
