package io.cairn.incentive.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import com.microsoft.playwright.options.ColorScheme;
import io.cairn.access.Viewing;
import io.cairn.incentive.Payments;
import io.cairn.incentive.Payouts;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import io.cairn.organization.Roles;
import io.cairn.testing.Browser;
import io.cairn.testing.CairnTest;
import io.cairn.testing.SmallCompany;
import io.cairn.testing.SmallPayroll;
import io.cairn.testing.SmallPayroll.Month;
import io.cairn.testing.ThirdQuarter;
import io.cairn.testing.Window;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Bonus targets and curves as compensation and others see them. */
@CairnTest
@Tag("browser")
class PayPagesTests {
    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Payouts payouts;

    @Autowired
    Payments payments;

    @Autowired
    SmallPayroll payroll;

    @Autowired
    SmallCompany people;

    ThirdQuarter company;
    Viewer nina;
    Viewer ava;

    @BeforeEach
    void found() {
        company = new ThirdQuarter(context);
        nina = company.person("Nina");
        ava = company.person("Ava");
        ThirdQuarter.system(() -> company.the(Roles.class).set(nina.id(), Set.of(Role.COMP)));
    }

    @AfterEach
    void leave() {
        company.leave();
    }

    @Test
    void aPaidPayoutIsCorrectedBeforeTheEyesOfThoseConcerned() {
        Viewer head = company.person("Theo");
        nina = people.viewer(nina.id());
        payroll.owner(
                "update organization.person set manager_id = '%s' where id = '%s'".formatted(head.id(), ava.id()));
        Month month = SmallPayroll.month();
        UUID payout = payroll.submitted(head, ava.id(), month, "1500", "2000");
        payroll.owner("update organization.person set manager_id = null where id = '%s'".formatted(ava.id()));
        String path = "/payouts/" + payout;
        Browser comp = company.browser(nina, port);
        assertThat(comp.get(path).body()).contains("corrected once it is paid").doesNotContain("amount[1]");
        Viewing.as(nina, () -> payouts.approve(nina, List.of(payout)));
        Viewing.as(nina, () -> payments.pay(nina, List.of(payout)));
        var wrong = comp.post(
                path + "/adjustment", "amount[1]", "much", "label[1]", "Win rate", "amount[other]", "5", "reason", "");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("id=\"amount-1-error\"", "value=\"much\"", "value=\"Win rate\"");
        wrong = comp.post(path + "/adjustment", "amount[1]", "-250", "amount[other]", "0.001", "reason", "");
        assertThat(wrong.body())
                .contains("id=\"label-1-error\"", "id=\"label-other-error\"", "id=\"amount-other-error\"")
                .contains("id=\"reason-error\"");
        wrong = comp.post(
                path + "/adjustment", "amount[2]", "-3,500.01", "label[2]", "All of it", "reason", "Never signed.");
        assertThat(wrong.body()).contains("nobody pays anything back");
        assertThat(comp.post(path + "/adjustment", "amount[1]", "-250", "do", "show")
                        .body())
                .contains("Total with this: <strong>3,250.00 EUR</strong>");
        var done = comp.post(
                path + "/adjustment", "amount[1]", "−250", "label[1]", "Win rate 24 %", "reason", "Counted twice.");
        assertThat(done.status()).isEqualTo(303);
        assertThat(comp.get(path).body())
                .contains("Counted twice.", "Win rate 24 %", "−250.00", "already under way")
                .doesNotContain("With corrections", "Keep the secret account");
        assertThat(company.browser(ava, port).get(path).body())
                .contains("Counted twice.", "Keep the secret account")
                .doesNotContain("amount[1]", "/payout-runs");
        UUID open =
                Viewing.as(nina, () -> payouts.ofPerson(ava.id())).getFirst().id();
        Viewer second = people.with(Role.COMP);
        Viewing.as(second, () -> {
            payouts.reject(second, open, "It was right; other tests' runs would pay this.");
            return open;
        });
        Viewer other = company.person("Kai");
        assertThat(company.browser(other, port).get(path).status()).isEqualTo(404);
        assertThat(company.browser(other, port)
                        .post(path + "/adjustment", "amount[1]", "1", "label[1]", "x", "reason", "x")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aTargetIsSetShownToItsPersonAndToNobodyElse() {
        String path = "/bonus-targets/" + ava.id();
        Browser comp = company.browser(nina, port);
        assertThat(comp.get(path).body()).contains("No bonus target holds today.", "Nothing was set yet.");
        var wrong = comp.post(
                path, "amount", "-5", "currency", "EUR", "basis", "YEAR", "effectiveFrom", "soon", "note", "");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("id=\"effectiveFrom-error\"", "value=\"-5\"");
        wrong = comp.post(
                path, "amount", "-5", "currency", "EUR", "basis", "YEAR", "effectiveFrom", "2026-01-01", "note", "");
        assertThat(wrong.body()).contains("id=\"amount-error\"");
        var set = comp.post(
                path,
                "amount",
                "20,000",
                "currency",
                "EUR",
                "basis",
                "YEAR",
                "effectiveFrom",
                "2026-01-01",
                "note",
                "");
        assertThat(set.status()).isEqualTo(303);
        assertThat(comp.get("/bonus-targets?q=" + ava.email()).body()).contains("20,000.00 EUR", "1 Jan 2026");

        Browser own = company.browser(ava, port);
        var seen = own.get(path);
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.body()).contains("20,000.00 EUR").doesNotContain("Set the target", "href=\"/payout-runs\"");
        assertThat(own.post(path, "amount", "1").status()).isEqualTo(403);
        assertThat(own.get("/bonus-targets").status()).isEqualTo(404);
        Browser stranger = company.browser(company.person("Zoe"), port);
        assertThat(stranger.get(path).status()).isEqualTo(404);
        assertThat(stranger.post(path, "amount", "1").status()).isEqualTo(404);
    }

    @Test
    void compensationSeesItsOwnButCannotSetIt() {
        String path = "/bonus-targets/" + nina.id();
        Browser comp = company.browser(nina, port);
        assertThat(comp.get(path).body()).contains("Nobody sets their own pay.").doesNotContain("Set the target");
        var refused = comp.post(
                path, "amount", "5", "currency", "EUR", "basis", "YEAR", "effectiveFrom", "2026-01-01", "note", "");
        assertThat(refused.status()).isEqualTo(403);
    }

    @Test
    void aCurveIsDrawnWhileItIsWrittenAndKept() {
        try (Window window = Window.open(port)) {
            Page page = window.signedIn(nina, "/payout-curves/new", ColorScheme.LIGHT, 1440);
            var drawing = page.locator("#preview svg.curve");
            assertThat(drawing)
                    .hasAttribute(
                            "aria-label",
                            "80 % pays 50 %, 100 % pays 100 %, 120 % pays 200 %; straight between, nothing below, flat above.");
            page.getByLabel("Attainment 1").fill("95");
            assertThat(page.locator("#preview")).containsText("a near miss feels like no effort at all");
            page.getByLabel("Attainment 1").fill("100");
            assertThat(page.locator("#preview")).containsText("have the same attainment");
            page.getByText("Add a point").click();
            page.getByLabel("Attainment 4").fill("150");
            page.getByLabel("Attainment 1").fill("75");
            page.getByLabel("Payout 4").fill("2.5");
            page.getByLabel("Payout 4").press("Tab");
            assertThat(drawing)
                    .hasAttribute(
                            "aria-label",
                            Pattern.compile(".*150 % pays 2.5 %.*"),
                            new HasAttributeOptions().setTimeout(20_000));
            assertThat(page.locator("#preview")).containsText("Somewhere a higher attainment pays less");
            window.picture("curve-editor");
            page.getByLabel("Payout 4").fill("250");
            page.getByText("Save the curve").click();
            assertThat(page.locator("#name-error")).containsText("needed");
            page.locator("#name").fill("Steep above target");
            page.getByText("Save the curve").click();
            page.waitForURL(url -> url.matches(".*/payout-curves/[0-9a-f-]{36}"));
            assertThat(page.locator("h1")).hasText("Steep above target");
            window.picture("curve");
            page.getByText("Retired: new plans are not offered it").click();
            page.getByText("Save", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(page.locator(".lede")).containsText("Retired: plans that name it keep it");
        }
    }

    @Test
    void theyAreLookedAt() {
        String path = "/bonus-targets/" + ava.id();
        Browser comp = company.browser(nina, port);
        comp.get(path);
        comp.post(
                path,
                "amount",
                "18000",
                "currency",
                "EUR",
                "basis",
                "YEAR",
                "effectiveFrom",
                "2026-01-01",
                "note",
                "As in the contract");
        comp.post(
                path, "amount", "20000", "currency", "EUR", "basis", "YEAR", "effectiveFrom", "2026-07-01", "note", "");
        comp.post(
                path,
                "amount",
                "21000",
                "currency",
                "EUR",
                "basis",
                "YEAR",
                "effectiveFrom",
                "2026-07-01",
                "note",
                "Typed wrongly before");
        comp.post(
                path,
                "amount",
                "6000",
                "currency",
                "EUR",
                "basis",
                "QUARTER",
                "effectiveFrom",
                "2026-10-01",
                "note",
                "");
        try (Window window = Window.open(port)) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                for (int width : new int[] {1440, 390}) {
                    Page page = window.signedIn(nina, path, scheme, width);
                    window.picture("bonus-target");
                    page.navigate("/bonus-targets");
                    window.picture("bonus-targets");
                    page.navigate("/payout-curves");
                    assertThat(page.locator("svg.curve").first()).isVisible();
                    window.picture("curves");
                }
            }
        }
    }
}
