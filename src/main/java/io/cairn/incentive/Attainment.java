package io.cairn.incentive;

import io.cairn.kernel.Decimals;
import io.cairn.kernel.Explained;
import io.cairn.kernel.Explained.Input;
import io.cairn.kernel.Explained.Step;
import io.cairn.kernel.ProblemException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How much of an objective was attained: 1 is all of it, 0 the floor, and nothing is clamped above, which caps do. It is
 * straight in the value even where the target is strict; whether the target was met stands apart (MBO-H7).
 *
 * @param numerator over the denominator this is the attainment without any rounding
 * @param of what it was worked out from; null where it was given as such
 * @param met null where no comparison was asked for
 */
public record Attainment(
        BigDecimal numerator,
        BigDecimal denominator,
        @Nullable Attained of,
        @Nullable Boolean met) {

    /** A share that somebody judged, or that another calculation gave; what is below 0 counts as 0. */
    public static Attainment given(BigDecimal share) {
        return new Attainment(share.max(BigDecimal.ZERO), BigDecimal.ONE, null, null);
    }

    /** @throws ProblemException with {@link Attained#problems()}, if there are any */
    public static Attainment of(Attained attained) {
        var problems = attained.problems();
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        var actual = Objects.requireNonNull(attained.actual());
        var from = attained.from();
        var to = attained.to();
        return switch (attained.basis()) {
            case BASELINE_TO_TARGET, MILESTONE, RUBRIC -> floored(attained, actual.subtract(from), to.subtract(from));
            case RATIO_TO_TARGET -> floored(attained, actual, to);
            case INVERSE_RATIO -> floored(attained, to, actual);
            case BOOLEAN ->
                floored(attained, done(attained, actual) ? BigDecimal.ONE : BigDecimal.ZERO, BigDecimal.ONE);
        };
    }

    private static boolean done(Attained attained, BigDecimal actual) {
        var met = attained.met();
        return met == null ? actual.compareTo(attained.to()) >= 0 : met;
    }

    private static Attainment floored(Attained attained, BigDecimal numerator, BigDecimal denominator) {
        boolean below = numerator.signum() * denominator.signum() < 0;
        return below
                ? new Attainment(BigDecimal.ZERO, BigDecimal.ONE, attained, attained.met())
                : new Attainment(numerator, denominator, attained, attained.met());
    }

    Fraction exact() {
        return Fraction.of(numerator, denominator);
    }

    /** With 18 decimals. */
    public BigDecimal value() {
        return exact().decimal();
    }

    /** The same rounded down, as a bound that this attainment itself reaches: two thirds reach 0.666…666, not 0.666…667. */
    public BigDecimal atLeast() {
        return exact().roundedDown();
    }

    public Explained<BigDecimal> explained() {
        return explained("");
    }

    /** The same with this behind every name, so that several stand in one explanation. */
    Explained<BigDecimal> explained(String behind) {
        var inputs = new ArrayList<Input>();
        var steps = new ArrayList<Step>();
        if (of == null || of.basis() == AttainmentBasis.BOOLEAN) {
            inputs.add(input("attainment" + behind, "Attainment", Decimals.plain(value())));
        } else {
            describe(of, behind, inputs, steps);
        }
        return new Explained<>(value(), "incentive.attainment", sentence(), inputs, steps);
    }

    private void describe(Attained attained, String behind, List<Input> inputs, List<Step> steps) {
        var actual = Objects.requireNonNull(attained.actual());
        boolean way = attained.basis() != AttainmentBasis.RATIO_TO_TARGET
                && attained.basis() != AttainmentBasis.INVERSE_RATIO;
        if (way) {
            inputs.add(input("baseline" + behind, "Baseline", attained.from()));
        }
        inputs.add(input("target" + behind, "Target", attained.to()));
        inputs.add(input("actual" + behind, "Value reached", actual));
        var share = way
                ? "(actual# - baseline#) / (target# - baseline#)"
                : attained.basis() == AttainmentBasis.RATIO_TO_TARGET ? "actual# / target#" : "target# / actual#";
        steps.add(new Step(
                "attainment" + behind,
                "Attainment: " + attained.basis().label().toLowerCase(Locale.ROOT),
                "max(0, " + share.replace("#", behind) + ")",
                value()));
    }

    private String sentence() {
        if (of == null) {
            return "The attainment was given.";
        }
        return switch (of.basis()) {
            case BASELINE_TO_TARGET -> "How much of the way from baseline to target was gone, at least 0.";
            case RATIO_TO_TARGET -> "The value as a share of the target, at least 0.";
            case INVERSE_RATIO -> "The target as a share of the value, since less is better.";
            case MILESTONE -> "The milestones reached as a share of those asked for.";
            case RUBRIC -> "The points given as a share of those the target asks for.";
            case BOOLEAN -> "1 when it was done, otherwise 0.";
        };
    }

    private static Input input(String name, String label, BigDecimal value) {
        return new Input(name, label, value.toPlainString());
    }
}
