package io.cairn.web;

import io.cairn.kernel.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * A section that a module adds to the top of Home, as a fragment with its own template; one statement at most. Null where there
 * is nothing to say, which then leaves no trace.
 */
public interface HomePanel {
    @Nullable
    Fragment of(Viewer viewer);
}
