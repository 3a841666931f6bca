package io.cairn.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.cairn.testing.Accessibility;
import io.cairn.testing.DemoTest;
import io.cairn.testing.TestDatabase;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A SMART goal from a vague wish to one that somebody else believes in, and what a changed target does to that. */
@DemoTest
class SmartJourneyTests extends Journey {
    @Autowired
    TestDatabase database;

    @Test
    void aVagueGoalIsMendedAttestedActivatedAndChanged() {
        Page lena = visitors.as("Lena");
        lena.navigate("/smart");
        link(lena, "Write a SMART goal").click();
        Locator check = lena.locator("#structure");
        lena.getByLabel("Goal", new Page.GetByLabelOptions().setExact(true)).fill("Improve our blog");
        lena.getByLabel("Owner").selectOption("Marketing");
        assertThat(check).containsText("“improve” can be read in two ways");
        assertThat(check).containsText("Nothing says how anybody will know.");
        button(lena, "Save and activate").click();
        assertThat(lena.locator("main")).containsText("it needs a number with a target, or steps");
        assertThat(lena.getByLabel("Goal", new Page.GetByLabelOptions().setExact(true)))
                .hasValue("Improve our blog");

        lena.getByLabel("Goal", new Page.GetByLabelOptions().setExact(true))
                .fill("Publish a story of a customer on our blog each week");
        lena.getByLabel(Pattern.compile("^What is counted.*")).fill("Stories");
        lena.getByLabel(Pattern.compile("^Baseline.*")).fill("0");
        lena.getByLabel(Pattern.compile("^Target.*")).fill("six");
        lena.getByLabel(Pattern.compile("^Relevant.*")).fill("Sales asks for them in every first call.");
        assertThat(check).containsText("3 of 5");
        lena.getByLabel(Pattern.compile("^Target.*")).fill("6");
        lena.getByLabel(Pattern.compile("^First step.*")).fill("Ask three customers.");
        assertThat(check).containsText("4 of 5");
        assertThat(Accessibility.problems(lena)).isEmpty();
        button(lena, "Save draft").click();
        assertThat(heading(lena)).hasText("Publish a story of a customer on our blog each week");
        assertThat(lena.locator("main")).containsText("Ask three customers.");
        assertThat(button(lena, "It can be done")).hasCount(0);
        button(lena, "Activate").click();
        assertThat(lena.locator("main")).containsText("Stories");
        String goal = lena.url().replaceAll(".*/", "");

        Page iris = visitors.as("Iris");
        iris.navigate("/smart/" + goal);
        iris.getByLabel(Pattern.compile("^Can it be done.*")).fill("Six is fair.");
        button(iris, "It can be done").click();
        assertThat(iris.locator("main")).containsText("SMART: all five letters pass.");
        assertThat(iris.locator("main")).containsText(Pattern.compile("Iris said so on \\d+ \\w+ 2026"));
        assertThat(Accessibility.problems(iris)).isEmpty();

        lena.navigate("/smart/" + goal + "/edit");
        lena.getByLabel(Pattern.compile("^Target.*")).fill("12");
        lena.keyboard().press("Tab");
        assertThat(check).containsText("and it was changed since");
        button(lena, "Save").last().click();
        assertThat(lena.locator("main")).containsText("It was changed since somebody said that it can be done.");
        link(lena, "Progress and check-ins").click();
        assertThat(section(lena, "SMART")).containsText("changed since it was checked");
        assertThat(Accessibility.problems(lena)).isEmpty();

        lena.navigate("/objectives");
        assertThat(lena.locator("main")).not().containsText("Publish a story of a customer");
    }

    @Test
    void anOldKeyResultIsToldWhatItLacks() {
        Page page = visitors.as("Ava");
        String followers = DemoIds.in(database.superuser()).goal("Increase social media followers");
        page.navigate("/objectives/" + followers);
        Locator result = page.locator("details.smart", new Page.LocatorOptions().setHasText("Experiment with new"));
        assertThat(result.locator("summary")).containsText("3 of 5");
        result.locator("summary").click();
        assertThat(result).containsText("Nothing says how anybody will know.");
        assertThat(result).containsText("Iris said so on 12 Jan 2026.");
    }
}
