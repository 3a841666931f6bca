package io.cairn.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.cairn.database.ReadyLines;
import io.cairn.testing.CairnTest;
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
        assertThat(heading(page)).containsText("Iris");
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
