package io.cairn.guide;

import java.util.List;
import java.util.Optional;

/** How large the company is; a boundary belongs to the stage above it. Source: frameworks 4.1. */
public enum Stage implements Row {
    STARTUP(
            "Startup, under 50 people",
            0,
            50,
            new Pick("northstar", "one metric keeps everybody at what creates value"),
            new Pick("okr", "focus without giving up speed"),
            new Pick("smart", "adopted in an afternoon")),
    SCALE_UP(
            "Scale-up, 50 to 249 people",
            50,
            250,
            new Pick("okr", "keeps growing teams aligned and reaching high"),
            new Pick("fourdx", "closes the gap between what is planned and what is done"),
            new Pick("v2mom", "keeps one vision while the company grows fast"),
            new Pick("eos", "a practical structure for a company of this size")),
    GROWTH(
            "Growth, 250 to 999 people",
            250,
            1000,
            new Pick("scorecard", "links units that have grown apart to one strategy"),
            new Pick("hybrid", "change and stability side by side while execution matures"),
            new Pick("mbo", "ties individual performance to reviews and pay")),
    ENTERPRISE(
            "Enterprise, 1,000 people and more",
            1000,
            Integer.MAX_VALUE,
            new Pick("scorecard", "turns strategy into measures for every unit"),
            new Pick("hoshin", "aligns all levels over years"),
            new Pick("okr", "stretches across functions"),
            new Pick("kpi", "follows performance everywhere"));

    private static final long NEAR = 10;
    private final String label;
    private final int least;
    private final int below;
    private final List<Pick> picks;

    Stage(String label, int least, int below, Pick... picks) {
        this.label = label;
        this.least = least;
        this.below = below;
        this.picks = List.of(picks);
    }

    /** @param employees 0 or more */
    public static Stage of(int employees) {
        for (Stage stage : values()) {
            if (employees < stage.below) {
                return stage;
            }
        }
        return ENTERPRISE;
    }

    /** The stage on the other side of a boundary that is at most a tenth of it away. */
    public static Optional<Stage> beside(int employees) {
        Stage stage = of(employees);
        if (stage.ordinal() > 0 && near(employees, stage.least)) {
            return Optional.of(values()[stage.ordinal() - 1]);
        }
        return stage != ENTERPRISE && near(employees, stage.below)
                ? Optional.of(values()[stage.ordinal() + 1])
                : Optional.empty();
    }

    private static boolean near(int employees, int boundary) {
        return NEAR * Math.abs((long) employees - boundary) <= boundary;
    }

    @Override
    public Table table() {
        return Table.STAGE;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public List<Pick> picks() {
        return picks;
    }
}
