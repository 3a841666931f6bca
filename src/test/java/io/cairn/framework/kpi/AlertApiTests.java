package io.cairn.framework.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.access.Viewing;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import io.cairn.metric.Alerts;
import io.cairn.testing.Api;
import io.cairn.testing.Api.Reply;
import io.cairn.testing.CairnTest;
import io.cairn.testing.SmallCompany;
import io.cairn.testing.SmallCompany.Cast;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@CairnTest
class AlertApiTests {
    private static final String AT = "/api/v1/alerts";

    @Autowired
    SmallCompany company;

    @Autowired
    Api api;

    @Autowired
    Alerts alerts;

    Cast cast;
    Kpis kpis;

    @BeforeEach
    void midQuarter() {
        cast = company.cast();
        kpis = new Kpis(api);
    }

    private JsonNode of(Viewer viewer, UUID metric) {
        return Kpis.ok(api.get(viewer, AT + "?metricId=" + metric)).body().path("items");
    }

    private JsonNode mine(Viewer viewer) {
        return Kpis.ok(api.get(viewer, AT + "?mine=true&open=true")).body().path("items");
    }

    private UUID falling() {
        UUID metric = kpis.metric(cast.member(), Kpis.aimed(Kpis.weekly("Customer retention"), 92, 88), 93);
        kpis.measure(cast.member(), metric, Kpis.LAST_WEEK.plusWeeks(1), 85);
        return metric;
    }

    @Test
    void anAlertSaysWhatTurnedAndIsAcknowledgedOnce() {
        UUID metric = falling();
        JsonNode alert = of(cast.stranger(), metric).get(0);
        assertThat(alert.path("metric").path("name").asString()).isEqualTo("Customer retention");
        assertThat(alert.path("fromStatus").asString()).isEqualTo("GREEN");
        assertThat(alert.path("toStatus").asString()).isEqualTo("RED");
        assertThat(alert.path("periodStart").asString()).isEqualTo("2026-08-10");
        assertThat(alert.path("value").decimalValue()).isEqualByComparingTo("85");
        assertThat(alert.path("acknowledgedBy").isNull()).isTrue();
        String path = AT + "/" + alert.path("id").asString() + "/acknowledgement";
        assertThat(api.post(cast.stranger(), path, null).status()).isEqualTo(403);
        assertThat(api.post(cast.colleague(), path, null).status()).isEqualTo(403);
        Reply first = Kpis.ok(api.post(cast.leader(), path, null));
        assertThat(first.body().path("acknowledgedBy").path("id").asString())
                .isEqualTo(cast.leader().id().toString());
        Reply again = Kpis.ok(api.post(cast.member(), path, null));
        assertThat(again.body().path("acknowledgedBy").path("id").asString())
                .isEqualTo(cast.leader().id().toString());
        assertThat(Kpis.ok(api.get(cast.member(), AT + "?open=true&metricId=" + metric))
                        .body()
                        .path("items")
                        .size())
                .isZero();
    }

    @Test
    void mineAreThoseIOwnOrLead() {
        falling();
        assertThat(mine(cast.member()).size()).isEqualTo(1);
        assertThat(mine(cast.leader()).size()).isEqualTo(1);
        assertThat(mine(cast.head()).size()).isEqualTo(1);
        assertThat(mine(cast.colleague()).size()).isZero();
        assertThat(mine(company.with(Role.EXEC)).size()).isZero();
    }

    @Test
    void theAlertOfAHiddenMetricIsNeitherSeenNorCounted() {
        UUID metric = kpis.metric(
                cast.member(),
                Kpis.with(Kpis.aimed(Kpis.weekly("Sunken treasure"), 92, 88), "audience", "RESTRICTED_LIST"),
                93);
        kpis.measure(cast.member(), metric, Kpis.LAST_WEEK.plusWeeks(1), 85);
        JsonNode alert = of(cast.member(), metric).get(0);
        for (Viewer other : new Viewer[] {cast.leader(), cast.stranger(), company.with(Role.EXEC)}) {
            assertThat(of(other, metric).size()).isZero();
            assertThat(mine(other).size()).isZero();
            assertThat(api.post(other, AT + "/" + alert.path("id").asString() + "/acknowledgement", null)
                            .status())
                    .isEqualTo(404);
            assertThat(api.get(other, "/alerts?show=ALL").raw().body()).doesNotContain("Sunken treasure");
            assertThat(api.get(other, "/alerts/why/" + metric).status()).isEqualTo(404);
        }
    }

