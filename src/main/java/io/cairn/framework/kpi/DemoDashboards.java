package io.cairn.framework.kpi;

import io.cairn.access.Viewing;
import io.cairn.database.BeforeOpening;
import io.cairn.kernel.Viewer;
import io.cairn.metric.Metric;
import io.cairn.metric.MetricSearch;
import io.cairn.organization.People;
import io.cairn.organization.TeamFilter;
import io.cairn.organization.Teams;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The dashboards of the demo company, made once its people and KPIs are there. */
@Component
@ConditionalOnProperty(name = "cairn.mode", havingValue = "demo")
@Order(30)
class DemoDashboards implements BeforeOpening {
    private static final int MOST = 200;

    private final Dashboards dashboards;
    private final MetricSearch search;
    private final People people;
    private final Teams teams;
    private final TransactionTemplate transaction;

    DemoDashboards(
            Dashboards dashboards, MetricSearch search, People people, Teams teams, TransactionTemplate transaction) {
        this.dashboards = dashboards;
        this.search = search;
        this.people = people;
        this.teams = teams;
        this.transaction = transaction;
    }

    @Override
    public void beforeOpening() {
        Viewing.runAsSystem(
                "Demo",
                () -> transaction.executeWithoutResult(status -> {
                    if (dashboards.find(Dashboards.Wanted.ANY, 1, null).items().isEmpty()) {
                        make();
                    }
                }));
    }

    private void make() {
        List<Metric> all = search.find(MetricSearch.Wanted.ANY, MOST, null).items();
        viewer("mia@example.com")
                .ifPresent(mia -> dashboards.create(
                        mia,
                        new DashboardContent(
                                "Revenue, every Monday",
                                Sharing.EVERYONE,
                                null,
                                tiles(
                                        all,
                                        "Sales revenue",
                                        "Sales win rate",
                                        "Monthly recurring revenue",
                                        "Calls made",
                                        "Leads",
                                        "Customer acquisition cost",
                                        "Forecast variance",
                                        "Cash runway"))));
        viewer("noah@example.com").ifPresent(noah -> customers(noah, all));
    }

    private void customers(Viewer noah, List<Metric> all) {
        teams.list(new TeamFilter(null, "Customer Success", null, null, null), 1, null).items().stream()
                .findFirst()
                .ifPresent(team -> dashboards.create(
                        noah,
                        new DashboardContent(
                                "How our customers are",
                                Sharing.TEAM,
                                team.id(),
                                tiles(
                                        all,
                                        "Customer retention",
                                        "Net promoter score",
                                        "Churn rate",
                                        "Renewals signed in time",
                                        "Support tickets closed"))));
    }

    /** Those there are, the first of them wide. */
    private static List<Tile> tiles(List<Metric> all, String... names) {
        List<Tile> tiles = new ArrayList<>();
        for (String name : names) {
            all.stream()
                    .filter(metric -> metric.name().equals(name))
                    .findFirst()
                    .ifPresent(metric ->
                            tiles.add(new Tile(metric.id(), tiles.isEmpty() ? TileSize.WIDE : TileSize.NORMAL)));
        }
        return tiles;
    }

    private Optional<Viewer> viewer(String email) {
        return people.findByEmail(email)
                .map(person -> new Viewer(person.id(), person.name(), email, Set.of(), List.of()));
    }
}
