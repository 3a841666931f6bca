package io.cairn.incentive;

import org.jspecify.annotations.Nullable;

/**
 * Which payouts of a run are wanted; null means any.
 *
 * @param person a part of the employee's name
 */
public record RunFilter(
        @Nullable PayoutState state,
        @Nullable Flag flag,
        @Nullable PayoutKind kind,
        @Nullable String person) {
    public static final RunFilter ALL = new RunFilter(null, null, null, null);

    /** What deserves a second look. */
    public enum Flag {
        CAPPED("Capped"),
        LATE_OVERRIDE("Late override"),
        ESTIMATES_DIFFER("Estimates differ"),
        ANY("Any exception");

        private final String label;

        Flag(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
