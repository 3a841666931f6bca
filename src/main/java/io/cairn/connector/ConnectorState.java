package io.cairn.connector;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a connector is doing, worst first where several would fit. */
public enum ConnectorState {
    OFF("player-pause", "Off", "none"),
    FAILING("octagon-x", "Failing", "off"),
    STALE("clock", "Stale", "risk"),
    RETRYING("alert-triangle", "Trying again", "risk"),
    PARTLY("alert-circle", "Some rows refused", "risk"),
    WORKING("circle-check", "Working", "on"),
    NEW("circle-dashed", "Not yet run", "none");

    private static final int FAILING_FROM = 5;

    private final String icon;
    private final String label;
    private final String tone;

    ConnectorState(String icon, String label, String tone) {
        this.icon = icon;
        this.label = label;
        this.tone = tone;
    }

    public String icon() {
        return icon;
    }

    public String label() {
        return label;
    }

    public String tone() {
        return tone;
    }

    /**
     * @param since when it was made, or last changed what it does
     * @param outcome of its last run
     */
    static ConnectorState of(
            boolean enabled,
            int failures,
            Duration every,
            Instant since,
            @Nullable Instant lastSuccess,
            @Nullable RunOutcome outcome,
            Instant now) {
        if (!enabled) {
            return OFF;
        }
        if (failures >= FAILING_FROM) {
            return FAILING;
        }
        Instant good = lastSuccess == null ? since : lastSuccess;
        if (now.isAfter(good.plus(every.multipliedBy(2)))) {
            return STALE;
        }
        if (failures > 0) {
            return RETRYING;
        }
        if (outcome == null) {
            return NEW;
        }
        return outcome == RunOutcome.PARTLY ? PARTLY : WORKING;
    }

    /** After the first failure a minute, then 2, 4 … 60, then a day; the usual time after a success. */
    static Duration pause(int failures, Duration every) {
        if (failures == 0) {
            return every;
        }
        int minutes = 1 << Math.min(failures - 1, 7);
        return minutes > 64 ? Duration.ofDays(1) : Duration.ofMinutes(Math.min(minutes, 60));
    }
}
