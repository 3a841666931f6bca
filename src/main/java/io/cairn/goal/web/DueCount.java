package io.cairn.goal.web;

import io.cairn.goal.Reporting;
import io.cairn.kernel.Viewer;
import io.cairn.web.RailCount;
import io.cairn.web.Section;
import org.springframework.stereotype.Component;

/** How many key results wait for their check-in, beside the rail's entry. */
@Component
class DueCount implements RailCount {
    private final Reporting reporting;

    DueCount(Reporting reporting) {
        this.reporting = reporting;
    }

    @Override
    public Section section() {
        return Section.CHECK_IN;
    }

    @Override
    public int count(Viewer viewer) {
        return reporting.due(viewer);
    }
}
