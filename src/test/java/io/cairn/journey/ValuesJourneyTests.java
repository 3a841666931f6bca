package io.cairn.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext.ClearCookiesOptions;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.cairn.kernel.DomainClock;
import io.cairn.metric.Frequency;
import io.cairn.testing.Api;
import io.cairn.testing.DemoTest;
import io.cairn.testing.Statements;
import io.cairn.testing.TestDatabase;
import io.cairn.testing.Visitors;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Entering values: typed into the grid, pasted from a spreadsheet, sent as a file. */
@DemoTest
class ValuesJourneyTests extends Journey {
    @Autowired
    Api api;

    @Autowired
    TestDatabase database;

    @Autowired
    DomainClock clock;

    @Autowired
    Statements statements;

    DemoWork work;
    String mark;
    List<UUID> metrics;

    @BeforeEach
    void metrics() {
        work = new DemoWork(api, DemoIds.in(database.superuser()));
        mark = UUID.randomUUID().toString().substring(0, 8);
        metrics = List.of(metric("Calls"), metric("Deals"), metric("Visits"));
    }

    private UUID metric(String name) {
        Api.Reply made = api.post(
                work.viewer("noah"),
                "/api/v1/metrics",
                Map.of(
                        "name",
                        name + " " + mark,
                        "direction",
                        "HIGHER",
                        "frequency",
                        "MONTHLY",
                        "targets",
                        List.of(Map.of("from", "2020-01-01", "target", 10))));
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        return made.id();
    }

    private List<String> values(UUID metric) {
        List<String> values = new ArrayList<>();
        api.get(work.viewer("noah"), "/api/v1/metrics/" + metric + "/measurements")
                .body()
                .path("items")
                .forEach(item -> values.add(item.path("value").asString()));
        return values;
    }

    private Page grid() {
        Page page = visitors.as("Noah");
        page.navigate("/metrics/entry?frequency=MONTHLY&q=" + mark);
        return page;
    }

    private static Locator cell(Page page, String metric, int column) {
        return having(page, ".entry-grid tbody tr", metric)
                .locator("input[name^='v.']")
                .nth(column);
    }

    @Test
    void valuesAreTypedByKeyboardUndoneAndSavedTogether() {
        Page page = grid();
        cell(page, "Calls", 0).focus();
        Keyboard keyboard = page.keyboard();
        keyboard.type("1.2k");
        keyboard.press("Enter");
        assertThat(cell(page, "Deals", 0)).isFocused();
        keyboard.type("12,5");
        keyboard.press("ArrowRight");
        assertThat(cell(page, "Deals", 1)).isFocused();
        keyboard.type("99");
        keyboard.press("ArrowDown");
        assertThat(cell(page, "Visits", 1)).isFocused();
        keyboard.press("Control+z");
        assertThat(cell(page, "Deals", 1)).hasValue("");
        assertThat(page.locator("[data-grid-state]")).hasText("2 not saved yet");
        var sent = counted(() -> {
            keyboard.press("Control+s");
            assertThat(page.locator("[data-grid-state]")).containsText("1 value saved; 1 to put right");
        });
        assertThat(sent).isLessThanOrEqualTo(12);
        assertThat(cell(page, "Deals", 0)).hasAttribute("aria-invalid", "true");
        assertThat(page.locator(".entry-grid")).containsText("Did you mean 12.5?");
        button(page, "Use 12.5").click();
        button(page, "Save").click();
        assertThat(page.locator("[data-grid-state]")).hasText("1 value saved");
        assertThat(values(metrics.get(0))).containsExactly("1200");
        assertThat(values(metrics.get(1))).containsExactly("12.5");
        assertThat(values(metrics.get(2))).isEmpty();
    }

