package io.cairn.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.cairn.testing.Accessibility;
import io.cairn.testing.Chromium;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Every part in a real browser: what it shows is left in {@code target/gallery} to be looked at. */
@SampleTest
@Import(GalleryPages.class)
@Tag("browser")
class GalleryTests {
    /** What reaches over the right edge, when the page scrolls sideways. */
    private static final String SIDEWAYS = """
            () => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll("body *")]
                .filter(each => each.getBoundingClientRect().right > innerWidth + 1)
                .map(each => each.tagName + "." + each.getAttribute("class"))
            """;

    private static final Path PICTURES = Path.of("target/gallery");
    private static final List<Integer> WIDTHS = List.of(360, 390, 768, 1024, 1440, 1600);

    @LocalServerPort
    int port;

    BrowserContext context;

    @AfterEach
    void leave() {
        context.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"home", "objective", "sheet", "parts", "alone", "agreement"})
    void everyPartShowsLightAndDarkOnEveryWidthAndIsAccessible(String name) throws Exception {
        Files.createDirectories(PICTURES);
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page page = visit(name, scheme, 1440);
            for (int width : WIDTHS) {
                page.setViewportSize(width, 900);
                assertThat(page.evaluate(SIDEWAYS))
                        .as("%s at %d px", name, width)
                        .isEqualTo(List.of());
                if (width == 390 || width == 1440) {
                    page.screenshot(new ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(
                                    PICTURES.resolve(name + "-" + scheme.name().toLowerCase() + "-" + width + ".png")));
                }
            }
            assertAccessible(page, name + " " + scheme);
            assertThat(page.evaluate("window.violations")).isEqualTo(List.of());
            context.close();
        }
    }

    @Test
    void anExplanationOpensUnderItsFigureAndGivesTheFocusBack() {
        Page page = visit("objective", ColorScheme.LIGHT, 1440);
        var progress = page.locator(".figures .num").first();
        progress.focus();
        page.keyboard().press("Enter");
        var dialog = page.locator("#explain");
        PlaywrightAssertions.assertThat(dialog).isVisible();
        PlaywrightAssertions.assertThat(dialog).containsText("(0.5 + 0.4 + 0.3333) ÷ 3 = 0.4111");
        assertThat(progress.getAttribute("aria-expanded")).isEqualTo("true");
        assertThat(dialog.boundingBox().y).isGreaterThan(progress.boundingBox().y);
        assertAccessible(page, "explanation");
        page.screenshot(new ScreenshotOptions().setPath(PICTURES.resolve("explanation-light-1440.png")));

        page.keyboard().press("Escape");
        PlaywrightAssertions.assertThat(dialog).isHidden();
        PlaywrightAssertions.assertThat(progress).isFocused();
        PlaywrightAssertions.assertThat(progress).not().hasAttribute("aria-expanded", "true");

        progress.click();
        PlaywrightAssertions.assertThat(dialog).isVisible();
        progress.click();
        PlaywrightAssertions.assertThat(dialog).isHidden();
        progress.click();
        page.locator("main h1").click();
        PlaywrightAssertions.assertThat(dialog).isHidden();

        page.setViewportSize(390, 844);
        progress.click();
        PlaywrightAssertions.assertThat(dialog).isVisible();
        assertThat(dialog.boundingBox().y + dialog.boundingBox().height).isEqualTo(844);
        page.screenshot(new ScreenshotOptions().setPath(PICTURES.resolve("explanation-light-390.png")));
        assertThat(page.evaluate("window.violations")).isEqualTo(List.of());
    }

    @Test
    void rowsSaveWhenLeftAndByEnterWithTheKeyboardAlone() {
        Page page = visit("sheet", ColorScheme.LIGHT, 1440);
        page.locator("#row-1 input[name=value]").focus();
        page.keyboard().type("90");
        page.keyboard().press("Tab");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("Tab");
        page.keyboard().type("On plan");
        page.keyboard().press("Tab");
        PlaywrightAssertions.assertThat(page.locator("#row-1 .state")).hasText("Saved 10:02");
        PlaywrightAssertions.assertThat(page.locator("#row-1 input[name=note]")).hasValue("On plan");

        page.locator("#row-2 input[name=value]").focus();
        page.keyboard().type("41,6");
        page.keyboard().press("Enter");
        PlaywrightAssertions.assertThat(page.locator("#row-3 input[name=value]"))
                .isFocused();
        PlaywrightAssertions.assertThat(page.locator("#row-2 .state")).hasText("Not saved");
        PlaywrightAssertions.assertThat(page.locator("#row-2 input[name=value]"))
                .hasValue("41,6");
        assertAccessible(page, "row in error");
        page.screenshot(new ScreenshotOptions().setPath(PICTURES.resolve("sheet-error-light-1440.png")));
        page.getByText("Use 41.6").click();
        PlaywrightAssertions.assertThat(page.locator("#row-2 .state")).hasText("Saved 10:02");
        PlaywrightAssertions.assertThat(page.locator("#row-2 input[name=value]"))
                .hasValue("41.6");
        assertThat(page.evaluate("window.violations")).isEqualTo(List.of());
    }

    @Test
    void aClickOnTheScaleDoesNotSaveTooEarlyAndWhatIsTypedMeanwhileStays() {
        Page page = visit("sheet", ColorScheme.LIGHT, 1440);
        var value = page.locator("#row-1 input[name=value]");
        value.fill("slow 1");
        page.locator("#row-1 .scale label").nth(7).click();
        PlaywrightAssertions.assertThat(page.locator("#row-1 .state")).hasText("Not saved yet");
        page.locator("h1").click();
        PlaywrightAssertions.assertThat(page.locator("#row-1 .state")).hasText("Saving…");
        page.locator("#row-1 input[name=note]").focus();
        page.keyboard().type("more");
        PlaywrightAssertions.assertThat(page.locator("#row-1 .state")).hasText("Not saved yet");
        page.waitForTimeout(900);
        PlaywrightAssertions.assertThat(page.locator("#row-1 input[name=note]")).hasValue("more");
        PlaywrightAssertions.assertThat(page.locator("#row-1 input[name=note]")).isFocused();
        page.keyboard().press("Tab");
        PlaywrightAssertions.assertThat(page.locator("#row-1 .state")).hasText("Saved 10:02");
        PlaywrightAssertions.assertThat(page.locator("#row-1 input[name=note]")).hasValue("more");
        PlaywrightAssertions.assertThat(page.locator("#row-1 input[value='7']")).isChecked();
    }

    @Test
    void nothingTypedIsLostWhenTheSessionHasEndedOrTheServerFails() {
        Page page = visit("sheet", ColorScheme.LIGHT, 1440);
        page.route(
                "**/free/rows/1",
                route -> route.fulfill(new com.microsoft.playwright.Route.FulfillOptions()
                        .setStatus(401)
                        .setHeaders(Map.of("Cairn-Sign-In", "/sign-in"))
                        .setBody("<p>Sign in</p>")));
        page.locator("#row-1 input[name=value]").fill("90");
        page.locator("h1").click();
        PlaywrightAssertions.assertThat(page.locator("#row-1 .state a")).hasAttribute("href", "/sign-in");
        PlaywrightAssertions.assertThat(page.locator("#row-1 input[name=value]"))
                .hasValue("90");
        page.locator("#row-2 input[name=value]").fill("500");
        page.locator("h1").click();
        PlaywrightAssertions.assertThat(page.locator("#row-2 .state")).containsText("Not saved.");
        PlaywrightAssertions.assertThat(page.locator("#row-2 input[name=value]"))
                .hasValue("500");

        page.unroute("**/free/rows/1");
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
        PlaywrightAssertions.assertThat(page.locator("#row-1 .state")).hasText("Saved 10:02");
    }

    @Test
    void withoutScriptFiguresLeadToPagesAndRowsHaveTheirButton() {
        context = Chromium.context(new NewContextOptions()
                .setJavaScriptEnabled(false)
                .setExtraHTTPHeaders(Map.of("X-Test-Viewer", "iris")));
        Page page = context.newPage();
        page.navigate("http://127.0.0.1:" + port + "/gallery/sheet");
        PlaywrightAssertions.assertThat(page.locator("#row-1 .save")).isVisible();
        page.locator("#row-1 .num").click();
        PlaywrightAssertions.assertThat(page.locator("h1, h2").first()).hasText("Why 41 %?");
    }

    @Test
    void onAPhoneTheRestOfTheRailIsBehindMore() {
        Page page = visit("home", ColorScheme.LIGHT, 390);
        PlaywrightAssertions.assertThat(page.locator(".more-body")).isHidden();
        page.locator(".more summary").click();
        PlaywrightAssertions.assertThat(page.locator(".more-body")).containsText("Customer Success");
        page.screenshot(new ScreenshotOptions().setPath(PICTURES.resolve("more-light-390.png")));
        assertAccessible(page, "more");
        page.keyboard().press("Escape");
        PlaywrightAssertions.assertThat(page.locator(".more-body")).isHidden();
    }

    @Test
    void aFirstVisitWeighsAtMost150Kilobytes() {
        var bytes = new long[1];
        context = Chromium.context(new NewContextOptions().setExtraHTTPHeaders(Map.of("X-Test-Viewer", "iris")));
        Page page = context.newPage();
        page.onRequestFinished(request -> {
            var sizes = request.sizes();
            bytes[0] += sizes.responseBodySize + sizes.responseHeadersSize;
        });
        page.navigate("http://127.0.0.1:" + port + "/gallery/objective");
        page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
        assertThat(bytes[0]).isBetween(50_000L, 150_000L);
    }

    private Page visit(String name, ColorScheme scheme, int width) {
        var options = new NewContextOptions().setColorScheme(scheme).setViewportSize(width, 900);
        if (!name.equals("alone")) {
            options.setExtraHTTPHeaders(Map.of("X-Test-Viewer", "iris"));
        }
        context = Chromium.context(options);
        Page page = context.newPage();
        page.addInitScript(
                "window.violations = []; addEventListener('securitypolicyviolation', event => window.violations.push(event.violatedDirective + ' ' + event.blockedURI))");
        page.navigate("http://127.0.0.1:" + port + "/gallery/" + name);
        page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
        return page;
    }

    private static void assertAccessible(Page page, String where) {
        assertThat(Accessibility.asItStands(page)).as(where).isEmpty();
    }
}
