package io.cairn.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What stands in people's way on a page, a line each. */
public final class Accessibility {
    private static final List<Integer> WIDTHS = List.of(1440, 390, 360);
    private static final String ONLY_COLOURS = "{runOnly: ['color-contrast']}";

    /** The script of axe-core, put into a page once for both lights. */
    private static final String AXE = axe();

    private static final String FIND = """
            () => axe.run({resultTypes: ["violations"], elementRef: false, ...%s}).then(found => found.violations
                .filter(each => each.impact !== "minor")
                .flatMap(each => each.nodes.slice(0, 3)
                    .map(node => [matchMedia("(prefers-color-scheme: dark)").matches ? "dark:" : "light:", each.id, node.html, node.failureSummary].join(" "))))
            """;

    /** What reaches over the right edge, when the page scrolls sideways. */
    private static final String SIDEWAYS = """
            () => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll("body *")]
                .filter(each => each.getBoundingClientRect().right > innerWidth + 1)
                .slice(0, 5)
                .map(each => each.tagName + "." + each.getAttribute("class"))
            """;

    private Accessibility() {}

    /** What axe finds more than a trifle in the light and in the dark, where only colours differ. */
    public static List<String> problems(Page page) {
        light(page, ColorScheme.LIGHT);
        List<String> problems = new ArrayList<>(asItStands(page));
        light(page, ColorScheme.DARK);
        problems.addAll(found(page, ONLY_COLOURS));
        return problems;
    }

    /** What axe finds more than a trifle in the light the page is in. */
    public static List<String> asItStands(Page page) {
        page.evaluate("() => {" + AXE + "}");
        return found(page, "{}");
    }

    private static void light(Page page, ColorScheme scheme) {
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE));
    }

    private static List<String> found(Page page, String options) {
        return ((List<?>) page.evaluate(FIND.formatted(options)))
                .stream().map(problem -> page.url() + ": " + problem).toList();
    }

    private static String axe() {
        try (InputStream source = Accessibility.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(source).readAllBytes(), UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What is too wide for phones or for a desk; the window is left at its smallest. */
    public static List<String> sideways(Page page) {
        List<String> wide = new ArrayList<>();
        for (int width : WIDTHS) {
            page.setViewportSize(width, 900);
            Object over = page.evaluate(SIDEWAYS);
            if (!List.of().equals(over)) {
                wide.add("%s at %d px: %s".formatted(page.url(), width, over));
            }
        }
        return wide;
    }
}
