package io.cairn.framework.kpi.web;

import io.cairn.framework.kpi.Dashboard;
import io.cairn.framework.kpi.Sharing;
import io.cairn.kernel.Viewer;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody finds first of KPIs: the dashboard they begin with or one that makes itself, and all others.
 *
 * @param start the dashboard that is shown; null for one that makes itself
 * @param team whose KPIs are shown; null for the viewer's own and for a person's
 * @param more whether there are more than are shown
 * @param alerts how many open ones wait for the viewer
 */
public record KpisPage(
        Viewer viewer,
        String title,
        @Nullable Dashboard start,
        @Nullable UUID team,
        @Nullable UUID person,
        Board board,
        boolean more,
        List<Dashboard> all,
        int alerts)
        implements FullPage {

    @Override
    public Section section() {
        return Section.KPIS;
    }

    public boolean own() {
        return team == null && person == null;
    }

    public List<DashboardLine> mine() {
        return lines(dashboard -> dashboard.owner().id().equals(viewer.id()));
    }

    public List<DashboardLine> teams() {
        return lines(dashboard ->
                dashboard.audience() == Sharing.TEAM && !dashboard.owner().id().equals(viewer.id()));
    }

    public List<DashboardLine> everyones() {
        return lines(dashboard -> dashboard.audience() == Sharing.EVERYONE
                && !dashboard.owner().id().equals(viewer.id()));
    }

    private List<DashboardLine> lines(Predicate<Dashboard> wanted) {
        return all.stream().filter(wanted).map(DashboardLine::new).toList();
    }

    /** Where all the KPIs are that this shows the worst of. */
    public String allOfThem() {
        return team != null ? "/metrics?team=" + team : person != null ? "/metrics?owner=" + person : "/metrics";
    }
}
