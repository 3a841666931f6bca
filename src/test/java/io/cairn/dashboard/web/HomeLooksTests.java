package io.cairn.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.cairn.goal.Goal;
import io.cairn.kernel.Viewer;
import io.cairn.organization.Team;
import io.cairn.testing.Accessibility;
import io.cairn.testing.CairnTest;
import io.cairn.testing.ThirdQuarter;
import io.cairn.testing.Window;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Home in a real browser: light and dark, wide and narrow, full and empty. */
@CairnTest
@Tag("browser")
@Tag("long")
class HomeLooksTests {
    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Test
    void homeIsReadableEverywhereFullOrEmpty() {
        var company = new ThirdQuarter(context);
        try (Window window = Window.open(port)) {
            Viewer noah = company.person("Noah");
            Viewer omar = company.person("Omar");
            Viewer lucy = company.person("Lucy");
            Team success = company.team("Customer Success", company.company, noah);
            Team support = company.team("Support", success, omar);
            company.retention(success, noah);
            Goal satisfaction = company.objective(
                    "Improve customer satisfaction in Q3",
                    support,
                    omar,
                    ThirdQuarter.way("NPS", "", "55", "70"),
                    ThirdQuarter.way("Ticket resolution time", "h", "20", "12"));
            company.weekly(omar, satisfaction.measures().get(0), 6, "56", "57", "58", "59", "60", "61");
            company.weekly(omar, satisfaction.measures().get(1), 8, "19", "18", "17.4", "17", "16.6", "16");
            company.draft("Launch a new product line", success, noah);
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                for (int width : new int[] {1440, 390}) {
                    look(window, noah, scheme, width, "home");
                    look(window, lucy, scheme, width, "home-new");
                }
            }
        } finally {
            company.leave();
        }
    }

    private static void look(Window window, Viewer viewer, ColorScheme scheme, int width, String name) {
        Page page = window.signedIn(viewer, "/", scheme, width);
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
        assertThat(page.evaluate("window.violations")).isEqualTo(List.of());
        assertThat(Accessibility.asItStands(page)).isEmpty();
        window.picture(name);
    }
}
