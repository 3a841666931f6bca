package io.cairn.metric.web;

import io.cairn.kernel.DomainClock;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Viewer;
import io.cairn.metric.Alerts;
import io.cairn.metric.MetricBranches;
import io.cairn.metric.MetricBranches.Branch;
import io.cairn.metric.MetricSearch;
import io.cairn.organization.TeamBranch;
import io.cairn.organization.Teams;
import io.cairn.web.Filters;
import io.cairn.web.ListQuery;
import io.cairn.web.part.Option;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;

/** The metrics there are, as a list with what narrows and orders it in the address, and as a tree. */
@Controller
@Transactional(readOnly = true)
class MetricListPages {
    private static final int ON_ONE_PAGE = 50;

    private final MetricSearch search;
    private final MetricBranches branches;
    private final Alerts alerts;
    private final Teams teams;
    private final DomainClock clock;

    MetricListPages(MetricSearch search, MetricBranches branches, Alerts alerts, Teams teams, DomainClock clock) {
        this.search = search;
        this.branches = branches;
        this.alerts = alerts;
        this.teams = teams;
        this.clock = clock;
    }

    @GetMapping("/metrics")
    MetricsPage list(
            Viewer viewer,
            @Filters({"q", "status", "team", "owner", "category", "level", "state", "sort", "page"}) ListQuery query,
            HttpServletResponse response) {
        MetricFilter filter = MetricFilter.of(query);
        response.setHeader("HX-Push-Url", filter.address());
        MetricSearch.Part part = search.page(filter.wanted(), filter.sort(), filter.page() - 1, ON_ONE_PAGE);
        MetricSearch.Narrowing narrowing = search.narrowing();
        return new MetricsPage(
                filter,
                teams(teams),
                narrowing.owners().stream()
                        .map(owner -> new Option(owner.id().toString(), owner.name()))
                        .toList(),
                narrowing.categories().stream()
                        .map(category -> new Option(category, category))
                        .toList(),
                MetricLine.of(part.metrics(), clock.today()),
                part.more(),
                alerts.waiting(viewer));
    }

    /** All teams, each below the one it belongs to. */
    static List<Option> teams(Teams teams) {
        return TeamBranch.inOrder(teams.all()).stream()
                .map(branch -> new Option(
                        branch.team().id().toString(),
                        "\u2003".repeat(branch.depth()) + branch.team().name()))
                .toList();
    }

    @GetMapping("/metrics/tree")
    MetricTreePage tree(Viewer viewer, @Filters({"from", "page"}) ListQuery query) {
        UUID from = query.uuid("from");
        int page = MetricFilter.page(query.whole("page"));
        List<Branch> found =
                from == null ? branches.roots((page - 1) * ON_ONE_PAGE, ON_ONE_PAGE + 1) : branches.of(from);
        if (from != null && found.isEmpty()) {
            throw GeneralProblem.NOT_FOUND.exception();
        }
        return new MetricTreePage(
                found.subList(0, Math.min(ON_ONE_PAGE, found.size())),
                from,
                page,
                found.size() > ON_ONE_PAGE,
                alerts.waiting(viewer));
    }
}
