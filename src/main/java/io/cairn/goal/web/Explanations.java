package io.cairn.goal.web;

import io.cairn.goal.CheckIn;
import io.cairn.goal.Counting;
import io.cairn.goal.Goal;
import io.cairn.goal.GoalExplanation;
import io.cairn.goal.Measure;
import io.cairn.goal.MeasureExplanation;
import io.cairn.kernel.Display;
import io.cairn.kernel.Explained;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns explained figures into pages: a question, the parts that went in, and how the result is shown. */
final class Explanations {
    private static final int DIGITS = 4;

    private Explanations() {}

    /** What a goal's page explains. */
    enum GoalFigure {
        PROGRESS,
        EXPECTED,
        PACE,
        GRADE,
        HEALTH,
        CONFIDENCE
    }

    /** What is explained of a key result. */
    enum MeasureFigure {
        VALUE,
        PROGRESS,
        EXPECTED,
        PACE,
        HEALTH,
        CONFIDENCE
    }

    static ExplanationPage of(GoalView view, GoalExplanation made, GoalFigure figure) {
        Goal goal = view.goal();
        String day = Days.full(made.on());
        return switch (figure) {
            case PROGRESS -> {
                String shown = Display.percent(goal.progress(), goal.achieved(), goal.noData());
                yield page(goal, "Why " + shown + "?", made.progress(), shown, day, parts(view, false), "Progress");
            }
            case EXPECTED -> {
                String shown = view.expected() + " %";
                yield page(
                        goal,
                        "Why " + shown + " expected?",
                        made.expected(),
                        shown,
                        day,
                        parts(view, true),
                        "Expected");
            }
            case PACE ->
                page(
                        goal,
                        "Why a pace of " + view.pace() + "?",
                        withRatio(made.pace()),
                        view.pace(),
                        day,
                        List.of(),
                        "");
            case GRADE -> page(goal, "Why " + view.grade() + "?", made.grade(), view.grade(), day, List.of(), "");
            case HEALTH ->
                page(
                        goal,
                        "Why "
                                + word(
                                        goal.health() == null
                                                ? "no data"
                                                : goal.health().label()) + "?",
                        made.health(),
                        "",
                        day,
                        List.of(),
                        "");
            case CONFIDENCE ->
                page(goal, "Why " + view.confidence() + " of 10?", confidence(view), "", day, List.of(), "");
        };
    }

    static ExplanationPage of(
            Goal goal,
            Measure measure,
            MeasureExplanation made,
            MeasureFigure figure,
            List<CheckIn> checkIns,
            ZoneId zone) {
        String day = Days.full(Objects.requireNonNull(goal.figuresOn()));
        String now = MeasureWords.now(measure).toString();
        return switch (figure) {
            case VALUE -> page(goal, "Why " + now + "?", value(measure, checkIns, zone), "", day, List.of(), "");
            case PROGRESS -> {
                String shown = Display.percent(measure.progress(), measure.achieved(), measure.noData());
                yield page(goal, measure.name() + ": why " + shown + "?", made.progress(), shown, day, List.of(), "");
            }
            case EXPECTED -> {
                String shown = Percent.of(measure.expected()) + " %";
                yield page(
                        goal,
                        measure.name() + ": why " + shown + " expected?",
                        made.expected(),
                        shown,
                        day,
                        List.of(),
                        "");
            }
            case PACE ->
                page(goal, measure.name() + ": why this pace?", withRatio(made.pace()), "", day, List.of(), "");
            case HEALTH -> {
                String word = word(
                        measure.health() == null ? "no data" : measure.health().label());
                yield page(goal, measure.name() + ": why " + word + "?", made.health(), "", day, List.of(), "");
            }
            case CONFIDENCE ->
                page(
                        goal,
                        measure.name() + ": confidence",
                        confidence(measure, checkIns, zone),
                        "",
                        day,
                        List.of(),
                        "");
        };
    }

    private static ExplanationPage page(
            Goal goal,
            String heading,
            Explained<?> explained,
            String shown,
            String day,
            List<ExplanationPage.Part> parts,
            String ofPart) {
        return new ExplanationPage(goal, heading, explained, shown, day, parts, ofPart);
    }

    private static List<ExplanationPage.Part> parts(GoalView view, boolean expected) {
        return view.measures().stream()
                .map(MeasureView::measure)
                .map(measure -> new ExplanationPage.Part(
                        measure.name(),
                        measure.kind().directional() ? Display.value(measure.baseline(), measure.unit()) : "",
                        MeasureWords.now(measure).toString(),
                        measure.kind().directional() ? Display.value(measure.target(), measure.unit()) : "",
                        ratio(expected ? measure.expected() : measure.progress())))
                .toList();
    }

