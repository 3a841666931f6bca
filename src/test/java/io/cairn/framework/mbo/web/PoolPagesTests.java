package io.cairn.framework.mbo.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.cairn.framework.mbo.PlanDay;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import io.cairn.testing.Accessibility;
import io.cairn.testing.Api;
import io.cairn.testing.Api.Reply;
import io.cairn.testing.Browser;
import io.cairn.testing.CairnTest;
import io.cairn.testing.Statements;
import io.cairn.testing.ThirdQuarter;
import io.cairn.testing.Window;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** Pools from compensation's page to the award: given by their holder, never overdrawn, in one currency, seen by nobody else. */
@CairnTest
@Tag("browser")
@TestPropertySource(properties = "cairn.test=plans of their own")
class PoolPagesTests {
    private static final int MOST_STATEMENTS = 12;
    private static final String PLANS = "/api/v1/mbo-plans";
    private static final String POOLS = "/api/v1/bonus-pools";

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
        carl = company.employee("Carl", null, Role.COMP);
    }

    @AfterEach
    void leave() {
        company.leave();
    }

    /** Paid in this currency and measured from now on; its second line is given out of a pool. */
    private UUID measured(String currency) {
        target(currency);
        UUID plan = api.post(
                        theo,
                        PLANS,
                        Map.of(
                                "employeeId",
                                ava.id(),
                                "startsOn",
                                "2026-07-01",
                                "endsOn",
                                "2026-09-30",
                                "objectives",
                                List.of(
                                        Map.of("title", "Ship the handbook", "weight", 100, "basis", "BOOLEAN"),
                                        Map.of(
                                                "title",
                                                "Whatever helped the others",
                                                "scope",
                                                "DISCRETIONARY",
                                                "weight",
                                                0))))
                .id();
        api.post(theo, PLANS + "/" + plan + "/submission", Map.of());
        api.post(ava, PLANS + "/" + plan + "/acceptance", Map.of());
        company.on(LocalDate.of(2026, 9, 20));
        day.turn();
        return plan;
    }

    private void target(String currency) {
        Reply set = api.post(
                carl,
                "/api/v1/bonus-targets",
                Map.of(
                        "personId",
                        ava.id(),
                        "amount",
                        5000,
                        "currency",
                        currency,
                        "basis",
                        "QUARTER",
                        "effectiveFrom",
                        "2026-07-01"));
        assertThat(set.status()).as(set.raw().body()).isEqualTo(201);
    }

    private Reply pool(String name, String currency, int amount) {
        return api.post(
                carl,
                POOLS,
                Map.of(
                        "name",
                        name,
                        "periodStart",
                        "2026-07-01",
                        "periodEnd",
                        "2026-12-31",
                        "currency",
                        currency,
                        "amount",
                        amount,
                        "holderId",
                        theo.id()));
    }

    private static Page.GetByRoleOptions named(String words) {
        return new Page.GetByRoleOptions().setName(words);
    }

    @Test
    void aPoolIsMadeGivenOutWhileMeasuringAndCorrected() {
        UUID plan = measured("EUR");
        try (Window window = Window.open(port)) {
            Page page = window.signedIn(carl, "/bonus-pools", ColorScheme.LIGHT, 1440);
            page.getByRole(AriaRole.LINK, named("Make a pool")).first().click();
            page.getByLabel("Name").fill("Sales, third quarter");
            page.getByLabel("Given out by").fill("nobody@example.com");
            page.getByLabel("Budget").fill("lots");
            page.getByRole(AriaRole.BUTTON, named("Make the pool")).click();
            PlaywrightAssertions.assertThat(page.locator("#holderId-error")).containsText("Nobody who is here");
            PlaywrightAssertions.assertThat(page.getByLabel("Budget")).hasValue("lots");
            page.getByLabel("Given out by").fill(theo.email());
            page.getByLabel("Budget").fill("1,000");
            page.getByRole(AriaRole.BUTTON, named("Make the pool")).click();
            PlaywrightAssertions.assertThat(page.locator("table")).containsText("1,000.00 EUR");
            assertThat(Accessibility.asItStands(page)).isEmpty();
            window.picture("pools");
        }
        try (Window window = Window.open(port)) {
            Page page = window.signedIn(theo, "/plans/" + plan + "/measurement", ColorScheme.DARK, 390);
            var given = page.getByRole(AriaRole.GROUP, named("Whatever helped the others"));
            PlaywrightAssertions.assertThat(given).containsText("Sales, third quarter: 1,000.00 EUR left");
            page.getByRole(AriaRole.GROUP, named("Ship the handbook"))
                    .getByLabel("Final value")
                    .selectOption("1");
            given.getByLabel("Final value").fill("1,000.01");
            page.getByRole(AriaRole.BUTTON, named("Score the plan")).click();
            PlaywrightAssertions.assertThat(given).containsText("has 1,000.00 EUR left");
            window.picture("pool-exhausted");
            given.getByLabel("Final value").fill("600");
            page.getByRole(AriaRole.BUTTON, named("Score the plan")).click();
            PlaywrightAssertions.assertThat(page.locator(".next-box")).containsText("Scored");
            page.navigate("/bonus-pools");
            PlaywrightAssertions.assertThat(page.locator("table")).containsText("400.00 EUR");
            assertThat(page.content()).doesNotContain("Ava", "Make a pool");
        }
        Browser comp = company.browser(carl, port);
        UUID id = UUID.fromString(api.get(carl, POOLS).body().at("/items/0/id").asString());
        String at = "/bonus-pools/" + id;
        assertThat(comp.get(at).body()).contains("600.00 EUR awarded, 400.00 EUR left", theo.name());
        String[] less = {
            "name",
            "Sales",
            "periodStart",
            "2026-07-01",
            "periodEnd",
            "2026-12-31",
            "currency",
            "EUR",
            "amount",
            "599",
            "holderId",
            theo.email(),
            "version",
            "1"
        };
        var refused = comp.post(at, less);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("amount-error").contains("given out of the pool already");
        less[9] = "600";
        assertThat(comp.post(at, less).status()).isEqualTo(303);
        assertThat(comp.post(at, less).status()).isEqualTo(409);
    }

    @Test
    void nobodyButItsHolderAndCompensationLearnsOfAPool() {
        UUID pool = pool("Sales", "EUR", 1000).id();
        String page = "/bonus-pools/" + pool;
        for (Viewer other : List.of(
                ava, hanna, company.employee("Noa", null, Role.ADMIN), company.employee("Eve", null, Role.EXEC))) {
            assertThat(api.get(other, POOLS).body().at("/items")).isEmpty();
            assertThat(api.get(other, POOLS + "/" + pool).status()).isEqualTo(404);
            assertThat(api.patch(other, POOLS + "/" + pool, Map.of("amount", 1, "version", 1))
                            .status())
                    .isEqualTo(404);
            Browser browser = company.browser(other, port);
            assertThat(browser.get("/bonus-pools").status()).isEqualTo(404);
            assertThat(browser.get(page).status()).isEqualTo(404);
            assertThat(browser.post(page, "amount", "1").status()).isEqualTo(404);
            assertThat(browser.get("/bonus-pools/new").status()).isEqualTo(403);
        }
        Browser holder = company.browser(theo, port);
        assertThat(holder.get("/bonus-pools").body()).contains("Sales", "1,000.00 EUR");
        assertThat(holder.get(page).status()).isEqualTo(403);
        assertThat(api.patch(theo, POOLS + "/" + pool, Map.of("amount", 9000, "version", 1))
                        .status())
                .isEqualTo(403);
        Reply moved = api.patch(carl, POOLS + "/" + pool, Map.of("holderId", hanna.id(), "version", 1));
        assertThat(moved.status()).as(moved.raw().body()).isEqualTo(200);
        assertThat(api.get(theo, POOLS + "/" + pool).status()).isEqualTo(404);
        assertThat(api.get(hanna, POOLS + "/" + pool).text("name")).isEqualTo("Sales");
        assertThat(api.patch(carl, POOLS + "/" + pool, Map.of("holderId", carl.id(), "version", 2))
                        .code())
                .isEqualTo("OWN_PAY");
    }

    @Test
    void aPoolGivesInItsOwnCurrencyOnly() {
        UUID plan = measured("USD");
        UUID dollars = pool("Dollars", "USD", 1000).id();
        assertThat(score(plan, 100, null).status()).isEqualTo(200);
        target("EUR");
        Reply late = api.post(theo, PLANS + "/" + plan + "/payout-submission", Map.of());
        assertThat(late.code()).isEqualTo("POOL_CURRENCY");
        UUID euros = pool("Euros", "EUR", 150).id();
        Reply refused = score(plan, 120, dollars);
        assertThat(refused.code()).isEqualTo("POOL_CURRENCY");
        assertThat(refused.raw().body()).contains("objectives[1].awarded");
        Browser browser = company.browser(theo, port);
        var page = browser.post(
                "/plans/" + plan + "/measurement",
                "do",
                "score",
                "finals[0].value",
                "1",
                "finals[1].awarded",
                "120",
                "finals[1].poolId",
                dollars.toString());
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains("finals-1-awarded-error", "Dollars: 900.00 USD left", "Euros: 150.00 EUR left");
        assertThat(score(plan, 120, UUID.randomUUID()).raw().body()).contains("objectives[1].poolId");
        assertThat(score(plan, 120.005, euros).code()).isEqualTo("AMOUNT_TOO_PRECISE");
        assertThat(score(plan, 120, euros).status()).isEqualTo(200);
        assertThat(api.get(carl, POOLS + "/" + dollars).body().at("/remaining").asInt())
                .isEqualTo(1000);
        assertThat(api.get(carl, POOLS + "/" + euros).body().at("/remaining").asInt())
                .isEqualTo(30);
        assertThat(api.patch(carl, POOLS + "/" + euros, Map.of("currency", "USD", "version", 1))
                        .code())
                .isEqualTo("POOL_CURRENCY_FIXED");
        assertThat(api.post(theo, PLANS + "/" + plan + "/payout-submission", Map.of())
                        .status())
                .isEqualTo(200);
    }

    private Reply score(UUID plan, Number awarded, @Nullable UUID pool) {
        Reply read = api.get(hanna, PLANS + "/" + plan);
        Map<String, Object> gift = new java.util.HashMap<>(
                Map.of("objectiveId", read.body().at("/objectives/1/id").asString(), "awarded", awarded));
        if (pool != null) {
            gift.put("poolId", pool);
        }
        return api.post(
                theo,
                PLANS + "/" + plan + "/scoring",
                Map.of(
                        "objectives",
                        List.of(
                                Map.of(
                                        "objectiveId",
                                        read.body().at("/objectives/0/id").asString(),
                                        "value",
                                        1),
                                gift)));
    }

    @Test
    void theNumberOfStatementsStaysTheSame() throws Exception {
        Browser comp = company.browser(carl, port);
        pool("One", "EUR", 1);
        comp.get("/bonus-pools");
        int one = statements.during(() -> comp.get("/bonus-pools")).count();
        pool("Two", "EUR", 2);
        pool("Three", "EUR", 3);
        int three = statements.during(() -> comp.get("/bonus-pools")).count();
        assertThat(three).isEqualTo(one).isLessThanOrEqualTo(MOST_STATEMENTS);
    }
}
