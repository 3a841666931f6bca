package io.cairn.framework.mbo;

import io.cairn.goal.Level;
import io.cairn.incentive.AttainmentBasis;
import io.cairn.kernel.Display;
import io.cairn.smart.SmartCheck;
import io.cairn.smart.SmartFacts;
import io.cairn.smart.SmartFacts.Attested;
import io.cairn.smart.SmartFacts.Measured;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How SMART a line of a plan is while it is written: its owner is the employee, and both sign that it can be done (MBO-S3). */
public final class LineCheck {
    private LineCheck() {}

    /**
     * The plan's days.
     *
     * @param endsOn null while nobody chose them
     */
    public record Days(
            @Nullable LocalDate startsOn, @Nullable LocalDate endsOn) {}

    /** @param served the goals it supports, by title */
    public static SmartCheck of(ObjectiveTerms line, List<String> served, Days days) {
        return SmartCheck.of(facts(line, served, days, Attested.TO_BE_AGREED));
    }

    static SmartFacts facts(ObjectiveTerms line, List<String> served, Days days, Attested attested) {
        return new SmartFacts(
                line.title(),
                promise(line),
                true,
                measured(line),
                attested,
                null,
                served,
                line.metricId() != null,
                line.why(),
                days.endsOn(),
                days.startsOn(),
                days.endsOn());
    }

    private static Measured measured(ObjectiveTerms line) {
        AttainmentBasis basis = line.basis();
        if (basis == null) {
            return Measured.NONE;
        }
        return switch (basis) {
            case BASELINE_TO_TARGET, RATIO_TO_TARGET, INVERSE_RATIO ->
                line.target() == null ? Measured.NAMED : Measured.TARGET;
            case MILESTONE -> line.milestones().isEmpty() ? Measured.NONE : Measured.STEPS;
            case BOOLEAN -> Measured.STEPS;
            case RUBRIC -> line.levels().stream().anyMatch(LineCheck::isDescribed) ? Measured.DESCRIBED : Measured.NONE;
        };
    }

    private static boolean isDescribed(Level level) {
        return level.text() != null && !level.text().isBlank();
    }

    private static String promise(ObjectiveTerms line) {
        if (!line.isNumeric() || line.target() == null) {
            return "";
        }
        String from = line.baseline() == null ? "" : " from " + Display.value(line.baseline(), line.unit()) + " to";
        return "Reach" + from + " " + Display.value(line.target(), line.unit());
    }
}
