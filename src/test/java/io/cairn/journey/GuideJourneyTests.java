package io.cairn.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import io.cairn.testing.Accessibility;
import io.cairn.testing.DemoTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** From the questions to an answer, a framework switched on, the comparison and a word explained. */
@DemoTest
class GuideJourneyTests extends Journey {
    private static Locator plan(Page page) {
        return page.locator(".rail > .to", new Page.LocatorOptions().setHasText("My plan"));
    }

    @Test
    void aChampionAsksSwitchesOnAndUnderstands() {
        Page page = visitors.as("Lena");
        page.navigate("/administration/frameworks");
        page.getByLabel(Pattern.compile("Management by objectives.*")).uncheck();
        button(page, "Save").click();
        assertThat(plan(page)).hasCount(0);

        link(page, "Which one fits?").click();
        button(page, "Show what fits").click();
        assertThat(page.locator("#employees-error")).containsText("This is needed.");
        page.getByLabel("How many people work for you?").fill("1,050");
        page.getByLabel("Managing what individuals achieve, above all where pay depends on it")
                .check();
        page.getByLabel("Sales").check();
        button(page, "Show what fits").click();
        assertThat(page)
                .hasURL(Pattern.compile(
                        ".*/guide/answer\\?employees=1%2C050&needs=INDIVIDUAL_PERFORMANCE&functions=SALES"));
        Locator first = section(page, "Best first").locator(".guide-pick").first();
        assertThat(first.getByRole(AriaRole.HEADING)).containsText("Management by objectives");
        assertThat(first).containsText("5 points");
        assertThat(first).containsText("Not in use");
        assertThat(section(page, "Between two stages")).containsText("Growth, 250 to 999 people");
        assertThat(section(page, "Together")).containsText("OKR and MBO, the bridge");
        assertThat(Accessibility.problems(page)).isEmpty();

        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".rail")).isHidden();
        assertThat(page.locator(".guide-use")).isHidden();
        assertThat(first).isVisible();
        page.evaluate("document.documentElement.dataset.bsTheme = 'dark'");
        assertThat(page.locator("body")).hasCSS("background-color", "rgb(250, 249, 247)");
        page.evaluate("delete document.documentElement.dataset.bsTheme");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));

        button(page, "Switch on").click();
        assertThat(page.getByText("Switched on. Their entries stand in the navigation."))
                .isVisible();
        assertThat(plan(page)).isVisible();
        assertThat(section(page, "Use them")).containsText("in use already");

        link(page, "Management by objectives").click();
        assertThat(heading(page)).hasText("Frameworks");
        assertThat(page.locator("#mbo")).isInViewport();
        Locator pay = page.locator(
                ".compared tr",
                new Page.LocatorOptions()
                        .setHas(page.locator("th", new Page.LocatorOptions().setHasText(Pattern.compile("^Pay$")))));
        assertThat(pay).containsText("Never: no bonus line can name one");
        assertThat(pay).containsText("By formula: a bonus line may name one");
        pay.getByRole(AriaRole.LINK).first().click();
        assertThat(page).hasURL(Pattern.compile(".*/glossary#pay"));
        assertThat(page.locator("#pay")).isInViewport();

        page.navigate("/objectives");
        link(page, "What objective means").click();
        assertThat(page.locator("#explain")).containsText("What a team wants to have changed");
        assertThat(page).hasURL(Pattern.compile(".*/objectives$"));
    }
}
