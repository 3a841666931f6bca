package io.cairn.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.cairn.testing.DemoTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Reporting where key results stand. */
@DemoTest
class CheckInJourneyTests extends Journey {
    private static final Map<String, String> VALUES = Map.of(
            "Renewal rate", "90.5",
            "Cross-sell penetration", "41,9",
            "Time to escalation", "27.6",
            "Customer retention", "from its KPI",
            "Onboarding satisfaction", "79.5");

    @Test
    void fiveKeyResultsAreReportedByKeyboardAloneAndACommaIsPutRight() {
        Page page = visitors.as("Noah");
        page.navigate("/check-in");
        tabTo(page, ".sheet-row input[name=value]");
        for (int row = 0; row < VALUES.size(); row++) {
            report(page);
        }
        assertThat(page.locator("[data-saved]")).hasText("4 of 5 saved");
        Locator wrong = having(page, ".sheet-row", "Cross-sell penetration");
        assertThat(wrong).containsText("Did you mean 41.9?");
        assertThat(wrong.locator("input[name=value]")).hasValue("41,9");

        Locator first = page.locator(".sheet-row input[name=value]").first();
        while (!(Boolean) first.evaluate("field => field === document.activeElement")) {
            page.keyboard().press("Shift+Tab");
        }
        tabTo(page, "[data-fill='41.9']");
        page.keyboard().press("Enter");
        assertThat(page.locator("[data-saved]")).hasText("5 of 5 saved");
        assertThat(page.locator(".rail a[href='/check-in'] .count")).hasCount(0);
        tabTo(page, "a.btn-primary");
    }

    @Test
    void aCheckInIsCorrectedAndBothValuesAreSeen() {
        Page page = visitors.as("Omar");
        openObjective(page, "Improve customer satisfaction in Q3");
        link(page, "Check in").last().click();
        Locator row = having(page, ".sheet-row", "Time to resolution");
        row.locator("input[name=value]").fill("26");
        row.locator("input[name=note]").fill("Forty answers this week");
        row.locator("input[name=note]").press("Enter");
        assertThat(row.locator(".state")).containsText("Saved");
        link(page, "Done").click();

        Locator told = having(page, ".thread li", "Forty answers this week");
        assertThat(told).containsText("16 → 26");
        assertThat(told).not().containsText("corrected");
        told.getByText("Correct").click();
        textbox(page, "Value").fill("15");
        button(page, "Correct it").click();
        assertThat(told).containsText("16 → 15");
        assertThat(told).containsText("corrected from 26");
    }

    /** One row: value, unless it comes from a KPI, confidence 6, a note, Enter. */
    private static void report(Page page) {
        String name = (String) page.evaluate("document.activeElement.closest('form').getAttribute('aria-label')");
        assertThat(VALUES).containsKey(name);
        Keyboard keyboard = page.keyboard();
        if ((Boolean) page.evaluate("document.activeElement.name === 'value'")) {
            keyboard.type(VALUES.get(name));
            keyboard.press("Tab");
        }
        keyboard.press("Space");
        for (int step = 0; step < 6; step++) {
            keyboard.press("ArrowRight");
        }
        keyboard.press("Tab");
        keyboard.type("By keyboard");
        keyboard.press("Enter");
    }
}
