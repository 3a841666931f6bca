package io.cairn.smart;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the check reads of a goal or of one of its measures.
 *
 * @param title as it is written
 * @param promise its number in words, such as {@code Increase from 88 % to 92 %}; empty where there is none
 * @param owned whether one person or team answers for it
 * @param stretch what its metric has done so far; null where it follows none
 * @param links what it serves, by name
 * @param follows whether its value comes from a KPI
 * @param rationale why it is worth it, as it was written
 * @param dueOn the day on which it is to be reached
 * @param from first day of the cycle or plan it belongs to; null where it belongs to none
 * @param until last day of that
 */
public record SmartFacts(
        String title,
        String promise,
        boolean owned,
        Measured measured,
        Attested attested,
        @Nullable Stretch stretch,
        List<String> links,
        boolean follows,
        String rationale,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {

    public SmartFacts {
        links = List.copyOf(links);
    }

    /** How anybody will know that it is reached. */
    public enum Measured {
        TARGET,
        STEPS,
        /** Levels that say what each looks like, or levels with evidence. */
        DESCRIBED,
        /** Some of its measures are measurable, not all. */
        SOME,
        /** What is measured is named, the target is missing. */
        NAMED,
        NONE;

        /** Whether something besides the title says what is meant. */
        boolean says() {
            return this != NAMED && this != NONE;
        }

        /** What several measures come to together. */
        public static Measured together(List<Measured> each) {
            boolean whole = each.stream().allMatch(one -> one == TARGET || one == STEPS);
            if (each.isEmpty() || each.stream().allMatch(one -> one == NONE)) {
                return NONE;
            }
            return each.size() == 1 ? each.getFirst() : whole ? TARGET : SOME;
        }
    }

    /**
     * Whether somebody other than the owner said that it can be reached.
     *
     * @param by who, and on which day; null where nobody did
     */
    public record Attested(
            State state, @Nullable String by, @Nullable LocalDate on) {
        /** Where it stands. */
        public enum State {
            NOBODY,
            ATTESTED,
            /** Said of something that was changed since. */
            STALE,
            /** Both sides agreed on it. */
            AGREED,
            /** It will be agreed on before it begins. */
            TO_BE_AGREED
        }

        public static final Attested NOBODY = new Attested(State.NOBODY, null, null);
        public static final Attested AGREED = new Attested(State.AGREED, null, null);
        public static final Attested TO_BE_AGREED = new Attested(State.TO_BE_AGREED, null, null);
    }

    /** A target beside what its metric did before. */
    public record Stretch(SmartHistory history, BigDecimal target, boolean falls) {}
}
