package io.cairn.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.cairn.testing.DemoTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Writing an objective until it runs, with script and without. */
@DemoTest
class WritingJourneyTests extends Journey {
    @Test
    void anObjectiveWithTwoKeyResultsIsWrittenToldWhatIsMissingStartedAndListed() {
        Page page = visitors.as("Lena");
        page.navigate("/objectives");
        link(page, "Write an objective").click();
        answer(page, "Is one person accountable for the result?", "No");
        answer(page, "Is it linked to pay?", "No");
        answer(page, "Does it need several functions or teams?", "Yes");
        answer(page, "Is it about keeping something steady?", "No");
        button(page, "Show what fits").click();
        link(page, "Write an OKR").click();
        Locator needs = page.locator("#structure");
        page.getByLabel("Objective").fill("Be the name people think of first");
        result(page, 0, "Unprompted mentions", "%", "12", "20");
        result(page, 1, "Invitations to speak", "", "2", "");
        page.keyboard().press("Tab");
        assertThat(needs).containsText("Invitations to speak: the target is missing");

        button(page, "Save and activate").click();
        assertThat(part(page, "measures[1].target")).hasAttribute("aria-invalid", "true");
        assertThat(page.getByLabel("Objective")).hasValue("Be the name people think of first");
        part(page, "measures[1].target").fill("6");
        page.keyboard().press("Tab");
        assertThat(needs).containsText("Nothing is missing.");
        button(page, "Save and activate").click();
        assertThat(heading(page)).hasText("Be the name people think of first");
        assertThat(page.locator(".kr-block")).hasCount(2);

        openObjective(visitors.as("Ava"), "Be the name people think of first");
    }

    @Test
    void withoutScriptOneChecksInAndWritesAndStartsAnObjective() {
        Page page = visitors.as("Theo", new NewContextOptions().setJavaScriptEnabled(false));
        page.navigate("/objectives/new");
        page.getByLabel("Objective").fill("Sell to three new trades");
        result(page, 0, "First customers", "customers", "0", "3");
        result(page, 1, "Trials", "trials", "1", "12");
        button(page, "Add a key result").click();
        result(page, 2, "Partners", "partners", "0", "2");
        button(page, "Save draft").click();
        assertThat(page.locator("main")).containsText("Nothing is missing.");
        button(page, "Activate").click();
        assertThat(page.locator(".kr-block")).hasCount(3);

        link(page, "Check in").last().click();
        Locator row = having(page, ".sheet-row", "First customers");
        row.locator("input[name=value]").fill("1");
        row.locator("input[name=confidence][value='7']").check();
        row.locator("input[name=note]").fill("A bakery");
        row.locator("button.save").click();
        assertThat(row.locator(".state")).containsText("Saved");
        link(page, "Sell to three new trades").first().click();
        assertThat(having(page, ".thread li", "A bakery")).containsText("0 → 1 customers");
        page.locator(".figures .num").first().click();
        assertThat(heading(page)).hasText(Pattern.compile("Why .* %\\?"));
    }

    private static void result(Page page, int place, String name, String unit, String start, String target) {
        part(page, "measures[" + place + "].name").fill(name);
        part(page, "measures[" + place + "].unit").fill(unit);
        part(page, "measures[" + place + "].baseline").fill(start);
        part(page, "measures[" + place + "].target").fill(target);
    }

    private static Locator part(Page page, String name) {
        return page.locator("[name='" + name + "']");
    }
}
