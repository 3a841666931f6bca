package io.cairn.goal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A check-in in its newest version.
 *
 * @param id stays the same over corrections
 * @param author who wrote it; stays over corrections
 * @param at when it counts
 * @param recordedAt when this version was written
 * @param firstValue the value of the first version, where a correction changed it
 */
public record CheckIn(
        UUID id,
        UUID measureId,
        UUID goalId,
        @Nullable Ref author,
        Instant at,
        Instant recordedAt,
        @Nullable BigDecimal value,
        @Nullable List<CheckInContent.MilestoneDone> milestones,
        @Nullable String level,
        @Nullable Integer confidence,
        @Nullable Health healthOverride,
        String note,
        @Nullable BigDecimal firstValue,
        int version) {

    public boolean corrected() {
        return version > 1;
    }

    CheckIn by(@Nullable Ref named) {
        return new CheckIn(
                id,
                measureId,
                goalId,
                named,
                at,
                recordedAt,
                value,
                milestones,
                level,
                confidence,
                healthOverride,
                note,
                firstValue,
                version);
    }
}
