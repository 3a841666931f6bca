package io.cairn.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import io.cairn.testing.DemoTest;
import org.junit.jupiter.api.Test;

/** Dashboards and alerts, as people use them. */
@DemoTest
class KpiJourneyTests extends Journey {
    @Test
    void aDashboardIsMadeArrangedSharedAndHungOnTheWall() {
        Page page = visitors.as("Noah");
        page.navigate("/kpis");
        link(page, "New dashboard").click();
        textbox(page, "Name").fill("Before the stand-up");
        button(page, "Make it").click();
        add(page, "Customer retention");
        add(page, "Churn rate");
        add(page, "Sales win rate");
        assertThat(tiles(page)).containsText(new String[] {"Customer retention", "Churn rate", "Sales win rate"});

        grip(page, "Sales win rate").focus();
        page.keyboard().press("ArrowLeft");
        assertThat(page.locator("[data-told]")).hasText("Sales win rate: place 2 of 3.");
        assertThat(grip(page, "Sales win rate")).isFocused();
        page.waitForResponse("**/order", () -> drag(page, "Churn rate", "Customer retention"));
        String[] order = {"Churn rate", "Customer retention", "Sales win rate"};
        assertThat(tiles(page)).containsText(order);
        page.reload();
        assertThat(tiles(page)).containsText(order);
        page.waitForResponse(
                "**/order", () -> button(page, "Move Customer retention later").click());
        String[] turned = {"Churn rate", "Sales win rate", "Customer retention"};
        assertThat(tiles(page)).containsText(turned);

        choose(page, "Who sees it", "Everyone");
        button(page, "Save").click();
        assertThat(heading(page)).hasText("Before the stand-up");

        Page other = visitors.as("Ava");
        other.navigate("/kpis");
        section(other, "Everyone’s").getByText("Before the stand-up").click();
        assertThat(other.locator(".tile")).containsText(turned);
        assertThat(link(other, "Arrange")).hasCount(0);
        link(other, "Wall").click();
        assertThat(other.locator(".wall-tile")).containsText(turned);
        assertThat(other.locator(".rail")).hasCount(0);
    }

    @Test
    void aChangeIsExplainedAndItsAlertAcknowledged() {
        Page page = visitors.as("Mia");
        page.navigate("/alerts");
        Locator alert = having(page, ".line-alert", "Sales revenue").first();
        assertThat(alert).containsText("Near");
        alert.getByText("Say why").click();
        textbox(page, "The reason").fill("Two large offers were lost to one rival.");
        button(page, "Save").click();
        Locator told = having(page, ".line-alert", "Two large offers were lost to one rival.");
        assertThat(told).hasCount(1);
        told.getByText("Acknowledge").click();
        assertThat(told).hasCount(0);
        link(page, "Acknowledged").click();
        assertThat(told).containsText("acknowledged by Mia");
    }

    private static void add(Page page, String name) {
        page.getByPlaceholder("Search KPIs").fill(name);
        button(page, "Add " + name).click();
        assertThat(having(page, ".tile", name)).hasCount(1);
    }

    private static Locator tiles(Page page) {
        return page.locator(".tiles-arrange > .tile");
    }

    private static Locator grip(Page page, String name) {
        return having(page, ".tiles-arrange > .tile", name).locator(".grip");
    }

    private static void drag(Page page, String name, String onto) {
        BoundingBox from = grip(page, name).boundingBox();
        BoundingBox to = having(page, ".tiles-arrange > .tile", onto).boundingBox();
        page.mouse().move(from.x + from.width / 2, from.y + from.height / 2);
        page.mouse().down();
        page.mouse()
                .move(
                        to.x + to.width / 2,
                        to.y + to.height / 2,
                        new com.microsoft.playwright.Mouse.MoveOptions().setSteps(8));
        page.mouse().up();
    }
}
