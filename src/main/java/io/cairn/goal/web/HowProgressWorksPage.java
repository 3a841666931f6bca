package io.cairn.goal.web;

import io.cairn.web.FullPage;
import io.cairn.web.Section;

/** The rules behind the figures, in plain words. */
public record HowProgressWorksPage() implements FullPage {
    @Override
    public String title() {
        return "How progress works";
    }

    @Override
    public Section section() {
        return Section.OBJECTIVES;
    }
}
