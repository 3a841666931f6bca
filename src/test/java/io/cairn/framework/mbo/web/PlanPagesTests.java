package io.cairn.framework.mbo.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.cairn.framework.mbo.PlanDay;
import io.cairn.goal.Goal;
import io.cairn.kernel.Role;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import org.springframework.test.context.TestPropertySource;

/** Pages of plans in a real browser, from the draft to the resolved dispute, and what others find of them: nothing. */
@CairnTest
@Tag("browser")
@TestPropertySource(properties = "cairn.test=plans of their own")
class PlanPagesTests {
    private static final int MOST_STATEMENTS = 12;
    private static final String PLANS = "/api/v1/mbo-plans";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Api api;

    @Autowired
    Statements statements;

    @Autowired
    PlanDay day;

    ThirdQuarter company;
    Viewer theo;
    Viewer ava;
    Viewer hanna;
    Viewer carl;

    @BeforeEach
    void found() {
        company = new ThirdQuarter(context);
        theo = company.employee("Theo", null);
        ava = company.employee("Ava", theo.id());
        hanna = company.employee("Hanna", null, Role.HR);
        carl = company.employee("Carl", null, Role.COMP, Role.ADMIN, Role.EXEC);
        target(ava, "USD", "2026-01-01");
    }

    private void target(Viewer employee, String currency, String from) {
        Map<String, Object> target = Map.of(
                "personId",
                employee.id(),
                "amount",
                5000,
                "currency",
                currency,
                "basis",
                "QUARTER",
                "effectiveFrom",
                from);
        assertThat(api.post(carl, "/api/v1/bonus-targets", target).status()).isEqualTo(201);
    }

    @AfterEach
    void leave() {
        company.leave();
    }

