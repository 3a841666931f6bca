package io.cairn.web;

import io.cairn.kernel.Viewer;
import org.jspecify.annotations.Nullable;

/** The rail's entry a page belongs to, and the framework without which it has none. */
public enum Section {
    HOME,
    CHECK_IN,
    OBJECTIVES("okr"),
    KPIS("kpi"),
    VALUES("kpi"),
    HYBRID("hybrid"),
    SMART("smart"),
    CONNECTORS("kpi"),
    PLANS("mbo"),
    TEAM_PLANS("mbo"),
    PAY("mbo"),
    PEOPLE,
    CYCLES,
    FRAMEWORKS,
    TEMPLATES,
    ADMINISTRATION,
    ACCOUNT,
    NONE;

    private final @Nullable String framework;

    Section() {
        this(null);
    }

    Section(@Nullable String framework) {
        this.framework = framework;
    }

    /** Whether the organisation uses what this entry is for. */
    public boolean inUse(Viewer viewer) {
        return framework == null || viewer.uses(framework);
    }
}
