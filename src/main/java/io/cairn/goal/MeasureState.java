package io.cairn.goal;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A measure as its figures need it.
 *
 * @param checkedInOn the day its latest check-in counts for; null without one
 * @param confidence of the latest check-in, 0..10; null when none was given
 * @param nextValueOn of one that follows a metric: the first day on which the metric's next value is overdue
 * @param override the health its owner set by hand, until the next check-in
 */
public record MeasureState(
        UUID id,
        String name,
        MeasureTerms terms,
        Reading reading,
        boolean cancelled,
        @Nullable LocalDate checkedInOn,
        @Nullable Integer confidence,
        @Nullable Health override,
        @Nullable LocalDate nextValueOn) {

    /** A measure that people check in. */
    public MeasureState(
            UUID id,
            String name,
            MeasureTerms terms,
            Reading reading,
            boolean cancelled,
            @Nullable LocalDate checkedInOn,
            @Nullable Integer confidence,
            @Nullable Health override) {
        this(id, name, terms, reading, cancelled, checkedInOn, confidence, override, null);
    }

    /** Whether it has a part in its goal's figures; the others are only watched. */
    public boolean counts() {
        return !cancelled && terms.weight().signum() > 0;
    }
}
