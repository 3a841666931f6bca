package io.cairn.metric.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Metrics' pages in a real browser. */
@CairnTest
@Tag("browser")
@Tag("long")
class MetricLooksTests {
    private static final List<ColorScheme> SCHEMES = List.of(ColorScheme.LIGHT, ColorScheme.DARK);

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Api api;

    ThirdQuarter company;
    SampleMetrics samples;
    Viewer theo;
    Team sales;
    Window window;

    @BeforeEach
    void found() {
        window = Window.open(port);
        company = new ThirdQuarter(context);
        samples = new SampleMetrics(api);
        theo = company.person("Theo");
        sales = company.team("Sales", company.company, theo);
    }

    @AfterEach
    void leave() {
        window.close();
        company.leave();
    }

    @Test
    void aMetricIsDefinedPromisedMeasuredExplainedAndItsShiftConfirmed() {
        Page page = window.signedIn(theo, "/metrics/new?team=" + sales.id(), ColorScheme.LIGHT, 1440);
        page.getByLabel("Name", exactly()).fill("Sales win rate");
        page.getByLabel("Decimals").fill("many");
        button(page, "Define the metric").click();
        assertThat(page.locator("#decimals-error")).containsText("whole number");
        assertThat(page.getByLabel("Name", exactly())).hasValue("Sales win rate");
        page.getByLabel("Decimals").fill("1");
        page.locator("#unit").fill("%");
        page.locator("#definition").fill("Won opportunities of all decided ones, per week.");
        button(page, "Define the metric").click();
        page.waitForURL(url -> url.matches(".*/metrics/[0-9a-f-]{36}"));
        assertThat(page.locator("main")).containsText("No value yet");
        UUID metric = UUID.fromString(page.url().replaceAll(".*/", ""));

        Locator targets = page.locator("#targets");
        targets.getByLabel("Target").fill("20 pieces");
        targets.getByLabel("From", exactlyIn()).fill("2026-01-01");
        targets.getByLabel("Near from").fill("18");
        button(page, "Set the target").click();
        assertThat(page.locator("#target-error")).isVisible();
        page.locator("#targets").getByLabel("Target").fill("20 %");
        button(page, "Set the target").click();
        assertThat(page.locator("#targets")).containsText("≥ 20");

        samples.weekly(theo, metric, SampleMetrics.THIRTEEN);
        page.reload();
        assertThat(page.locator(".figures")).containsText("Off target");
        assertThat(page.locator("circle.signal")).hasCount(1);
        page.locator(".figures .num").first().click();
        assertThat(page.locator("#explain")).containsText("misses the target by more than amber allows");
        page.keyboard().press("Escape");
        page.getByLabel("Say why").fill("Two big deals slipped into September.");
        button(page, "Save the note").click();
        assertThat(page.locator("table").first()).containsText("Two big deals slipped into September.");
        assertThat(page.locator("#why")).hasCount(0);
        page.getByText("revision 2").click();
        assertThat(page.locator("#explain")).containsText("Revision 1");
        page.keyboard().press("Escape");

        page.locator("summary").getByText("Confirm the shift").click();
        button(page, "Take the limits anew").click();
        assertThat(page.locator("main")).containsText("limits need six values");
        assertThat(api.get(theo, "/api/v1/metrics/" + metric).text("limitsFrom"))
                .isEqualTo("2026-08-10");

        page.getByText("Set a whole year's targets at once").click();
        page.getByLabel("Sep 2026, target").fill("21");
        page.getByLabel("Oct 2026, target").fill("22,5");
        button(page, "Set the targets").click();
        assertThat(page.locator("#targets-9-target-error, #targets-9--target-error"))
                .isVisible();
        page.getByLabel("Oct 2026, target").fill("22.5");
        button(page, "Set the targets").click();
        assertThat(page.locator("#targets")).containsText("1 Sep – 30 Sep");
        assertThat(page.locator("#targets")).containsText("1 Jan – 31 Aug");
    }

    @Test
    void aFormulaIsPutTogetherFromTheListAndTheTreeMarksIt() {
        UUID won = samples.define(theo, SampleMetrics.sheet("Won deals", theo));
        Page page = window.signedIn(theo, "/metrics/new", ColorScheme.LIGHT, 1440);
        page.getByLabel("Name", exactly()).fill("Twice the deals");
        page.locator("#formula").fill("2 * ");
        page.locator("details.fold summary").click();
        page.getByText("{Won deals}").first().click();
        assertThat(page.locator("#formula")).hasValue("2 * {Won deals}");
        button(page, "Define the metric").click();
        assertThat(page.locator("aside")).containsText("Made of");
        samples.send(theo, won, List.of(Map.of("periodStart", "2026-08-10", "value", 4)));
        page.reload();
        assertThat(page.locator(".figures")).containsText("8");
        page.navigate(page.url() + "/edit");
        assertThat(page.locator("#formula")).hasValue("2 * {Won deals}");
        page.navigate("/metrics/tree");
        assertThat(page.locator(".metric-tree")).containsText("in the formula");
    }

    @Test
    void thePagesAreAccessibleAndFitEveryWindow() {
        UUID metric = samples.winRate(theo, sales.id());
        samples.send(
                theo,
                metric,
                List.of(
                        Map.of("periodStart", "2026-07-20", "value", 20.8, "note", "A trade fair took the week."),
                        Map.of("periodStart", "2026-06-15", "value", 21.7)));
        Map<String, Object> below = SampleMetrics.sheet("Answered calls", theo);
        below.put("parentId", metric);
        below.put("formula", "{Sales win rate} * 2");
        List<String> wrong = new java.util.ArrayList<>();
        for (ColorScheme scheme : SCHEMES) {
            for (int width : List.of(1440, 390)) {
                for (var look : List.of(
                        Map.entry("metric", "/metrics/" + metric),
                        Map.entry("metrics", "/metrics?team=" + sales.id()),
                        Map.entry("metric-tree", "/metrics/tree?from=" + metric),
                        Map.entry("metric-edit", "/metrics/" + metric + "/edit"),
                        Map.entry("metric-year", "/metrics/" + metric + "/targets/year"),
                        Map.entry("metric-team", "/teams/" + sales.id()))) {
                    Page page = window.signedIn(theo, look.getValue(), scheme, width);
                    window.picture(look.getKey());
                    if (width == 1440 && scheme == ColorScheme.LIGHT) {
                        wrong.addAll(Accessibility.problems(page));
                    }
                    wrong.addAll(Accessibility.sideways(page));
                    assertThat((List<?>) page.evaluate("window.violations")).isEmpty();
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static Locator button(Page page, String words) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words).setExact(true));
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static Locator.GetByLabelOptions exactlyIn() {
        return new Locator.GetByLabelOptions().setExact(true);
    }
}
