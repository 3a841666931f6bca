package io.cairn.organization;

import io.cairn.web.Fragment;

/** A section that a module above adds to a person's page, as a fragment with its own template; beans in their order. */
public interface PersonPanel {
    Fragment of(Person person);
}
