package io.cairn.web;

import gg.jte.Content;

/** Puts a fragment inside another page's template, so that a module can show what one above it contributes. */
public final class Nested {
    private Nested() {}

    public static Content of(Fragment fragment) {
        return output -> output.writeContent(Renderer.content(fragment));
    }
}
