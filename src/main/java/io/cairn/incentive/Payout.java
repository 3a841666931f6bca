package io.cairn.incentive;

import io.cairn.kernel.Explained;
import io.cairn.kernel.Money;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a plan pays, line by line and exact to the cent: every line is rounded once, HALF_UP to the currency's minor units,
 * and the total is the sum of the rounded lines (frameworks 2.3).
 *
 * @param explained every figure again as arithmetic; its value is the total
 */
public record Payout(List<Part> parts, Money total, Explained<BigDecimal> explained) {

    /**
     * One version of the terms; figures have 18 decimals.
     *
     * @param target the target money of its days
     * @param factor gate × Σ weight × factor
     * @param modifier with the accelerators that were reached
     * @param paid the factor with modifier and cap
     * @param scale what the cap leaves of every line; 1 where it takes nothing
     */
    public record Part(
            BigDecimal target,
            BigDecimal factor,
            BigDecimal modifier,
            BigDecimal paid,
            boolean capped,
            BigDecimal scale,
            List<Line> lines) {}

    /**
     * @param weight in percent
     * @param attainment null on a discretionary line, as is the factor
     * @param capped whether the objective's own cap took something
     * @param met whether the target was met, which pay does not ask; null where nobody compared
     */
    public record Line(
            String name,
            BigDecimal weight,
            @Nullable BigDecimal attainment,
            @Nullable BigDecimal factor,
            boolean capped,
            @Nullable Boolean met,
            Money amount) {}

    public Payout {
        parts = List.copyOf(parts);
    }

    /** By one version of the terms. */
    public static Payout of(PayoutTerms terms, Currency currency) {
        return of(List.of(terms), currency);
    }

    /** @throws ProblemException with {@link PayoutTerms#problems()} of the first version that has any */
    public static Payout of(List<PayoutTerms> versions, Currency currency) {
        for (PayoutTerms terms : versions) {
            List<Problem> problems = terms.problems();
            if (!problems.isEmpty()) {
                throw new ProblemException(problems);
            }
        }
        var parts = new ArrayList<Part>();
        var explanation = new PayoutExplanation(versions.size(), currency);
        for (PayoutTerms terms : versions) {
            parts.add(part(terms, currency));
            explanation.add(terms);
        }
        var total = parts.stream()
                .flatMap(part -> part.lines().stream())
                .map(Line::amount)
                .reduce(Money.zero(currency), Money::plus);
        return new Payout(parts, total, explanation.of(total));
    }

    /** The lines of all versions, in order. */
    public List<Line> lines() {
        return parts.stream().flatMap(part -> part.lines().stream()).toList();
    }

    private static Part part(PayoutTerms terms, Currency currency) {
        return new Part(
                terms.targetMoney().decimal(),
                terms.planFactor().decimal(),
                terms.appliedModifier().decimal(),
                terms.paidFactor().decimal(),
                terms.capped(),
                terms.scale().decimal(),
                terms.lines().stream().map(line -> line(terms, line, currency)).toList());
    }

    private static Line line(PayoutTerms terms, PayoutLine line, Currency currency) {
        var amount = new Money(exact(terms, line).rounded(Money.decimals(currency)), currency);
        return switch (line) {
            case PayoutLine.Given given -> new Line(given.name(), given.weight(), null, null, false, null, amount);
            case PayoutLine.Scored scored ->
                new Line(
                        scored.name(),
                        scored.weight(),
                        scored.attainment().value(),
                        scored.factor().decimal(),
                        scored.factor()
                                        .compareTo(scored.curve()
                                                .exact(scored.attainment().exact()))
                                < 0,
                        scored.attainment().met(),
                        amount);
        };
    }

    /** A line's money before it is rounded. */
    static Fraction exact(PayoutTerms terms, PayoutLine line) {
        return switch (line) {
            case PayoutLine.Given given -> Fraction.of(given.amount());
            case PayoutLine.Scored scored ->
                terms.targetMoney()
                        .times(PayoutTerms.share(scored))
                        .times(scored.factor())
                        .times(terms.gate())
                        .times(terms.appliedModifier())
                        .times(terms.scale());
        };
    }
}
