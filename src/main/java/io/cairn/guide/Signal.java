package io.cairn.guide;

import java.util.List;

/** What may be said besides; each matches the "best for" of a framework. Source: frameworks 0.5, 4.5. */
public enum Signal implements Row {
    PAY_LINKED("Pay depends on it", new Pick("mbo", "made for compensation and reviews")),
    CROSS_FUNCTIONAL(
            "The work crosses functions",
            new Pick("okr", "made for teams that work across functions"),
            new Pick("fourdx", "made for work across functions"),
            new Pick("raci", "made for projects across functions")),
    LONG_HORIZON("We plan over several years", new Pick("hoshin", "made for long-term planning")),
    LEAN("We are lean or manufacture", new Pick("hoshin", "made for lean and manufacturing organisations")),
    PRODUCT_LED("Growth is led by the product", new Pick("northstar", "made for product-led growth")),
    RAPID_GROWTH("We grow rapidly", new Pick("v2mom", "made for organisations that grow fast"));

    private final String label;
    private final List<Pick> picks;

    Signal(String label, Pick... picks) {
        this.label = label;
        this.picks = List.of(picks);
    }

    @Override
    public Table table() {
        return Table.BEST_FOR;
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
