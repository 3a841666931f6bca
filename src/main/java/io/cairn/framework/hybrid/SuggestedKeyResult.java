package io.cairn.framework.hybrid;

import io.cairn.kernel.Comparator;
import io.cairn.kernel.Decimals;
import io.cairn.metric.Direction;
import io.cairn.metric.MetricFigures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The key result that a proposal suggests: from what a red metric says now to where it is on target.
 *
 * @param baseline the value that made it ask
 * @param target where green begins; of a band its nearer end
 * @param stretch the best of the last twelve periods where that is better than the target; else null
 */
public record SuggestedKeyResult(
        String name,
        BigDecimal baseline,
        BigDecimal target,
        Comparator comparator,
        @Nullable BigDecimal stretch) {
    static final int LOOKS_BACK = 12;
    private static final int DECIMALS = 6;

    /**
     * Empty where the metric's target says no direction to go.
     *
     * @param recent its values, oldest first, the one it is about last
     */
    static Optional<SuggestedKeyResult> of(
            String name, Direction direction, MetricFigures figures, List<BigDecimal> recent) {
        BigDecimal value = figures.value();
        Comparator comparator = comparator(direction, figures);
        BigDecimal target = direction == Direction.BAND && comparator != null
                ? comparator.rises() ? figures.low() : figures.high()
                : figures.target();
        if (value == null || comparator == null || target == null || kept(value).compareTo(kept(target)) == 0) {
            return Optional.empty();
        }
        return Optional.of(new SuggestedKeyResult(
                name,
                kept(value),
                kept(target),
                comparator,
                direction == Direction.BAND ? null : stretch(comparator, target, recent)));
    }

    private static @Nullable Comparator comparator(Direction direction, MetricFigures figures) {
        if (direction != Direction.BAND) {
            Comparator own = figures.comparator();
            return own != null && (own.rises() || own.falls()) ? own : null;
        }
        BigDecimal value = figures.value();
        return value == null || figures.low() == null || figures.high() == null
                ? null
                : value.compareTo(Objects.requireNonNull(figures.low())) < 0 ? Comparator.GE : Comparator.LE;
    }

    private static @Nullable BigDecimal stretch(Comparator comparator, BigDecimal target, List<BigDecimal> recent) {
        List<BigDecimal> last = recent.subList(Math.max(0, recent.size() - LOOKS_BACK), recent.size());
        BigDecimal best = last.stream()
                .reduce((one, other) -> comparator.rises() ? one.max(other) : one.min(other))
                .orElse(null);
        if (best == null) {
            return null;
        }
        int better = kept(best).compareTo(kept(target)) * (comparator.rises() ? 1 : -1);
        return better > 0 ? kept(best) : null;
    }

    private static BigDecimal kept(BigDecimal value) {
        return Decimals.plain(value.setScale(DECIMALS, RoundingMode.HALF_UP));
    }
}
