package io.cairn.framework.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.cairn.kernel.Viewer;
import io.cairn.organization.Team;
import io.cairn.testing.Accessibility;
import io.cairn.testing.Api;
import io.cairn.testing.CairnTest;
import io.cairn.testing.ThirdQuarter;
import io.cairn.testing.Window;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Dashboards, the wall and the inbox in a real browser: light and dark, wide and narrow. */
@CairnTest
@Tag("browser")
@Tag("long")
class KpiLooksTests {
    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Api api;

    @Test
    void everyPageIsReadableEverywhere() {
        var company = new ThirdQuarter(context);
        try (Window window = Window.open(port)) {
            Viewer noah = company.person("Noah");
            Viewer lucy = company.person("Lucy");
            Team success = company.team("Customer Success", company.company, noah);
            UUID dashboard = fill(noah, success);
            UUID retention = dashboardsFirst(noah, dashboard);
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                for (int width : new int[] {1440, 390}) {
                    look(window, noah, "/kpis", scheme, width, "kpis");
                    look(window, lucy, "/kpis", scheme, width, "kpis-new");
                    look(window, noah, "/kpis/" + dashboard, scheme, width, "dashboard");
                    look(window, noah, "/kpis/" + dashboard + "/edit", scheme, width, "arrange");
                    look(window, noah, "/kpis/" + dashboard + "/wall", scheme, width, "wall");
                    look(window, noah, "/kpis/new", scheme, width, "dashboard-new");
                    look(window, noah, "/alerts", scheme, width, "alerts");
                    look(window, noah, "/alerts/quality", scheme, width, "quality");
                    look(window, noah, "/alerts/why/" + retention, scheme, width, "why");
                }
            }
            look(window, noah, "/kpis/" + dashboard + "/wall", ColorScheme.DARK, 1920, "wall");
        } finally {
            company.leave();
        }
    }

    private UUID dashboardsFirst(Viewer noah, UUID dashboard) {
        return UUID.fromString(api.get(noah, "/api/v1/dashboards/" + dashboard)
                .body()
                .path("tiles")
                .get(0)
                .path("metricId")
                .asString());
    }

    private UUID fill(Viewer noah, Team team) {
        Kpis kpis = new Kpis(api);
        UUID retention = kpis.metric(
                noah,
                Kpis.aimed(Kpis.weekly("Customer retention"), 92, 88),
                91,
                91.5,
                92,
                92.4,
                91,
                90,
                89.5,
                91,
                90.2,
                89,
                88.4,
                86,
                85);
        UUID resolution = kpis.metric(
                noah,
                Kpis.aimed(
                        Kpis.with(
                                Kpis.with(Kpis.weekly("Average ticket resolution time"), "unit", "h"),
                                "direction",
                                "LOWER"),
                        24,
                        28),
                30,
                29,
                28,
                27.5,
                27,
                26,
                26.5,
                25,
                24.5,
                24,
                23,
                22.5,
                22);
        UUID income = kpis.metric(
                noah,
                Kpis.with(Kpis.with(Kpis.weekly("Monthly recurring revenue"), "unit", "€"), "decimals", 0),
                1180000,
                1190000,
                1201000,
                1215000,
                1220000,
                1234567);
        UUID satisfaction = kpis.metric(
                noah,
                Kpis.with(
                        Kpis.aimed(Kpis.weekly("Satisfaction of new customers with their onboarding"), 90, 80),
                        "teamId",
                        team.id()),
                84,
                85,
                83,
                88,
                86);
        UUID load = kpis.metric(
                noah,
                Kpis.with(
                        Kpis.with(Kpis.weekly("Utilisation"), "direction", "BAND"),
                        "targets",
                        List.of(Map.of("from", "2025-01-01", "low", 70, "high", 85, "amberAt", 5))),
                78,
                80,
                84,
                92);
        UUID visits = kpis.metric(noah, Kpis.with(Kpis.with(Kpis.weekly("Visits"), "unit", ""), "decimals", 0));
        kpis.measure(noah, satisfaction, Kpis.LAST_WEEK.minusWeeks(52), 79);
        UUID made = kpis.dashboard(
                        noah,
                        "Every Monday",
                        Sharing.EVERYONE,
                        retention,
                        resolution,
                        income,
                        satisfaction,
                        load,
                        visits)
                .id();
        int version = api.get(noah, "/api/v1/dashboards/" + made)
                .body()
                .path("version")
                .asInt();
        Kpis.ok(api.patch(
                noah,
                "/api/v1/dashboards/" + made,
                Map.of(
                        "version",
                        version,
                        "tiles",
                        List.of(
                                Map.of("metricId", retention, "size", "WIDE"),
                                Map.of("metricId", resolution),
                                Map.of("metricId", income),
                                Map.of("metricId", satisfaction),
                                Map.of("metricId", load),
                                Map.of("metricId", visits)))));
        return made;
    }

    private static void look(Window window, Viewer viewer, String path, ColorScheme scheme, int width, String name) {
        Page page = window.signedIn(viewer, path, scheme, width);
        if (width == 1920) {
            page.setViewportSize(1920, 1080);
        }
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as(name)
                .isEqualTo(width);
        assertThat(page.evaluate("window.violations")).as(name).isEqualTo(List.of());
        assertThat(Accessibility.asItStands(page)).isEmpty();
        window.picture(name);
    }
}
