package io.cairn.metric;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a series does of its own accord, and which of its points are more than that (XmR chart, frameworks 1.11).
 * Limits have 18 decimals; whether a point lies beyond one is decided exactly.
 *
 * @param baseline how many points, from the first on, made the limits
 * @param mean of the baseline
 * @param averageMovingRange mean step from one point of the baseline to the next, without its sign
 * @param upperLimit highest value that is still noise
 * @param lowerLimit lowest value that is still noise, at least 0 where the series cannot be below
 * @param rangeLimit largest step that is still noise
 * @param provisional whether the baseline is shorter than the twenty points after which limits stand
 * @param signals in the order of the points
 */
public record ProcessBehaviour(
        int baseline,
        BigDecimal mean,
        BigDecimal averageMovingRange,
        BigDecimal upperLimit,
        BigDecimal lowerLimit,
        BigDecimal rangeLimit,
        boolean provisional,
        List<Signal> signals) {
    /** Fewer points than this have no limits. */
    public static final int FEWEST = 6;

    private static final int EARLY = 10;
    private static final int FROZEN = 20;
    private static final BigDecimal TO_LIMIT = new BigDecimal("2.66");
    private static final BigDecimal TO_RANGE_LIMIT = new BigDecimal("3.27");

    /** A point, counted from 0, and why it is a signal. */
    public record Signal(int index, Rule rule) {}

    /** With limits that stand still while points arrive: from up to nine points, then the first ten, then the first twenty. */
    public static @Nullable ProcessBehaviour of(List<BigDecimal> values, RuleSet rules, boolean floorAtZero) {
        int all = values.size();
        return of(values, all >= FROZEN ? FROZEN : Math.min(all, EARLY), rules, floorAtZero);
    }

    /**
     * With limits from the first {@code baseline} values, or all where there are fewer; null with fewer than six.
     * A floor at 0 changes the limit that is shown, not what counts as near to it: 0 is then a bound of what is counted,
     * not of what the process does.
     *
     * @param values oldest first
     */
    public static @Nullable ProcessBehaviour of(
            List<BigDecimal> values, int baseline, RuleSet rules, boolean floorAtZero) {
        int points = Math.min(baseline, values.size());
        if (points < FEWEST) {
            return null;
        }
        var count = BigDecimal.valueOf(points);
        var ranges = BigDecimal.valueOf(points - 1L);
        var sum = values.stream().limit(points).reduce(BigDecimal.ZERO, BigDecimal::add);
        var steps = BigDecimal.ZERO;
        for (int i = 1; i < points; i++) {
            steps = steps.add(step(values, i));
        }
        // Times points and ranges both, so that nothing is divided before it is compared.
        var scale = count.multiply(ranges);
        var centre = sum.multiply(ranges);
        var reach = TO_LIMIT.multiply(steps).multiply(count);
        var lower = over(centre.subtract(reach), scale);
        return new ProcessBehaviour(
                points,
                over(sum, count),
                over(steps, ranges),
                over(centre.add(reach), scale),
                floorAtZero ? lower.max(BigDecimal.ZERO) : lower,
                over(TO_RANGE_LIMIT.multiply(steps), ranges),
                points < FROZEN,
                Signals.of(
                                values,
                                scale,
                                centre,
                                reach,
                                TO_RANGE_LIMIT.multiply(steps).multiply(count))
                        .under(rules));
    }

    /** Whether one of the last points of so many is a signal. */
    public boolean signalAmongLast(int last, int points) {
        return signals.stream().anyMatch(signal -> signal.index() >= points - last);
    }

    static BigDecimal step(List<BigDecimal> values, int index) {
        return values.get(index).subtract(values.get(index - 1)).abs();
    }

    private static BigDecimal over(BigDecimal sum, BigDecimal divisor) {
        return sum.divide(divisor, 18, RoundingMode.HALF_EVEN);
    }
}
