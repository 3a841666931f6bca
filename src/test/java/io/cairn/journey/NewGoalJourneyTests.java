package io.cairn.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import io.cairn.testing.Accessibility;
import io.cairn.testing.DemoTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Being asked what one wants to set, deciding otherwise, and never being asked again. */
@DemoTest
class NewGoalJourneyTests extends Journey {
    private static void answers(Page page, String person, String pay, String teams, String steady) {
        answer(page, "Is one person accountable for the result?", person);
        answer(page, "Is it linked to pay?", pay);
        answer(page, "Does it need several functions or teams?", teams);
        answer(page, "Is it about keeping something steady?", steady);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoChoosesAnOkrAgainstTheAnswersIsToldSoAndSoIsTheJournal(boolean script) {
        Page page = visitors.as("Lena", new NewContextOptions().setJavaScriptEnabled(script));
        page.navigate("/goals/new");
        page.getByLabel("In a few words").fill("Win the north, " + (script ? "with" : "without") + " script");
        answer(page, "Is one person accountable for the result?", "Yes");
        button(page, "Show what fits").click();
        assertThat(page.locator(".error-text").first()).containsText("Choose yes or no.");
        answers(page, "Yes", "Yes", "No", "No");
        button(page, "Show what fits").click();
        assertThat(section(page, "MBO fits")).containsText("only an MBO pays");
        assertThat(section(page, "MBO fits")).containsText("An OKR is never paid, whoever writes it.");
        link(page, "Write an OKR anyway").click();
        assertThat(page.locator("main")).containsText("That speaks for MBO; you chose OKR.");
        assertThat(page.getByLabel("Objective", new Page.GetByLabelOptions().setExact(true)))
                .hasValue(Pattern.compile("Win the north, .*"));
        button(page, "Save draft").click();
        assertThat(heading(page)).hasText(Pattern.compile("Win the north, .*"));
        assertThat(section(page, "Journal")).containsText("chose OKR although the answers speak for MBO");
    }

    @Test
    void aCombinationIsExplainedAndTheQuestionComesOnceWhereThatIsWanted() {
        Page page = visitors.as("Noah");
        page.navigate("/objectives");
        link(page, "Write an objective").click();
        answers(page, "Yes", "Yes", "Yes", "Yes");
        page.getByLabel(Pattern.compile("Don’t ask me again.*")).check();
        button(page, "Show what fits").click();
        assertThat(section(page, "KPI, OKR and MBO fit")).containsText("it is the bridge");
        assertThat(Accessibility.problems(page)).isEmpty();
        link(page, "Define a KPI").click();
        assertThat(heading(page)).hasText("Define a metric");
        assertThat(page.locator("main")).containsText("You said: one person is accountable");

        page.navigate("/objectives");
        link(page, "Write an objective").click();
        assertThat(heading(page)).hasText("New objective");
        link(page, "Is an objective the right thing?").click();
        assertThat(heading(page)).hasText("What do you want to set?");
    }
}
