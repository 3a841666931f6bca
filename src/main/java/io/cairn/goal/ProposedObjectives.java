package io.cairn.goal;

import io.cairn.kernel.Viewer;
import java.util.Optional;
import java.util.UUID;

/** Objectives that a module above proposes, for those who cannot see that module. */
public interface ProposedObjectives {
    /** Accepts what the metric proposes as a draft of this owner, lead, title and cycle; empty where nothing waits. */
    Optional<UUID> accept(Viewer viewer, UUID metric, GoalContent placed);
}
