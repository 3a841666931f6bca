package io.cairn.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.cairn.testing.DemoTest;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Finding, understanding and changing objectives. */
@DemoTest
class ObjectiveJourneyTests extends Journey {
    @Test
    void anObjectiveIsFoundThroughTheFiltersWhichStayInTheAddress() {
        Page page = visitors.as("Noah");
        link(page, "Objectives").click();
        assertThat(page.locator(".okr h3")).not().hasCount(1);
        choose(page, "Team", "Support");
        assertThat(page.locator(".okr h3")).hasCount(1);
        assertThat(page).hasURL(Pattern.compile(".*team=.*"));
        page.reload();
        assertThat(page.locator(".okr h3")).hasCount(1);
        page.getByLabel("Filter by text").fill("no such words");
        assertThat(page.locator("#objectives")).containsText("No objective fits.");
        page.getByLabel("Filter by text").fill("satisfaction");
        link(page, "Improve customer satisfaction in Q3").click();
        assertThat(heading(page)).hasText("Improve customer satisfaction in Q3");
    }

    @Test
    void anExplanationOpensByKeyboardAndEscapeGivesTheFocusBack() {
        Page page = visitors.as("Iris");
        openObjective(page, "Annual revenue", "FY2026");
        Locator progress = page.locator(".figures .num").first();
        tabTo(page, ".figures .num");
        assertThat(progress).isFocused();
        page.keyboard().press("Enter");
        Locator explanation = page.getByRole(com.microsoft.playwright.options.AriaRole.DIALOG);
        assertThat(explanation).containsText("(0.5333 + 0.6667) ÷ 2 = 0.6");
        page.keyboard().press("Escape");
        assertThat(explanation).isHidden();
        assertThat(progress).isFocused();
    }

    @Test
    void whatIsNotOnesOwnIsReadButNotChangedAndDraftsOfOthersAreNotThere() {
        Page mia = visitors.as("Mia");
        openObjective(mia, "Launch a new product line");
        String draft = mia.url();

        Page page = visitors.as("Omar");
        openObjective(page, "Website revamp");
        assertThat(link(page, "Edit")).hasCount(0);
        assertThat(link(page, "Check in")).hasCount(1);
        assertThat(page.getByLabel("More to do")).hasCount(0);
        String theirs = page.url();
        assertThat(status(page, theirs + "/edit")).isEqualTo(403);
        assertThat(status(page, theirs + "/initiatives/new")).isEqualTo(403);
        assertThat(status(page, theirs + "/links/new")).isEqualTo(403);
        assertThat(status(page, draft)).isEqualTo(404);
        assertThat(status(page, draft + "/edit")).isEqualTo(404);
        page.navigate("/objectives?q=product+line");
        assertThat(page.locator("#objectives")).containsText("No objective fits.");
    }

    @Test
    void anObjectiveRestsGoesOnAndIsCancelledWithItsReason() {
        Page page = visitors.as("Lena");
        openObjective(page, "Website revamp");
        decide(page, "Put on hold", "hold", "The agency is on holiday.");
        assertThat(page.locator(".notice")).containsText("The agency is on holiday.");
        button(page, "Go on").click();
        assertThat(page.locator(".notice")).hasCount(0);

        openObjective(page, "Increase social media followers by 30 % in H1", "FY2026", "2026 H1");
        decide(page, "Cancel it", "cancellation", "Followers buy nothing.");
        assertThat(page.locator(".notice")).containsText("Followers buy nothing.");
        assertThat(section(page, "Journal")).containsText("cancel");
        link(page, "2026 H1").click();
        assertThat(link(page, "Increase social media followers by 30 % in H1")).hasCount(0);
        choose(page, "State", "Cancelled");
        assertThat(link(page, "Increase social media followers by 30 % in H1")).hasCount(1);
    }

    @Test
    void aLinkIsSeenFromBothEnds() {
        Page page = visitors.as("Lena");
        openObjective(page, "Website revamp");
        page.getByText("Link a goal").click();
        page.getByLabel("Find a goal by text").fill("annual");
        link(page, "Annual revenue").click();
        choose(page, "This objective", "Supports");
        button(page, "Link").click();
        link(section(page, "Links"), "Annual revenue").click();
        assertThat(heading(page)).hasText("Annual revenue");
        assertThat(link(section(page, "Links"), "Website revamp")).isVisible();
    }

    @Test
    void anInitiativeIsAddedOnceItsOwnerIsSomebody() {
        Page page = visitors.as("Sofia");
        openObjective(page, "Keep our people growing");
        link(page, "Add one").click();
        textbox(page, "What is done").fill("Lunch with every new colleague");
        page.getByLabel("Who").fill("Nobody in particular");
        page.getByLabel("Due").fill("2026-09-11");
        button(page, "Add").click();
        assertThat(page.getByLabel("Who")).hasAttribute("aria-invalid", "true");
        assertThat(textbox(page, "What is done")).hasValue("Lunch with every new colleague");
        page.getByLabel("Who").fill("Theo");
        button(page, "Add").click();
        Locator added = having(page, "aside .line", "Lunch with every new colleague");
        assertThat(added).containsText("Theo · due 11 Sep");
    }

    private static void decide(Page page, String words, String action, String reason) {
        page.getByLabel("More to do").click();
        page.locator("details.confirm summary").getByText(words).click();
        Locator form = page.locator("form[action$='/" + action + "']");
        form.locator("input[name=reason]").fill(reason);
        form.locator("button.btn-danger, button.btn-primary").click();
    }

    private static Locator link(Locator within, String words) {
        return within.getByRole(
                com.microsoft.playwright.options.AriaRole.LINK,
                new Locator.GetByRoleOptions().setName(words).setExact(true));
    }

    private static int status(Page page, String address) {
        return Objects.requireNonNull(page.navigate(address)).status();
    }
}
