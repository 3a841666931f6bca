package io.cairn.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.cairn.testing.Visitors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What all journeys share: people come to the running program and find things as people do, by their words. */
abstract class Journey {
    @LocalServerPort
    int port;

    Visitors visitors;

    @BeforeEach
    void open() {
        visitors = new Visitors(port);
    }

    @AfterEach
    void leave() {
        visitors.close();
    }

    static Locator button(Page page, String words) {
        return page.getByRole(AriaRole.BUTTON, named(words));
    }

    static Locator link(Page page, String words) {
        return page.getByRole(AriaRole.LINK, named(words));
    }

    static Locator textbox(Page page, String label) {
        return page.getByRole(AriaRole.TEXTBOX, named(label));
    }

    static Locator heading(Page page) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    /** A section of the page by its heading. */
    static Locator section(Page page, String words) {
        return page.getByRole(AriaRole.REGION, named(words));
    }

    /** The one line, row or entry of a kind that has these words. */
    static Locator having(Page page, String kind, String words) {
        return page.locator(kind).filter(new Locator.FilterOptions().setHasText(words));
    }

    /** Opens an objective the way people do: from the list of its cycle, which they reach through those above. */
    static void openObjective(Page page, String title, String... cycles) {
        page.navigate("/objectives");
        for (String cycle : cycles) {
            link(page, cycle).first().click();
            assertThat(page.locator(".crumbs [aria-current=page]")).hasText(cycle);
        }
        page.locator(".okr h3").getByText(title).click();
        assertThat(heading(page)).hasText(title);
    }

    /** Chooses an option by its words, however deep it stands. */
    static void choose(Page page, String label, String option) {
        Locator select = page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
        Locator wanted = select.locator("option")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\W*" + option + "\\W*$")));
        select.selectOption(wanted.first().getAttribute("value"));
    }

    /** Presses Tab until something that fits has the focus. */
    static Locator tabTo(Page page, String fitting) {
        for (int i = 0; i < 100; i++) {
            page.keyboard().press("Tab");
            if ((Boolean) page.evaluate("fitting => document.activeElement.matches(fitting)", fitting)) {
                return page.locator("*:focus");
            }
        }
        throw new AssertionError("Tab never reaches " + fitting);
    }

    /** Answers a question that has a few answers to choose from. */
    static void answer(Page page, String question, String words) {
        page.getByRole(AriaRole.GROUP, named(question))
                .getByLabel(words, new Locator.GetByLabelOptions().setExact(true))
                .check();
    }

    private static Page.GetByRoleOptions named(String words) {
        return new Page.GetByRoleOptions().setName(words).setExact(true);
    }
}
