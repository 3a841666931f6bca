package io.cairn.web;

/** A part of a page that htmx puts in place; never in the shell. */
public non-sealed interface Fragment extends Html {
    default int status() {
        return 200;
    }
}
