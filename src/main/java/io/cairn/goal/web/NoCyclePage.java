package io.cairn.goal.web;

import io.cairn.web.FullPage;
import io.cairn.web.Section;

/** Where the objectives will stand once there is a cycle. */
public record NoCyclePage(boolean mayPlan) implements FullPage {
    @Override
    public String title() {
        return "Objectives";
    }

    @Override
    public Section section() {
        return Section.OBJECTIVES;
    }
}
