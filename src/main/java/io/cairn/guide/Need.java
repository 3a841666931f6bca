package io.cairn.guide;

import java.util.List;

/**
 * What is needed. The first eight stand in the guide's need table, the next four follow from what a framework is said to be best
 * for, the others are the questionnaire's. Source: frameworks 4.3, 4.4.
 */
public enum Need implements Row {
    FOCUS_ALIGNMENT_STRETCH(
            "Focus, alignment and goals that stretch",
            new Pick("okr", "one shared priority that everyone sees, with room to aim high")),
    TRACK_OPERATIONS("Following how operations perform", new Pick("kpi", "shows at any time whether all is well")),
    INDIVIDUAL_PERFORMANCE(
            "Managing what individuals achieve, above all where pay depends on it",
            new Pick("mbo", "says what is expected of one person, and both sides sign it")),
    CLARITY_DISCIPLINE(
            "Clarity and discipline in setting goals", new Pick("smart", "a checklist that every goal has to pass")),
    ALIGN_FUNCTIONS(
            "Aligning diverse functions to one strategy",
            new Pick("scorecard", "links every unit’s measures to the strategy")),
    EXECUTION_WEAK(
            "Execution or alignment is weak",
            new Pick("fourdx", "few goals, lead measures and a weekly commitment"),
            new Pick("v2mom", "one page from the vision to the measures, cascaded")),
    PRODUCT_FOCUS(
            "Focus on the product, or clarity about growth",
            new Pick("northstar", "one metric of the value customers get")),
    LONG_TERM_TRANSFORMATION(
            "A long transformation with continuous improvement",
            new Pick("hoshin", "breakthroughs over years, agreed level by level")),
    OPERATIONAL_DISCIPLINE(
            "Discipline in the operations of a small or medium-sized company",
            true,
            new Pick("eos", "Rocks, a scorecard and a weekly meeting")),
    ORGANISATION_DESIGN(
            "Designing or transforming the organisation",
            true,
            new Pick("sevens", "shows which of seven elements do not fit together")),
    CLEAR_ROLES(
            "Clear roles in projects across functions",
            true,
            new Pick("raci", "says who does, answers, advises, hears")),
    MATURING_EXECUTION(
            "Execution of strategy that is maturing",
            true,
            new Pick("hybrid", "OKRs for what changes, KPIs for what must hold")),
    BRIDGE_COMPANY_AND_PERSON(
            "A bridge from the company’s priorities to what each person answers for",
            new Pick("okr", "the shared priority"),
            new Pick("mbo", "one person’s part in it")),
    STRUGGLING_KPI(
            "A KPI is struggling and has to recover",
            new Pick("okr", "the change that brings the KPI back"),
            new Pick("kpi", "shows when it is back")),
    KEEP_STEADY("Something is fine and has to stay so", new Pick("kpi", "watched without an end, no objective needed")),
    ROLE_AND_DEVELOPMENT(
            "Assessing people against role and level, and helping them grow",
            new Pick("performance", "goals employee and manager agree on and talk about"));

    private final String label;
    private final boolean derived;
    private final List<Pick> picks;

    Need(String label, Pick... picks) {
        this(label, false, picks);
    }

    Need(String label, boolean derived, Pick... picks) {
        this.label = label;
        this.derived = derived;
        this.picks = List.of(picks);
    }

    @Override
    public Table table() {
        return Table.NEED;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public List<Pick> picks() {
        return picks;
    }

    @Override
    public boolean derived() {
        return derived;
    }
}
