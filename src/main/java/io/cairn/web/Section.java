package io.cairn.web;

import io.cairn.kernel.Viewer;
import java.util.List;
import java.util.stream.Stream;

/** The rail's entry a page belongs to, and the frameworks it is for: without all of them it has none. */
public enum Section {
    HOME,
    /** Whatever has measures that people report. */
    CHECK_IN("okr", "smart", "mbo"),
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

    private final List<String> frameworks;

    Section(String... frameworks) {
        this.frameworks = List.of(frameworks);
    }

    /** By their keys; none where it is everybody's. */
    public List<String> frameworks() {
        return frameworks;
    }

    /** Where the goals of a framework stand; among the objectives where it has no list of its own. */
    public static Section ofGoals(String framework) {
        return Stream.of(OBJECTIVES, SMART, PLANS)
                .filter(section -> section.frameworks.contains(framework))
                .findFirst()
                .orElse(OBJECTIVES);
    }

    /** Whether the organisation uses anything that this entry is for. */
    public boolean inUse(Viewer viewer) {
        return frameworks.isEmpty() || frameworks.stream().anyMatch(viewer::uses);
    }
}
