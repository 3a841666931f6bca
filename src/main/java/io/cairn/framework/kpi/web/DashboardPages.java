package io.cairn.framework.kpi.web;

import io.cairn.framework.FrameworkProblem;
import io.cairn.framework.kpi.Dashboard;
import io.cairn.framework.kpi.DashboardContent;
import io.cairn.framework.kpi.Dashboards;
import io.cairn.framework.kpi.Sharing;
import io.cairn.framework.kpi.Tile;
import io.cairn.framework.kpi.TileSize;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Viewer;
import io.cairn.metric.Alerts;
import io.cairn.metric.Metric;
import io.cairn.metric.MetricConcerns;
import io.cairn.metric.Metrics;
import io.cairn.organization.People;
import io.cairn.organization.Teams;
import io.cairn.web.Filters;
import io.cairn.web.Html;
import io.cairn.web.ListQuery;
import io.cairn.web.Redirect;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Looking at dashboards, and at those that make themselves. */
@Controller
class DashboardPages {
    private static final int MOST_DASHBOARDS = 200;
    private static final int MOST_TILES = 30;

    private final Dashboards dashboards;
    private final Metrics metrics;
    private final MetricConcerns concerns;
    private final Alerts alerts;
    private final Teams teams;
    private final People people;
    private final DomainClock clock;

    DashboardPages(
            Dashboards dashboards,
            Metrics metrics,
            MetricConcerns concerns,
            Alerts alerts,
            Teams teams,
            People people,
            DomainClock clock) {
        this.dashboards = dashboards;
        this.metrics = metrics;
        this.concerns = concerns;
        this.alerts = alerts;
        this.teams = teams;
        this.people = people;
        this.clock = clock;
    }

    /** Whose KPIs a dashboard that makes itself shows. */
    private record Whose(
            String title, @Nullable UUID team, @Nullable UUID person) {}

    @GetMapping("/kpis")
    @Transactional(readOnly = true)
    KpisPage all(Viewer viewer, @Filters({"team", "person"}) ListQuery query) {
        Whose whose = whose(query.uuid("team"), query.uuid("person"));
        List<Dashboard> all =
                dashboards.find(Dashboards.Wanted.ANY, MOST_DASHBOARDS, null).items();
        boolean own = whose.team() == null && whose.person() == null;
        Optional<Dashboard> start = own ? all.stream().filter(Dashboard::start).findFirst() : Optional.empty();
        if (start.isPresent()) {
            Dashboard shown = start.get();
            return new KpisPage(
                    viewer, shown.name(), shown, null, null, board(shown), false, all, alerts.waiting(viewer));
        }
        List<Metric> found = concerning(viewer, whose, MOST_TILES + 1);
        return new KpisPage(
                viewer,
                whose.title(),
                null,
                whose.team(),
                whose.person(),
                Board.of(found.subList(0, Math.min(MOST_TILES, found.size())), clock.today()),
                found.size() > MOST_TILES,
                all,
                alerts.waiting(viewer));
    }

    private Whose whose(@Nullable UUID team, @Nullable UUID person) {
        if (team != null) {
            return new Whose("KPIs of " + teams.require(team).name(), team, null);
        }
        return person == null
                ? new Whose("Your KPIs", null, null)
                : new Whose("KPIs of " + people.require(person).name(), null, person);
    }

    private List<Metric> concerning(Viewer viewer, Whose whose, int most) {
        if (whose.team() != null) {
            return concerns.of(List.of(), List.of(whose.team()), most);
        }
        if (whose.person() != null) {
            return concerns.of(List.of(whose.person()), List.of(), most);
        }
        return concerns.of(
                List.of(viewer.id()),
                viewer.teams().stream().map(Viewer.Team::id).toList(),
                most);
    }

    /** Keeps what makes itself as a dashboard of one's own. */
    @PostMapping("/kpis/keep")
    @Transactional
    Redirect keep(
            Viewer viewer,
            @RequestParam(required = false) @Nullable UUID team,
            @RequestParam(required = false) @Nullable UUID person) {
        Whose whose = whose(team, person);
        List<Tile> tiles = concerning(viewer, whose, MOST_TILES).stream()
                .map(metric -> new Tile(metric.id(), TileSize.NORMAL))
                .toList();
        Dashboard made = dashboards.create(viewer, new DashboardContent(whose.title(), Sharing.PRIVATE, null, tiles));
        return Redirect.to("/kpis/" + made.id()).saying("Kept. It stays as it is when KPIs come and go.");
    }

    @GetMapping("/kpis/new")
    @Transactional(readOnly = true)
    NewDashboardPage add(Viewer viewer) {
        FrameworkProblem.refuseUnlessUsed(viewer, "kpi");
        return new NewDashboardPage(viewer, DashboardForm.empty(), List.of());
    }

    @PostMapping("/kpis")
    Html create(Viewer viewer, DashboardForm form) {
        try {
            return Redirect.to(
                    "/kpis/" + dashboards.create(viewer, form.content()).id() + "/edit");
        } catch (ProblemException refused) {
            return new NewDashboardPage(viewer, form, refused.problems());
        }
    }

    @GetMapping("/kpis/{dashboard}")
    @Transactional(readOnly = true)
    DashboardPage show(@PathVariable UUID dashboard) {
        Dashboard found = dashboards.get(dashboard);
        return new DashboardPage(found, board(found));
    }

    @GetMapping("/kpis/{dashboard}/wall")
    @Transactional(readOnly = true)
    WallPage wall(@PathVariable UUID dashboard) {
        Dashboard found = dashboards.get(dashboard);
        return new WallPage(found, board(found), clock.instant().atZone(clock.getZone()));
    }

    @PostMapping("/kpis/{dashboard}/start")
    Redirect begin(Viewer viewer, @PathVariable UUID dashboard, @RequestParam boolean on) {
        dashboards.begin(viewer, dashboard, on);
        return Redirect.to("/kpis/" + dashboard)
                .saying(on ? "You begin with it from now on." : "You no longer begin with it.");
    }

    @PostMapping("/kpis/{dashboard}/copy")
    @Transactional
    Redirect copy(Viewer viewer, @PathVariable UUID dashboard) {
        Dashboard original = dashboards.get(dashboard);
        String name = "Copy of " + original.name();
        Dashboard made = dashboards.create(
                viewer, new DashboardContent(shortened(name), Sharing.PRIVATE, null, original.tiles()));
        return Redirect.to("/kpis/" + made.id() + "/edit").saying("Duplicated. Only you see the copy.");
    }

    private static String shortened(String name) {
        int most = 200;
        return name.codePointCount(0, name.length()) <= most
                ? name
                : name.substring(0, name.offsetByCodePoints(0, most));
    }

    @PostMapping("/kpis/{dashboard}/deletion")
    Redirect delete(@PathVariable UUID dashboard) {
        dashboards.delete(dashboard);
        return Redirect.to("/kpis").saying("The dashboard is deleted.");
    }

    private Board board(Dashboard dashboard) {
        return Board.of(dashboard.tiles(), metrics.of(dashboard.metrics()), clock.today());
    }
}
