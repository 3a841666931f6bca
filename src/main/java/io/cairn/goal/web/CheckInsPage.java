package io.cairn.goal.web;

import io.cairn.goal.Goal;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import java.util.List;

/** All check-ins of a goal, newest first. */
public record CheckInsPage(Goal goal, List<CheckInView> told, int checkIns, int page, boolean more)
        implements FullPage {
    @Override
    public String title() {
        return "Check-ins: " + goal.title();
    }

    @Override
    public Section section() {
        return Section.ofGoals(goal.framework());
    }

    public String onPage(int other) {
        return "/objectives/" + goal.id() + "/check-ins" + (other == 1 ? "" : "?page=" + other);
    }
}
