package io.cairn.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the pages are judged by finds what it is there for. */
@Tag("browser")
class AccessibilityTests {
    private static final String PALE = "<p style='color: light-dark(#111, #333); background: light-dark(#fff, #222)'>";

    @Test
    void coloursAreReadInBothLights() {
        assertThat(problems(PALE + "Hardly read in the dark</p>"))
                .singleElement()
                .satisfies(
                        problem -> assertThat(problem).contains("dark:", "color-contrast", "Hardly read in the dark"));
        assertThat(problems("<p>Read well</p>")).isEmpty();
    }

    @Test
    void aFieldNeedsItsName() {
        assertThat(problems("<input>"))
                .singleElement()
                .satisfies(problem -> assertThat(problem).contains("light:", "label"));
    }

    @Test
    void whatIsTooWideIsNamed() {
        try (Page page = Chromium.context(new NewContextOptions()).newPage()) {
            page.setContent(document("<div class='broad' style='width: 400px'>Broad</div>"));
            assertThat(Accessibility.sideways(page))
                    .hasSize(2)
                    .allSatisfy(found -> assertThat(found).contains("DIV.broad"));
        }
    }

    private static List<String> problems(String body) {
        try (Page page = Chromium.context(new NewContextOptions()).newPage()) {
            page.setContent(document(body));
            return Accessibility.problems(page);
        }
    }

    private static String document(String body) {
        return "<!doctype html><html lang=en style='color-scheme: light dark'><title>A page</title><main><h1>One</h1>"
                + body + "</main></html>";
    }
}
