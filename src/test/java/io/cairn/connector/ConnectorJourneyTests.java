package io.cairn.connector;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpServer;
import io.cairn.kernel.Viewer;
import io.cairn.testing.Accessibility;
import io.cairn.testing.Api;
import io.cairn.testing.DemoTest;
import io.cairn.testing.SmallCompany;
import io.cairn.testing.TestDatabase;
import io.cairn.testing.Visitors;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** Setting a connector up in a real browser, with an administrator's help. */
@DemoTest
@TestPropertySource(properties = "CAIRN_SECRET_KEY=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=")
@DirtiesContext
class ConnectorJourneyTests {
    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    @Autowired
    SmallCompany company;

    @Autowired
    Api api;

    private Visitors visitors;
    private HttpServer http;
    private final AtomicReference<String> seen = new AtomicReference<>("");

    @BeforeEach
    void open() throws IOException {
        visitors = new Visitors(port);
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", exchange -> {
            seen.set(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            byte[] body =
                    "{\"weeks\": [{\"week\": \"2026-08-03\", \"total\": 1250.5}, {\"week\": \"soon\", \"total\": 7}]}"
                            .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        http.start();
    }

    @AfterEach
    void leave() {
        http.stop(0);
        visitors.close();
    }

    @Test
    void noahSetsUpAConnectorAndKaiLetsItOut() throws Exception {
        Viewer noah = noah();
        var metric = api.post(
                        noah,
                        "/api/v1/metrics",
                        Map.of(
                                "name",
                                "Weekly revenue",
                                "direction",
                                "HIGHER",
                                "frequency",
                                "WEEKLY",
                                "targets",
                                List.of()))
                .id();
        Page page = visitors.as("Noah");
        page.navigate("/connectors");
        assertThat(page.locator("main")).containsText("You have set up no connector.");
        look(page, "connectors-empty");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("New connector"))
                .click();
        look(page, "connector-kinds");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("JSON over HTTP"))
                .click();

        button(page, "Try it now").click();
        assertThat(page.locator("#name-error")).hasText("This is needed.");
        assertThat(page.locator("#source-url-error")).isVisible();
        assertThat(page.locator("#feeds-0-metricId-error")).isVisible();
        look(page, "connector-wrong");

        page.locator("#name").fill("Weekly revenue");
        page.locator("#source-url").fill("http://127.0.0.1:" + http.getAddress().getPort() + "/sales");
        page.locator("#source-headerName").fill("Authorization");
        page.locator("#secret").fill("Bearer s3cret");
        page.locator("#source-rows").fill("/weeks");
        page.locator("#feeds-0-metricId").selectOption(metric.toString());
        page.locator("#feeds-0-period").selectOption("COLUMN");
        page.locator("#feeds-0-periodAt").fill("/week");
        page.locator("#feeds-0-value").fill("/total");
        button(page, "Try it now").click();
        assertThat(page.locator("#source-url-error")).containsText("private network");

        Page kai = visitors.as("Kai");
        kai.navigate("/administration/allowed-hosts");
        look(kai, "allowed-hosts-empty");
        kai.locator("#host").fill("127.0.0.1");
        kai.locator("#note").fill("The shop's numbers");
        button(kai, "Allow it").click();
        assertThat(kai.locator("main")).containsText("The shop's numbers");
        look(kai, "allowed-hosts");

        button(page, "Try it now").click();
        Locator preview = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Preview"));
        assertThat(preview).containsText("1250.5");
        assertThat(preview).containsText("This is not a day such as 2026-08-15: /week.");
        assertThat(seen.get()).isEqualTo("Bearer s3cret");
        assertThat(page.locator("#secret")).hasValue("Bearer s3cret");
        assertThat(page.content()).doesNotContain("s3cret");
        look(page, "connector-trial");

        button(page, "Save").last().click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Weekly revenue");
        assertThat(page.locator("#secret")).hasValue("");
        assertThat(page.locator("#secret-hint")).hasText("One is kept; leave this empty to keep it.");
        button(page, "Run now").click();
        assertThat(page.locator("main table").last()).containsText("Some rows refused");
        look(page, "connector");
        page.navigate("/connectors");
        assertThat(page.locator("main table")).containsText("Weekly revenue");
        look(page, "connectors");

        kai.navigate("/connectors");
        assertThat(kai.locator("main table")).containsText("Noah");
        Page lucy = visitors.as("Omar");
        lucy.navigate("/connectors");
        assertThat(lucy.locator("main")).containsText("You have set up no connector.");
    }

    private Viewer noah() throws Exception {
        try (var connection = database.superuser().connect();
                var rows = connection
                        .createStatement()
                        .executeQuery("select id from organization.person where email = 'noah@example.com'")) {
            rows.next();
            return company.viewer(rows.getObject(1, UUID.class));
        }
    }

    private static Locator button(Page page, String words) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words).setExact(true));
    }

    private static void look(Page page, String name) {
        String pictures = System.getProperty("pictures");
        if (pictures != null) {
            for (int width : new int[] {390, 1440}) {
                page.setViewportSize(width, 900);
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(java.nio.file.Path.of(pictures, name + "-" + width + ".png")));
            }
        }
        assertThat(Accessibility.problems(page)).isEmpty();
        assertThat(Accessibility.sideways(page)).isEmpty();
        page.setViewportSize(1440, 900);
    }
}
