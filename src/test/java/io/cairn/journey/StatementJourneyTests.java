package io.cairn.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.cairn.testing.Accessibility;
import io.cairn.testing.Api;
import io.cairn.testing.Api.Reply;
import io.cairn.testing.DemoTest;
import io.cairn.testing.TestDatabase;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a plan pays, read by whom it is paid to: every figure opens, the paper says the same, and the sliders ask the same calculator. */
@DemoTest
class StatementJourneyTests extends Journey {
    @Autowired
    Api api;

    @Autowired
    TestDatabase database;

    @Test
    void theStatementIsOpenedTakenAlongAndAskedWhatIf() throws Exception {
        Page page = visitors.as("Ava");
        page.navigate("/plans");
        Locator projected = having(page, "dl.figures > div", "Would pay now");
        projected.locator("a.num").click();
        assertThat(page.locator("#explain")).containsText("= 3625");
        page.keyboard().press("Escape");
        projected
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Statement"))
                .click();
        page.waitForURL("**/statement");
        assertThat(page.locator(".figures").first()).containsText("3,625.00");
        Locator first = page.locator("table.ledger").first().locator("tbody tr").first();
        assertThat(first).containsText("1,500.00");
        first.locator("td[data-label^=Amount] a").click();
        assertThat(page.locator("#explain")).containsText("= 1500");
        page.keyboard().press("Escape");

        assertThat(begins(page, "PDF")).isEqualTo("%PDF");
        assertThat(begins(page, "Word")).startsWith("PK");

        link(page, "What if").click();
        assertThat(heading(page)).hasText("What if");
        page.locator(".slide input[type=range]").first().fill("100");
        Locator outcome = page.locator("#outcome");
        String asked = calculated("1", "1.05", "0.9");
        assertThat(asked).isEqualTo("5125.00");
        assertThat(outcome).containsText("5,125.00");
        assertThat(outcome).containsText("1,500.00");
        page.locator(".slide input[type=text]").first().fill("much");
        assertThat(outcome).containsText("cannot be read");
        assertThat(Accessibility.problems(page)).isEmpty();
    }

    private static String begins(Page page, String kind) throws Exception {
        var file = page.waitForDownload(() -> link(page, kind).click());
        byte[] content = Files.readAllBytes(file.path());
        return new String(content, 0, 4, java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    /** Through the API, with the plan's weights and target. */
    private String calculated(String growth, String rate, String mix) {
        Reply reply = api.post(
                new DemoWork(api, DemoIds.in(database.superuser())).viewer("ava"),
                "/api/v1/payout-calculations",
                Map.of("targetBonus", 5000, "objectives", List.of(line(60, growth), line(25, rate), line(15, mix))));
        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(200);
        return reply.body().path("total").decimalValue().setScale(2).toPlainString();
    }

    private static Map<String, Object> line(int weight, String attainment) {
        return Map.of("weight", weight, "attainment", new BigDecimal(attainment));
    }
}
