package io.cairn.goal;

import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.NumberProblem;
import io.cairn.kernel.Quantity;
import io.cairn.kernel.Texts;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Whether the lists that a measure brings are whole, so that rules and figures can read them. */
final class MeasureParts {
    private static final int MOST_MILESTONES = 100;
    private static final int MOST_LEVELS = 20;
    private static final int MOST_POINTS = 400;
    private static final int MOST_CHECK_INS = 4000;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 1000;

    private MeasureParts() {}

    /** False when the measure's terms cannot even be made. */
    static boolean check(MeasureContent content, String path, Texts texts) {
        int before = texts.problems().size();
        parts(content.planPoints(), MOST_POINTS, path + "planPoints", MeasureParts::isWhole, texts);
        parts(content.levels(), MOST_LEVELS, path + "levels", MeasureParts::isWhole, texts);
        parts(content.milestones(), MOST_MILESTONES, path + "milestones", MeasureParts::isWhole, texts);
        Integer expected = content.expectedCheckIns();
        if (expected != null && (expected < 0 || expected > MOST_CHECK_INS)) {
            texts.add(GeneralProblem.INVALID.at(path + "expectedCheckIns"));
        }
        NumberProblem tooMuch = content.relativeTarget() == null ? null : Quantity.problem(content.relativeTarget());
        if (tooMuch != null) {
            texts.add(tooMuch.at(path + "relativeTarget"));
        }
        boolean readable = texts.problems().size() == before;
        if (readable && content.milestones() != null) {
            names(content.milestones(), path, texts);
        }
        return readable;
    }

    private static <T> void parts(@Nullable List<T> parts, int most, String field, Predicate<T> whole, Texts texts) {
        if (parts == null) {
            return;
        }
        if (parts.size() > most) {
            texts.add(GeneralProblem.INVALID
                    .saying("Use at most %d of these.".formatted(most))
                    .at(field));
        }
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) == null || !whole.test(parts.get(i))) {
                texts.add(GeneralProblem.INVALID.at(field + "[" + i + "]"));
            }
        }
    }

    private static boolean isWhole(PlanPoint point) {
        return point.on() != null && point.value() != null;
    }

    private static boolean isWhole(Level level) {
        return level.name() != null
                && level.score() != null
                && level.name().length() <= LONGEST_NAME
                && (level.text() == null || level.text().length() <= LONGEST_TEXT);
    }

    private static boolean isWhole(Milestone milestone) {
        return milestone.name().length() <= LONGEST_NAME;
    }

    /** Check-ins name the milestones they speak of. */
    private static void names(List<Milestone> milestones, String path, Texts texts) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < milestones.size(); i++) {
            if (!names.add(milestones.get(i).name())) {
                texts.add(GoalProblem.INVALID_MILESTONES
                        .saying("Each milestone needs a name of its own.")
                        .at(path + "milestones[" + i + "].name"));
            }
        }
    }
}
