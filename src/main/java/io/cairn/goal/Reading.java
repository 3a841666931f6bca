package io.cairn.goal;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the check-ins of one measure say now; the measure's kind decides which part is read.
 *
 * @param value the current value, or total of a count; 1 for yes and 0 for no
 * @param done share done of each milestone, in their order
 * @param level the name of the level reached
 * @param hits how many expected check-ins were kept, see {@link HitRate}
 * @param noData whether nobody has checked in yet
 */
public record Reading(
        @Nullable BigDecimal value,
        List<BigDecimal> done,
        @Nullable String level,
        int hits,
        boolean noData) {

    private static final Reading NONE = new Reading(null, List.of(), null, 0, true);

    public Reading {
        done = List.copyOf(done);
    }

    public static Reading none() {
        return NONE;
    }

    public static Reading ofValue(BigDecimal value) {
        return new Reading(value, List.of(), null, 0, false);
    }

    public static Reading ofAnswer(boolean yes) {
        return ofValue(yes ? BigDecimal.ONE : BigDecimal.ZERO);
    }

    public static Reading ofMilestones(List<BigDecimal> done) {
        return new Reading(null, done, null, 0, false);
    }

    public static Reading ofLevel(String level) {
        return new Reading(null, List.of(), level, 0, false);
    }

    public static Reading ofHits(int hits) {
        return new Reading(null, List.of(), null, hits, false);
    }
}
