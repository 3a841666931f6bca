package io.cairn.access.web;

import io.cairn.kernel.Viewer;
import io.cairn.web.FullPage;
import io.cairn.web.Section;

/** After signing in: offers to send again what was typed before the session ran out. */
public record TypedFormPage(Viewer person, TypedForm typed) implements FullPage {
    @Override
    public String title() {
        return "Save what you typed";
    }

    @Override
    public Section section() {
        return Section.NONE;
    }
}
