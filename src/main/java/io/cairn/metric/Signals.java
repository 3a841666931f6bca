package io.cairn.metric;

import io.cairn.metric.ProcessBehaviour.Signal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the signals of a series. Everything but the values is multiplied by {@code scale}, which is above 0.
 *
 * @param offs how far each value lies from the centre
 * @param reach from the centre to either limit
 */
record Signals(
        List<BigDecimal> values, BigDecimal scale, List<BigDecimal> offs, BigDecimal reach, BigDecimal rangeLimit) {
    private static final int LONG_RUN = 8;
    private static final BigDecimal THREE = new BigDecimal("3");

    static Signals of(
            List<BigDecimal> values, BigDecimal scale, BigDecimal centre, BigDecimal reach, BigDecimal rangeLimit) {
        List<BigDecimal> offs = values.stream()
                .map(value -> value.multiply(scale).subtract(centre))
                .toList();
        return new Signals(values, scale, offs, reach, rangeLimit);
    }

    List<Signal> under(RuleSet rules) {
        var found = new ArrayList<Signal>();
        int run = 0;
        for (int i = 0; i < values.size(); i++) {
            int side = side(i);
            run = side == 0 ? 0 : i > 0 && side == side(i - 1) ? run + 1 : 1;
            for (Rule rule : Rule.values()) {
                if (rules.has(rule) && holds(rule, i, run)) {
                    found.add(new Signal(i, rule));
                }
            }
        }
        return List.copyOf(found);
    }

    private boolean holds(Rule rule, int index, int run) {
        return switch (rule) {
            case OUTSIDE -> beyond(index, BigDecimal.ONE, BigDecimal.ONE);
            case RANGE ->
                index > 0
                        && ProcessBehaviour.step(values, index).multiply(scale).compareTo(rangeLimit) > 0;
            case RUN -> run >= LONG_RUN;
            case NEAR_LIMIT -> several(3, 4, index, BigDecimal.ONE, BigDecimal.TWO);
            case TWO_OF_THREE -> several(2, 3, index, BigDecimal.TWO, THREE);
            case FOUR_OF_FIVE -> several(4, 5, index, BigDecimal.ONE, THREE);
        };
    }

    /** Whether this point is one of so many, among the last of so many, that lie beyond a share of the reach on one side. */
    private boolean several(int many, int among, int index, BigDecimal part, BigDecimal whole) {
        if (!beyond(index, part, whole)) {
            return false;
        }
        int found = 0;
        for (int i = Math.max(0, index - among + 1); i <= index; i++) {
            if (side(i) == side(index) && beyond(i, part, whole)) {
                found++;
            }
        }
        return found >= many;
    }

    private boolean beyond(int index, BigDecimal part, BigDecimal whole) {
        return off(index).abs().multiply(whole).compareTo(reach.multiply(part)) > 0;
    }

    private int side(int index) {
        return off(index).signum();
    }

    private BigDecimal off(int index) {
        return offs.get(index);
    }
}
