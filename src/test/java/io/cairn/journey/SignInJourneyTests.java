package io.cairn.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext.ClearCookiesOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.cairn.testing.DemoTest;
import io.cairn.testing.Visitors;
import org.junit.jupiter.api.Test;

/** Coming in, going out, and a session that ends in between. */
@DemoTest
class SignInJourneyTests extends Journey {
    @Test
    void oneClickOrAPasswordLeadsHomeAndAWrongOneDoesNot() {
        Page page = visitors.as("Ava");
        assertThat(heading(page)).hasText("Good morning, Ava");
        page.navigate("/account");
        button(page, "Sign out").click();
        assertThat(heading(page)).hasText("Sign in");

        page.getByText("Sign in with e-mail and password instead").click();
        textbox(page, "E-mail").fill("ava@example.com");
        page.getByLabel("Password").fill("cairns");
        page.keyboard().press("Enter");
        assertThat(page.locator("main")).containsText("do not belong together");
        assertThat(textbox(page, "E-mail")).hasValue("ava@example.com");
        page.getByLabel("Password").fill("cairn");
        page.keyboard().press("Enter");
        assertThat(heading(page)).hasText("Good morning, Ava");
    }

    @Test
    void signingOutEverywhereEndsTheOtherSessionsToo() {
        Page office = visitors.as("Ravi");
        Page phone = visitors.as("Ravi", new NewContextOptions().setViewportSize(390, 844));
        office.navigate("/account");
        button(office, "Sign out everywhere").click();
        assertThat(heading(office)).hasText("Sign in");
        link(phone, "Objectives").click();
        assertThat(heading(phone)).hasText("Sign in");
    }

    @Test
    void whatIsTypedWhenTheSessionEndsIsSavedAfterSigningInAgain() {
        Page page = visitors.as("Omar");
        openObjective(page, "Improve customer satisfaction in Q3");
        link(page, "Add one").click();
        textbox(page, "What is done").fill("Listen in on ten calls");
        page.context().clearCookies(new ClearCookiesOptions().setName("cairn_session"));
        button(page, "Add").click();
        assertThat(heading(page)).hasText("Sign in");
        assertThat(page.locator("main")).containsText("what you typed can be saved");

        Visitors.pick(page, "Omar");
        assertThat(page.locator("main")).containsText("Listen in on ten calls");
        button(page, "Save what you typed").click();
        assertThat(section(page, "Initiatives")).containsText("Listen in on ten calls");
    }

    @Test
    void aRowThatMetAnEndedSessionIsSavedOnceOneIsSignedInAgain() {
        Page page = visitors.as("Sofia");
        page.navigate("/check-in");
        Locator row = having(page, ".sheet-row", "Attrition over twelve months");
        page.context().clearCookies(new ClearCookiesOptions().setName("cairn_session"));
        row.locator("input[name=value]").fill("16.4");
        heading(page).click();
        assertThat(row.locator(".state")).containsText("Not saved: sign in");
        assertThat(row.locator("input[name=value]")).hasValue("16.4");

        Page other = page.waitForPopup(() -> row.locator(".state a").click());
        Visitors.pick(other, "Sofia");
        assertThat(heading(other)).hasText("Good morning, Sofia");
        other.close();
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
        assertThat(row.locator(".state")).containsText("Saved");
    }
}
