package io.cairn.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.cairn.testing.Visitors;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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

    /** Opens an objective the way people do, from the list. */
    static void openObjective(Page page, String cycle, String title) {
        page.navigate("/objectives");
        link(page, cycle).first().click();
        assertThat(heading(page)).containsText(cycle);
        page.navigate(page.url() + (page.url().contains("?") ? "&" : "?") + "q=" + encoded(title));
        link(page, title).click();
        assertThat(heading(page)).hasText(title);
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

    private static Page.GetByRoleOptions named(String words) {
        return new Page.GetByRoleOptions().setName(words).setExact(true);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
