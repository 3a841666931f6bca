package io.cairn.framework.kpi.web;

import io.cairn.framework.kpi.Dashboard;
import io.cairn.framework.kpi.DashboardContent;
import io.cairn.framework.kpi.Dashboards;
import io.cairn.framework.kpi.Sharing;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Page;
import io.cairn.kernel.Viewer;
import io.cairn.web.Created;
import io.cairn.web.Filters;
import io.cairn.web.ListQuery;
import io.cairn.web.MergePatch;
import io.cairn.web.Refuses;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Dashboards as JSON. */
@RestController
@Refuses(GeneralProblem.class)
@RequestMapping("/api/v1/dashboards")
class DashboardApi {
    private final Dashboards dashboards;

    DashboardApi(Dashboards dashboards) {
        this.dashboards = dashboards;
    }

    /** Lists the dashboards you may see, oldest first, each with the tiles you may see. */
    @GetMapping
    @Transactional(readOnly = true)
    Page<Dashboard> list(@Filters({"q", "audience", "ownerId", "teamId"}) ListQuery query) {
        return dashboards.find(
                new Dashboards.Wanted(
                        query.text("q"),
                        query.one("audience", Sharing.class),
                        query.uuid("ownerId"),
                        query.uuid("teamId")),
                query.limit(),
                query.cursorId());
    }

    /** Makes a dashboard of yours, for you alone unless {@code audience} says otherwise. */
    @PostMapping
    ResponseEntity<Dashboard> create(Viewer viewer, @RequestBody DashboardContent content) {
        Dashboard dashboard = dashboards.create(viewer, content);
        return Created.at("/api/v1/dashboards/" + dashboard.id(), dashboard);
    }

    /** Reads a dashboard with its tiles in their order. The metrics' figures are read under {@code /metrics}. */
    @GetMapping("/{dashboard}")
    Dashboard get(@PathVariable UUID dashboard) {
        return dashboards.get(dashboard);
    }

    /** Changes a dashboard. {@code tiles} replaces all the tiles you may see. */
    @PatchMapping("/{dashboard}")
    Dashboard edit(@PathVariable UUID dashboard, MergePatch<DashboardContent> patch) {
        return dashboards.edit(dashboard, patch::onto, patch.version());
    }

    /** Deletes a dashboard for everybody. Its metrics stay. */
    @DeleteMapping("/{dashboard}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID dashboard) {
        dashboards.delete(dashboard);
    }
}
