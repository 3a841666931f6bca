package io.cairn.framework.mbo;

import io.cairn.cycle.CycleKind;
import io.cairn.incentive.PayPeriod;
import java.time.LocalDate;

/** How long a plan lasts. Source: frameworks 2.3. */
public enum PlanPeriod {
    QUARTER("Quarter", 3, CycleKind.QUARTER),
    HALF("Half-year", 6, CycleKind.HALF),
    YEAR("Year", 12, CycleKind.ANNUAL);

    private final String label;
    private final int months;
    private final CycleKind cycle;

    PlanPeriod(String label, int months, CycleKind cycle) {
        this.label = label;
        this.months = months;
        this.cycle = cycle;
    }

    public String label() {
        return label;
    }

    /** The kind of cycle such a plan usually lies in. */
    public CycleKind cycle() {
        return cycle;
    }

    /** The days as pay reads them. */
    PayPeriod pay(LocalDate from, LocalDate to) {
        return new PayPeriod(PayPeriod.Kind.valueOf(name()), from, to);
    }

    /** The last day of a period that begins on this day. */
    public LocalDate endOf(LocalDate start) {
        return start.plusMonths(months).minusDays(1);
    }
}
