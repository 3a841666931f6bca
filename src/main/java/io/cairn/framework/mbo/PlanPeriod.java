package io.cairn.framework.mbo;

import io.cairn.cycle.CycleKind;
import io.cairn.incentive.PayPeriod;
import java.time.LocalDate;

/** How long a plan lasts. Source: frameworks 2.3. */
public enum PlanPeriod {
    QUARTER("Quarter", 3, 90, 98, CycleKind.QUARTER),
    HALF("Half-year", 6, 181, 189, CycleKind.HALF),
    YEAR("Year", 12, 364, 371, CycleKind.ANNUAL);

    private final String label;
    private final int months;
    // Calendars of whole weeks have quarters of 13 and 14 of them.
    private final int shortest;
    private final int longest;
    private final CycleKind cycle;

    PlanPeriod(String label, int months, int shortest, int longest, CycleKind cycle) {
        this.label = label;
        this.months = months;
        this.shortest = shortest;
        this.longest = longest;
        this.cycle = cycle;
    }

    public String label() {
        return label;
    }

    /** The kind of cycle such a plan usually lies in. */
    public CycleKind cycle() {
        return cycle;
    }

    /** The days as pay reads them: a plan that has but a part of its period brings that part of the target. */
    PayPeriod pay(LocalDate from, LocalDate to) {
        int days = PayPeriod.days(from, to);
        int whole = days < shortest ? PayPeriod.days(from, endOf(from)) : days;
        return new PayPeriod(PayPeriod.Kind.valueOf(name()), from, to, whole);
    }

    /** The most days such a plan can have. */
    int longest() {
        return longest;
    }

    /** The last day of a period that begins on this day. */
    public LocalDate endOf(LocalDate start) {
        return start.plusMonths(months).minusDays(1);
    }
}