    @Test
    void aFirstValueIsWorthAnAlertOnlyWhenItIsRed() {
        for (var first : Map.of(95.0, 0, 90.0, 0, 80.0, 1).entrySet()) {
            UUID metric = kpis.metric(cast.member(), Kpis.aimed(Kpis.weekly("First"), 92, 88), first.getKey());
            assertThat(of(cast.member(), metric).size())
                    .as("the first value is " + first.getKey())
                    .isEqualTo(first.getValue());
        }
        UUID watched = kpis.metric(cast.member(), Kpis.weekly("Watched"), 90);
        Kpis.ok(api.post(
                cast.member(),
                "/api/v1/metrics/" + watched + "/targets",
                Map.of("from", "2026-01-01", "target", 92, "amberAt", 88)));
        assertThat(of(cast.member(), watched).size())
                .as("near its first target")
                .isZero();
        kpis.measure(cast.member(), watched, Kpis.LAST_WEEK.plusWeeks(1), 93);
        assertThat(of(cast.member(), watched).size()).as("recovered").isEqualTo(1);
    }

    @Test
    void takingNoteLeavesALineInTheJournalOnce() {
        UUID metric = falling();
        String path = AT + "/" + of(cast.member(), metric).get(0).path("id").asString() + "/acknowledgement";
        Kpis.ok(api.post(cast.leader(), path, null));
        Kpis.ok(api.post(cast.member(), path, null));
        UUID other = falling();
        UUID upTo = UUID.fromString(of(cast.member(), other).get(0).path("id").asString());
        assertThat(Viewing.as(cast.member(), () -> alerts.acknowledgeAll(cast.member(), true, upTo)))
                .isEqualTo(1);
        for (UUID each : List.of(metric, other)) {
            assertThat(journal(cast.stranger(), each))
                    .containsExactly("took note of the alert of “Customer retention” for 2026-08-10");
        }
    }

    @Test
    void theTabCountsOpenOnesThatWaitForTheViewer() {
        falling();
        UUID hidden = kpis.metric(
                cast.member(),
                Kpis.with(Kpis.aimed(Kpis.weekly("Sunken treasure"), 92, 88), "audience", "RESTRICTED_LIST"),
                80);
        for (String page : List.of("/kpis", "/metrics", "/metrics/tree", "/alerts", "/alerts/quality")) {
            assertThat(api.get(cast.member(), page).raw().body())
                    .as(page)
                    .contains("<span class=\"count\">2<span class=\"visually-hidden\"> open</span>");
            assertThat(api.get(cast.leader(), page).raw().body())
                    .as(page)
                    .contains("<span class=\"count\">1<span class=\"visually-hidden\"> open</span>");
            assertThat(api.get(cast.stranger(), page).raw().body())
                    .as(page)
                    .doesNotContain("visually-hidden\"> open</span>");
        }
        assertThat(of(cast.leader(), hidden).size()).isZero();
    }

    private List<String> journal(Viewer viewer, UUID metric) {
        return api.get(viewer, "/api/v1/journal?action=alert.acknowledged")
                .body()
                .path("items")
                .valueStream()
                .filter(line -> line.path("subjectId").asString().equals(metric.toString()))
                .map(line -> line.path("summary").asString())
                .toList();
    }

    @Test
    void onlyThoseWhoLookAfterAMetricSayWhy() {
        UUID metric = falling();
        assertThat(api.get(cast.stranger(), "/alerts/why/" + metric).status()).isEqualTo(403);
        assertThat(api.get(cast.leader(), "/alerts/why/" + metric).status()).isEqualTo(200);
        assertThat(api.get(cast.leader(), "/alerts/why/" + metric + "?period=2020-01-06")
                        .status())
                .isEqualTo(404);
    }
}
