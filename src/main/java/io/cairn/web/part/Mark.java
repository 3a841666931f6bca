package io.cairn.web.part;

import org.jspecify.annotations.Nullable;

/** How a state shows: always an icon, a word and a colour together, and the icons differ in shape. */
public enum Mark {
    ON_TRACK("circle-check", "On track", "on"),
    AT_RISK("alert-triangle", "At risk", "risk"),
    OFF_TRACK("octagon-x", "Off track", "off"),
    AHEAD("circle-arrow-up", "Ahead", "on"),
    ON_TARGET("circle-check", "On target", "on"),
    NEAR_TARGET("alert-triangle", "Near", "risk"),
    OFF_TARGET("octagon-x", "Off target", "off"),
    NO_TARGET("eye", "Watched", "none"),
    NO_DATA("circle-dashed", "No data", "none"),
    STALE("clock", "Stale", "none"),
    OUT_OF_DATE("clock", "Out of date", "none"),
    OVERDUE("clock", "Overdue", "none"),
    SIGNAL("activity", "Signal", "off"),
    DRAFT("pencil", "Draft", "none"),
    ACTIVE("player-play", "Active", "none"),
    ON_HOLD("player-pause", "On hold", "none"),
    CANCELLED("ban", "Cancelled", "none"),
    ACHIEVED("trophy", "Achieved", "on"),
    MISSED("flag-off", "Missed", "none"),
    PRIVATE("lock", "Private", "none");

    private final String icon;
    private final String word;
    private final String tone;

    Mark(String icon, String word, String tone) {
        this.icon = icon;
        this.word = word;
        this.tone = tone;
    }

    public String icon() {
        return icon;
    }

    public String word() {
        return word;
    }

    /** The colour's name: {@code on}, {@code risk}, {@code off} or {@code none}. */
    public String tone() {
        return tone;
    }

    /** The mark of a health or state by its name; without one, or without data, that there is no data. */
    public static Mark of(@Nullable String name, boolean ahead, boolean noData) {
        if (noData || name == null || name.isEmpty()) {
            return NO_DATA;
        }
        return ahead && name.equals(ON_TRACK.name()) ? AHEAD : valueOf(name);
    }

    /** The mark of a metric's status by its name, such as {@code GREEN}. */
    public static Mark ofMetric(String status) {
        return switch (status) {
            case "GREEN" -> ON_TARGET;
            case "AMBER" -> NEAR_TARGET;
            case "RED" -> OFF_TARGET;
            case "STALE" -> OUT_OF_DATE;
            case "MONITOR" -> NO_TARGET;
            default -> NO_DATA;
        };
    }

    /** The colour a health gives a bar or a dot; {@code none} without one. */
    static String toneOf(@Nullable String health) {
        return of(health, false, false).tone();
    }
}
