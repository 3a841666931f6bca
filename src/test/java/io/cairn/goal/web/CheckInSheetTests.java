package io.cairn.goal.web;

import static io.cairn.testing.ThirdQuarter.count;
import static io.cairn.testing.ThirdQuarter.ofKind;
import static io.cairn.testing.ThirdQuarter.way;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.goal.Goal;
import io.cairn.goal.Goals;
import io.cairn.goal.Measure;
import io.cairn.goal.MeasureKind;
import io.cairn.kernel.Viewer;
import io.cairn.organization.Team;
import io.cairn.testing.Browser;
import io.cairn.testing.CairnTest;
import io.cairn.testing.Statements;
import io.cairn.testing.ThirdQuarter;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@CairnTest
class CheckInSheetTests {
    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Statements statements;

    ThirdQuarter company;
    Viewer noah;
    Viewer ava;
    Team success;
    Goal retention;

    @BeforeEach
    void found() {
        company = new ThirdQuarter(context);
        noah = company.person("Noah");
        success = company.team("Customer Success", company.company, noah);
        ava = company.person("Ava", success);
        retention = company.retention(success, noah);
    }

    @AfterEach
    void leave() {
        company.leave();
    }

    @Test
    void theSheetShowsWhatIsToBeReportedAndWhatWasLast() {
        var page = browser(noah).get("/check-in");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("Three key results. Each row saves itself", "0 of 3 saved", "Saturday, 15 August 2026")
                .contains("Renewal rate", "89.6 %", "target 92 %", "Time to escalation", "28.4 h", "target 24 h")
                .contains("8 days late", "Not yet today");
        assertThat(row(page, 0)).contains("data-due", "name=\"confidence\"", "placeholder=\"What changed?\"");
        assertThat(page.body()).contains("<span class=\"count\">3</span>");
    }

    @Test
    void aRowIsSavedByItself() {
        Browser browser = scripted(noah);
        Measure renewal = retention.measures().getFirst();
        var row = browser.post(
                "/measures/" + renewal.id() + "/check-ins", "value", "90 %", "confidence", "8", "note", "On plan");
        assertThat(row.status()).isEqualTo(200);
        assertThat(row.body())
                .startsWith("<form class=\"sheet-row\"")
                .contains("Saved 10:02", "value=\"90\"", "On plan", "Now", "90 %")
                .contains("value=\"8\" checked")
                .doesNotContain("data-due", "<html");
        assertThat(now(0).current()).isEqualByComparingTo("90");
        assertThat(browser.get("/check-in").body()).contains("1 of 3 saved");
    }

