package io.cairn.metric;

import io.cairn.kernel.Comparator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A whole year's targets entered at once, one for each period. */
public final class Seasonal {
    private Seasonal() {}

    /**
     * What one period should be: a target or a band, and where amber ends as in {@link MetricTarget}; all null leaves the
     * period without a target.
     */
    public record Entry(
            @Nullable BigDecimal target,
            @Nullable BigDecimal amberAt,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high) {
        public static final Entry NONE = new Entry(null, null, null, null);

        public static Entry of(BigDecimal target) {
            return new Entry(target, null, null, null);
        }

        public static Entry band(BigDecimal low, BigDecimal high) {
            return new Entry(null, null, low, high);
        }

        boolean isNone() {
            return target == null && low == null && high == null;
        }
    }

    /**
     * A target for each period of the year from this day on, as {@link Frequency#periodsOfYear} has them: twelve months,
     * four quarters, 52 or 53 weeks. Neighbours that are alike stay apart, so that one can be changed alone.
     * Another number of entries is {@code TARGET_COUNT} with {@code wanted}.
     *
     * @param frequency how often the target changes, which need not be how often the metric is measured
     */
    public static List<MetricTarget> year(
            Frequency frequency, LocalDate firstDay, Comparator comparator, List<Entry> entries) {
        var periods = frequency.periodsOfYear(firstDay);
        if (periods.size() != entries.size()) {
            throw MetricProblem.TARGET_COUNT
                    .saying("This year has %d periods, and there are %d targets."
                            .formatted(periods.size(), entries.size()))
                    .at("targets")
                    .with("wanted", periods.size())
                    .exception();
        }
        var targets = new ArrayList<MetricTarget>();
        for (int i = 0; i < periods.size(); i++) {
            var entry = entries.get(i);
            var period = periods.get(i);
            if (!entry.isNone()) {
                targets.add(new MetricTarget(
                        period.start(),
                        period.end(),
                        entry.target(),
                        comparator,
                        entry.amberAt(),
                        entry.low(),
                        entry.high()));
            }
        }
        return List.copyOf(targets);
    }
}