    private int counted(Runnable work) {
        try {
            return statements
                    .during(() -> {
                        work.run();
                        return true;
                    })
                    .count();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void aBlockFromASpreadsheetFillsToTheRightAndDown() {
        Page page = grid();
        cell(page, "Calls", 2).focus();
        page.evaluate("""
                () => {
                  const data = new DataTransfer();
                  data.setData("text/plain", "1\\t2\\t3\\r\\n4\\t5\\t6\\r\\n7\\t8\\tnine\\r\\n");
                  document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
                }
                """);
        assertThat(cell(page, "Deals", 3)).hasValue("5");
        button(page, "Undo").click();
        assertThat(cell(page, "Deals", 3)).hasValue("");
        page.evaluate("""
                () => {
                  const data = new DataTransfer();
                  data.setData("text/plain", "1\\t2\\n40\\t50");
                  document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
                }
                """);
        button(page, "Save").click();
        assertThat(page.locator("[data-grid-state]")).hasText("4 values saved");
        assertThat(values(metrics.get(0))).containsExactly("2", "1");
        assertThat(values(metrics.get(1))).containsExactly("50", "40");
        Locator why = page.getByPlaceholder("Red: say why");
        assertThat(why).hasCount(1);
        why.fill("Two callers were ill");
        button(page, "Save").click();
        assertThat(why).hasCount(0);
    }

    @Test
    void whatWasTypedSurvivesTheEndOfTheSession() {
        Page page = grid();
        cell(page, "Calls", 0).fill("77");
        page.context().clearCookies(new ClearCookiesOptions().setName("cairn_session"));
        button(page, "Save").click();
        assertThat(page.locator("[data-grid-state]")).containsText("Not saved: sign in");
        assertThat(cell(page, "Calls", 0)).hasValue("77");
        Page again = page.waitForPopup(() -> link(page, "sign in").click());
        Visitors.pick(again, "Noah");
        again.waitForURL("**/*");
        page.bringToFront();
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
        assertThat(page.locator("[data-grid-state]")).hasText("1 value saved");
        assertThat(values(metrics.getFirst())).containsExactly("77");
    }

    @Test
    void aFileIsLookedAtAndThenKeptAsItWasShown() {
        String month = Frequency.MONTHLY.periodOf(clock.today()).start().toString();
        LocalDate next = clock.today().plusMonths(2);
        Page page = visitors.as("Noah");
        page.navigate("/metrics/import");
        String file =
                "metric;periodStart;value;note\nCalls %s;%s;41.6;Fine\nDeals %s;%s;four;\nVisits %s;%s;3;\nNobody's;%s;3;\n"
                        .formatted(mark, month, mark, month, mark, next, month);
        send(page, "august.csv", file);
        assertThat(page.locator(".lede")).containsText("august.csv: 1 new, 0 corrected, 0 unchanged, 3 refused");
        assertThat(page.locator("main")).containsText("NOT_A_NUMBER");
        assertThat(page.locator("main")).containsText("PERIOD_IN_FUTURE");
        assertThat(page.locator("main")).containsText("There is no such metric that you may see.");
        assertThat(values(metrics.getFirst())).isEmpty();
        button(page, "Keep 1 value, leave out 3").click();
        assertThat(page.locator(".toast-quiet")).containsText("One value is kept.");
        assertThat(values(metrics.getFirst())).containsExactly("41.6");

        page.navigate("/metrics/import");
        send(page, "again.csv", "metric," + month + "\nCalls " + mark + ",41.6\nDeals " + mark + ",7\n");
        assertThat(page.locator(".lede")).containsText("1 new, 0 corrected, 1 unchanged, 0 refused");
        api.post(
                work.viewer("noah"),
                "/api/v1/metrics/" + metrics.get(1) + "/measurements",
                Map.of("periodStart", month, "value", 8));
        button(page, "Keep 1 value").click();
        assertThat(page.locator(".lede")).containsText("0 new, 1 corrected, 1 unchanged, 0 refused");
        assertThat(values(metrics.get(1))).containsExactly("8");
        button(page, "Keep 1 value").click();
        assertThat(page.locator(".toast-quiet")).containsText("One value is kept.");
        assertThat(values(metrics.get(1))).containsExactly("7");

        page.navigate("/metrics/import");
        send(page, "notes.txt", "Dear all\n");
        assertThat(page.locator("#file-error")).containsText("“Dear all” is neither a column nor a period.");
    }

    private static void send(Page page, String name, String text) {
        page.getByLabel("File").setInputFiles(new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8)));
        button(page, "See what changes").click();
    }
}
