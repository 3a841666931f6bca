package io.cairn.goal;

import io.cairn.kernel.Explained;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a measure's figures came about. */
public record MeasureExplanation(
        UUID id,
        String name,
        Explained<@Nullable BigDecimal> progress,
        Explained<@Nullable BigDecimal> expected,
        Explained<@Nullable Pace> pace,
        Explained<@Nullable Health> health) {

    static MeasureExplanation of(GoalState goal, MeasureState measure, MeasureFigures figures, LocalDate day) {
        var terms = measure.terms();
        var window = Window.of(terms, goal.startsOn(), goal.endsOn());
        return new MeasureExplanation(
                measure.id(),
                measure.name(),
                Progress.explain(terms, measure.reading()),
                Expected.explain(terms, window, day, measure.checkedInOn()),
                pace(figures, window, day),
                health(goal, measure, figures, day));
    }

    private static Explained<@Nullable Pace> pace(MeasureFigures figures, Window window, LocalDate day) {
        var progress = figures.progress();
        return progress == null
                ? Explanation.of(null, "pace", "There is no progress to judge.", List.of())
                : Pacing.explain(progress, figures.expected(), window, day, figures.achieved(), figures.regressed());
    }

    private static Explained<@Nullable Health> health(
            GoalState goal, MeasureState measure, MeasureFigures figures, LocalDate day) {
        var inputs = new ArrayList<Explained.Input>();
        add(
                inputs,
                "pace",
                "Pace",
                figures.pace() == null ? null : figures.pace().label());
        add(inputs, "confidence", "Confidence of the latest check-in", measure.confidence());
        add(inputs, "lastCheckIn", "Latest check-in", measure.checkedInOn());
        add(
                inputs,
                "override",
                "Set by hand",
                measure.override() == null ? null : measure.override().label());
        inputs.add(new Explained.Input("cadenceDays", "Days between check-ins", String.valueOf(goal.cadenceDays())));
        inputs.add(new Explained.Input("day", "Day of the figures", day.toString()));
        return new Explained<>(figures.health(), "health", sentence(measure, figures), inputs, List.of());
    }

    private static void add(List<Explained.Input> inputs, String name, String label, @Nullable Object value) {
        if (value != null) {
            inputs.add(new Explained.Input(name, label, value.toString()));
        }
    }

    private static String sentence(MeasureState measure, MeasureFigures figures) {
        if (measure.override() != null) {
            return "Its owner set it by hand, until the next check-in.";
        }
        if (figures.achieved()) {
            return "What is achieved is on track.";
        }
        if (figures.health() == null) {
            return "There is neither pace nor confidence to judge.";
        }
        var worse = measure.confidence() == null ? "The pace" : "The worse of pace and confidence";
        return figures.stale()
                ? worse + ", and one step worse because the latest check-in is older than two cadences."
                : worse + ".";
    }
}
