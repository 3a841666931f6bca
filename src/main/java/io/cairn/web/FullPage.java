package io.cairn.web;

import io.cairn.kernel.Viewer;

/** A whole page; it stands in the shell unless htmx asked for its content only. */
public non-sealed interface FullPage extends Html {
    String title();

    Section section();

    /** Whether the organisation uses what the page is about; where not, the page says so above what is kept. */
    default boolean inUse(Viewer viewer) {
        return section().inUse(viewer);
    }

    default int status() {
        return 200;
    }
}
