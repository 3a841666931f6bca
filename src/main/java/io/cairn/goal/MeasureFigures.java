package io.cairn.goal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A measure's figures on one day, ratios with 18 decimals.
 *
 * @param progress null where nothing can be said, and then pace is null too; 0 without data
 * @param ahead progress is at least 1.15 times what is expected
 * @param overdue the due day has passed and the target is not achieved
 */
public record MeasureFigures(
        UUID id,
        @Nullable BigDecimal raw,
        @Nullable BigDecimal progress,
        boolean achieved,
        boolean noData,
        BigDecimal expected,
        @Nullable Pace pace,
        @Nullable Health health,
        boolean ahead,
        boolean overdue,
        boolean stale) {

    static MeasureFigures of(GoalState goal, MeasureState measure, LocalDate day) {
        var terms = measure.terms();
        var window = Window.of(terms, goal.startsOn(), goal.endsOn());
        var made = Progress.of(terms, measure.reading());
        var expected = Expected.of(terms, window, day, measure.checkedInOn());
        var progress = made.progress();
        var pacing =
                progress == null ? null : Pacing.of(progress, expected, window, day, made.achieved(), made.regressed());
        boolean stale = Staleness.of(goal, measure, made.achieved(), day);
        var pace = pacing == null ? null : pacing.pace();
        return new MeasureFigures(
                measure.id(),
                ratio(made.raw()),
                ratio(progress),
                made.achieved(),
                made.noData(),
                Objects.requireNonNull(ratio(expected)),
                pace,
                HealthRule.of(pace, measure.confidence(), stale, made.achieved(), measure.override()),
                pacing != null && pacing.ahead(),
                pacing != null && pacing.overdue(),
                stale);
    }

    /** As it is stored: 18 decimals (frameworks 0.4). */
    static @Nullable BigDecimal ratio(@Nullable BigDecimal value) {
        return value == null ? null : value.setScale(18, RoundingMode.HALF_EVEN);
    }

    public boolean regressed() {
        return raw != null && raw.signum() < 0;
    }
}
