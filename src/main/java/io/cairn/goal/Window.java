package io.cairn.goal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The days from a goal's start to the day something is due, both included. */
public record Window(LocalDate startsOn, LocalDate endsOn) {

    /** The window of one measure: from its goal's start to its own due day. */
    public static Window of(MeasureTerms terms, LocalDate startsOn, LocalDate goalEndsOn) {
        return new Window(startsOn, terms.dueOn(goalEndsOn));
    }

    public long days() {
        return Math.max(1, ChronoUnit.DAYS.between(startsOn, endsOn) + 1);
    }

    /** Days of the window that have begun, the day itself included: 0 before the start, all of them after the end. */
    public long elapsedDays(LocalDate day) {
        return Math.clamp(ChronoUnit.DAYS.between(startsOn, day) + 1, 0, days());
    }

    public boolean begun(LocalDate day) {
        return !day.isBefore(startsOn);
    }

    public boolean over(LocalDate day) {
        return day.isAfter(endsOn);
    }

    /** The share of the window that has passed, 0..1 (frameworks 1.6). */
    public BigDecimal elapsed(LocalDate day) {
        return Term.of(elapsedDays(day)).over(Term.of(days())).value();
    }
}
