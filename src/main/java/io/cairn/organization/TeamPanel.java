package io.cairn.organization;

import io.cairn.web.Fragment;

/** A section that a module above adds to a team's page, as a fragment with its own template; beans in their order. */
public interface TeamPanel {
    Fragment of(Team team);
}
