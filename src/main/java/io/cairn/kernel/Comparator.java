package io.cairn.kernel;

import java.math.BigDecimal;

/** How a value is held against its target; {@code LT} and {@code GT} are strict: a target touched is not beaten. */
public enum Comparator {
    GE("at least"),
    GT("more than"),
    LE("at most"),
    LT("less than"),
    BETWEEN("between"),
    EQ("exactly");

    private final String label;

    Comparator(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether the value meets one target; a band is met between its two ends, which whoever knows them compares. */
    public boolean holds(BigDecimal value, BigDecimal target) {
        int order = value.compareTo(target);
        return switch (this) {
            case GE -> order >= 0;
            case GT -> order > 0;
            case LE -> order <= 0;
            case LT -> order < 0;
            case EQ, BETWEEN -> order == 0;
        };
    }

    /** Whether more is better. */
    public boolean rises() {
        return this == GE || this == GT;
    }

    /** Whether less is better. */
    public boolean falls() {
        return this == LE || this == LT;
    }
}
