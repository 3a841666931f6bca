package io.cairn.smart;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a metric did so far, for asking whether a target is within reach.
 *
 * @param mean centre of its natural limits; null with too few values for limits (frameworks 1.11), and so are the limits
 * @param values oldest first
 */
public record SmartHistory(
        @Nullable BigDecimal mean,
        @Nullable BigDecimal lower,
        @Nullable BigDecimal upper,
        List<Value> values) {
    private static final int FEWEST = 6;
    private static final BigDecimal TWICE = new BigDecimal("2");
    private static final BigDecimal THREE_TIMES = new BigDecimal("3");

    public record Value(LocalDate on, BigDecimal value) {}

    public SmartHistory {
        values = List.copyOf(values);
    }

    /** What speaks against reaching the target by that day; nothing with fewer than six values. */
    List<String> warnings(BigDecimal target, boolean falls, @Nullable LocalDate dueOn) {
        List<String> warnings = new ArrayList<>();
        if (values.size() < FEWEST || reached(target, falls)) {
            return warnings;
        }
        if (farBeyond(target)) {
            warnings.add(
                    "The target lies more than twice as far from its usual value as anything it does of its own accord.");
        }
        if (dueOn != null && tooSteep(target, dueOn)) {
            warnings.add("To get there in time it has to move more than three times as fast as it did so far.");
        }
        return warnings;
    }

    private boolean reached(BigDecimal target, boolean falls) {
        int side = values.getLast().value().compareTo(target);
        return falls ? side <= 0 : side >= 0;
    }

    /** Beyond the limit by more than the limit itself lies from the mean: by more than 100 %. */
    private boolean farBeyond(BigDecimal target) {
        if (mean == null || lower == null || upper == null) {
            return false;
        }
        BigDecimal limit = target.compareTo(mean) >= 0 ? upper : lower;
        return target.subtract(mean).abs().compareTo(limit.subtract(mean).abs().multiply(TWICE)) > 0;
    }

    /** Against the slope of the least squares, multiplied out so that nothing is divided. */
    private boolean tooSteep(BigDecimal target, LocalDate dueOn) {
        Value last = values.getLast();
        long days = ChronoUnit.DAYS.between(last.on(), dueOn);
        BigDecimal way = target.subtract(last.value());
        if (days <= 0) {
            return true;
        }
        BigDecimal count = BigDecimal.valueOf(values.size());
        BigDecimal x = BigDecimal.ZERO;
        BigDecimal y = BigDecimal.ZERO;
        BigDecimal xx = BigDecimal.ZERO;
        BigDecimal xy = BigDecimal.ZERO;
        for (Value one : values) {
            BigDecimal day =
                    BigDecimal.valueOf(ChronoUnit.DAYS.between(values.getFirst().on(), one.on()));
            x = x.add(day);
            y = y.add(one.value());
            xx = xx.add(day.multiply(day));
            xy = xy.add(day.multiply(one.value()));
        }
        BigDecimal rise = count.multiply(xy).subtract(x.multiply(y));
        BigDecimal run = count.multiply(xx).subtract(x.multiply(x));
        BigDecimal needed = way.abs().multiply(run);
        BigDecimal usual = rise.multiply(BigDecimal.valueOf(way.signum()))
                .multiply(THREE_TIMES)
                .multiply(BigDecimal.valueOf(days));
        return needed.compareTo(usual) > 0;
    }
}