    private static String ratio(@Nullable BigDecimal ratio) {
        return ratio == null
                ? Display.NONE
                : ratio.setScale(DIGITS, RoundingMode.HALF_UP).toPlainString();
    }

    /** The pace with the ratio that pages show of it. */
    private static Explained<?> withRatio(Explained<?> pace) {
        BigDecimal progress = input(pace, "progress");
        BigDecimal expected = input(pace, "expected");
        if (progress == null || expected == null || expected.signum() == 0) {
            return pace;
        }
        List<Explained.Step> steps = new ArrayList<>(pace.steps());
        steps.add(new Explained.Step(
                "ratio", "Pace", "progress / expected", progress.divide(expected, 18, RoundingMode.HALF_EVEN)));
        return new Explained<>(pace.value(), pace.formula(), pace.sentence(), pace.inputs(), steps);
    }

    private static @Nullable BigDecimal input(Explained<?> explained, String name) {
        return explained.inputs().stream()
                .filter(input -> input.name().equals(name))
                .map(input -> new BigDecimal(input.value()))
                .findFirst()
                .orElse(null);
    }

    private static Explained<?> confidence(GoalView view) {
        List<Measure> known = view.measures().stream()
                .map(MeasureView::measure)
                .filter(measure -> measure.confidence() != null)
                .toList();
        List<Explained.Input> inputs = new ArrayList<>();
        for (int i = 0; i < known.size(); i++) {
            inputs.add(new Explained.Input(
                    "c" + (i + 1),
                    known.get(i).name(),
                    String.valueOf(known.get(i).confidence())));
        }
        return new Explained<@Nullable Integer>(
                view.confidence(),
                "confidence.mean",
                "The mean of what was last said of each key result, 0 to 10, as a whole number.",
                inputs,
                List.of());
    }

    private static Explained<?> value(Measure measure, List<CheckIn> checkIns, ZoneId zone) {
        List<Explained.Input> inputs = new ArrayList<>();
        String sentence;
        if (checkIns.isEmpty()) {
            sentence = "Nobody has checked in yet.";
        } else if (measure.counting() == Counting.INCREMENT && measure.kind().directional()) {
            sentence = "The baseline and everything that check-ins added to it.";
            inputs.add(new Explained.Input("baseline", "Baseline", Display.number(measure.baseline())));
            inputs.add(new Explained.Input("checkIns", "Check-ins", String.valueOf(checkIns.size())));
        } else if (MeasureWords.isHitRate(measure)) {
            sentence = "How many of the expected check-ins kept the target; the latest of each period counts.";
            inputs.add(new Explained.Input("hits", "Kept", String.valueOf(measure.hits())));
            inputs.add(
                    new Explained.Input("expected", "Expected check-ins", String.valueOf(measure.expectedCheckIns())));
        } else {
            sentence = "What the latest check-in says.";
        }
        if (!checkIns.isEmpty()) {
            latest(inputs, checkIns.getLast(), zone);
        }
        return new Explained<@Nullable BigDecimal>(measure.current(), "value", sentence, inputs, List.of());
    }

    private static void latest(List<Explained.Input> inputs, CheckIn last, ZoneId zone) {
        inputs.add(new Explained.Input("on", "Latest check-in", Days.full(LocalDate.ofInstant(last.at(), zone))));
        if (last.author() != null) {
            inputs.add(new Explained.Input("by", "By", last.author().name()));
        }
        if (!last.note().isBlank()) {
            inputs.add(new Explained.Input("note", "Note", last.note()));
        }
    }

    private static Explained<?> confidence(Measure measure, List<CheckIn> checkIns, ZoneId zone) {
        List<Explained.Input> inputs = checkIns.reversed().stream()
                .filter(checkIn -> checkIn.confidence() != null)
                .limit(7)
                .map(checkIn -> new Explained.Input(
                        "on", Days.full(LocalDate.ofInstant(checkIn.at(), zone)), String.valueOf(checkIn.confidence())))
                .toList();
        return new Explained<@Nullable Integer>(
                measure.confidence(),
                "confidence",
                "How sure its reporters were of reaching it, 0 to 10: the latest counts. From 8 on it is on track, below 4 off track.",
                inputs,
                List.of());
    }

    private static String word(String label) {
        return label.toLowerCase(Locale.ROOT);
    }
}
