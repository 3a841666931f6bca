package io.cairn.testing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Takes the pictures of README and user guide anew; by hand only: {@code ./mvnw -Dquick test -Dtest=Pictures}. */
@DemoTest
class Pictures {
    private static final Path FOLDER = Path.of("docs/pictures");

    @LocalServerPort
    int port;

    @Test
    void take() {
        try (var visitors = new Visitors(port)) {
            Page page = visitors.as(
                    "Noah",
                    new NewContextOptions().setColorScheme(ColorScheme.LIGHT).setViewportSize(1440, 900));
            take(page, "home");
            page.navigate("/objectives");
            take(page, "objectives");
            page.getByText("Improve revenue retention across key accounts this quarter")
                    .first()
                    .click();
            assertThat(page.locator(".figures")).isVisible();
            take(page, "objective");

            page.navigate("/check-in");
            report(page, "Renewal rate", "90.4", "8", "Two more sign this week.");
            report(page, "Cross-sell penetration", "41,9", "6", "The bundle sells in retail.");
            report(page, "Time to escalation", "27.5", "4", "A weekend rota starts on Saturday.");
            assertThat(page.locator("[data-saved]")).hasText("2 of 5 saved");
            take(page, "check-in");
        }
    }

    @Test
    void takeKpis() {
        try (var visitors = new Visitors(port)) {
            Page page = visitors.as(
                    "Noah",
                    new NewContextOptions().setColorScheme(ColorScheme.LIGHT).setViewportSize(1440, 900));
            page.navigate("/kpis");
            assertThat(page.locator(".tiles")).isVisible();
            take(page, "kpis");
            page.navigate("/metrics");
            page.getByText("Customer retention").first().click();
            assertThat(page.locator(".figures")).isVisible();
            take(page, "kpi");
            page.navigate("/hybrid");
            assertThat(page.locator(".board-arrows .way").first()).isAttached();
            take(page, "hybrid");
        }
    }

    private static void report(Page page, String measure, String value, String confidence, String note) {
        Locator row = page.locator(".sheet-row").filter(new Locator.FilterOptions().setHasText(measure));
        row.locator("input[name=value]").fill(value);
        row.locator(".scale label").nth(Integer.parseInt(confidence)).click();
        row.locator("input[name=note]").fill(note);
        row.locator("input[name=note]").press("Enter");
        assertThat(row.locator(".state")).hasText(java.util.regex.Pattern.compile("Saved.*|Not saved"));
    }

    private static void take(Page page, String name) {
        page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
        page.evaluate("document.fonts.ready");
        page.screenshot(new ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
    }
}
