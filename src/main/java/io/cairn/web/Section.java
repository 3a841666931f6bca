package io.cairn.web;

/** The rail's entry a page belongs to. */
public enum Section {
    HOME,
    CHECK_IN,
    OBJECTIVES,
    KPIS,
    VALUES,
    HYBRID,
    CONNECTORS,
    PLANS,
    TEAM_PLANS,
    PAY,
    PEOPLE,
    CYCLES,
    FRAMEWORKS,
    ADMINISTRATION,
    ACCOUNT,
    NONE
}
