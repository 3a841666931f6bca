package io.cairn.organization;

import io.cairn.web.Fragment;
import org.jspecify.annotations.Nullable;

/** A section that a module above adds to a team's page, as a fragment with its own template; beans in their order. Null where there is nothing to say. */
public interface TeamPanel {
    @Nullable
    Fragment of(Team team);
}
