package io.cairn.cycle;

import java.time.LocalDate;
import java.util.UUID;

/** What a module above has to say to a change of a cycle it uses. */
public interface CycleUse {
    /** How many goals are not yet graded, carried over or cancelled; they keep the cycle from closing. */
    int openGoals(UUID cycle);

    /** Whether a goal that is not over would lie outside the cycle if it ran from the first to the last of these days. */
    boolean leavesOut(UUID cycle, LocalDate first, LocalDate last);

    /** Whether anything at all belongs to the cycle, closed or hidden things too. */
    boolean inUse(UUID cycle);

    /** Check-ins are asked for at other intervals from now on, so what hangs from them is to be judged anew. */
    void cadenceChanged(UUID cycle);
}