    @Test
    void typingOnInASavedRowCorrectsItsCheckIn() {
        Browser browser = scripted(noah);
        String path = "/measures/" + retention.measures().getFirst().id() + "/check-ins";
        var first = browser.post(path, "value", "90", "confidence", "8");
        var second = browser.post(path, "value", "90.5", "checkIn", hidden(first, "checkIn"), "version", "1");
        assertThat(second.body()).contains("Saved 10:02", "value=\"90.5\"");
        assertThat(hidden(second, "checkIn")).isEqualTo(hidden(first, "checkIn"));
        assertThat(hidden(second, "version")).isEqualTo("2");
        assertThat(now(0).checkIns()).isEqualTo(6);
        var stale = browser.post(path, "value", "91", "checkIn", hidden(first, "checkIn"), "version", "1");
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.body()).contains("Somebody changed this", "value=\"91\"", "Not saved");
    }

    @Test
    void aDecimalCommaIsRefusedBesideItsFieldAndWhatWasTypedStays() {
        Browser browser = scripted(noah);
        String path = "/measures/" + retention.measures().get(1).id() + "/check-ins";
        var refused = browser.post(path, "value", "41,6", "confidence", "6", "note", "Third pilot slips");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Did you mean <strong>41.6</strong>?", "data-fill=\"41.6\"", "Use 41.6", "Not saved")
                .contains(
                        "value=\"41,6\"",
                        "aria-invalid=\"true\"",
                        "value=\"Third pilot slips\"",
                        "value=\"6\" checked");
        assertThat(now(1).checkIns()).isEqualTo(5);
        var mended = browser.post(path, "value", "41,6", "use", "41.6", "confidence", "6", "note", "Third pilot slips");
        assertThat(mended.status()).isEqualTo(200);
        assertThat(now(1).current()).isEqualByComparingTo("41.6");
    }

    @Test
    void whatIsMissingOrImpossibleIsSaidInTheRow() {
        Browser browser = scripted(noah);
        String path = "/measures/" + retention.measures().getFirst().id() + "/check-ins";
        assertThat(browser.post(path, "value", "", "confidence", "8").body()).contains("needs a value", "Not saved");
        assertThat(browser.post(path, "value", "90 €").body()).contains("measured in %, not in €", "value=\"90 €\"");
        assertThat(browser.post(path, "value", "NaN").body()).contains("not a number");
        assertThat(browser.post(path, "value", "1e400").body()).contains("without an exponent");
        assertThat(browser.post(path, "value", "1", "confidence", "11").body()).contains("0 to 10");
        assertThat(browser.post(path, "value", "1", "note", "a\u0000b").status())
                .isEqualTo(422);
        company.as(noah, () -> company.the(Goals.class).hold(noah, retention.id(), "Budget"));
        var held = browser.post(path, "value", "90");
        assertThat(held.status()).isEqualTo(409);
        assertThat(held.body()).contains("This goal is on hold", "value=\"90\"");
        assertThat(now(0).checkIns()).isEqualTo(5);
    }

    @Test
    void aPostThatArrivesTwiceCountsOnce() {
        Browser browser = scripted(noah);
        Measure renewal = retention.measures().getFirst();
        for (int i = 0; i < 2; i++) {
            var reply = browser.post(
                    "/measures/" + renewal.id() + "/check-ins", "value", "90", "_once", "once-" + noah.id());
            assertThat(reply.status()).isEqualTo(200);
        }
        assertThat(now(0).checkIns()).isEqualTo(6);
    }

    @Test
    void withoutAScriptTheSheetComesBack() {
        Browser browser = browser(noah);
        browser.get("/check-in");
        String path = "/measures/" + retention.measures().getFirst().id() + "/check-ins";
        var wrong = browser.post(path, "value", "3,5");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("<html", "Did you mean <strong>3.5</strong>", "Cross-sell penetration");
        var saved = browser.post(path, "value", "90");
        assertThat(saved.status()).isEqualTo(303);
        assertThat(saved.header("location")).isEqualTo("/check-in");
        assertThat(browser.get("/check-in").body()).contains("1 of 3 saved", "“Renewal rate” is checked in.");
    }

    @Test
    void everyKindHasItsOwnFields() {
        Goal many = company.objective(
                "Keep our people growing",
                success,
                noah,
                ofKind("Training", MeasureKind.MILESTONE),
                ofKind("Product released", MeasureKind.BOOLEAN),
                ofKind("New content", MeasureKind.RUBRIC),
                count("Salespeople hired", "12"),
                way("Sign-ups", "", "0", "530"));
        Browser browser = scripted(noah);
        var page = browser.get("/check-in?goal=" + many.id());
        assertThat(page.body())
                .contains("Keep our people growing", "Also yours to report")
                .contains("value=\"Contract signed\"", "All teams taught", "all 3 done")
                .contains("Not started", "Stretch", "placeholder=\"add\"", "placeholder=\"new total\"");
        List<Measure> measures = many.measures();
        String steps = browser.post(check(measures.get(0)), "done", "Contract signed", "done", "First module taught")
                .body();
        assertThat(steps).contains("2 of 3 done", "value=\"Contract signed\" checked");
        assertThat(steps).doesNotContain("value=\"All teams taught\" checked");
        assertThat(browser.post(check(measures.get(1)), "value", "1").body()).contains("value=\"1\" checked", "Yes");
        assertThat(browser.post(check(measures.get(2)), "level", "TARGET").body())
                .contains("value=\"TARGET\" checked");
        assertThat(browser.post(check(measures.get(2))).body()).contains("names the level reached");
        browser.post(check(measures.get(3)), "value", "3");
        Goal after = company.now(many.id());
        assertThat(after.measures().get(0).milestones())
                .extracting(step -> step.done().intValueExact())
                .containsExactly(1, 1, 0);
        assertThat(after.measures().get(2).level()).isEqualTo("TARGET");
        assertThat(after.measures().get(3).current()).isEqualByComparingTo("3");
    }

    @Test
    void onlyWhoReportsIsAskedTo() {
        assertThat(browser(ava).get("/check-in").body()).contains("You have no key results to report.");
        var refused = scripted(ava).post(check(retention.measures().getFirst()), "value", "90");
        assertThat(refused.status()).isEqualTo(403);
        var unknown = scripted(noah).post("/measures/" + UUID.randomUUID() + "/check-ins", "value", "90");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(now(0).checkIns()).isEqualTo(5);
    }

    @Test
    void somebodyElsesCheckInIsNotCorrectedHere() {
        Browser browser = scripted(noah);
        String path = check(retention.measures().getFirst());
        String entry = hidden(browser.post(path, "value", "90"), "checkIn");
        var other = browser.post(check(retention.measures().get(1)), "value", "41", "checkIn", entry, "version", "1");
        assertThat(other.status()).isEqualTo(404);
        assertThat(now(1).current()).isEqualByComparingTo("41.3");
    }

    @Test
    void theNumberOfStatementsDoesNotGrow() throws Exception {
        Browser browser = scripted(noah);
        Browser plain = browser(noah);
        plain.get("/check-in");
        int few = statements.during(() -> plain.get("/check-in")).count();
        company.retention(success, noah);
        company.retention(success, noah);
        var many = statements.during(() -> plain.get("/check-in"));
        assertThat(many.result().body()).contains("Nine key results");
        assertThat(many.statements()).hasSize(few).hasSizeLessThanOrEqualTo(12);
        var save = statements.during(() ->
                browser.post(check(retention.measures().getFirst()), "value", "90", "_once", "count-" + noah.id()));
        assertThat(save.result().status()).isEqualTo(200);
        assertThat(save.statements()).hasSizeLessThanOrEqualTo(12);
    }

    private Measure now(int place) {
        return company.now(retention.id()).measures().get(place);
    }

    private static String check(Measure measure) {
        return "/measures/" + measure.id() + "/check-ins";
    }

    private Browser browser(Viewer viewer) {
        return company.browser(viewer, port);
    }

    private Browser scripted(Viewer viewer) {
        Browser browser = browser(viewer);
        browser.get("/check-in");
        return browser.with("HX-Request", "true");
    }

    private static String row(Browser.Reply page, int place) {
        return page.body().split("<form class=\"sheet-row")[place + 1];
    }

    private static String hidden(Browser.Reply page, String name) {
        var matcher =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page.body());
        assertThat(matcher.find()).as(name).isTrue();
        return matcher.group(1);
    }
}
