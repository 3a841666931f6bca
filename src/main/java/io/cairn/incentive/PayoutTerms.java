package io.cairn.incentive;

import io.cairn.kernel.Decimals;
import io.cairn.kernel.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The terms of one stretch of a period: what an amendment leaves unchanged is one of these, what it changes another.
 *
 * @param segments the bonus targets as far as they fall into this stretch
 * @param planCap the most the plan's factor may be, usually 2; null for no cap
 * @param gate what a circuit breaker leaves of everything: 0 nothing, 1 all
 * @param modifier what the whole plan is multiplied by
 * @param capBeforeModifier whether the cap is taken before the modifier; usually after
 */
public record PayoutTerms(
        List<BonusSegment> segments,
        List<PayoutLine> lines,
        @Nullable BigDecimal planCap,
        BigDecimal gate,
        BigDecimal modifier,
        boolean capBeforeModifier,
        List<Accelerator> accelerators) {
    public static final BigDecimal USUAL_CAP = new BigDecimal("2");
    private static final BigDecimal FULL = new BigDecimal("100");
    private static final int WEIGHT_DECIMALS = 2;

    public PayoutTerms {
        segments = List.copyOf(segments);
        lines = List.copyOf(lines);
        accelerators = List.copyOf(accelerators);
    }

    /** Cap 200 %, no gate, modifier 1. */
    public static PayoutTerms usual(List<BonusSegment> segments, List<PayoutLine> lines) {
        return new PayoutTerms(segments, lines, USUAL_CAP, BigDecimal.ONE, BigDecimal.ONE, false, List.of());
    }

    /** What keeps these terms from being paid by; fields are named as here, lines as {@code objectives[0]}. */
    public List<Problem> problems() {
        var problems = weightProblems(lines.stream().map(PayoutLine::weight).toList());
        for (int i = 0; i < segments.size(); i++) {
            var field = "segments[" + i + "].";
            segments.get(i).problems().forEach(problem -> problems.add(problem.at(field + problem.field())));
        }
        for (int i = 0; i < lines.size(); i++) {
            lineProblems(lines.get(i), "objectives[" + i + "].", problems);
        }
        if (planCap != null && planCap.signum() < 0) {
            problems.add(IncentiveProblem.CAP_NEGATIVE.at("planCap"));
        }
        if (gate.signum() < 0 || gate.compareTo(BigDecimal.ONE) > 0) {
            problems.add(IncentiveProblem.GATE_OUT_OF_RANGE.at("gate"));
        }
        if (modifier.signum() < 0) {
            problems.add(IncentiveProblem.MODIFIER_NEGATIVE.at("modifier"));
        }
        acceleratorProblems(problems);
        return problems;
    }

    /** Weights total exactly 100 and have at most two decimals (MBO-H2). */
    public static List<Problem> weightProblems(List<BigDecimal> weights) {
        var problems = new ArrayList<Problem>();
        for (int i = 0; i < weights.size(); i++) {
            var weight = weights.get(i);
            boolean inRange = weight.signum() >= 0 && weight.compareTo(FULL) <= 0;
            if (!inRange || weight.stripTrailingZeros().scale() > WEIGHT_DECIMALS) {
                problems.add(IncentiveProblem.WEIGHT_OUT_OF_RANGE.at("objectives[" + i + "].weight"));
            }
        }
        var total = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (problems.isEmpty() && total.compareTo(FULL) != 0) {
            problems.add(IncentiveProblem.WEIGHTS_MUST_TOTAL_100
                    .saying("The weights must total 100; these total "
                            + Decimals.plain(total).toPlainString() + ".")
                    .at("objectives")
                    .with("total", total));
        }
        return problems;
    }

    private static void lineProblems(PayoutLine line, String field, List<Problem> problems) {
        switch (line) {
            case PayoutLine.Scored scored -> {
                scored.curve()
                        .problems()
                        .forEach(problem -> problems.add(problem.at(field + "curve." + problem.field())));
                if (scored.cap() != null && scored.cap().signum() < 0) {
                    problems.add(IncentiveProblem.CAP_NEGATIVE.at(field + "objectiveCap"));
                }
            }
            case PayoutLine.Given given -> {
                if (given.amount().signum() < 0) {
                    problems.add(IncentiveProblem.AMOUNT_NEGATIVE.at(field + "amount"));
                }
            }
        }
    }

    private void acceleratorProblems(List<Problem> problems) {
        for (int i = 0; i < accelerators.size(); i++) {
            var accelerator = accelerators.get(i);
            var field = "accelerators[" + i + "].";
            if (accelerator.multiplier().compareTo(BigDecimal.ONE) < 0) {
                problems.add(IncentiveProblem.ACCELERATOR_TOO_LOW.at(field + "multiplier"));
            }
            var line = accelerator.line();
            if (line != null && (line < 0 || line >= lines.size() || lines.get(line) instanceof PayoutLine.Given)) {
                problems.add(IncentiveProblem.ACCELERATOR_LINE_UNKNOWN.at(field + "line"));
            }
        }
    }

    /** Σ target × days / days of the period. */
    Fraction targetMoney() {
        return segments.stream().map(BonusSegment::money).reduce(Fraction.ZERO, Fraction::plus);
    }

    /** Gate × Σ weight × factor. */
    Fraction planFactor() {
        var weighted = Fraction.ZERO;
        for (PayoutLine line : lines) {
            if (line instanceof PayoutLine.Scored scored) {
                weighted = weighted.plus(scored.factor().times(share(scored)));
            }
        }
        return weighted.times(gate);
    }

    /** The modifier with the accelerators that were reached. */
    Fraction appliedModifier() {
        return reached().stream()
                .map(accelerator -> Fraction.of(accelerator.multiplier()))
                .reduce(Fraction.of(modifier), Fraction::times);
    }

    /**
     * An accelerator and how far it is.
     *
     * @param attained what it waits for, as a share to 18 decimals
     */
    public record Awaited(Accelerator accelerator, BigDecimal attained, boolean reached) {}

    public List<Awaited> awaited() {
        return accelerators.stream()
                .map(each -> {
                    var attained = awaited(each);
                    boolean reached = attained.compareTo(Fraction.of(each.whenAttainmentAtLeast())) >= 0;
                    return new Awaited(each, attained.decimal(), reached);
                })
                .toList();
    }

    List<Accelerator> reached() {
        return awaited().stream()
                .filter(Awaited::reached)
                .map(Awaited::accelerator)
                .toList();
    }

    private Fraction awaited(Accelerator accelerator) {
        var line = accelerator.line();
        if (line != null) {
            return ((PayoutLine.Scored) lines.get(line)).attainment().exact();
        }
        var all = Fraction.ZERO;
        for (PayoutLine each : lines) {
            if (each instanceof PayoutLine.Scored scored) {
                all = all.plus(scored.attainment().exact().times(share(scored)));
            }
        }
        return all;
    }

    /** What is paid of the target money: the plan's factor with modifier and cap. */
    Fraction paidFactor() {
        var factor = planFactor();
        var applied = appliedModifier();
        if (planCap == null) {
            return factor.times(applied);
        }
        var cap = Fraction.of(planCap);
        return capBeforeModifier
                ? factor.min(cap).times(applied)
                : factor.times(applied).min(cap);
    }

    boolean capped() {
        return paidFactor().compareTo(planFactor().times(appliedModifier())) < 0;
    }

    /** How much the cap leaves of every line; 1 without one. */
    Fraction scale() {
        return capped() ? paidFactor().over(planFactor().times(appliedModifier())) : Fraction.ONE;
    }

    static Fraction share(PayoutLine line) {
        return Fraction.of(line.weight(), FULL);
    }
}
