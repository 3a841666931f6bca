package io.cairn.metric;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One figure from the values of several periods (frameworks 1.10).
 *
 * @param value null where too little is there, or where a sum of denominators or weights is 0
 * @param present how many periods have what this aggregation needs; a ratio over 0 is not present
 * @param wanted how many periods there are
 * @param dataError whether there was a ratio over 0
 */
public record Aggregate(@Nullable BigDecimal value, int present, int wanted, boolean dataError) {
    /** Two of three must be there. Rounded down, so that two of three are enough. */
    public static final BigDecimal USUAL_COVERAGE = BigDecimal.TWO.divide(BigDecimal.valueOf(3), 18, RoundingMode.DOWN);

    public static Aggregate of(Aggregation how, List<? extends @Nullable Measured> points) {
        return of(how, points, USUAL_COVERAGE);
    }

    /**
     * Points of any order, null for each period without a value. The number of values is known however few there are;
     * everything else needs {@code minCoverage}, a share from 0 to 1, of the periods, and at least one.
     */
    public static Aggregate of(Aggregation how, List<? extends @Nullable Measured> points, BigDecimal minCoverage) {
        var there = points.stream()
                .filter(Objects::nonNull)
                .map(Measured.class::cast)
                .filter(point -> usable(how, point))
                .toList();
        boolean error = points.stream().anyMatch(point -> point != null && point.dataError());
        if (how == Aggregation.COUNT) {
            return new Aggregate(BigDecimal.valueOf(there.size()), there.size(), points.size(), error);
        }
        var needed = minCoverage.multiply(BigDecimal.valueOf(points.size()));
        if (there.isEmpty() || BigDecimal.valueOf(there.size()).compareTo(needed) < 0) {
            return new Aggregate(null, there.size(), points.size(), error);
        }
        var value = value(how, there);
        return new Aggregate(value, there.size(), points.size(), error || value == null);
    }

    /**
     * For each period the aggregate of the {@code window} periods that end with it, without a value while there are not
     * yet that many. Points are periods in the order of time, null where there is no value.
     */
    public static List<Aggregate> trailing(
            Aggregation how, List<? extends @Nullable Measured> points, int window, BigDecimal minCoverage) {
        var all = new ArrayList<Aggregate>();
        for (int end = 1; end <= points.size(); end++) {
            var last = of(how, points.subList(Math.max(0, end - window), end), minCoverage);
            all.add(end < window ? new Aggregate(null, last.present, window, last.dataError) : last);
        }
        return List.copyOf(all);
    }

    private static boolean usable(Aggregation how, Measured point) {
        return point.value() != null
                && switch (how) {
                    case RATIO_OF_SUMS -> point.numerator() != null && point.denominator() != null;
                    case WEIGHTED_AVG -> point.weight() != null;
                    case SUM, AVERAGE, LAST, MIN, MAX, COUNT -> true;
                };
    }

    private static @Nullable BigDecimal value(Aggregation how, List<Measured> points) {
        return switch (how) {
            case SUM -> sum(points, Measured::value);
            case AVERAGE -> over(sum(points, Measured::value), BigDecimal.valueOf(points.size()));
            case LAST ->
                points.stream()
                        .max(Comparator.comparing(Measured::period))
                        .map(Measured::value)
                        .orElseThrow();
            case MIN ->
                points.stream().map(Aggregate::known).reduce(BigDecimal::min).orElseThrow();
            case MAX ->
                points.stream().map(Aggregate::known).reduce(BigDecimal::max).orElseThrow();
            case COUNT -> BigDecimal.valueOf(points.size());
            case RATIO_OF_SUMS -> over(sum(points, Measured::numerator), sum(points, Measured::denominator));
            case WEIGHTED_AVG ->
                over(
                        sum(points, point -> known(point).multiply(Objects.requireNonNull(point.weight()))),
                        sum(points, Measured::weight));
        };
    }

    private static BigDecimal known(Measured point) {
        return Objects.requireNonNull(point.value());
    }

    private static BigDecimal sum(List<Measured> points, Function<Measured, @Nullable BigDecimal> part) {
        return points.stream()
                .map(point -> Objects.requireNonNull(part.apply(point)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static @Nullable BigDecimal over(BigDecimal sum, BigDecimal divisor) {
        return divisor.signum() == 0 ? null : sum.divide(divisor, 18, RoundingMode.HALF_EVEN);
    }
}
