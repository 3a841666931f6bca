package io.cairn.goal.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.goal.CheckIn;
import io.cairn.goal.CheckInContent;
import io.cairn.goal.CheckIns;
import io.cairn.goal.Goal;
import io.cairn.goal.Health;
import io.cairn.goal.Measure;
import io.cairn.goal.MeasureKind;
import io.cairn.goal.PlanPoint;
import io.cairn.goal.Profile;
import io.cairn.kernel.Viewer;
import io.cairn.organization.Team;
import io.cairn.testing.Browser;
import io.cairn.testing.CairnTest;
import io.cairn.testing.ThirdQuarter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Everything that is kept of a key result can be seen and changed in the editor. */
@CairnTest
class GoalEditorFieldsTests {
    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    ThirdQuarter company;
    Viewer noah;
    Team success;
    Browser browser;

    @BeforeEach
    void found() {
        company = new ThirdQuarter(context);
        noah = company.person("Noah");
        success = company.team("Customer Success", company.company, noah);
        browser = company.browser(noah, port);
        browser.get("/account");
    }

    @AfterEach
    void leave() {
        company.leave();
    }

    @Test
    void theNumberThatWasMeantIsOneButtonAway() {
        Map<String, String> row = row("name", "Margin", "baseline", "3,5", "target", "12", "weight", "1,25");
        var refused = browser.post("/objectives", form(List.of(row), "save"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains(
                        "value=\"use measures[0].baseline 3.5\"",
                        ">Use 3.5</button>",
                        "value=\"use measures[0].weight 1.25\"");
        var taken = browser.post("/objectives", form(List.of(row), "use measures[0].baseline 3.5"));
        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.body())
                .contains("name=\"measures[0].baseline\" type=\"text\" value=\"3.5\"", "value=\"1,25\"")
                .doesNotContain("value=\"3,5\"");
    }

    @Test
    void aRangeSaysWhereNothingIsLeftAndWhatLiesAboveIt() {
        Goal goal = saved(
                row("name", "Churn", "kind", "RANGE", "low", "2", "high", "4", "floor", "1", "ceiling", "9"),
                row("name", "Margin", "kind", "RANGE", "low", "20", "high", "30", "openAbove", "true"));
        assertThat(goal.measures().getFirst().floor()).isEqualByComparingTo("1");
        assertThat(goal.measures().getFirst().ceiling()).isEqualByComparingTo("9");
        assertThat(goal.measures().get(0).openAbove()).isFalse();
        assertThat(goal.measures().get(1).openAbove()).isTrue();
        String page = browser.get("/objectives/" + goal.id() + "/edit").body();
        assertThat(page)
                .contains("name=\"measures[0].floor\" type=\"text\" value=\"1\"")
                .contains("name=\"measures[0].ceiling\" type=\"text\" value=\"9\"")
                .contains("<option value=\"true\" selected>no penalty above</option>")
                .doesNotContain("name=\"measures[1].ceiling\" type=\"text\"");
        var crossed = browser.post(
                "/objectives",
                form(List.of(row("name", "Churn", "kind", "RANGE", "low", "2", "high", "4", "floor", "3")), "save"));
        assertThat(crossed.status()).isEqualTo(422);
        assertThat(crossed.body()).contains("id=\"measures-0-floor-error\"");
    }

    @Test
    void aPlanIsWrittenPointByPoint() {
        Goal goal = saved(row(
                "name",
                "Accounts",
                "baseline",
                "0",
                "target",
                "40",
                "profile",
                "PLAN",
                "planPoints[0].on",
                "",
                "planPoints[0].value",
                "",
                "planPoints[1].on",
                "2026-08-01",
                "planPoints[1].value",
                "5"));
        assertThat(goal.measures().getFirst().profile()).isEqualTo(Profile.PLAN);
        assertThat(goal.measures().getFirst().planPoints())
                .containsExactly(new PlanPoint(LocalDate.of(2026, 8, 1), new BigDecimal("5")));
        assertThat(browser.get("/objectives/" + goal.id() + "/edit").body())
                .contains("name=\"measures[0].planPoints[0].on\" value=\"2026-08-01\"")
                .contains("name=\"measures[0].planPoints[0].value\" value=\"5\"");
        var half = browser.post(
                "/objectives",
                form(List.of(row("name", "Accounts", "profile", "PLAN", "planPoints[0].on", "2026-08-01")), "save"));
        assertThat(half.status()).isEqualTo(422);
        assertThat(half.body()).contains("id=\"measures-0-planPoints-0-value-error\"");
    }

    @Test
    void daysOutsideTheObjectivesOwnAreRefusedBesideThem() {
        var refused = browser.post(
                "/objectives",
                form(
                        List.of(
                                row(
                                        "name",
                                        "Training",
                                        "kind",
                                        "MILESTONE",
                                        "milestones[0].name",
                                        "Signed",
                                        "milestones[1].name",
                                        "Taught",
                                        "milestones[1].dueOn",
                                        "2026-10-01"),
                                row(
                                        "name",
                                        "Accounts",
                                        "baseline",
                                        "0",
                                        "target",
                                        "40",
                                        "profile",
                                        "PLAN",
                                        "planPoints[0].on",
                                        "2026-06-30",
                                        "planPoints[0].value",
                                        "5")),
                        "activate"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("id=\"measures-0-milestones-1-dueOn-error\"", "id=\"measures-1-planPoints-0-on-error\"")
                .contains("Training: This day lies outside");
    }

    @Test
    void nothingHoldsOfKeyResultsThatAreNotThere() {
        String none = browser.get("/objectives/new?team=" + success.id()).body();
        String some = browser.post(
                        "/objectives",
                        form(
                                List.of(
                                        row("name", "One", "baseline", "1", "target", "2"),
                                        row("name", "Two", "baseline", "1", "target", "2")),
                                "show"))
                .body();
        for (String rule : List.of("One of them counts", "Each has a way to go", "Each says what it measures")) {
            assertThat(none).containsPattern(rule + "[^<]*<span class=\"visually-hidden\">: still missing");
            assertThat(some).containsPattern(rule + "[^<]*<span class=\"visually-hidden\">: done");
        }
    }

    @Test
    void aCorrectionOnTheSheetKeepsAHealthSetByHandAndTheJournalSaysTheValue() {
        Goal goal = company.retention(success, noah);
        Measure measure = goal.measures().getFirst();
        CheckIn said = ThirdQuarter.as(
                noah,
                () -> company.the(CheckIns.class)
                        .record(
                                noah,
                                measure.id(),
                                new CheckInContent(
                                        new BigDecimal("90.1"),
                                        null,
                                        null,
                                        5,
                                        "The big one may leave",
                                        null,
                                        Health.OFF_TRACK)));
        var corrected = browser.post(
                "/measures/" + measure.id() + "/check-ins",
                List.of(
                        Map.entry("checkIn", said.id().toString()),
                        Map.entry("version", "1"),
                        Map.entry("value", "90.2"),
                        Map.entry("confidence", "5"),
                        Map.entry("note", "The big one may leave")));
        assertThat(corrected.status()).isEqualTo(303);
        CheckIn now = ThirdQuarter.as(noah, () -> company.the(CheckIns.class).get(said.id()));
        assertThat(now.value()).isEqualByComparingTo("90.2");
        assertThat(now.healthOverride()).isEqualTo(Health.OFF_TRACK);
        assertThat(company.now(goal.id()).measures().getFirst().health()).isEqualTo(Health.OFF_TRACK);
        assertThat(browser.get("/journal?goal=" + goal.id()).body())
                .contains("checked in “Renewal rate”: 90.1 %", "corrected a check-in of “Renewal rate” to 90.2 %");
    }

    @SafeVarargs
    private Goal saved(Map<String, String>... rows) {
        var saved = browser.post("/objectives", form(List.of(rows), "save"));
        assertThat(saved.status()).as(saved.body()).isEqualTo(303);
        return company.now(UUID.fromString(saved.header("location").replaceAll(".*/", "")));
    }

    private static Map<String, String> row(String... pairs) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("kind", MeasureKind.INCREASE.name());
        for (int i = 0; i < pairs.length; i += 2) {
            row.put(pairs[i], pairs[i + 1]);
        }
        return row;
    }

    private List<Map.Entry<String, String>> form(List<Map<String, String>> rows, String button) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("title", "Improve revenue retention");
        fields.put("ownerTeamId", success.id().toString());
        fields.put("leadId", noah.email());
        fields.put("cycleId", company.quarter.id().toString());
        fields.put("level", "TEAM");
        fields.put("do", button);
        for (int i = 0; i < rows.size(); i++) {
            int place = i;
            rows.get(i).forEach((name, value) -> fields.put("measures[" + place + "]." + name, value));
        }
        return List.copyOf(fields.entrySet());
    }
}
