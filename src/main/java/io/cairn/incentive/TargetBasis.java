package io.cairn.incentive;

import java.math.BigDecimal;

/** What a bonus target is the target of. */
public enum TargetBasis {
    YEAR("a year", BigDecimal.ONE),
    QUARTER("a quarter", new BigDecimal("4"));

    private final String label;
    private final BigDecimal perYear;

    TargetBasis(String label, BigDecimal perYear) {
        this.label = label;
        this.perYear = perYear;
    }

    public String label() {
        return label;
    }

    /** The target of a period of this kind: a quarter's is 25 % of a year's. */
    public BigDecimal of(BigDecimal amount, PayPeriod.Kind kind) {
        return amount.multiply(perYear).multiply(kind.ofYear());
    }
}
