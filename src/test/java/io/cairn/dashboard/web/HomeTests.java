package io.cairn.dashboard.web;

import static io.cairn.testing.ThirdQuarter.way;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.goal.Goal;
import io.cairn.kernel.Viewer;
import io.cairn.organization.Team;
import io.cairn.testing.Api;
import io.cairn.testing.Browser;
import io.cairn.testing.CairnTest;
import io.cairn.testing.Statements;
import io.cairn.testing.ThirdQuarter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

@CairnTest
@TestPropertySource(properties = "cairn.test=a home of its own")
class HomeTests {
    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Statements statements;

    @Autowired
    Api api;

    ThirdQuarter company;
    Viewer noah;
    Viewer omar;
    Team success;
    Team support;

    @BeforeEach
    void found() {
        company = new ThirdQuarter(context);
        noah = company.person("Noah");
        omar = company.person("Omar");
        success = company.team("Customer Success", company.company, noah);
        support = company.team("Support", success, omar);
    }

    @AfterEach
    void leave() {
        company.leave();
    }

    @Test
    void aLeaderFindsTheirGoalsWhatIsDueAndWhatNeedsHelp() {
        company.retention(success, noah);
        Goal satisfaction = company.objective(
                "Improve customer satisfaction in Q3",
                support,
                omar,
                way("NPS", "", "55", "70"),
                way("Resolution time", "h", "20", "12"));
        company.weekly(omar, satisfaction.measures().get(0), 6, "56", "57", "58", "59", "60", "61");
        company.weekly(omar, satisfaction.measures().get(1), 8, "19", "18", "17.4", "17", "16.6", "16");
        String home = browser(noah).get("/").body();
        assertThat(home)
                .contains("Good morning, Noah", "Saturday, 15 August 2026 · week 7 of 13")
                .contains("Check in 3 key results", "3 key results, about a minute")
                .contains("Improve revenue retention", "Off track", "weakest: Time to escalation", "2026 Q3")
                .contains("Renewal rate", "5 check-ins from 88.3 to 89.6", "8 days late")
                .contains("Improve customer satisfaction in Q3", "· Omar · weakest: NPS")
                .contains("Resolution time</a> <span class=\"tn text-nowrap\">16.6 → 16 h</span>", "Week by week")
                .contains("Against the plan", "2 objectives", "No drafts.");
    }

    @Test
    void whoHasNothingYetReadsWhatToDoFirst() {
        Viewer lucy = company.person("Lucy");
        String home = browser(lucy).get("/").body();
        assertThat(home)
                .contains("You have no goals yet.", "Nothing to report.", "You are in no team yet.")
                .contains("Nobody has checked in lately.", "No drafts.")
                .doesNotContain("btn-primary", "Write an objective");
        Viewer ada = company.person("Ada", support);
        assertThat(browser(ada).get("/").body())
                .contains("Write an objective", "/goals/new?cycle=" + company.quarter.id(), "team=" + support.id())
                .contains("No objective is running.");
    }

    @Test
    void whereOneOnlyHelpsIsSaid() {
        Viewer ada = company.person("Ada", support);
        Goal goal = company.retention(success, noah);
        company.contributor(goal, ada);
        assertThat(browser(ada).get("/").body()).contains(" · 3 key results · you contribute · weakest: ");
        assertThat(browser(noah).get("/").body()).doesNotContain("you contribute");
    }

    @Test
    void aDraftIsFoundByItsWriterAlone() {
        company.draft("Launch a new product line", support, omar);
        assertThat(browser(omar).get("/").body()).contains("Launch a new product line", "no key results yet");
        Viewer ava = company.person("Ava", support);
        assertThat(browser(ava).get("/").body()).doesNotContain("Launch a new product line");
    }

    @Test
    void whatWasCheckedInIsNotDueForAWeek() {
        Goal goal = company.retention(success, noah);
        goal.measures().forEach(measure -> company.checkIn(noah, measure, "30", 5, ""));
        assertThat(browser(noah).get("/").body()).contains("Nothing is due.").doesNotContain("Check in 3");
        company.on(LocalDate.of(2026, 8, 20));
        company.turn();
        assertThat(browser(noah).get("/").body()).contains("due Saturday").doesNotContain("Check in 3");
        company.on(LocalDate.of(2026, 8, 22));
        company.turn();
        assertThat(browser(noah).get("/").body()).contains("due today", "Check in 3 key results");
    }

    @Test
    void aKeyResultThatFollowsAMetricIsDrawnFromItsValues() throws Exception {
        company.retention(success, noah);
        Browser browser = browser(noah);
        browser.get("/");
        int before = statements.during(() -> browser.get("/")).count();
        follow();
        var home = statements.during(() -> browser.get("/"));
        assertThat(home.result().body()).contains("aria-label=\"4 values from 85 to 88.5\"");
        assertThat(home.statements()).hasSize(before).hasSizeLessThanOrEqualTo(12);
    }

    /** A key result that follows a weekly metric, whose newest value is on target. */
    private void follow() {
        UUID metric = made(
                "/api/v1/metrics",
                Map.of(
                        "name",
                        "Customer retention",
                        "unit",
                        "%",
                        "direction",
                        "HIGHER",
                        "frequency",
                        "WEEKLY",
                        "targets",
                        List.of(Map.of("from", "2026-01-01", "target", 88))));
        made(
                "/api/v1/metrics/" + metric + "/measurements",
                List.of(
                        Map.of("periodStart", "2026-07-13", "value", 85),
                        Map.of("periodStart", "2026-07-20", "value", 86),
                        Map.of("periodStart", "2026-07-27", "value", 87),
                        Map.of("periodStart", "2026-08-03", "value", 88.5)));
        UUID goal = made(
                "/api/v1/goals",
                Map.of(
                        "framework",
                        "okr",
                        "title",
                        "Make customers stay",
                        "ownerTeamId",
                        success.id(),
                        "leadId",
                        noah.id(),
                        "cycleId",
                        company.quarter.id(),
                        "measures",
                        List.of(
                                Map.of(
                                        "name",
                                        "Retention",
                                        "kind",
                                        "KPI_LINKED",
                                        "baseline",
                                        85,
                                        "target",
                                        92,
                                        "metricId",
                                        metric,
                                        "ownerId",
                                        noah.id()),
                                Map.of(
                                        "name",
                                        "Calls",
                                        "kind",
                                        "INCREASE",
                                        "baseline",
                                        0,
                                        "target",
                                        10,
                                        "ownerId",
                                        noah.id()))));
        assertThat(api.post(noah, "/api/v1/goals/" + goal + "/activation", null).status())
                .isEqualTo(200);
    }

    private UUID made(String path, Object body) {
        Api.Reply made = api.post(noah, path, body);
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        return made.body().has("id") ? made.id() : new UUID(0, 0);
    }

    @Test
    void theNumberOfStatementsDoesNotGrow() throws Exception {
        company.retention(success, noah);
        Browser browser = browser(noah);
        browser.get("/");
        int few = statements.during(() -> browser.get("/")).count();
        for (int i = 0; i < 3; i++) {
            company.retention(success, noah);
            company.retention(support, omar);
            company.draft("Another objective " + i, success, noah);
        }
        var many = statements.during(() -> browser.get("/"));
        assertThat(many.result().body()).contains("Check in 12 key results", "Another objective 2");
        assertThat(many.statements()).hasSize(few).hasSizeLessThanOrEqualTo(12);
    }

    private Browser browser(Viewer viewer) {
        return company.browser(viewer, port);
    }
}
