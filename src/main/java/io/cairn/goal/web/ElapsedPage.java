package io.cairn.goal.web;

import io.cairn.cycle.Cycle;
import io.cairn.kernel.Explained;
import io.cairn.web.FullPage;
import io.cairn.web.Section;

/** How much of a cycle has passed. */
public record ElapsedPage(Cycle cycle, Explained<?> explained, String shown, String asOf) implements FullPage {
    @Override
    public String title() {
        return "Why " + shown + " elapsed?";
    }

    @Override
    public Section section() {
        return Section.OBJECTIVES;
    }
}
