package io.cairn.metric;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.cairn.kernel.Comparator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a metric's measurements say now; computed when they are written, stored, and only read from then on.
 *
 * @param status what the newest value is, or STALE once the one after it is overdue
 * @param judged the same without staleness
 * @param asOf the last day of the period that {@code value} is of
 * @param target the one that period is judged by
 * @param score 0 to 100 between the limits of red and green; null without both
 * @param previous the value of the period before
 * @param yearAgo the value of the same period a year before
 * @param recent the last thirteen periods, oldest first, null where a value is missing
 * @param trend a direction only where there is a signal (frameworks 2.2)
 * @param signal the rule that the newest value breaks, if any
 * @param noteMissing whether the value is red and nobody has said why
 * @param staleOn the first day on which the next value is overdue
 */
public record MetricFigures(
        MetricStatus status,
        @JsonIgnore MetricStatus judged,
        @Nullable BigDecimal value,
        boolean provisional,
        boolean dataError,
        @Nullable LocalDate periodStart,
        @Nullable LocalDate asOf,
        @JsonIgnore @Nullable UUID targetId,
        @Nullable BigDecimal target,
        @Nullable Comparator comparator,
        @Nullable BigDecimal amberAt,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        @Nullable BigDecimal score,
        @Nullable BigDecimal previous,
        @Nullable BigDecimal yearAgo,
        List<@Nullable BigDecimal> recent,
        @Nullable Trend trend,
        @Nullable Rule signal,
        boolean noteMissing,
        @Nullable LocalDate staleOn) {

    public static final MetricFigures NONE = new MetricFigures(
            MetricStatus.NO_DATA,
            MetricStatus.NO_DATA,
            null,
            false,
            false,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            List.of(),
            null,
            null,
            false,
            null);
}
