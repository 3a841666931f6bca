package io.cairn.goal;

import io.cairn.kernel.Explained;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a goal's figures of a day came about, with those of its measures; the values are those of {@link Figures}. */
public record GoalExplanation(
        LocalDate on,
        Explained<@Nullable BigDecimal> progress,
        Explained<@Nullable BigDecimal> expected,
        Explained<@Nullable Pace> pace,
        Explained<@Nullable Health> health,
        Explained<@Nullable BigDecimal> grade,
        List<MeasureExplanation> measures) {

    public static GoalExplanation of(GoalState goal, LocalDate today) {
        var made = GoalFigures.of(goal, today);
        var figures = made.figures();
        return new GoalExplanation(
                figures.on(),
                mean(made.progress(), figures.progress(), "progress", "Progress", progressSentence(goal)),
                mean(
                        made.expected(),
                        figures.expected(),
                        "expected",
                        "Expected progress",
                        "The mean of what each part is expected to have reached, by the same weights as progress."),
                pace(made, figures),
                health(made, figures),
                Grade.explain(figures.progress(), figures.achieved(), figures.noData()),
                measures(goal, figures));
    }

    private static Explained<@Nullable BigDecimal> mean(
            @Nullable Term term, @Nullable BigDecimal value, String name, String label, String sentence) {
        return term == null
                ? Explanation.of(null, name + ".mean", "Nothing counts in it.", List.of())
                : Explanation.of(value, name + ".mean", sentence, List.of(term.as(name, label)));
    }

    private static String progressSentence(GoalState goal) {
        return switch (goal.progressMode()) {
            case KR_ONLY -> "The mean of its key results, by their weights.";
            case ALIGNED_ONLY -> "The mean of the goals aligned to it, by their weights and shares.";
            case BOTH -> "The mean of its key results, taken as one part, and the goals aligned to it.";
            case MANUAL -> "Set by hand.";
        };
    }

    private static Explained<@Nullable Pace> pace(GoalFigures made, Figures figures) {
        var progress = figures.progress();
        var expected = figures.expected();
        return progress == null || expected == null
                ? Explanation.of(null, "pace", "There is no progress to judge.", List.of())
                : Pacing.explain(progress, expected, made.window(), made.day(), figures.achieved(), made.regressed());
    }

    private static Explained<@Nullable Health> health(GoalFigures made, Figures figures) {
        var inputs = new ArrayList<Explained.Input>();
        for (int i = 0; i < made.counting().size(); i++) {
            var child = made.counting().get(i);
            var health = child.health();
            inputs.add(new Explained.Input("health" + (i + 1), child.label(), health == null ? "–" : health.label()));
        }
        var weakest = made.weakest();
        String sentence = weakest == null
                ? "Nothing counts in it, so its own pace decides."
                : "A goal is as healthy as its weakest part: %s.".formatted(weakest.label());
        if (made.goal().guardrailRed()) {
            inputs.add(new Explained.Input("guardrail", "Guardrail KPI", "Off target"));
            sentence += " While a guardrail KPI is off target it is at risk at best.";
        }
        return new Explained<>(figures.health(), "health.weakest", sentence, inputs, List.of());
    }

    private static List<MeasureExplanation> measures(GoalState goal, Figures figures) {
        var explanations = new ArrayList<MeasureExplanation>();
        for (int i = 0; i < goal.measures().size(); i++) {
            explanations.add(MeasureExplanation.of(
                    goal, goal.measures().get(i), figures.measures().get(i), figures.on()));
        }
        return explanations;
    }
}
