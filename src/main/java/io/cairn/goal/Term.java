package io.cairn.goal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * A calculation that has its exact value at once and can say later how it came about, so that a figure and its
 * explanation are one formula. Sums and products are exact, a quotient has 18 decimals HALF_EVEN (frameworks 0.4).
 */
sealed interface Term {
    Term ZERO = new Constant(BigDecimal.ZERO);
    Term ONE = new Constant(BigDecimal.ONE);

    BigDecimal value();

    /** A value that goes in, by the name the steps call it. */
    record Given(String name, String label, BigDecimal value) implements Term {}

    record Constant(BigDecimal value) implements Term {}

    /** A result that gets a name of its own; what follows refers to it by that name. */
    record Step(String name, String label, Term made) implements Term {
        @Override
        public BigDecimal value() {
            return made.value();
        }
    }

    record Operation(Sign sign, List<Term> parts, BigDecimal value) implements Term {}

    enum Sign {
        PLUS(" + "),
        MINUS(" - "),
        TIMES(" * "),
        OVER(" / "),
        MIN("min"),
        MAX("max"),
        ROUND("round");

        private final String text;

        Sign(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }

        boolean function() {
            return this == MIN || this == MAX || this == ROUND;
        }
    }

    static Term given(String name, String label, BigDecimal value) {
        return new Given(name, label, value);
    }

    static Term of(String number) {
        return new Constant(new BigDecimal(number));
    }

    static Term of(long number) {
        return new Constant(BigDecimal.valueOf(number));
    }

    static Term sum(List<Term> parts) {
        var sum = BigDecimal.ZERO;
        for (Term part : parts) {
            sum = sum.add(part.value());
        }
        return parts.size() == 1 ? parts.getFirst() : new Operation(Sign.PLUS, parts, sum);
    }

    default Term plus(Term other) {
        return new Operation(Sign.PLUS, List.of(this, other), value().add(other.value()));
    }

    default Term minus(Term other) {
        return new Operation(Sign.MINUS, List.of(this, other), value().subtract(other.value()));
    }

    default Term times(Term other) {
        return new Operation(Sign.TIMES, List.of(this, other), value().multiply(other.value()));
    }

    default Term over(Term other) {
        return new Operation(
                Sign.OVER, List.of(this, other), value().divide(other.value(), 18, RoundingMode.HALF_EVEN));
    }

    default Term atMost(Term other) {
        return new Operation(Sign.MIN, List.of(other, this), value().min(other.value()));
    }

    default Term atLeast(Term other) {
        return new Operation(Sign.MAX, List.of(other, this), value().max(other.value()));
    }

    default Term rounded(int digits) {
        return new Operation(Sign.ROUND, List.of(this, of(digits)), value().setScale(digits, RoundingMode.HALF_UP));
    }

    /** Within 0..1. */
    default Term clamped() {
        return atLeast(ZERO).atMost(ONE);
    }

    default Step as(String name, String label) {
        return new Step(name, label, this);
    }
}
