package io.cairn.goal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The weighted mean of what counts in a goal, divided once (frameworks 1.4). */
final class RollUp {
    /** A measure or an aligned goal with its part in the mean. */
    record Child(
            UUID id,
            String label,
            BigDecimal weight,
            @Nullable BigDecimal share,
            @Nullable BigDecimal progress,
            @Nullable BigDecimal expected,
            @Nullable Health health,
            boolean achieved,
            boolean noData) {

        static Child of(MeasureState measure, MeasureFigures figures) {
            return new Child(
                    measure.id(),
                    measure.name(),
                    measure.terms().weight(),
                    null,
                    figures.progress(),
                    figures.expected(),
                    figures.health(),
                    figures.achieved(),
                    figures.noData());
        }

        static Child of(AlignedGoal goal) {
            return new Child(
                    goal.id(),
                    goal.title(),
                    goal.weight(),
                    goal.share(),
                    goal.progress(),
                    goal.expected(),
                    goal.health(),
                    goal.achieved(),
                    goal.noData());
        }

        /** How far progress lies behind what is expected. */
        BigDecimal shortfall() {
            return orZero(expected).subtract(orZero(progress));
        }
    }

    /** Numerator and denominator of one block of children. */
    private record Sums(Term weighted, Term weights) {}

    private final NoDataPolicy policy;
    private final List<Child> measures;
    private final List<Child> aligned;

    RollUp(NoDataPolicy policy, List<Child> measures, List<Child> aligned) {
        this.policy = policy;
        this.measures = measures;
        this.aligned = aligned;
    }

    /** Null when nothing counts. */
    @Nullable
    Term progress() {
        return mean("progress", "alignedProgress", "progress", Child::progress);
    }

    @Nullable
    Term expected() {
        return mean("expected", "alignedExpected", "expected progress", Child::expected);
    }

    private @Nullable Term mean(
            String name, String alignedName, String label, Function<Child, @Nullable BigDecimal> figure) {
        var own = sums(name, label, measures, figure);
        var others = sums(alignedName, label, aligned, figure);
        if (own != null && others != null) {
            return both(own, others);
        }
        var only = own == null ? others : own;
        return only == null ? null : only.weighted().over(only.weights());
    }

    /** The key results together are one child of weight 1 beside each aligned goal; still one division. */
    private static Term both(Sums own, Sums others) {
        var ownWeighted = own.weighted().as("keyResults", "Key results, weighted");
        var ownWeights = own.weights().as("keyResultWeights", "Weights of the key results");
        var otherWeighted = others.weighted().as("alignedGoals", "Aligned goals, weighted");
        var otherWeights = others.weights().as("alignedWeights", "Weights of the aligned goals");
        return ownWeighted.plus(ownWeights.times(otherWeighted)).over(ownWeights.times(Term.ONE.plus(otherWeights)));
    }

    private @Nullable Sums sums(
            String name, String label, List<Child> children, Function<Child, @Nullable BigDecimal> figure) {
        var weighted = new ArrayList<Term>(children.size());
        var weights = new ArrayList<Term>(children.size());
        var values = new ArrayList<Term>(children.size());
        for (int i = 0; i < children.size(); i++) {
            var child = children.get(i);
            if (policy == NoDataPolicy.EXCLUDE && (child.noData() || child.progress() == null)) {
                continue;
            }
            var weight = weight(child, i + 1);
            var value = Term.given(name + (i + 1), child.label() + ": " + label, orZero(figure.apply(child)));
            weighted.add(weight.times(value));
            weights.add(weight);
            values.add(value);
        }
        if (weights.isEmpty()) {
            return null;
        }
        return equal(children) ? plain(values) : new Sums(Term.sum(weighted), Term.sum(weights));
    }

    /** Equal weights leave the mean as it is without them, which reads better in its explanation. */
    private static Sums plain(List<Term> values) {
        return new Sums(Term.sum(values), Term.of(values.size()));
    }

    private static boolean equal(List<Child> children) {
        var first = children.getFirst().weight();
        return children.stream()
                .allMatch(child -> child.share() == null && child.weight().compareTo(first) == 0);
    }

    private static Term weight(Child child, int number) {
        if (child.share() == null) {
            return Term.given("weight" + number, child.label() + ": weight", child.weight());
        }
        return Term.given("alignedWeight" + number, child.label() + ": weight", child.weight())
                .times(Term.given("share" + number, child.label() + ": share", child.share()));
    }

    private static BigDecimal orZero(@Nullable BigDecimal value) {
        return value == null ? BigDecimal.ZERO : value;
    }
}
