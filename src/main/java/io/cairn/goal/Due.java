package io.cairn.goal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The day a measure's next check-in is due; null when none is due any more.
 *
 * @param until the measure's last day; after it one last value is all that is asked for
 */
public record Due(@Nullable LocalDate on, @Nullable LocalDate until) {
    public static final Due NEVER = new Due(null, null);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
    private static final int WEEK = 7;

    /**
     * The first is due as soon as one can be made, each further one a cadence after the one before, and none after the last
     * day.
     *
     * @param since the day from which the measure can be checked in
     * @param until the measure's last day
     */
    public static Due of(LocalDate since, LocalDate until, @Nullable LocalDate checkedInOn, int everyDays) {
        if (checkedInOn == null) {
            return new Due(since, until);
        }
        LocalDate next = checkedInOn.plusDays(everyDays);
        return next.isAfter(until) ? NEVER : new Due(next, until);
    }

    /** The same from what is stored; a draft's are never due. */
    static Due of(
            @Nullable LocalDate activatedOn,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate until,
            @Nullable LocalDate checkedInOn,
            int everyDays) {
        if (activatedOn == null || startsOn == null || until == null) {
            return NEVER;
        }
        return of(activatedOn.isBefore(startsOn) ? startsOn : activatedOn, until, checkedInOn, everyDays);
    }

    static Due of(Goal goal, Measure measure) {
        return of(goal.activatedOn(), goal.startsOn(), measure.dueOn(), measure.lastCheckInOn(), goal.cadenceDays());
    }

    public boolean by(LocalDate today) {
        return on != null && !on.isAfter(today);
    }

    /** {@code due today}, {@code due Monday}, {@code due 24 August}, {@code 3 days late}, {@code last value missing}; nothing when none is due. */
    public String words(LocalDate today) {
        if (on == null) {
            return "";
        }
        if (until != null && until.isBefore(today)) {
            return "last value missing";
        }
        long days = ChronoUnit.DAYS.between(today, on);
        if (days < 0) {
            return days == -1 ? "1 day late" : -days + " days late";
        }
        if (days == 0) {
            return "due today";
        }
        return "due "
                + (days < WEEK ? on.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH) : DAY.format(on));
    }
}
