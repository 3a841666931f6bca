package io.cairn.web;

/** A whole page; it stands in the shell unless htmx asked for its content only. */
public non-sealed interface FullPage extends Html {
    String title();

    Section section();

    default int status() {
        return 200;
    }
}
