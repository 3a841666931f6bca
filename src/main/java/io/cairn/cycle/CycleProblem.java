package io.cairn.cycle;

import io.cairn.kernel.Problem;

/** What can go wrong with cycles. */
public enum CycleProblem implements Problem.Kind {
    CYCLE_ENDS_BEFORE_START(422, "The last day lies before the first."),
    CYCLE_OUTSIDE_PARENT(422, "A cycle lies inside the one it belongs to."),
    CYCLE_KIND_ORDER(422, "A cycle belongs to a longer one: years, halves, quarters, months, weeks."),
    CYCLE_OVERLAP(409, "Another cycle of this kind covers some of these days."),
    CYCLE_LOOP(409, "A cycle cannot lie inside itself."),
    CYCLE_CLOSED(409, "This cycle is closed, and closed is closed."),
    CYCLE_HAS_OPEN_GOALS(409, "Grade, carry over or cancel the goals of this cycle before closing it."),
    CYCLE_LEAVES_GOALS_OUT(409, "Goals of this cycle would lie outside it. Change their days first."),
    CYCLE_HAS_CYCLES(409, "Other cycles lie in this one."),
    CYCLE_IN_USE(409, "This cycle is in use."),
    NO_SUCH_CYCLE(422, "There is no such cycle."),
    PHASE_ORDER(409, "A cycle goes from planning to active, to scoring, to closed, one step at a time and never back.");

    private final int status;
    private final String message;

    CycleProblem(int status, String message) {
        this.status = status;
        this.message = message;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String message() {
        return message;
    }
}
