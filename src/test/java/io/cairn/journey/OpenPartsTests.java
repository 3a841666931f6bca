package io.cairn.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import io.cairn.testing.Accessibility;
import io.cairn.testing.DemoTest;
import io.cairn.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a page's address alone does not show: open dialogs and menus, refused forms; and what a first visit weighs. */
@DemoTest
class OpenPartsTests extends Journey {
    private static final long MOST_BYTES = 150_000;

    @Autowired
    TestDatabase database;

    @Test
    void anOpenExplanationAndAnOpenQuestionAreAccessible() {
        Page page = visitors.as("Noah");
        page.navigate("/objectives/" + ids().goal("Improve revenue retention"));
        page.locator(".figures .num").first().click();
        assertThat(page.getByRole(com.microsoft.playwright.options.AriaRole.DIALOG))
                .isVisible();
        assertFine(page);
        page.keyboard().press("Escape");
        page.setViewportSize(1440, 900);
        page.getByLabel("More to do").click();
        page.locator("details.confirm summary").last().click();
        assertFine(page);
    }

    @Test
    void aRowAndFormsInErrorAreAccessible() {
        Page page = visitors.as("Noah");
        page.navigate("/check-in");
        Locator row = page.locator(".sheet-row:has(input[name=value])").first();
        row.locator("input[name=value]").fill("3,5");
        row.locator("input[name=value]").press("Enter");
        assertThat(row).containsText("Did you mean");
        assertFine(page);

        page.setViewportSize(1440, 900);
        page.navigate("/objectives/new");
        button(page, "Save and activate").click();
        assertThat(page.locator("[aria-invalid=true]").first()).isVisible();
        assertFine(page);
    }

    @Test
    void onAPhoneTheMenuOpensAndTheMainPagesAreAccessible() {
        Page page = visitors.as("Noah", new NewContextOptions().setViewportSize(390, 844));
        page.locator(".more summary").click();
        assertThat(page.locator(".more-body")).isVisible();
        assertThat(Accessibility.problems(page)).isEmpty();
        for (String address : new SamplePages(ids()).main()) {
            page.navigate(address);
            assertThat(Accessibility.problems(page)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void aFirstVisitWeighsAtMost150Kilobytes(int main) {
        String signedIn = visitors.as("Iris").context().storageState();
        Page page = visitors.stranger(new NewContextOptions().setStorageState(signedIn));
        var bytes = new long[1];
        page.onRequestFinished(request -> {
            var sizes = request.sizes();
            bytes[0] += sizes.responseBodySize + sizes.responseHeadersSize;
        });
        page.navigate(new SamplePages(ids()).main().get(main));
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(bytes[0]).as(page.url()).isBetween(50_000L, MOST_BYTES);
    }

    private DemoIds ids() {
        return DemoIds.in(database.superuser());
    }

    private static void assertFine(Page page) {
        assertThat(Accessibility.problems(page)).isEmpty();
        assertThat(Accessibility.sideways(page)).isEmpty();
    }
}
