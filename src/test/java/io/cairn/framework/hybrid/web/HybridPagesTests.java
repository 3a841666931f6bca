package io.cairn.framework.hybrid.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.cairn.goal.Goal;
import io.cairn.kernel.Viewer;
import io.cairn.organization.Team;
import io.cairn.testing.Accessibility;
import io.cairn.testing.Api;
import io.cairn.testing.Api.Reply;
import io.cairn.testing.Browser;
import io.cairn.testing.CairnTest;
import io.cairn.testing.Statements;
import io.cairn.testing.ThirdQuarter;
import io.cairn.testing.Window;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** Board, inbox and report in a real browser, from a red value to progress that moves. */
@CairnTest
@Tag("browser")
@TestPropertySource(properties = "cairn.test=KPIs and OKRs of their own")
class HybridPagesTests {
    private static final int MOST_STATEMENTS = 12;

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Api api;

    @Autowired
    Statements statements;

    ThirdQuarter company;
    Viewer noah;
    Viewer lucy;
    Team success;

    @BeforeEach
    void found() {
        company = new ThirdQuarter(context);
        noah = company.person("Noah");
        lucy = company.person("Lucy");
        success = company.team("Customer Success", company.company, noah);
    }

    @AfterEach
    void leave() {
        company.leave();
    }

    @Test
    void aRedValueBecomesAnObjectiveWhoseProgressTheMetricMoves() {
        UUID metric = metric("Customer retention", Map.of());
        measure(metric, "2026-08-03", "85");
        try (Window window = Window.open(port)) {
            Page page = window.signedIn(noah, "/proposals", ColorScheme.LIGHT, 1440);
            Locator line = page.locator(".proposal:has(a[href='/metrics/" + metric + "'])");
            assertThat(line).containsText("Create an unforgettable customer experience");
            assertThat(line).containsText("85 % → 92 %");
            line.getByText("Dismiss", new Locator.GetByTextOptions().setExact(true))
                    .click();
            assertThat(line.getByText("Dismiss it")).isVisible();
            line.getByText("Not now").last().click();
            line.getByText("Accept", new Locator.GetByTextOptions().setExact(true))
                    .click();
            line.getByText("Write the draft").click();
            page.waitForURL("**/edit");
            Locator first = page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Key result 1"));
            assertThat(first.getByLabel("KPI")).hasValue("Customer retention");
            assertThat(first.getByLabel("Start")).hasValue("85");
            page.getByText("Add a key result").click();
            Locator second = page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Key result 2"));
            second.getByLabel("Key result 2", new Locator.GetByLabelOptions().setExact(true))
                    .fill("First calls held");
            second.getByLabel("Start").fill("0");
            second.getByLabel("Target", new Locator.GetByLabelOptions().setExact(true))
                    .fill("40");
            page.getByText("Save and activate").click();
            page.waitForURL(Pattern.compile(".*/objectives/[0-9a-f-]{36}$"));
            assertThat(page.getByText("from its KPI")).isVisible();
            measure(metric, "2026-08-10", "88.5");
            page.reload();
            assertThat(page.locator(".kr-block").first()).containsText("50");
            String objective = page.url();
            page.navigate("/metrics/" + metric);
            assertThat(page.getByText("follows it with “Customer retention”")).isVisible();
            page.navigate("/hybrid?team=" + success.id());
            assertThat(page.locator(".board-arrows .way")).hasCount(1);
            page.navigate("/check-in?goal=" + objective.replaceAll(".*/", ""));
            Locator row = page.locator(".sheet-row").filter(new Locator.FilterOptions().setHasText("from the KPI"));
            assertThat(row).containsText("88.5");
            assertThat(row.locator("input[name=value]")).hasCount(0);
        }
    }

    @Test
    void guardrailsAreSetAndRemovedOnTheObjective() {
        UUID metric = metric("Complaints answered", Map.of());
        measure(metric, "2026-08-03", "95");
        Goal goal = company.retention(success, noah);
        try (Window window = Window.open(port)) {
            Page page = window.signedIn(noah, "/objectives/" + goal.id(), ColorScheme.LIGHT, 1440);
            page.getByText("Set one").click();
            page.getByLabel("Find a KPI by name").fill("complaints");
            page.getByLabel("Set Complaints answered as a guardrail").click();
            Locator guardrails = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Guardrails"));
            assertThat(guardrails).containsText("On target");
            page.navigate("/hybrid?team=" + success.id());
            assertThat(page.locator(".board-arrows .way.guards")).hasCount(1);
            page.navigate("/objectives/" + goal.id());
            page.getByLabel("Remove the guardrail Complaints answered").click();
            assertThat(guardrails).containsText("None.");
        }
    }

    @Test
    void whoAnswersForAMetricThatIsNotOpenReadsWhyNothingIsProposed() {
        String why = "No objective is proposed for this KPI";
        UUID named = metric(
                "Sensitive", Map.of("audience", "RESTRICTED_LIST", "level", "TEAM", "readerIds", List.of(lucy.id())));
        measure(named, "2026-08-03", "85");
        UUID open = metric("Open", Map.of());
        measure(open, "2026-08-03", "85");
        Browser own = company.browser(noah, port);
        assertThat(own.get("/metrics/" + named).body()).contains(why);
        assertThat(own.get("/metrics/" + open).body()).doesNotContain(why);
        assertThat(company.browser(lucy, port).get("/metrics/" + named).body())
                .contains("Sensitive")
                .doesNotContain(why);
        assertThat(own.get("/proposals").body()).doesNotContain("Sensitive");
        measure(named, "2026-08-10", "95");
        assertThat(own.get("/metrics/" + named).body()).as("on target").doesNotContain(why);
    }

