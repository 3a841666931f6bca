package io.cairn.guide;

import java.util.List;

/**
 * What somebody said of their company; what is named twice counts once.
 *
 * @param employees 0 to {@link #MOST_EMPLOYEES}
 */
public record Situation(int employees, List<WorkArea> functions, List<Need> needs, List<Signal> signals) {
    /** More than any employer has; above it the number was mistyped. */
    public static final int MOST_EMPLOYEES = 10_000_000;

    public Situation {
        if (employees < 0 || employees > MOST_EMPLOYEES) {
            throw new IllegalArgumentException("No company has so many people: " + employees);
        }
        functions = functions.stream().distinct().sorted().toList();
        needs = needs.stream().distinct().sorted().toList();
        signals = signals.stream().distinct().sorted().toList();
    }
}
