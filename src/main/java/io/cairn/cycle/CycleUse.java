package io.cairn.cycle;

import java.time.LocalDate;
import java.util.UUID;

/** Says for a module above how many goals of a cycle are not yet graded, carried over or cancelled; they keep it from closing. */
public interface CycleUse {
    int openGoals(UUID cycle);

    /** Whether a goal that is not over would lie outside the cycle if it ran from the first to the last of these days. */
    boolean leavesOut(UUID cycle, LocalDate first, LocalDate last);
}
