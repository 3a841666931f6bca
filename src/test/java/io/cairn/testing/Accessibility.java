package io.cairn.testing;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What stands in people's way on a page, a line each. */
public final class Accessibility {
    private static final List<Integer> WIDTHS = List.of(1440, 390, 360);
    private static final List<String> GRAVE = List.of("serious", "critical");

    /** What reaches over the right edge, when the page scrolls sideways. */
    private static final String SIDEWAYS = """
            () => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll("body *")]
                .filter(each => each.getBoundingClientRect().right > innerWidth + 1)
                .slice(0, 5)
                .map(each => each.tagName + "." + each.getAttribute("class"))
            """;

    private Accessibility() {}

    /** What axe finds grave in the light and in the dark, where only colours differ. */
    public static List<String> problems(Page page) {
        return Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
                .flatMap(scheme -> problems(page, scheme).stream())
                .toList();
    }

    private static List<String> problems(Page page, ColorScheme scheme) {
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE));
        var axe = new AxeBuilder(page).setLegacyMode(true);
        if (scheme == ColorScheme.DARK) {
            axe.withRules(List.of("color-contrast"));
        }
        return axe.analyze().getViolations().stream()
                .filter(found -> GRAVE.contains(found.getImpact()))
                .flatMap(found -> found.getNodes().stream()
                        .limit(3)
                        .map(node -> "%s, %s: %s %s %s"
                                .formatted(
                                        page.url(), scheme, found.getId(), node.getHtml(), node.getFailureSummary())))
                .toList();
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
