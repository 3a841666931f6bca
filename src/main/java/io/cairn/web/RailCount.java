package io.cairn.web;

import io.cairn.kernel.Viewer;

/** A number beside one entry of the rail, such as the check-ins that are due; zero shows nothing. */
public interface RailCount {
    Section section();

    int count(Viewer viewer);
}
