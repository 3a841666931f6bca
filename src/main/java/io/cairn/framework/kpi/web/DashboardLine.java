package io.cairn.framework.kpi.web;

import io.cairn.framework.kpi.Dashboard;
import io.cairn.framework.kpi.Sharing;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A dashboard as one line of a list. */
public record DashboardLine(Dashboard dashboard) {
    public String href() {
        return "/kpis/" + dashboard.id();
    }

    /** {@code 12 KPIs · Noah · Customer Success}. */
    public String words() {
        int count = dashboard.tiles().size();
        return Stream.of(
                        count == 1 ? "1 KPI" : count + " KPIs",
                        dashboard.audience() == Sharing.PRIVATE
                                ? "only you see it"
                                : dashboard.owner().name(),
                        dashboard.team() == null ? "" : dashboard.team().name())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }
}
