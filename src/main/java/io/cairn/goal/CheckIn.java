package io.cairn.goal;

import com.fasterxml.jackson.annotation.JsonIgnore;
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
 * @param firstRecordedAt when its first version was written
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
        int version,
        @JsonIgnore Instant firstRecordedAt) {

    public boolean corrected() {
        return version > 1;
    }

    /** What was reported, for a correction of some of it; its place in time stays. */
    CheckInContent content() {
        return new CheckInContent(value, milestones, level, confidence, note, null, healthOverride);
    }

    CheckIn by(@Nullable Ref named) {
        return with(named, firstValue, firstRecordedAt);
    }

    /** This version as a correction of what stood before. */
    CheckIn correcting(CheckIn before) {
        BigDecimal first = before.version() == 1 ? before.value() : before.firstValue();
        return with(before.author(), first, before.firstRecordedAt());
    }

    private CheckIn with(@Nullable Ref newAuthor, @Nullable BigDecimal newFirstValue, Instant newFirstRecordedAt) {
        return new CheckIn(
                id,
                measureId,
                goalId,
                newAuthor,
                at,
                recordedAt,
                value,
                milestones,
                level,
                confidence,
                healthOverride,
                note,
                newFirstValue,
                version,
                newFirstRecordedAt);
    }
}
