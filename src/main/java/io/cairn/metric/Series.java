package io.cairn.metric;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Periods of one metric taken together; a ratio in percent is kept times a hundred, as it is read. */
final class Series {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Series() {}

    /** One figure of several points; a ratio keeps its sums, so that it can be taken together again. */
    static Measured together(MetricSheet sheet, Aggregation how, Period period, List<Point> points) {
        List<Measured> measured = points.stream().map(Point::measured).toList();
        BigDecimal value =
                scaled(sheet, how, Aggregate.of(how, measured, BigDecimal.ZERO).value());
        if (how != Aggregation.RATIO_OF_SUMS) {
            return new Measured(period, value, null, null, sum(measured, Measured::weight));
        }
        return new Measured(
                period, value, sum(measured, Measured::numerator), sum(measured, Measured::denominator), null);
    }

    /** An aggregate as it is read: quotients of a metric in percent times a hundred. */
    static @Nullable BigDecimal scaled(MetricSheet sheet, Aggregation how, @Nullable BigDecimal value) {
        return value != null && how == Aggregation.RATIO_OF_SUMS && sheet.inPercent() ? value.multiply(HUNDRED) : value;
    }

    static boolean sameNumber(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }

    private static @Nullable BigDecimal sum(List<Measured> points, Function<Measured, @Nullable BigDecimal> part) {
        List<BigDecimal> parts =
                points.stream().map(part).filter(Objects::nonNull).toList();
        return parts.isEmpty() ? null : parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
