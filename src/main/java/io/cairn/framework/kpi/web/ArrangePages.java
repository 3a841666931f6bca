package io.cairn.framework.kpi.web;

import io.cairn.framework.kpi.Dashboard;
import io.cairn.framework.kpi.Dashboards;
import io.cairn.framework.kpi.Tile;
import io.cairn.framework.kpi.TileSize;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Viewer;
import io.cairn.metric.Metric;
import io.cairn.metric.MetricSearch;
import io.cairn.metric.MetricState;
import io.cairn.metric.Metrics;
import io.cairn.web.Filters;
import io.cairn.web.Html;
import io.cairn.web.ListQuery;
import io.cairn.web.Redirect;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Choosing a dashboard's tiles, their order and size, its name and who sees it. */
@Controller
class ArrangePages {
    private static final int MOST_FOUND = 20;
    private static final int MOST_TILES = 60;

    private final Dashboards dashboards;
    private final Metrics metrics;
    private final MetricSearch search;
    private final DomainClock clock;

    ArrangePages(Dashboards dashboards, Metrics metrics, MetricSearch search, DomainClock clock) {
        this.dashboards = dashboards;
        this.metrics = metrics;
        this.search = search;
        this.clock = clock;
    }

    @GetMapping("/kpis/{dashboard}/edit")
    @Transactional(readOnly = true)
    ArrangePage arrange(Viewer viewer, @PathVariable UUID dashboard, @Filters("q") ListQuery query) {
        Dashboard found = changeable(dashboard);
        return page(viewer, found, DashboardForm.of(found), List.of(), query.text("q"));
    }

    @PostMapping("/kpis/{dashboard}")
    Html edit(Viewer viewer, @PathVariable UUID dashboard, DashboardForm form) {
        try {
            dashboards.rename(dashboard, form::onto);
            return Redirect.to("/kpis/" + dashboard).saying("Saved.");
        } catch (ProblemException refused) {
            int status = refused.first().status();
            if (status == 403 || status == 404) {
                throw refused;
            }
            return page(viewer, dashboards.get(dashboard), form, refused.problems(), null);
        }
    }

    /** What is done to one tile. */
    enum Act {
        ADD,
        REMOVE,
        EARLIER,
        LATER,
        WIDE,
        NORMAL;

        UnaryOperator<List<Tile>> to(UUID metric) {
            return switch (this) {
                case ADD -> Dashboards.with(metric);
                case REMOVE -> Dashboards.without(metric);
                case EARLIER -> Dashboards.moved(metric, -1);
                case LATER -> Dashboards.moved(metric, 1);
                case WIDE -> Dashboards.sized(metric, TileSize.WIDE);
                case NORMAL -> Dashboards.sized(metric, TileSize.NORMAL);
            };
        }
    }

    @PostMapping("/kpis/{dashboard}/tiles")
    Redirect change(
            @PathVariable UUID dashboard,
            @RequestParam UUID metric,
            @RequestParam String act,
            @RequestParam(required = false) @Nullable String q) {
        Act wanted = java.util.Arrays.stream(Act.values())
                .filter(each -> each.name().equalsIgnoreCase(act))
                .findFirst()
                .orElseThrow(() -> GeneralProblem.INVALID.at("act").exception());
        dashboards.arrange(dashboard, wanted.to(metric));
        boolean added = wanted == Act.ADD;
        String query = q == null || q.isBlank() ? "" : "?q=" + URLEncoder.encode(q.strip(), StandardCharsets.UTF_8);
        return Redirect.to("/kpis/" + dashboard + "/edit" + query
                + (wanted == Act.REMOVE ? "" : added ? "#add" : "#tile-" + metric));
    }

    @PostMapping("/kpis/{dashboard}/order")
    Redirect order(@PathVariable UUID dashboard, @RequestParam List<UUID> metric) {
        dashboards.arrange(dashboard, Dashboards.ordered(metric));
        return Redirect.to("/kpis/" + dashboard + "/edit");
    }

    private Dashboard changeable(UUID id) {
        Dashboard dashboard = dashboards.get(id);
        if (!dashboard.mayEdit()) {
            throw GeneralProblem.NOT_ALLOWED.exception();
        }
        return dashboard;
    }

    private ArrangePage page(
            Viewer viewer, Dashboard dashboard, DashboardForm form, List<Problem> problems, @Nullable String q) {
        return new ArrangePage(
                viewer,
                dashboard,
                Board.of(dashboard.tiles(), metrics.of(dashboard.metrics()), clock.today()),
                form,
                problems,
                q == null ? "" : q,
                toAdd(dashboard, q));
    }

    /** Enough are read that those which are there already do not use up the list. */
    private List<Metric> toAdd(Dashboard dashboard, @Nullable String q) {
        Set<UUID> there = new HashSet<>(dashboard.metrics());
        MetricSearch.Wanted wanted = new MetricSearch.Wanted(
                q, List.of(), MetricState.ACTIVE, null, null, null, null, null, null, null, null, null, null);
        return search.find(wanted, MOST_FOUND + MOST_TILES, null).items().stream()
                .filter(metric -> !there.contains(metric.id()))
                .limit(MOST_FOUND)
                .toList();
    }
}
