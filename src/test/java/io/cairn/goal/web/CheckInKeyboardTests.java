package io.cairn.goal.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.cairn.testing.ThirdQuarter.ofKind;
import static io.cairn.testing.ThirdQuarter.way;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.cairn.goal.Goal;
import io.cairn.goal.MeasureKind;
import io.cairn.kernel.Viewer;
import io.cairn.organization.Team;
import io.cairn.testing.Accessibility;
import io.cairn.testing.CairnTest;
import io.cairn.testing.ThirdQuarter;
import io.cairn.testing.Window;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The sheet in a real browser: five updates by keyboard alone, in less than a minute. */
@CairnTest
@Tag("browser")
class CheckInKeyboardTests {
    /** A quick typist's pause between two keys. */
    private static final int PAUSE = 60;

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    ThirdQuarter company;
    Viewer noah;
    Goal retention;
    Goal experience;
    Window window;

    @BeforeEach
    void found() {
        window = Window.open(port);
        company = new ThirdQuarter(context);
        noah = company.person("Noah");
        Team success = company.team("Customer Success", company.company, noah);
        retention = company.retention(success, noah);
        experience = company.objective(
                "Unforgettable customer experience",
                success,
                noah,
                way("Customer retention", "%", "85", "92"),
                way("Onboarding CSAT", "", "70", "85"));
        company.weekly(noah, experience.measures().get(0), 8, "85.4", "86", "86.7", "87.3", "87.9");
        company.weekly(noah, experience.measures().get(1), 9, "71.5", "73", "74.4", "76", "77.5");
    }

    @AfterEach
    void leave() {
        window.close();
        company.leave();
    }

    @Test
    void fiveUpdatesTakeLessThanAMinuteByKeyboardAlone() {
        Page page = window.signedIn(noah, "/check-in", ColorScheme.LIGHT, 1440);
        window.picture("check-in-fresh");
        page.locator(".sheet-row input[name=value]").first().focus();
        Instant start = Instant.now();

        update(page, "90", 8, "On plan");
        update(page, "41,6", 6, "Third pilot slips to September");
        update(page, "28", 4, "Second person on the night rota");
        update(page, "88.5", 8, "");
        update(page, "79", 9, "");

        Locator wrong = page.locator(".sheet-row").filter(new Locator.FilterOptions().setHasText("Cross-sell"));
        assertThat(wrong.getByRole(com.microsoft.playwright.options.AriaRole.STATUS))
                .hasText("Not saved");
        assertThat(wrong.locator("input[name=value]")).hasValue("41,6");
        assertThat(page.locator("[data-saved]")).hasText("4 of 5 saved");
        window.picture("check-in-error");
        accessible(page);

        Locator use = wrong.getByText("Use 41.6");
        while (!(Boolean) use.evaluate("button => button === document.activeElement")) {
            page.keyboard().press("Shift+Tab");
        }
        page.keyboard().press("Enter");
        assertThat(wrong.getByRole(com.microsoft.playwright.options.AriaRole.STATUS))
                .hasText("Saved 10:02");
        assertThat(page.locator("[data-saved]")).hasText("5 of 5 saved");
        assertThat(page.locator(".rail a[href='/check-in'] .count")).hasCount(0);
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(50));
        window.picture("check-in-saved");

        Goal after = company.now(retention.id());
        assertThat(after.measures())
                .allSatisfy(measure -> assertThat(measure.checkIns()).isEqualTo(6));
        assertThat(after.measures().get(1).current()).isEqualByComparingTo("41.6");
        assertThat(after.measures().get(2).confidence()).isEqualTo(4);
        assertThat(company.now(experience.id()).measures().get(1).current()).isEqualByComparingTo("79");
        assertThat(page.evaluate("window.violations")).isEqualTo(java.util.List.of());
    }

    @Test
    void everyKindIsReadableOnAPhoneAndInTheDark() {
        Team team = company.team("People", company.company, noah);
        company.objective(
                "Keep our people growing",
                team,
                noah,
                ofKind("Training and skill development with Sales", MeasureKind.MILESTONE),
                ofKind("Product release is out", MeasureKind.BOOLEAN),
                ofKind("Experiment with new content", MeasureKind.RUBRIC),
                ThirdQuarter.count("Salespeople recruited", "12"));
        for (ColorScheme scheme : ColorScheme.values()) {
            if (scheme == ColorScheme.NO_PREFERENCE) {
                continue;
            }
            for (int width : new int[] {1440, 390}) {
                Page page = window.signedIn(noah, "/check-in", scheme, width);
                assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .isEqualTo(width);
                accessible(page);
                window.picture("check-in-kinds");
            }
        }
    }

    /** Types one row's fields in their order and lets Enter go on to the next. */
    private static void update(Page page, String value, int confidence, String note) {
        var typing = new com.microsoft.playwright.Keyboard.TypeOptions().setDelay(PAUSE);
        page.keyboard().type(value, typing);
        page.keyboard().press("Tab");
        page.keyboard().press("Space");
        for (int i = 0; i < confidence; i++) {
            page.keyboard().press("ArrowRight");
        }
        if (!note.isEmpty()) {
            page.keyboard().press("Tab");
            page.keyboard().type(note, typing);
        }
        page.keyboard().press("Enter");
    }

    private static void accessible(Page page) {
        assertThat(Accessibility.asItStands(page)).isEmpty();
    }
}
