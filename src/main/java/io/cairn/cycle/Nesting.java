package io.cairn.cycle;

import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How cycles lie in each other: inside the parent, shorter than it, beside no other of the same kind. Source: frameworks 1.14. */
final class Nesting {
    private Nesting() {}

    /**
     * @param parent the cycle that {@code details} is to lie in; null at the top
     * @param siblings the other cycles with the same parent
     * @param children what lies in the cycle already
     */
    static List<Problem> check(
            CycleDetails details, @Nullable Cycle parent, List<Cycle> siblings, List<Cycle> children) {
        var problems = new ProblemList();
        if (parent != null) {
            problems.when(!details.kind().fitsInside(parent.kind()), CycleProblem.CYCLE_KIND_ORDER.at("kind"));
            problems.when(parent.phase() == Phase.CLOSED, CycleProblem.CYCLE_CLOSED.at("parentId"));
            problems.when(!details.liesIn(parent.startsOn(), parent.endsOn()), outside(details, parent));
        }
        siblings.stream()
                .filter(other -> other.kind() == details.kind() && details.overlaps(other))
                .findFirst()
                .ifPresent(other -> problems.add(overlap(other)));
        for (Cycle child : children) {
            problems.when(!child.kind().fitsInside(details.kind()), CycleProblem.CYCLE_KIND_ORDER.at("kind"));
            problems.when(!child.details().liesIn(details.startsOn(), details.endsOn()), leavesOut(details, child));
        }
        return problems.found();
    }

    private static Problem overlap(Cycle other) {
        return CycleProblem.CYCLE_OVERLAP
                .saying("%s covers some of these days (%s to %s)."
                        .formatted(other.name(), other.startsOn(), other.endsOn()))
                .with("cycleId", other.id())
                .at("startsOn");
    }

    private static Problem outside(CycleDetails details, Cycle parent) {
        return CycleProblem.CYCLE_OUTSIDE_PARENT
                .saying("%s runs from %s to %s.".formatted(parent.name(), parent.startsOn(), parent.endsOn()))
                .at(details.startsOn().isBefore(parent.startsOn()) ? "startsOn" : "endsOn");
    }

    private static Problem leavesOut(CycleDetails details, Cycle child) {
        return CycleProblem.CYCLE_OUTSIDE_PARENT
                .saying("%s lies in it and runs from %s to %s."
                        .formatted(child.name(), child.startsOn(), child.endsOn()))
                .at(child.startsOn().isBefore(details.startsOn()) ? "startsOn" : "endsOn");
    }
}
