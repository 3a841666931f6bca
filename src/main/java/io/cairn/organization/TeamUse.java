package io.cairn.organization;

import io.cairn.kernel.Problem;
import java.util.UUID;

/** Says for a module above whether it still needs a team, which then cannot be deleted. */
public interface TeamUse {
    boolean inUse(UUID team);

    /** What is said where it does. */
    Problem.Kind need();
}
