package io.cairn.guide;

import java.util.List;

/** The function that asks. Source: frameworks 4.2. */
public enum WorkArea implements Row {
    SALES(
            "Sales",
            new Pick("mbo", "results of a role that an incentive depends on"),
            new Pick("kpi", "the pipeline in numbers"),
            new Pick("okr", "priorities shared with other teams"),
            new Pick("fourdx", "a few lead measures that move the result")),
    MARKETING(
            "Marketing",
            new Pick("okr", "campaigns that are to change something"),
            new Pick("kpi", "each channel in numbers"),
            new Pick("smart", "goals that leave no doubt"),
            new Pick("northstar", "what growth means, in one number")),
    PRODUCT(
            "Product",
            new Pick("okr", "outcomes worth a stretch"),
            new Pick("northstar", "one metric of the value users get"),
            new Pick("smart", "goals that leave no doubt")),
    REVOPS(
            "Revenue operations",
            new Pick("okr", "priorities of several departments"),
            new Pick("kpi", "the health of operations"),
            new Pick("scorecard", "joins operations and strategy")),
    CUSTOMER_SUCCESS(
            "Customer success",
            new Pick("kpi", "the health of accounts"),
            new Pick("okr", "retention as a goal shared with others"),
            new Pick("mbo", "results of each role")),
    ENGINEERING(
            "Engineering and development",
            new Pick("okr", "outcomes instead of output"),
            new Pick("smart", "goals that leave no doubt"),
            new Pick("kpi", "how operations run")),
    LEADERSHIP(
            "Leadership",
            new Pick("v2mom", "from the vision to who does what"),
            new Pick("scorecard", "the whole company’s measures on one page"),
            new Pick("hoshin", "long-term strategy carried through all levels"));

    private final String label;
    private final List<Pick> picks;

    WorkArea(String label, Pick... picks) {
        this.label = label;
        this.picks = List.of(picks);
    }

    @Override
    public Table table() {
        return Table.FUNCTION;
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
