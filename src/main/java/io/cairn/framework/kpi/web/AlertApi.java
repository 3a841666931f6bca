package io.cairn.framework.kpi.web;

import io.cairn.kernel.Page;
import io.cairn.kernel.Viewer;
import io.cairn.metric.Alert;
import io.cairn.metric.Alerts;
import io.cairn.web.Filters;
import io.cairn.web.ListQuery;
import java.util.UUID;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Alerts of metrics as JSON. */
@RestController
@RequestMapping("/api/v1/alerts")
class AlertApi {
    private final Alerts alerts;

    AlertApi(Alerts alerts) {
        this.alerts = alerts;
    }

    /** Lists the alerts of metrics you may see, newest first. {@code mine} keeps those of metrics you own or lead, {@code open} those nobody has taken note of. */
    @GetMapping
    @Transactional(readOnly = true)
    Page<Alert> list(Viewer viewer, @Filters({"mine", "open", "metricId"}) ListQuery query) {
        return alerts.find(
                viewer,
                new Alerts.Wanted(Boolean.TRUE.equals(query.flag("mine")), query.flag("open"), query.uuid("metricId")),
                query.limit(),
                query.cursorId());
    }

    /** Takes note of an alert. Whoever did so first stays. */
    @PostMapping("/{alert}/acknowledgement")
    Alert acknowledge(Viewer viewer, @PathVariable UUID alert) {
        return alerts.acknowledge(viewer, alert);
    }
}
