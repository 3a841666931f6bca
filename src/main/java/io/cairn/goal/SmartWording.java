package io.cairn.goal;

import io.cairn.kernel.Display;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who says that a goal can be reached says it of: any change makes it stale (frameworks 2.4).
 *
 * @param promise targets, limits and steps, in a form that does not depend on how they are shown
 */
record SmartWording(String title, String promise, @Nullable LocalDate dueOn) {

    static SmartWording of(GoalContent goal, @Nullable LocalDate ends) {
        String promises = goal.measuresOrNone().stream()
                .map(measure -> name(measure) + " " + promise(measure, ends))
                .sorted()
                .collect(Collectors.joining("\n"));
        return new SmartWording(text(goal.title()), promises, ends);
    }

    static SmartWording of(MeasureContent measure, @Nullable LocalDate ends) {
        return new SmartWording(name(measure), promise(measure, ends), due(measure, ends));
    }

    boolean holds(SmartAttestation said) {
        return said.title().equals(title) && said.promise().equals(promise) && Objects.equals(said.dueOn(), dueOn);
    }

    private static String promise(MeasureContent measure, @Nullable LocalDate ends) {
        MeasureTerms terms = measure.terms();
        List<Milestone> steps = terms.milestones();
        return Stream.concat(
                        Stream.of(
                                terms.kind().name(),
                                terms.comparator() == null
                                        ? ""
                                        : terms.comparator().name(),
                                plain(terms.target()),
                                plain(measure.relativeTarget()),
                                plain(terms.low()),
                                plain(terms.high()),
                                String.valueOf(due(measure, ends))),
                        steps.stream().map(step -> step.name() + " " + step.dueOn()))
                .collect(Collectors.joining("|"));
    }

    private static @Nullable LocalDate due(MeasureContent measure, @Nullable LocalDate ends) {
        return measure.dueOn() == null ? ends : measure.dueOn();
    }

    private static String name(MeasureContent measure) {
        return text(measure.name());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static String plain(@Nullable BigDecimal value) {
        return value == null ? "" : Display.plain(value).toPlainString();
    }
}
