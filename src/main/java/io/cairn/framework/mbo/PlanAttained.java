package io.cairn.framework.mbo;

import io.cairn.incentive.Attainment;
import io.cairn.kernel.Decimals;
import io.cairn.kernel.Display;
import io.cairn.kernel.Explained;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a plan's objectives come to so far: the mean of their attainments by weight, of those of which something is known.
 *
 * @param known how much weight that is
 */
public record PlanAttained(BigDecimal value, BigDecimal known, List<PlanObjective> counted) {
    private static final int DECIMALS = 18;

    /** Null while nothing is known, or nothing has weight. */
    public static @Nullable PlanAttained of(Plan plan) {
        List<PlanObjective> counted = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal weights = BigDecimal.ZERO;
        for (PlanObjective line : plan.objectives()) {
            BigDecimal weight = line.terms().weight();
            if (line.attainment() != null && weight.signum() > 0) {
                counted.add(line);
                sum = sum.add(line.attainment().multiply(weight));
                weights = weights.add(weight);
            }
        }
        return weights.signum() == 0
                ? null
                : new PlanAttained(sum.divide(weights, DECIMALS, RoundingMode.HALF_EVEN), weights, counted);
    }

    /** How far one line is, by its final value or else by what is said now; null while nobody knows. */
    public static @Nullable Explained<BigDecimal> explained(PlanObjective line) {
        Attainment reached =
                Reached.attainment(line.terms(), line.finalValue().isGiven() ? line.finalValue() : line.current());
        return reached == null ? null : reached.explained();
    }

    public Explained<BigDecimal> explained() {
        List<Explained.Input> inputs = new ArrayList<>();
        StringBuilder formula = new StringBuilder("(");
        for (int i = 0; i < counted.size(); i++) {
            PlanObjective line = counted.get(i);
            String number = String.valueOf(i + 1);
            inputs.add(input("attainment" + number, line.terms().title(), line.attainment()));
            inputs.add(input("weight" + number, "Its weight", line.terms().weight()));
            formula.append(i == 0 ? "" : " + ")
                    .append("attainment")
                    .append(number)
                    .append(" * weight")
                    .append(number);
        }
        inputs.add(input("weights", "All these weights", known));
        formula.append(") / weights");
        String sentence = "The attainments of the objectives of which something is known, by weight: "
                + Display.number(known) + " of 100.";
        return new Explained<>(
                value,
                "mbo.attainment",
                sentence,
                inputs,
                List.of(new Explained.Step("attainment", "Attainment", formula.toString(), value)));
    }

    private static Explained.Input input(String name, String label, @Nullable BigDecimal value) {
        return new Explained.Input(
                name, label, value == null ? "" : Decimals.plain(value).toPlainString());
    }
}
