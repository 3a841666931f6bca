package io.cairn.goal.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.cairn.goal.Goal;
import io.cairn.goal.GoalStatus;
import io.cairn.goal.MeasureKind;
import io.cairn.kernel.Viewer;
import io.cairn.organization.Team;
import io.cairn.testing.Accessibility;
import io.cairn.testing.CairnTest;
import io.cairn.testing.ThirdQuarter;
import io.cairn.testing.Window;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The objective editor in a real browser. */
@CairnTest
@Tag("browser")
@Tag("long")
class GoalEditorLooksTests {
    private static final List<ColorScheme> SCHEMES = List.of(ColorScheme.LIGHT, ColorScheme.DARK);

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    ThirdQuarter company;
    Viewer noah;
    Team success;
    Window window;

    @BeforeEach
    void found() {
        window = Window.open(port);
        company = new ThirdQuarter(context);
        noah = company.person("Noah");
        success = company.team("Customer Success", company.company, noah);
        company.team("Sales", company.company, noah);
    }

    @AfterEach
    void leave() {
        window.close();
        company.leave();
    }

    @Test
    void anObjectiveIsWrittenAndActivatedWithTheCheckBesideIt() {
        Page page = window.signedIn(noah, "/objectives/new?team=" + success.id(), ColorScheme.LIGHT, 1440);
        page.getByLabel("Objective", new Page.GetByLabelOptions().setExact(true))
                .fill("Improve revenue retention");
        result(page, 1, "Renewal rate", "%", "88", "92");
        Locator check = page.locator("#structure");
        assertThat(check).containsText("this one has 1");
        page.getByLabel("Kind").nth(1).selectOption("RANGE");
        assertThat(page.locator("input[name='measures[1].low']")).isVisible();
        page.getByLabel("Kind").nth(1).selectOption("DECREASE");
        assertThat(page.locator("input[name='measures[1].baseline']")).isVisible();
        assertThat(page.getByLabel("Objective", new Page.GetByLabelOptions().setExact(true)))
                .hasValue("Improve revenue retention");
        result(page, 2, "Time to escalation", "h", "30", "24");
        assertThat(check).containsText("Nothing is missing.");
        page.getByText("Add a key result").click();
        assertThat(page.getByLabel("Key result 3", new Page.GetByLabelOptions().setExact(true))
                        .first())
                .isVisible();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Remove key result 3"))
                .click();
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Remove key result 3")))
                .hasCount(0);
        accessible(page);
        page.getByText("Save and activate").click();
        page.waitForURL(url -> url.matches(".*/objectives/[0-9a-f-]{36}"));
        Goal goal = company.now(UUID.fromString(page.url().replaceAll(".*/", "")));
        assertThat(goal.state()).isEqualTo(GoalStatus.ACTIVE);
        assertThat(goal.measures()).hasSize(2);
    }

    @Test
    void theEditorIsReadableEverywhere() {
        Goal many = company.draft(
                "Keep our people growing",
                success,
                noah,
                ThirdQuarter.way("Attrition", "%", "18", "14"),
                ThirdQuarter.ofKind("Training with Sales", MeasureKind.MILESTONE),
                ThirdQuarter.ofKind("Product release is out", MeasureKind.BOOLEAN),
                ThirdQuarter.ofKind("Experiment with new content", MeasureKind.RUBRIC));
        Goal active = company.retention(success, noah);
        for (ColorScheme scheme : SCHEMES) {
            for (int width : new int[] {1440, 390}) {
                look(scheme, width, "/objectives/new?team=" + success.id(), "editor-new");
                look(scheme, width, "/objectives/" + many.id() + "/edit", "editor-kinds");
                look(scheme, width, "/objectives/" + active.id() + "/edit", "editor-active");
                Page page = window.signedIn(noah, "/objectives/new?team=" + success.id(), scheme, width);
                page.getByLabel("Objective", new Page.GetByLabelOptions().setExact(true))
                        .fill("Grow");
                result(page, 1, "Renewal rate", "%", "88,5", "92");
                result(page, 2, "Escalation", "h", "24", "24");
                page.getByText("Save draft").click();
                assertThat(page.locator(".error-text").first()).isVisible();
                check(page, width, "editor-errors");
            }
        }
    }

    private static void result(Page page, int number, String name, String unit, String from, String to) {
        String path = "measures[" + (number - 1) + "].";
        page.locator("input[name='" + path + "name']").fill(name);
        page.locator("input[name='" + path + "unit']").fill(unit);
        page.locator("input[name='" + path + "baseline']").fill(from);
        page.locator("input[name='" + path + "target']").fill(to);
        page.locator("input[name='" + path + "target']").blur();
    }

    private void look(ColorScheme scheme, int width, String path, String name) {
        check(window.signedIn(noah, path, scheme, width), width, name);
    }

    private void check(Page page, int width, String name) {
        window.picture(name);
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as(name)
                .isEqualTo(width);
        assertThat(page.evaluate("window.violations")).isEqualTo(List.of());
        accessible(page);
    }

    private static void accessible(Page page) {
        assertThat(Accessibility.asItStands(page)).isEmpty();
    }
}
