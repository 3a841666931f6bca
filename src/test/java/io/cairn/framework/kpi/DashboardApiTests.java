package io.cairn.framework.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import io.cairn.testing.Api;
import io.cairn.testing.Api.Reply;
import io.cairn.testing.CairnTest;
import io.cairn.testing.SmallCompany;
import io.cairn.testing.SmallCompany.Cast;
import io.cairn.testing.Statements;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@CairnTest
class DashboardApiTests {
    private static final String AT = "/api/v1/dashboards";

    @Autowired
    SmallCompany company;

    @Autowired
    Api api;

    @Autowired
    Statements statements;

    Cast cast;
    Kpis kpis;

    @BeforeEach
    void midQuarter() {
        cast = company.cast();
        kpis = new Kpis(api);
    }

    private UUID metric(String name) {
        return kpis.metric(cast.member(), Kpis.aimed(Kpis.weekly(name), 92, 88), 90, 85);
    }

    private UUID secret(String name) {
        return kpis.metric(
                cast.member(), Kpis.with(Kpis.aimed(Kpis.weekly(name), 92, 88), "audience", "RESTRICTED_LIST"), 90, 85);
    }

    private static List<String> tiles(JsonNode dashboard) {
        List<String> tiles = new ArrayList<>();
        dashboard.path("tiles").forEach(tile -> tiles.add(tile.path("metricId").asString()));
        return tiles;
    }

    private static List<String> ids(UUID... ids) {
        return java.util.Arrays.stream(ids).map(UUID::toString).toList();
    }

    private JsonNode read(Viewer viewer, UUID dashboard) {
        return Kpis.ok(api.get(viewer, AT + "/" + dashboard)).body();
    }

    private Reply patch(Viewer viewer, UUID dashboard, String field, Object value) {
        return api.patch(
                viewer,
                AT + "/" + dashboard,
                Map.of("version", read(viewer, dashboard).path("version").asInt(), field, value));
    }

    @Test
    void aDashboardIsMadeChangedAndDeleted() {
        UUID one = metric("One");
        UUID two = metric("Two");
        Reply made = kpis.dashboard(cast.member(), "Every Monday", Sharing.PRIVATE, one, two);
        assertThat(made.status()).isEqualTo(201);
        assertThat(tiles(made.body())).isEqualTo(ids(one, two));
        assertThat(made.body().path("tiles").get(0).path("size").asString()).isEqualTo("NORMAL");
        Reply turned = patch(
                cast.member(),
                made.id(),
                "tiles",
                List.of(Map.of("metricId", two, "size", "WIDE"), Map.of("metricId", one)));
        assertThat(tiles(turned.body())).isEqualTo(ids(two, one));
        assertThat(turned.body().path("tiles").get(0).path("size").asString()).isEqualTo("WIDE");
        assertThat(api.patch(cast.member(), AT + "/" + made.id(), Map.of("version", 1, "name", "Late"))
                        .code())
                .isEqualTo("STALE_VERSION");
        assertThat(patch(cast.member(), made.id(), "name", "Mondays").text("name"))
                .isEqualTo("Mondays");
        assertThat(tiles(read(cast.member(), made.id()))).isEqualTo(ids(two, one));
        assertThat(api.delete(cast.member(), AT + "/" + made.id()).status()).isEqualTo(204);
        assertThat(api.get(cast.member(), AT + "/" + made.id()).status()).isEqualTo(404);
    }

    @Test
    void aPrivateDashboardIsNotThereForAnybodyElse() {
        UUID made = kpis.dashboard(cast.member(), "Only mine", Sharing.PRIVATE, metric("One"))
                .id();
        for (Viewer other : List.of(
                cast.leader(), cast.colleague(), cast.stranger(), company.with(Role.EXEC, Role.CHAMP, Role.ADMIN))) {
            assertThat(api.get(other, AT + "/" + made).status()).isEqualTo(404);
            assertThat(api.patch(other, AT + "/" + made, Map.of("version", 1, "name", "Taken"))
                            .status())
                    .isEqualTo(404);
            assertThat(api.delete(other, AT + "/" + made).status()).isEqualTo(404);
            assertThat(Kpis.ok(api.get(other, AT + "?q=Only+mine"))
                            .body()
                            .path("items")
                            .size())
                    .isZero();
            assertThat(api.get(other, "/kpis/" + made).status()).isEqualTo(404);
            assertThat(api.get(other, "/kpis/" + made + "/wall").status()).isEqualTo(404);
        }
        patch(cast.member(), made, "audience", "EVERYONE");
        assertThat(tiles(read(cast.stranger(), made))).hasSize(1);
        patch(cast.member(), made, "audience", "PRIVATE");
        assertThat(api.get(cast.stranger(), AT + "/" + made).status()).isEqualTo(404);
        assertThat(tiles(read(cast.member(), made))).hasSize(1);
    }