    @Test
    void aRefusedDecisionKeepsWhatWasTyped() {
        UUID metric = metric("Renewals", Map.of());
        measure(metric, "2026-08-03", "80");
        Browser browser = company.browser(noah, port);
        String id = api.get(noah, "/api/v1/okr-proposals?metricId=" + metric)
                .body()
                .path("items")
                .get(0)
                .path("id")
                .asString();
        var refused = browser.post("/proposals/" + id + "/dismissal", "reason", " ");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("This is needed.");
        var short_ = browser.post("/proposals/" + id + "/acceptance", "title", "Abc", "ownerTeamId", "x");
        assertThat(short_.status()).isEqualTo(422);
        assertThat(short_.body()).contains("value=\"Abc\"");
        assertThat(browser.post("/proposals/" + id + "/merge", "goalId", "").status())
                .isEqualTo(422);
        Browser others = company.browser(lucy, port);
        assertThat(others.post("/proposals/" + id + "/dismissal", "reason", "no")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theNumberOfStatementsStaysTheSame() throws Exception {
        UUID metric = metric("Retention", Map.of());
        measure(metric, "2026-08-03", "85");
        linked(metric);
        UUID other = metric("Renewal rate", Map.of());
        measure(other, "2026-08-03", "80");
        Browser browser = company.browser(noah, port);
        browser.get("/account");
        List<String> pages = List.of("/proposals", "/hybrid", "/hybrid?team=" + success.id(), "/hybrid/report");
        Map<String, Integer> few = counts(browser, pages);
        for (int i = 0; i < 5; i++) {
            UUID more = metric("Satisfaction " + i, Map.of());
            measure(more, "2026-08-03", "70");
            linked(more);
        }
        assertThat(counts(browser, pages))
                .isEqualTo(few)
                .allSatisfy((page, count) -> assertThat(count).as(page).isLessThanOrEqualTo(MOST_STATEMENTS));
    }

    @Test
    @Tag("long")
    void pagesAreReadableEverywhereFullOrEmpty() {
        UUID metric = metric("Customer retention", Map.of());
        for (String week : List.of("2026-07-06", "2026-07-13", "2026-07-20", "2026-07-27")) {
            measure(metric, week, "91");
        }
        measure(metric, "2026-08-03", "85");
        linked(metric);
        UUID alone = metric("Sales win rate with a rather long name that does not end soon", Map.of());
        measure(alone, "2026-08-03", "80");
        measure(metric("Uptime", Map.of()), "2026-08-03", "99.95");
        Goal goal = company.retention(success, noah);
        api.put(noah, "/api/v1/goals/" + goal.id() + "/guardrails/" + metric, Map.of());
        try (Window window = Window.open(port)) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                for (int width : new int[] {1440, 390}) {
                    look(window, "/hybrid?team=" + success.id(), scheme, width, "hybrid");
                    look(window, "/proposals", scheme, width, "proposals");
                    look(window, "/hybrid/report", scheme, width, "report");
                    look(window, "/objectives/" + goal.id(), scheme, width, "guarded");
                }
            }
        }
    }

    private void look(Window window, String path, ColorScheme scheme, int width, String name) {
        Page page = window.signedIn(noah, path, scheme, width);
        if (name.equals("proposals")) {
            page.locator(".proposal .confirm summary").first().click();
        }
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
        assertThat(page.evaluate("window.violations")).isEqualTo(List.of());
        assertThat(Accessibility.asItStands(page)).isEmpty();
        window.picture("hybrid-" + name);
    }

    private Map<String, Integer> counts(Browser browser, List<String> pages) throws Exception {
        Map<String, Integer> counts = new HashMap<>();
        for (String page : pages) {
            browser.get(page);
            int first = statements.during(() -> browser.get(page)).count();
            counts.put(
                    page,
                    Math.min(first, statements.during(() -> browser.get(page)).count()));
        }
        return counts;
    }

    private void linked(UUID metric) {
        Reply goal = api.post(
                noah,
                "/api/v1/goals",
                Map.of(
                        "framework",
                        "okr",
                        "title",
                        "Make customers stay",
                        "ownerTeamId",
                        success.id(),
                        "cycleId",
                        company.quarter.id(),
                        "measures",
                        List.of(Map.of(
                                "name",
                                "It",
                                "kind",
                                "KPI_LINKED",
                                "target",
                                92,
                                "comparator",
                                "GE",
                                "metricId",
                                metric))));
        assertThat(goal.status()).as(goal.raw().body()).isEqualTo(201);
    }

    private UUID metric(String name, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "name",
                name,
                "unit",
                "%",
                "decimals",
                1,
                "direction",
                "HIGHER",
                "frequency",
                "WEEKLY",
                "teamId",
                success.id(),
                "targets",
                List.of(Map.of("from", "2026-01-01", "target", 92, "comparator", "GE", "amberAt", 88))));
        body.putAll(more);
        Reply made = api.post(noah, "/api/v1/metrics", body);
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        return made.id();
    }

    private void measure(UUID metric, String monday, String value) {
        Reply kept = api.post(
                noah,
                "/api/v1/metrics/" + metric + "/measurements",
                Map.of("periodStart", monday, "value", new java.math.BigDecimal(value)));
        assertThat(kept.status()).as(kept.raw().body()).isEqualTo(201);
    }
}
