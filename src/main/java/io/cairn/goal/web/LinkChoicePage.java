package io.cairn.goal.web;

import io.cairn.goal.Goal;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import java.util.List;

/** Where the goal that is served is looked for, among those the viewer sees. */
public record LinkChoicePage(Goal child, String q, List<Goal> found) implements FullPage {
    @Override
    public String title() {
        return "Link a goal";
    }

    @Override
    public Section section() {
        return Section.ofGoals(child.framework());
    }
}
