package io.cairn.metric;

import io.cairn.kernel.Comparator;
import io.cairn.kernel.Needed;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A target as it is written.
 *
 * @param from the first day it holds
 * @param to the last; without end when null
 * @param comparator what fits the direction when null: GE, LE or BETWEEN
 * @param amberAt how far amber reaches; a tenth beyond a positive target when null; for a band the tolerance outside it
 */
public record TargetContent(
        @Needed @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable BigDecimal target,
        @Nullable Comparator comparator,
        @Nullable BigDecimal amberAt,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high) {

    MetricTarget target(Direction direction, LocalDate day) {
        return new MetricTarget(
                from == null ? day : from,
                to,
                target,
                comparator == null ? usual(direction) : comparator,
                amberAt,
                low,
                high);
    }

    private static Comparator usual(Direction direction) {
        return switch (direction) {
            case HIGHER, NONE -> Comparator.GE;
            case LOWER -> Comparator.LE;
            case BAND -> Comparator.BETWEEN;
        };
    }
}
