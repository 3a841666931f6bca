package io.cairn.metric;

import java.util.EnumSet;
import java.util.Set;

/** Which rules tell a signal from noise. */
public enum RuleSet {
    STANDARD("Three rules", Rule.OUTSIDE, Rule.RUN, Rule.NEAR_LIMIT),
    WESTERN_ELECTRIC(
            "Western Electric’s rules", Rule.OUTSIDE, Rule.RANGE, Rule.RUN, Rule.TWO_OF_THREE, Rule.FOUR_OF_FIVE);

    private final String label;
    private final Set<Rule> rules;

    RuleSet(String label, Rule... rules) {
        this.label = label;
        this.rules = Set.copyOf(EnumSet.of(rules[0], rules));
    }

    public String label() {
        return label;
    }

    public boolean has(Rule rule) {
        return rules.contains(rule);
    }
}
