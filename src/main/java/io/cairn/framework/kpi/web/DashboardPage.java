package io.cairn.framework.kpi.web;

import io.cairn.framework.kpi.Dashboard;
import io.cairn.framework.kpi.Sharing;
import io.cairn.web.FullPage;
import io.cairn.web.Section;

/** A dashboard with its tiles. */
public record DashboardPage(Dashboard dashboard, Board board) implements FullPage {
    @Override
    public String title() {
        return dashboard.name();
    }

    @Override
    public Section section() {
        return Section.KPIS;
    }

    public String at() {
        return "/kpis/" + dashboard.id();
    }

    /** {@code Noah · shared with Customer Success}. */
    public String words() {
        if (dashboard.audience() == Sharing.PRIVATE) {
            return "Only you see it";
        }
        return dashboard.owner().name() + " · shared with "
                + (dashboard.team() == null ? "everyone" : dashboard.team().name());
    }
}
