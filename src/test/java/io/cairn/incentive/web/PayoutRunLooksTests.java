package io.cairn.incentive.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.cairn.access.Viewing;
import io.cairn.incentive.Payouts;
import io.cairn.incentive.Submission;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import io.cairn.testing.Accessibility;
import io.cairn.testing.CairnTest;
import io.cairn.testing.SmallCompany;
import io.cairn.testing.SmallPayroll;
import io.cairn.testing.SmallPayroll.Month;
import io.cairn.testing.ThirdQuarter;
import io.cairn.testing.Window;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Payout runs in a real browser, with and without script. */
@CairnTest
@Tag("browser")
@Tag("long")
class PayoutRunLooksTests {
    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    SmallCompany people;

    @Autowired
    SmallPayroll payroll;

    @Autowired
    Payouts payouts;

    ThirdQuarter company;
    Window window;
    Viewer comp;
    Viewer theo;
    Viewer ava;
    Month month;

    @BeforeEach
    void found() {
        window = Window.open(port);
        company = new ThirdQuarter(context);
        theo = company.person("Theo");
        ava = company.person("Ava");
        comp = company.person("Nina");
        people.give(comp.id(), Role.COMP);
        comp = people.viewer(comp.id());
        month = SmallPayroll.month();
    }

    @AfterEach
    void leave() {
        window.close();
        company.leave();
    }

    @Test
    void aRunIsOpenedApprovedSentBackPaidAndDownloaded() throws Exception {
        flagged(ava.id());
        hand(theo, "1500", "312.50");
        handedInBySystem(comp.id());
        Page page = window.signedIn(comp, "/payout-runs", ColorScheme.LIGHT, 1440);
        page.getByLabel("Name").fill("");
        page.getByLabel("Plans that end from").fill(month.start().toString());
        page.getByLabel("to", new Page.GetByLabelOptions().setExact(true))
                .fill(month.end().toString());
        page.getByLabel("Budget").fill("4k pounds");
        button(page, "Open the run");
        assertThat(page.locator("#budget-error")).isVisible();
        page.getByLabel("Name").fill("Q2, euro");
        page.getByLabel("Budget").fill("4,000");
        button(page, "Open the run");
        assertThat(page.locator("h1")).hasText("Q2, euro");
        assertThat(page.locator(".figures")).containsText("5,313.50 EUR");
        assertThat(page.locator(".figures")).containsText("Over budget by");
        assertThat(page.locator("#payouts")).containsText("Late override");
        assertThat(page.locator("#payouts")).containsText("Your own pay");
        look(page, "payout-run");
        page.setViewportSize(1440, 900);

        button(page, "Send the selected back");
        assertThat(page.locator("main")).containsText("Choose the payouts, or all of them.");
        select(page, "Ava");
        button(page, "Send the selected back");
        assertThat(page.locator("#reason-error")).isVisible();
        select(page, "Ava");
        page.getByLabel("Reason").fill("The win rate is not final.");
        button(page, "Send the selected back");
        assertThat(page.locator("#payouts")).containsText("“The win rate is not final.”");
        button(page, "Approve all 2 submitted");
        assertThat(page.locator(".toast-quiet")).containsText("1 approved; 1 not: Nobody sets their own pay");
        page.locator("summary").getByText("Mark as paid").click();
        page.locator("details.confirm form button.btn-primary").click();
        assertThat(page.locator("#payouts")).containsText("batch 1");
        String csv = downloaded(page, "Batch 1 as CSV");
        assertThat(csv).contains("Theo").contains("1812.50").doesNotContain("Ava");
        assertThat(downloaded(page, "Batch 1 as CSV")).isEqualTo(csv);
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Payout runs").setExact(true))
                .first()
                .click();
        assertThat(page.locator("main table")).containsText("Q2, euro");
        look(page, "payout-runs");
        window.signedIn(comp, page.url().replaceAll("http://[^/]+", ""), ColorScheme.DARK, 390);
        window.picture("payout-runs");
    }

    private void look(Page page, String name) {
        page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
        page.evaluate("document.fonts.ready");
        window.picture(name);
        assertThat(Accessibility.problems(page)).isEmpty();
        assertThat(Accessibility.sideways(page)).isEmpty();
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target/looks/" + name + "-dark-360.png")));
        assertThat(page.evaluate("window.violations")).isEqualTo(List.of());
    }

    private static void select(Page page, String name) {
        page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName(name))
                .first()
                .check();
    }

    private static void button(Page page, String text) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(text))
                .first()
                .click();
    }

    private static String downloaded(Page page, String link) throws Exception {
        var file = page.waitForDownload(() -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link))
                .click());
        return Files.readString(file.path());
    }

    private void flagged(UUID employee) {
        Submission plain = payroll.submission(theo, employee, month, "2000", "1500");
        Viewing.asSystem(
                "Test",
                () -> payouts.submit(new Submission(
                        plain.plan(),
                        plain.employee(),
                        plain.manager(),
                        plain.scoredBy(),
                        plain.periodStart(),
                        plain.periodEnd(),
                        plain.currency(),
                        plain.target(),
                        plain.modifier(),
                        plain.gate(),
                        plain.planCap(),
                        plain.total(),
                        plain.lines(),
                        true,
                        true,
                        true,
                        plain.explanation(),
                        plain.terms())));
    }

    private void hand(Viewer employee, String first, String second) {
        Submission plain = payroll.submission(ava, employee.id(), month, first, second);
        Viewing.asSystem("Test", () -> payouts.submit(plain));
    }

    private void handedInBySystem(UUID employee) {
        Submission plain = payroll.submission(theo, employee, month, "1", "0");
        Viewing.asSystem("Test", () -> payouts.submit(plain));
    }

    @Test
    void humanResourcesLookOnAndOthersFindNothing() {
        hand(theo, "1500", "312.50");
        UUID run = payroll.run(comp, month, "10").id();
        people.give(ava.id(), Role.HR);
        Page page = window.signedIn(ava, "/payout-runs/" + run, ColorScheme.LIGHT, 1440);
        assertThat(page.locator("h1")).containsText("Run of");
        assertThat(page.locator("main button:not(.unscripted)")).hasCount(0);
        page.navigate("/payout-runs");
        assertThat(page.locator("main form")).hasCount(0);
        page = window.signedIn(theo, "/check-in", ColorScheme.LIGHT, 1440);
        assertThat(page.navigate("/payout-runs").status()).isEqualTo(404);
        assertThat(page.navigate("/payout-runs/" + run).status()).isEqualTo(404);
        assertThat(page.navigate("/payout-runs/" + run + "/export.csv").status())
                .isEqualTo(404);
    }
}
