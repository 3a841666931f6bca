package io.cairn.incentive;

import io.cairn.kernel.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a period in which one bonus target holds; what it brings is target × days / days of the period.
 *
 * @param target the money of the whole period had it held all the time; exact, so a quarter of a year's may have more
 *     decimals than the currency
 * @param days both ends counted
 */
public record BonusSegment(BigDecimal target, int days, int periodDays) {

    /** The target of a whole period. */
    public static BonusSegment whole(BigDecimal target) {
        return new BonusSegment(target, 1, 1);
    }

    public List<Problem> problems() {
        var problems = new ArrayList<Problem>();
        if (target.signum() < 0) {
            problems.add(IncentiveProblem.AMOUNT_NEGATIVE.at("target"));
        }
        if (days < 1 || days > periodDays) {
            problems.add(IncentiveProblem.SEGMENT_DAYS.at("days"));
        }
        return problems;
    }

    Fraction money() {
        return Fraction.of(target).times(Fraction.of(BigDecimal.valueOf(days), BigDecimal.valueOf(periodDays)));
    }
}
