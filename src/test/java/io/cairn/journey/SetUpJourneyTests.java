package io.cairn.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.cairn.database.ReadyLines;
import io.cairn.testing.CairnTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** The first day of an empty installation. */
@CairnTest
@Tag("browser")
@TestPropertySource(properties = "cairn.test.empty=true")
@DirtiesContext
class SetUpJourneyTests extends Journey {
    private static final String PASSWORD = "stones upon stones";

    @Autowired
    ObjectProvider<ReadyLines> readyLines;

    @Test
    void theCodeFromTheConsoleOpensAnEmptyInstallation() {
        Page page = visitors.stranger();
        page.navigate("/");
        assertThat(heading(page)).hasText("Set up Cairn");
        fill(page, "ABCD-EFGH-JKLM");
        assertThat(page.locator("#code-error")).containsText("not the code");
        assertThat(page.locator("#organization")).hasValue("Lumina");

        fill(page, code());
        assertThat(heading(page)).hasText("Which of these will you use?");
        assertThat(page.getByLabel(Pattern.compile("Objectives and key results.*")))
                .isChecked();
        assertThat(page.getByLabel(Pattern.compile("Management by objectives.*")))
                .not()
                .isChecked();
        link(page, "Decide later").click();
        assertThat(heading(page)).containsText("Iris");
        assertThat(link(page, "My plan")).isVisible();
        page.getByLabel("How many people work for you?").fill("30");
        button(page, "Show what fits").click();
        assertThat(heading(page)).hasText("What fits");
        link(page, "Use exactly what is named here").click();
        assertThat(page.locator("main")).containsText("Nothing changes until you save.");
        button(page, "Save").click();
        assertThat(link(page, "My plan")).hasCount(0);
        page.navigate("/");
        assertThat(page.locator("main")).not().containsText("To begin with");
        link(page, "Cycles").click();
        assertThat(page.locator("main")).containsText("FY");
        link(page, "Objectives").click();
        assertThat(page.locator("main")).containsText("No objectives in");
        page.navigate("/administration/teams");
        link(page, "Add a team").click();
        textbox(page, "Name").fill("Quarry");
        choose(page, "Lies in", "Lumina");
        button(page, "Add").click();
        assertThat(page.locator("main")).containsText("Quarry");
        Page late = visitors.stranger();
        late.navigate("/set-up");
        assertThat(heading(late)).hasText("Sign in");
    }

    private static void fill(Page page, String code) {
        page.locator("#code").fill(code);
        page.locator("#organization").fill("Lumina");
        page.locator("#zone").selectOption("Pacific/Auckland");
        page.locator("#currency").selectOption("NZD");
        page.locator("#name").fill("Iris");
        page.locator("#email").fill("iris@example.com");
        page.locator("#password").fill(PASSWORD);
        page.locator("#again").fill(PASSWORD);
        button(page, "Set up Cairn").click();
    }

    private String code() {
        String line = readyLines
                .orderedStream()
                .flatMap(lines -> lines.lines().stream())
                .filter(each -> each.contains("code"))
                .findFirst()
                .orElseThrow();
        return line.substring(line.lastIndexOf(' ') + 1);
    }
}
