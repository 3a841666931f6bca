package io.cairn.metric;

import io.cairn.kernel.Decimals;
import io.cairn.kernel.Explained;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Status of a value against its target (frameworks 1.10). */
public final class StatusRule {
    private StatusRule() {}

    /** Nothing measured comes before nothing promised; a target that points another way than the metric judges nothing. */
    public static MetricStatus of(Direction direction, @Nullable MetricTarget target, @Nullable BigDecimal value) {
        if (value == null) {
            return MetricStatus.NO_DATA;
        }
        if (target == null || !target.judges(direction)) {
            return MetricStatus.MONITOR;
        }
        if (target.met(value)) {
            return MetricStatus.GREEN;
        }
        return near(direction, target, value) ? MetricStatus.AMBER : MetricStatus.RED;
    }

    /** The same, but a value that is out of date says nothing any more; without a target it never said anything. */
    public static MetricStatus of(
            Direction direction, @Nullable MetricTarget target, @Nullable BigDecimal value, boolean stale) {
        var status = of(direction, target, value);
        return stale && status != MetricStatus.NO_DATA ? MetricStatus.STALE : status;
    }

    /** The status with the limits it was held against, each made from the target where it was not given. */
    public static Explained<MetricStatus> explain(
            Direction direction, @Nullable MetricTarget target, @Nullable BigDecimal value) {
        var status = of(direction, target, value);
        var inputs = new ArrayList<Explained.Input>();
        var steps = new ArrayList<Explained.Step>();
        input(inputs, "value", "Value", value);
        if (target == null || value == null || !target.judges(direction)) {
            return new Explained<>(status, "metric.status", silent(status), List.copyOf(inputs), List.of());
        }
        if (direction == Direction.BAND) {
            band(target, inputs, steps);
        } else {
            input(inputs, "target", "Target, " + target.comparator().label(), target.target());
            input(inputs, "amberAt", "Amber up to", target.amberAt());
            usual(target, steps);
        }
        return new Explained<>(
                status, "metric.status", sentence(status, direction), List.copyOf(inputs), List.copyOf(steps));
    }

    private static boolean near(Direction direction, MetricTarget target, BigDecimal value) {
        var limit = target.amberLimit();
        if (limit == null) {
            return false;
        }
        return switch (direction) {
            case HIGHER -> value.compareTo(limit) >= 0;
            case LOWER -> value.compareTo(limit) <= 0;
            case BAND ->
                target.low() != null
                        && target.high() != null
                        && value.compareTo(target.low().subtract(limit)) >= 0
                        && value.compareTo(target.high().add(limit)) <= 0;
            case NONE -> false;
        };
    }

    private static void band(MetricTarget target, List<Explained.Input> inputs, List<Explained.Step> steps) {
        input(inputs, "low", "Low end of the band", target.low());
        input(inputs, "high", "High end of the band", target.high());
        var tolerance = target.amberAt();
        if (tolerance != null && target.low() != null && target.high() != null) {
            input(inputs, "tolerance", "Amber outside it", tolerance);
            step(
                    steps,
                    "amberFrom",
                    "Amber from",
                    "low - tolerance",
                    target.low().subtract(tolerance));
            step(
                    steps,
                    "amberTo",
                    "Amber up to",
                    "high + tolerance",
                    target.high().add(tolerance));
        }
    }

    private static void usual(MetricTarget target, List<Explained.Step> steps) {
        var share = target.usualShare();
        var limit = target.amberLimit();
        if (target.amberAt() == null && share != null && limit != null) {
            step(steps, "amberAt", "Amber up to", "target * " + share.toPlainString(), limit);
        }
    }

    private static void input(List<Explained.Input> inputs, String name, String label, @Nullable BigDecimal value) {
        if (value != null) {
            inputs.add(new Explained.Input(name, label, Decimals.plain(value).toPlainString()));
        }
    }

    private static void step(
            List<Explained.Step> steps, String name, String label, String expression, BigDecimal value) {
        steps.add(new Explained.Step(name, label, expression, Decimals.plain(value)));
    }

    private static String silent(MetricStatus status) {
        return status == MetricStatus.NO_DATA
                ? "There is no value to hold against a target."
                : "There is no target to hold the value against.";
    }

    private static String sentence(MetricStatus status, Direction direction) {
        return switch (status) {
            case GREEN -> direction == Direction.BAND ? "The value is inside the band." : "The value meets the target.";
            case AMBER ->
                direction == Direction.BAND
                        ? "The value is outside the band, but within the tolerance."
                        : "The value misses the target, but not by more than amber allows.";
            case RED ->
                direction == Direction.BAND
                        ? "The value is outside the band by more than is tolerated."
                        : "The value misses the target by more than amber allows.";
            case NO_DATA, STALE, MONITOR -> silent(status);
        };
    }
}
