package io.cairn.framework.okr;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Which days the columns W1 to W13 of a planning sheet are: the weeks of a quarter from its first day on, the last one up to its
 * end; of a longer cycle the thirteen weeks up to the one that runs, the first of them with everything before.
 *
 * @param first day of W1
 * @param last day of W13
 */
public record Weeks(LocalDate first, LocalDate last) {
    private static final int DAYS = 7;

    public static Weeks of(LocalDate startsOn, LocalDate endsOn, LocalDate today) {
        long running = Math.max(0, ChronoUnit.DAYS.between(startsOn, today.isAfter(endsOn) ? endsOn : today)) / DAYS;
        boolean quarter = ChronoUnit.DAYS.between(startsOn, endsOn) < (PlanningForm.WEEKS + 1) * DAYS;
        long before = quarter ? 0 : Math.max(0, running - PlanningForm.WEEKS + 1);
        LocalDate first = startsOn.plusDays(before * DAYS);
        LocalDate last = quarter ? endsOn : first.plusDays((long) PlanningForm.WEEKS * DAYS - 1);
        return new Weeks(first, last);
    }

    /** 1 to 13; what is before stands in the first, what is after in the last. */
    public int week(LocalDate day) {
        return Math.clamp(ChronoUnit.DAYS.between(first, day) / DAYS + 1, 1, PlanningForm.WEEKS);
    }

    /** The last day of a week, on which a value typed for it counts at the latest. */
    public LocalDate lastOf(int week) {
        return week == PlanningForm.WEEKS ? last : first.plusDays((long) week * DAYS - 1);
    }
}