    private static Map<String, Object> line(String title, int weight, String basis, Object... more) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("title", title);
        line.put("weight", weight);
        line.put("basis", basis);
        for (int i = 0; i < more.length; i += 2) {
            line.put(more[i].toString(), more[i + 1]);
        }
        return line;
    }

    private UUID draft(Viewer employee, Viewer by, Object... supports) {
        Reply made = api.post(
                by,
                PLANS,
                Map.of(
                        "employeeId",
                        employee.id(),
                        "startsOn",
                        "2026-07-01",
                        "endsOn",
                        "2026-09-30",
                        "objectives",
                        List.of(
                                line(
                                        "Expansion revenue in assigned enterprise accounts",
                                        60,
                                        "BASELINE_TO_TARGET",
                                        "baseline",
                                        2_000_000,
                                        "target",
                                        2_300_000,
                                        "unit",
                                        "USD",
                                        "segment",
                                        "Enterprise, North",
                                        "supports",
                                        List.of(supports)),
                                line("Win rate in the territory", 25, "RATIO_TO_TARGET", "target", 25, "unit", "%"),
                                line("Coaching of the new colleagues", 15, "RUBRIC", "measurement", "QUALITATIVE"))));
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        return made.id();
    }

    private UUID agreed(Viewer employee, Viewer by, Object... supports) {
        target(employee, "USD", "2026-01-01");
        UUID plan = draft(employee, by, supports);
        assertThat(api.post(by, PLANS + "/" + plan + "/submission", Map.of()).status())
                .isEqualTo(200);
        assertThat(api.post(employee, PLANS + "/" + plan + "/acceptance", Map.of())
                        .status())
                .isEqualTo(200);
        return plan;
    }

    private static Page.GetByRoleOptions named(String words) {
        return new Page.GetByRoleOptions().setName(words);
    }

    @Test
    void aPlanGoesFromItsDraftToTheResolvedDispute() {
        Team sales = company.team("Sales", company.company, theo);
        Goal okr = company.retention(sales, theo);
        String plan;
        try (Window window = Window.open(port)) {
            Page page = window.signedIn(theo, "/plans/team", ColorScheme.LIGHT, 1440);
            page.getByLabel("Draft a plan for Ava").click();
            page.waitForURL("**/plans/new?employee=*");
            PlaywrightAssertions.assertThat(page.getByLabel("Whose plan"))
                    .hasValue(ava.id().toString());
            write(page, okr);
            looked(page);
            window.picture("plan-composer");
            page.getByRole(AriaRole.BUTTON, named("Sign and submit")).click();
            page.waitForURL(java.util.regex.Pattern.compile(".*/plans/[0-9a-f-]{36}$"));
            plan = page.url().replaceAll(".*(/plans/[0-9a-f-]{36})$", "$1");
            PlaywrightAssertions.assertThat(page.locator(".next-box"))
                    .containsText("Waits for Ava to read and sign it.");
            looked(page);
            window.picture("plan-offered");
        }
        try (Window window = Window.open(port)) {
            Page page = window.signedIn(ava, "/plans", ColorScheme.LIGHT, 1440);
            looked(page);
            page.navigate("/");
            looked(page);
            window.picture("plan-home");
            page.getByRole(AriaRole.REGION, named("Plans that wait for you"))
                    .getByText("Read and sign")
                    .click();
            PlaywrightAssertions.assertThat(page.locator(".next-box")).containsText("2,300,000");
            Locator letters = page.getByRole(AriaRole.REGION, named("SMART"));
            PlaywrightAssertions.assertThat(letters.locator("summary").first()).containsText("of 5");
            looked(page);
            window.picture("plan-signing");
            page.getByRole(AriaRole.BUTTON, named("Sign these terms")).click();
            PlaywrightAssertions.assertThat(page.locator(".next-box")).containsText("Active");
            PlaywrightAssertions.assertThat(letters).hasCount(0);
            PlaywrightAssertions.assertThat(page.getByText("Supports:").first()).isVisible();
            page.getByRole(AriaRole.LINK, named("Enter my estimates")).click();
            page.getByRole(AriaRole.GROUP, named("Expansion revenue"))
                    .getByLabel("My estimate")
                    .fill("2.29M");
            page.getByRole(AriaRole.BUTTON, named("Save my estimates")).click();
            PlaywrightAssertions.assertThat(page.getByText("Estimates saved.")).isVisible();
            PlaywrightAssertions.assertThat(page.locator(".objectives")).containsText("2,290,000 USD");
        }
        company.on(LocalDate.of(2026, 9, 20));
        day.turn();
        try (Window window = Window.open(port)) {
            Page page = window.signedIn(theo, plan + "/measurement", ColorScheme.LIGHT, 1440);
            page.getByRole(AriaRole.GROUP, named("Expansion revenue"))
                    .getByLabel("Final value")
                    .fill("2240000");
            page.getByRole(AriaRole.BUTTON, named("Score the plan")).click();
            PlaywrightAssertions.assertThat(page.locator(".notice-error")).containsText("has no final value yet");
            page.getByRole(AriaRole.GROUP, named("Win rate"))
                    .getByLabel("Final value")
                    .fill("26.25");
            page.getByRole(AriaRole.BUTTON, named("Score the plan")).click();
            var revenue = page.getByRole(AriaRole.GROUP, named("Expansion revenue"));
            PlaywrightAssertions.assertThat(revenue).containsText("differ by more than 10 points");
            PlaywrightAssertions.assertThat(revenue.getByLabel("Final value")).hasValue("2240000");
            looked(page);
            window.picture("plan-measuring");
            revenue.getByLabel("Comment").fill("One deal closed in October.");
            page.getByRole(AriaRole.BUTTON, named("Score the plan")).click();
            PlaywrightAssertions.assertThat(page.locator(".next-box")).containsText("Scored");
            page.locator("a.num")
                    .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("80"))
                    .first()
                    .click();
            PlaywrightAssertions.assertThat(page.locator("#explain")).containsText("0.8");
        }
        try (Window window = Window.open(port)) {
            Page page = window.signedIn(ava, plan, ColorScheme.DARK, 1440);
            page.locator("summary").getByText("Dispute the score").click();
            page.getByLabel("What is not right about it").fill("The deal was signed on 29 September.");
            page.getByRole(AriaRole.BUTTON, named("Dispute the score")).click();
            PlaywrightAssertions.assertThat(page.locator(".next-box")).containsText("Waits for HR");
            looked(page);
            window.picture("plan-disputed");
        }
        try (Window window = Window.open(port)) {
            Page page = window.signedIn(hanna, plan, ColorScheme.LIGHT, 390);
            page.getByLabel("New final value: Expansion revenue").fill("lots");
            page.getByLabel("How it is resolved, and why").fill("The contract is of September.");
            page.getByRole(AriaRole.BUTTON, named("Resolve the dispute")).click();
            PlaywrightAssertions.assertThat(page.getByLabel("New final value: Expansion revenue"))
                    .hasValue("lots");
            page.getByLabel("New final value: Expansion revenue").fill("2,300,000");
            looked(page);
            window.picture("plan-resolving");
            page.getByRole(AriaRole.BUTTON, named("Resolve the dispute")).click();
            PlaywrightAssertions.assertThat(page.locator(".next-box")).containsText("Scored");
            PlaywrightAssertions.assertThat(page.locator(".objectives")).containsText("2,300,000 USD");
            looked(page);
            window.picture("plan-resolved");
        }
    }

    private static void write(Page page, Goal okr) {
        var first = page.getByRole(
                AriaRole.GROUP,
                new Page.GetByRoleOptions().setName("Objective 1").setExact(true));
        first.locator("input[name='objectives[0].title']").fill("Expansion revenue in assigned enterprise accounts");
        first.locator("input[name='objectives[0].weight']").fill("60");
        first.getByLabel("Unit").fill("USD");
        first.getByLabel("Start").fill("2M");
        first.getByLabel("Target").fill("2.3M");
        first.locator("input[name='objectives[0].support']").fill(okr.title());
        page.getByLabel("Remove objective 3").click();
        PlaywrightAssertions.assertThat(page.getByRole(AriaRole.GROUP, named("Objective 3")))
                .hasCount(0);
        PlaywrightAssertions.assertThat(page.locator(".supports")).containsText(okr.title());
        page.locator("select[name='objectives[1].basis']").selectOption("RATIO_TO_TARGET");
        PlaywrightAssertions.assertThat(page.locator("input[type=hidden][name='objectives[1].baseline']"))
                .hasCount(1);
        var second = page.getByRole(
                AriaRole.GROUP,
                new Page.GetByRoleOptions().setName("Objective 2").setExact(true));
        second.locator("input[name='objectives[1].title']").fill("Win rate in the territory");
        second.locator("input[name='objectives[1].weight']").fill("25");
        second.getByLabel("Target").fill("25");
        page.getByRole(AriaRole.BUTTON, named("Sign and submit")).click();
        PlaywrightAssertions.assertThat(page.locator(".notice-error")).containsText("these total 85");
        PlaywrightAssertions.assertThat(page.locator("#structure")).containsText("85 of 100");
        page.locator("input[name='objectives[1].weight']").fill("40");
        page.locator("input[name='objectives[1].weight']").blur();
        PlaywrightAssertions.assertThat(page.locator("#structure")).containsText("100 of 100");
    }

    private static void looked(Page page) {
        assertThat(Accessibility.asItStands(page)).isEmpty();
        assertThat((Integer)
                        page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("sideways " + page.url())
                .isLessThanOrEqualTo(0);
        assertThat((List<?>) page.evaluate("window.violations")).isEmpty();
    }

    @Test
    @Tag("long")
    void pagesLookWellInEveryLightAndWidth() {
        Team sales = company.team("Sales", company.company, theo);
        Goal okr = company.retention(sales, theo);
        UUID plan = agreed(ava, theo, okr.id());
        api.post(theo, PLANS + "/" + plan + "/measurement", Map.of("objectives", List.of()));
        company.employee("Olga", theo.id());
        api.post(
                hanna,
                "/api/v1/company-objectives",
                Map.of(
                        "title", "Operating margin of the company",
                        "startsOn", "2026-07-01",
                        "endsOn", "2026-12-31",
                        "basis", "BOOLEAN"));
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("/plans", "plans");
        pages.put("/plans/" + plan, "plan");
        pages.put("/plans/" + plan + "/measurement", "measurement");
        Map<String, String> managers = new LinkedHashMap<>();
        managers.put("/plans/team", "team");
        managers.put("/plans/new", "composer");
        managers.put("/plans/" + plan + "/amendment", "amendment");
        managers.put("/company-objectives", "company");
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : List.of(1440, 390)) {
                seen(ava, pages, scheme, width);
                seen(theo, managers, scheme, width);
            }
        }
    }

    private void seen(Viewer viewer, Map<String, String> pages, ColorScheme scheme, int width) {
        try (Window window = Window.open(port)) {
            Page page = window.signedIn(viewer, pages.keySet().iterator().next(), scheme, width);
            pages.forEach((path, name) -> {
                page.navigate(path);
                looked(page);
                window.picture("mbo-" + name);
            });
        }
    }

    @Test
    void whoHasNoPartInAPlanFindsNothing() {
        UUID plan = agreed(ava, theo);
        Viewer olga = company.employee("Olga", theo.id());
        for (Viewer other : List.of(olga, carl)) {
            Browser browser = company.browser(other, port);
            for (String path : List.of("", "/edit", "/amendment", "/measurement", "/explanation")) {
                assertThat(browser.get("/plans/" + plan + path).status())
                        .as(path)
                        .isEqualTo(404);
            }
            for (String step : List.of(
                    "submission",
                    "acceptance",
                    "approval",
                    "decline",
                    "withdrawal",
                    "comments",
                    "dispute",
                    "resolution",
                    "payout-submission",
                    "cancellation",
                    "deletion",
                    "measurement",
                    "amendment")) {
                assertThat(browser.post("/plans/" + plan + "/" + step, "digest", "x", "comment", "x", "do", "score")
                                .status())
                        .as(step)
                        .isEqualTo(404);
            }
            assertThat(browser.post("/plans/" + plan, "do", "save", "objectives[0].title", "Something")
                            .status())
                    .isEqualTo(404);
            for (String list : List.of("/plans", "/plans/team", "/plans/team?q=Ava", "/plans/team?state=ACTIVE")) {
                assertThat(browser.get(list).body())
                        .doesNotContain(plan.toString())
                        .doesNotContain(">Ava<");
            }
        }
        assertThat(company.browser(hanna, port).get("/plans/" + plan).status()).isEqualTo(200);
    }

    @Test
    void whatWasTypedStaysWhereItIsRefused() {
        Browser browser = company.browser(ava, port);
        var refused = browser.post(
                "/plans",
                "employeeId",
                ava.id().toString(),
                "startsOn",
                "2026-07-01",
                "objectives[0].title",
                "Win rate in the territory",
                "objectives[0].basis",
                "RATIO_TO_TARGET",
                "objectives[0].weight",
                "a lot",
                "objectives[0].target",
                "25",
                "accelerators[0].line",
                "7",
                "accelerators[0].atLeast",
                "110",
                "accelerators[0].multiplier",
                "0.9");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("accelerators-0-multiplier-error", "accelerators-0-line-error", "value=\"0.9\"");
        assertThat(refused.body()).contains("value=\"a lot\"").contains("objectives-0-weight-error");
        UUID plan = draft(ava, ava);
        var stale = browser.post(
                "/plans/" + plan, "version", "0", "startsOn", "2026-07-01", "objectives[0].title", "Win more deals");
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.body()).contains("Somebody saved this plan").contains("value=\"Win more deals\"");
        var declined = company.browser(theo, port).post("/plans/" + plan + "/decline", "comment", "");
        assertThat(declined.status()).isEqualTo(409);
    }

    @Test
    void nobodySignsTermsThatThePageDidNotShow() {
        UUID plan = draft(ava, theo);
        api.post(theo, PLANS + "/" + plan + "/submission", Map.of());
        Browser browser = company.browser(ava, port);
        assertThat(browser.post("/plans/" + plan + "/acceptance").status()).isEqualTo(422);
        var stale = browser.post("/plans/" + plan + "/acceptance", "digest", "0".repeat(64));
        assertThat(stale.status()).isEqualTo(409);
        assertThat(api.get(ava, PLANS + "/" + plan).text("state")).isEqualTo("PENDING_EMPLOYEE");
    }

    @Test
    void aChangeShowsBeforeAndAfter() {
        UUID plan = draft(ava, theo);
        var accelerator = Map.of("line", 1, "atLeast", 1.1, "multiplier", 1.2);
        var accelerated = Map.of("accelerators", List.of(accelerator), "version", 1);
        assertThat(api.patch(theo, PLANS + "/" + plan, accelerated).status()).isEqualTo(200);
        api.post(theo, PLANS + "/" + plan + "/submission", Map.of());
        api.post(ava, PLANS + "/" + plan + "/acceptance", Map.of());
        assertThat(company.browser(ava, port).get("/plans/" + plan).body())
                .contains("multiplied by 1.2 from 110 % attained by “Win rate in the territory” on");
        assertThat(company.browser(theo, port)
                        .get("/plans/" + plan + "/amendment")
                        .body())
                .contains("name=\"accelerators[0].multiplier\"", "value=\"1.2\"", "Gate");
        Reply now = api.get(theo, PLANS + "/" + plan);
        List<Map<String, Object>> lines = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            String at = "/objectives/" + i;
            lines.add(Map.of("id", now.body().at(at + "/id").asString(), "place", i));
        }
        Browser manager = company.browser(theo, port);
        var sent = manager.post(
                "/plans/" + plan + "/amendment",
                "employeeId",
                ava.id().toString(),
                "effectiveFrom",
                "2026-09-01",
                "reason",
                "The market fell",
                "planCap",
                "",
                "accelerators[0].line",
                "1",
                "accelerators[0].atLeast",
                "",
                "accelerators[0].multiplier",
                "",
                "modifier",
                "100",
                "objectives[0].id",
                lines.get(0).get("id").toString(),
                "objectives[0].title",
                "Expansion revenue in assigned enterprise accounts",
                "objectives[0].weight",
                "60",
                "objectives[0].basis",
                "BASELINE_TO_TARGET",
                "objectives[0].unit",
                "USD",
                "objectives[0].baseline",
                "2000000",
                "objectives[0].target",
                "2200000",
                "objectives[1].id",
                lines.get(1).get("id").toString(),
                "objectives[1].title",
                "Win rate in the territory",
                "objectives[1].weight",
                "40",
                "objectives[1].basis",
                "RATIO_TO_TARGET",
                "objectives[1].unit",
                "%",
                "objectives[1].target",
                "25");
        assertThat(sent.status()).as(sent.body()).isEqualTo(303);
        String page = company.browser(ava, port).get("/plans/" + plan).body();
        assertThat(page).contains("<del>2,300,000</del> → <ins>2,200,000</ins>").contains("The market fell");
        assertThat(page).contains("<del>1.2</del> → <span class=\"quiet\">removed</span>");
        assertThat(page).containsPattern("plan cap</th><td><del>2</del> → <span class=\"quiet\">removed");
        assertThat(page).contains("Sign these terms");
    }

    @Test
    void theNumberOfStatementsStaysTheSame() throws Exception {
        UUID plan = agreed(ava, theo);
        UUID open = draft(theo(), theo);
        List<String> pages = List.of(
                "/plans/team",
                "/plans/new",
                "/plans/" + plan,
                "/plans/" + plan + "/amendment",
                "/plans/" + plan + "/measurement",
                "/plans/" + open + "/edit",
                "/company-objectives");
        Browser browser = company.browser(theo, port);
        browser.get("/account");
        Map<String, Integer> few = counts(browser, pages);
        for (int i = 0; i < 4; i++) {
            agreed(company.employee("Report " + i, theo.id()), theo);
        }
        assertThat(counts(browser, pages))
                .isEqualTo(few)
                .allSatisfy((page, count) -> assertThat(count).as(page).isLessThanOrEqualTo(MOST_STATEMENTS));
    }

    /** Somebody else who reports to Theo. */
    private Viewer theo() {
        return company.employee("Rosa", theo.id());
    }

    private Map<String, Integer> counts(Browser browser, List<String> pages) throws Exception {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (String page : pages) {
            var counted = statements.during(() -> browser.get(page));
            assertThat(counted.result().status()).as(page).isEqualTo(200);
            counts.put(page, counted.count());
        }
        return counts;
    }

    @Test
    void anObjectiveOfTheCompanyIsScoredOnceByThoseWhoMay() {
        Map<String, Object> margin = Map.of(
                "title", "Operating margin of the company",
                "startsOn", "2026-10-01",
                "endsOn", "2026-12-31",
                "basis", "BASELINE_TO_TARGET",
                "unit", "%",
                "baseline", 12,
                "target", 15);
        String path = "/api/v1/company-objectives";
        assertThat(api.post(ava, path, margin).status()).isEqualTo(403);
        Reply made = api.post(carl, path, margin);
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        String one = path + "/" + made.id();
        assertThat(api.get(ava, one).text("title")).isEqualTo("Operating margin of the company");
        assertThat(api.post(hanna, one + "/scoring", Map.of("value", 14)).code())
                .isEqualTo("OBJECTIVE_NOT_OVER");
        assertThat(api.patch(hanna, one, Map.of("target", 12, "version", 1)).status())
                .isEqualTo(422);
        assertThat(api.patch(hanna, one, Map.of("target", 16, "version", 1)).status())
                .isEqualTo(200);
        assertThat(api.patch(hanna, one, Map.of("target", 17, "version", 1)).code())
                .isEqualTo("STALE_VERSION");
        company.on(LocalDate.of(2026, 12, 25));
        assertThat(api.post(ava, one + "/scoring", Map.of("value", 14)).status())
                .isEqualTo(403);
        Browser browser = company.browser(hanna, port);
        var refused = browser.post("/company-objectives/" + made.id() + "/scoring", "value", "much");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("value=\"much\"");
        assertThat(browser.post("/company-objectives/" + made.id() + "/scoring", "value", "14 %")
                        .status())
                .isEqualTo(303);
        assertThat(api.post(carl, one + "/scoring", Map.of("value", 15)).code()).isEqualTo("OBJECTIVE_SCORED");
        assertThat(api.patch(carl, one, Map.of("target", 18, "version", 3)).code())
                .isEqualTo("OBJECTIVE_SCORED");
        assertThat(company.browser(ava, port).get("/company-objectives").body())
                .contains("Operating margin of the company")
                .doesNotContain("Score it");
        assertThat(company.browser(ava, port).get("/company-objectives/new").status())
                .isEqualTo(403);
    }

    @Test
    void oneSeesWhatThePlanWouldPayUnlessItsTargetsAreOfSeveralCurrencies() {
        agreed(ava, theo);
        Browser browser = company.browser(ava, port);
        assertThat(browser.get("/plans").body()).contains("Would pay now");
        target(ava, "EUR", "2026-08-01");
        assertThat(browser.get("/plans")).satisfies(page -> {
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.body()).doesNotContain("Would pay now");
        });
    }
}
