package io.cairn.cycle;

import java.util.UUID;

/** Says for a module above how many goals of a cycle are not yet graded, carried over or cancelled; they keep it from closing. */
public interface CycleUse {
    int openGoals(UUID cycle);
}
