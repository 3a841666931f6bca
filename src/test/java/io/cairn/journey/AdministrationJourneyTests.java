package io.cairn.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.cairn.testing.DemoTest;
import org.junit.jupiter.api.Test;

/** Keeping the organisation and its year. */
@DemoTest
class AdministrationJourneyTests extends Journey {
    private static final String PASSWORD = "a lamp in the window";

    @Test
    void somebodyComesSignsInByAOneTimeLinkAndLeavesWithAHandOver() {
        Page kai = visitors.as("Kai");
        kai.navigate("/administration/people");
        link(kai, "Add a person").click();
        textbox(kai, "Name").fill("Zora Keller");
        textbox(kai, "E-mail").fill("zora@example.com");
        kai.getByLabel("Manager").fill("noah@example.com");
        kai.getByLabel("Customer Success").check();
        button(kai, "Add").click();
        assertThat(heading(kai)).containsText("Zora Keller");

        Page zora = visitors.stranger();
        zora.navigate(linkFor(kai, "Zora Keller"));
        assertThat(heading(zora)).hasText("Welcome, Zora Keller");
        String once = zora.url();
        zora.getByLabel("New password", new Page.GetByLabelOptions().setExact(true))
                .fill(PASSWORD);
        zora.getByLabel("New password again").fill(PASSWORD);
        button(zora, "Set password and sign in").click();
        assertThat(heading(zora)).containsText("Good morning, Zora");

        giveATeam(kai, "Field Support", "zora@example.com");
        kai.navigate("/people?q=Zora");
        link(kai, "Zora Keller").click();
        link(kai, "Change").click();
        link(kai, "Mark as left…").click();
        kai.getByLabel("All of it goes to").fill("omar@example.com");
        button(kai, "Mark as left").click();
        assertThat(kai.locator("main")).containsText("Left");
        link(zora, "Objectives").click();
        assertThat(heading(zora)).hasText("Sign in");
        zora.navigate(once);
        assertThat(heading(zora)).not().containsText("Welcome");
        kai.navigate("/organisation?by=teams");
        assertThat(having(kai, "main li", "Field Support").last()).containsText("Omar");
    }

    @Test
    void aChampionPlansAYearAndMovesAQuarterOn() {
        Page page = visitors.as("Lena");
        page.navigate("/cycles");
        link(page, "Plan a year").click();
        textbox(page, "Begins in").fill("2027");
        button(page, "Plan the year").click();
        assertThat(having(page, "tr", "2027 Q3")).containsText("Planning");
        button(page, "Move 2027 Q1 to Active").click();
        assertThat(having(page, "tr", "2027 Q1")).containsText("Active");
    }

    private static String linkFor(Page administrator, String name) {
        administrator.navigate("/administration/accounts?q=" + name.replace(" ", "+"));
        button(administrator, "One-time link for " + name).click();
        return administrator.getByLabel("One-time link").inputValue();
    }

    private static void giveATeam(Page administrator, String name, String leader) {
        administrator.navigate("/administration/teams/new");
        textbox(administrator, "Name").fill(name);
        administrator.getByLabel("Leader").fill(leader);
        choose(administrator, "Lies in", "Customer Success");
        button(administrator, "Add").click();
        assertThat(administrator.locator("main")).containsText(name);
    }
}
