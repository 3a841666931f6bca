package io.cairn.goal;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person reports of a measure.
 *
 * @param value the value now, or what is added for an INCREMENT; 1 or true for yes
 * @param milestones how much of the named milestones is done now; those not named stay as they are
 * @param level the rubric level reached
 * @param at when it counts: an instant, or a day (noon of it); now when null
 * @param healthOverride the owner's own judgement until the next check-in; needs a note
 */
public record CheckInContent(
        @Answer @Nullable BigDecimal value,
        @Nullable List<MilestoneDone> milestones,
        @Nullable String level,
        @Nullable Integer confidence,
        @Nullable String note,
        @Nullable String at,
        @Nullable Health healthOverride) {

    /** The same with that judgement of its health. */
    public CheckInContent judged(@Nullable Health health) {
        return new CheckInContent(value, milestones, level, confidence, note, at, health);
    }

    /** @param done share done, 0..1; true and false are 1 and 0 */
    public record MilestoneDone(
            String name, @Answer @Nullable BigDecimal done) {}
}