    @Test
    void aTeamsDashboardIsSeenByTheTeamAndChangedByThoseWhoLeadIt() {
        UUID made = Kpis.ok(api.post(
                        cast.member(),
                        AT,
                        Map.of(
                                "name",
                                "Ours",
                                "audience",
                                "TEAM",
                                "teamId",
                                cast.team().id())))
                .id();
        assertThat(read(cast.colleague(), made).path("team").path("id").asString())
                .isEqualTo(cast.team().id().toString());
        assertThat(api.get(cast.stranger(), AT + "/" + made).status()).isEqualTo(404);
        assertThat(patch(cast.colleague(), made, "name", "Theirs").status()).isEqualTo(403);
        assertThat(api.delete(cast.colleague(), AT + "/" + made).status()).isEqualTo(403);
        assertThat(patch(cast.head(), made, "name", "From above").status()).isEqualTo(200);
        Map<String, Object> taken = new HashMap<>(Map.of("version", 2, "audience", "PRIVATE"));
        taken.put("teamId", null);
        assertThat(api.patch(cast.head(), AT + "/" + made, taken).status()).isEqualTo(422);
        assertThat(api.post(
                                cast.stranger(),
                                AT,
                                Map.of(
                                        "name",
                                        "Not mine",
                                        "audience",
                                        "TEAM",
                                        "teamId",
                                        cast.team().id()))
                        .body()
                        .path("errors")
                        .get(0)
                        .path("field")
                        .asString())
                .isEqualTo("teamId");
    }

    @Test
    void aTileOfAHiddenMetricLeavesNoTraceAndKeepsItsPlace() {
        UUID shown = metric("Shown");
        UUID hidden = secret("Sunken treasure");
        UUID last = metric("Last");
        UUID made = kpis.dashboard(cast.member(), "Shared", Sharing.EVERYONE, shown, hidden, last)
                .id();
        assertThat(tiles(read(cast.member(), made))).isEqualTo(ids(shown, hidden, last));
        assertThat(tiles(read(cast.stranger(), made))).isEqualTo(ids(shown, last));
        for (String page : List.of("/kpis/" + made, "/kpis/" + made + "/wall", "/kpis", "/journal")) {
            String body = Kpis.ok(api.get(cast.stranger(), page)).raw().body();
            assertThat(body).doesNotContain("Sunken treasure").doesNotContain(hidden.toString());
            assertThat(body).doesNotContain("3 KPIs");
        }
        assertThat(Kpis.ok(api.get(cast.stranger(), "/kpis")).raw().body()).contains("2 KPIs");

        Viewer champion = company.with(Role.CHAMP);
        UUID added = metric("Added");
        Reply turned = patch(champion, made, "tiles", Kpis.tiles(last, shown, added));
        assertThat(tiles(turned.body())).isEqualTo(ids(last, shown, added));
        assertThat(tiles(read(cast.member(), made))).isEqualTo(ids(last, hidden, shown, added));
    }

    @Test
    void whatIsWrongIsSaidAtItsField() {
        UUID one = metric("One");
        UUID hidden = secret("Hidden");
        assertThat(field(cast.member(), Map.of("name", " "))).isEqualTo("REQUIRED name");
        assertThat(field(cast.member(), Map.of("name", "x".repeat(201)))).isEqualTo("INVALID name");
        assertThat(field(cast.member(), Map.of("name", "A", "audience", "TEAM")))
                .isEqualTo("REQUIRED teamId");
        assertThat(field(
                        cast.member(), Map.of("name", "A", "teamId", cast.team().id())))
                .isEqualTo("INVALID teamId");
        assertThat(field(cast.member(), Map.of("name", "A", "tiles", Kpis.tiles(one, one))))
                .isEqualTo("INVALID tiles[1].metricId");
        assertThat(field(cast.stranger(), Map.of("name", "A", "tiles", Kpis.tiles(hidden))))
                .isEqualTo("INVALID tiles[0].metricId");
        assertThat(field(cast.member(), Map.of("name", "A", "tiles", List.of(Map.of("size", "WIDE")))))
                .isEqualTo("REQUIRED tiles[0].metricId");
        assertThat(field(cast.member(), Map.of("name", "A", "colour", "red"))).isEqualTo("UNKNOWN_FIELD colour");
    }

    private String field(Viewer viewer, Map<String, ?> body) {
        Reply refused = api.post(viewer, AT, new HashMap<>(body));
        assertThat(refused.status()).isEqualTo(422);
        JsonNode error = refused.body().path("errors").get(0);
        return error.path("code").asString() + " " + error.path("field").asString();
    }

    @Test
    void thirtyTilesTakeAsManyStatementsAsThree() throws Exception {
        List<UUID> metrics = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            metrics.add(metric("Tile " + i));
        }
        UUID few = kpis.dashboard(cast.member(), "Few", Sharing.PRIVATE, metrics.toArray(UUID[]::new))
                .id();
        Map<String, Integer> before = counts(few);
        for (int i = 3; i < 30; i++) {
            metrics.add(metric("Tile " + i));
        }
        UUID many = kpis.dashboard(cast.member(), "Many", Sharing.PRIVATE, metrics.toArray(UUID[]::new))
                .id();
        assertThat(counts(many)).isEqualTo(before);
        assertThat(before.values()).allSatisfy(count -> assertThat(count).isLessThanOrEqualTo(12));
    }

    private Map<String, Integer> counts(UUID dashboard) throws Exception {
        Map<String, Integer> counts = new HashMap<>();
        for (String page :
                List.of("/kpis/ID", "/kpis/ID/wall", "/kpis/ID/edit", "/kpis", "/alerts", "/alerts/quality")) {
            String address = page.replace("ID", dashboard.toString());
            Kpis.ok(api.get(cast.member(), address));
            counts.put(
                    page,
                    statements.during(() -> api.get(cast.member(), address)).count());
        }
        return counts;
    }
}
