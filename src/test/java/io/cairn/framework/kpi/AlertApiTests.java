package io.cairn.framework.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import io.cairn.testing.Api;
import io.cairn.testing.Api.Reply;
import io.cairn.testing.CairnTest;
import io.cairn.testing.SmallCompany;
import io.cairn.testing.SmallCompany.Cast;
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
    void onlyThoseWhoLookAfterAMetricSayWhy() {
        UUID metric = falling();
        assertThat(api.get(cast.stranger(), "/alerts/why/" + metric).status()).isEqualTo(403);
        assertThat(api.get(cast.leader(), "/alerts/why/" + metric).status()).isEqualTo(200);
        assertThat(api.get(cast.leader(), "/alerts/why/" + metric + "?period=2020-01-06")
                        .status())
                .isEqualTo(404);
    }
}
