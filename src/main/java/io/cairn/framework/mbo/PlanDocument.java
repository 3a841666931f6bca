package io.cairn.framework.mbo;

import java.time.LocalDate;

/** What the two sign: the days, whether it pays, and the terms. */
record PlanDocument(PlanPeriod period, LocalDate startsOn, LocalDate endsOn, boolean pays, PlanTerms terms) {
    static PlanDocument of(Plan plan, PlanTerms terms) {
        return new PlanDocument(plan.period(), plan.startsOn(), plan.endsOn(), plan.pays(), terms);
    }
}
