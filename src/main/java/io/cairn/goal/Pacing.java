package io.cairn.goal;

import io.cairn.kernel.Explained;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Progress held against what the day asks for (frameworks 1.7). Thresholds compare products, never a rounded quotient.
 *
 * @param ahead progress is at least 1.15 times what is expected, and something is
 * @param overdue the window is over and the target is not achieved
 */
public record Pacing(Pace pace, boolean ahead, boolean overdue) {
    private static final Term AHEAD_FROM = Term.of("1.15");
    private static final Term ON_TRACK_FROM = Term.of("0.95");
    private static final Term AT_RISK_FROM = Term.of("0.75");

    public static Pacing of(
            BigDecimal progress,
            BigDecimal expected,
            Window window,
            LocalDate day,
            boolean achieved,
            boolean regressed) {
        boolean ahead = expected.signum() > 0 && reaches(progress, AHEAD_FROM, expected);
        return switch (Reason.of(progress, expected, window, day, achieved, regressed)) {
            case ACHIEVED, NOTHING_EXPECTED, ENOUGH -> new Pacing(Pace.ON_TRACK, ahead, false);
            case LOST_GROUND, SHORT, TOO_EARLY_TO_TELL -> new Pacing(Pace.AT_RISK, false, false);
            case FAR_SHORT -> new Pacing(Pace.OFF_TRACK, false, false);
            case TOO_LATE -> new Pacing(Pace.OFF_TRACK, false, true);
        };
    }

    /** Progress as a multiple of what is expected; null when nothing is. */
    public static @Nullable BigDecimal ratio(BigDecimal progress, BigDecimal expected) {
        return expected.signum() == 0
                ? null
                : Term.given("progress", "", progress)
                        .over(Term.given("expected", "", expected))
                        .value();
    }

    static Explained<@Nullable Pace> explain(
            BigDecimal progress,
            BigDecimal expected,
            Window window,
            LocalDate day,
            boolean achieved,
            boolean regressed) {
        var done = Term.given("progress", "Progress", progress);
        var asked = Term.given("expected", "Expected progress", expected);
        var thresholds = List.<Term>of(
                done,
                asked,
                ON_TRACK_FROM.times(asked).as("onTrackFrom", "On track from"),
                AT_RISK_FROM.times(asked).as("atRiskFrom", "At risk from"));
        return Explanation.of(
                of(progress, expected, window, day, achieved, regressed).pace(),
                "pace",
                Reason.of(progress, expected, window, day, achieved, regressed).sentence,
                thresholds);
    }

    private static boolean reaches(BigDecimal progress, Term threshold, BigDecimal expected) {
        return progress.compareTo(threshold.value().multiply(expected)) >= 0;
    }

    /** A tenth of the window: before it nothing is called off track by itself. */
    private static boolean early(Window window, LocalDate day) {
        return window.elapsedDays(day) * 10 < window.days();
    }

    private enum Reason {
        ACHIEVED("The target is achieved."),
        TOO_LATE("The due day has passed and the target is not achieved."),
        NOTHING_EXPECTED("Nothing is expected yet."),
        LOST_GROUND("Nothing is expected yet, but the value is worse than its baseline."),
        ENOUGH("Progress is at least 95 % of what is expected today."),
        SHORT("Progress is between 75 % and 95 % of what is expected today."),
        TOO_EARLY_TO_TELL("Progress is under 75 % of what is expected, but less than a tenth of the time has passed."),
        FAR_SHORT("Progress is under 75 % of what is expected today.");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }

        static Reason of(
                BigDecimal progress,
                BigDecimal expected,
                Window window,
                LocalDate day,
                boolean achieved,
                boolean regressed) {
            if (achieved) {
                return ACHIEVED;
            }
            if (window.over(day)) {
                return TOO_LATE;
            }
            if (expected.signum() == 0) {
                return regressed ? LOST_GROUND : NOTHING_EXPECTED;
            }
            if (reaches(progress, ON_TRACK_FROM, expected)) {
                return ENOUGH;
            }
            if (reaches(progress, AT_RISK_FROM, expected)) {
                return SHORT;
            }
            return early(window, day) ? TOO_EARLY_TO_TELL : FAR_SHORT;
        }
    }
}
