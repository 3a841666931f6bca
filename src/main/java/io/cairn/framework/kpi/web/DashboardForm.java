package io.cairn.framework.kpi.web;

import io.cairn.framework.kpi.Dashboard;
import io.cairn.framework.kpi.DashboardContent;
import io.cairn.framework.kpi.Sharing;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was typed of a dashboard's name and readers. */
public record DashboardForm(
        @Nullable String name,
        @Nullable Sharing audience,
        @Nullable UUID teamId) {

    static DashboardForm empty() {
        return new DashboardForm("", Sharing.PRIVATE, null);
    }

    static DashboardForm of(Dashboard dashboard) {
        return new DashboardForm(
                dashboard.name(),
                dashboard.audience(),
                dashboard.team() == null ? null : dashboard.team().id());
    }

    DashboardContent onto(DashboardContent content) {
        return content.named(name).sharedWith(audience, teamId);
    }

    DashboardContent content() {
        return onto(new DashboardContent(null, null, null, List.of()));
    }

    public String text() {
        return Objects.requireNonNullElse(name, "");
    }

    public String sharing() {
        return Objects.requireNonNullElse(audience, Sharing.PRIVATE).name();
    }

    public String team() {
        return Objects.toString(teamId, "");
    }
}
