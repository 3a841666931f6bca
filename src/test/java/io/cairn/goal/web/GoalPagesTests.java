package io.cairn.goal.web;

import static io.cairn.testing.ThirdQuarter.count;
import static io.cairn.testing.ThirdQuarter.ofKind;
import static io.cairn.testing.ThirdQuarter.way;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.goal.Goal;
import io.cairn.goal.GoalStatus;
import io.cairn.goal.Initiative;
import io.cairn.goal.Initiatives;
import io.cairn.goal.Measure;
import io.cairn.goal.MeasureKind;
import io.cairn.kernel.Viewer;
import io.cairn.organization.Team;
import io.cairn.testing.Browser;
import io.cairn.testing.CairnTest;
import io.cairn.testing.Statements;
import io.cairn.testing.ThirdQuarter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@CairnTest
class GoalPagesTests {
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
    void theFiguresStandOnThePage() {
        String page = company.browser(noah, port).get(at(retention)).body();
        assertThat(page)
                .contains(
                        "aria-label=\"Progress 40 %, expected 50 %\"", "weakest: Time to escalation", "Suggested grade")
                .contains("from 88 to 92 %", "lower is better", "plan 27")
                .contains("41 → 41.3 %", "All 15", "Week by week", "checked in “Time to escalation”");
    }

    @Test
    void whoMayNotChangeItSeesNoButtonsAndIsRefused() {
        Browser browser = company.browser(ava, port);
        String page = browser.get(at(retention)).body();
        assertThat(page)
                .doesNotContain(
                        "/cancellation",
                        "/hold",
                        ">Edit<",
                        "Link a goal",
                        "Add one",
                        "clipboard-check\"/></svg>Check in</a><");
        assertThat(browser.post(at(retention) + "/cancellation", "reason", "no").status())
                .isEqualTo(403);
        assertThat(browser.post(at(retention) + "/hold").status()).isEqualTo(403);
        assertThat(browser.post(at(retention) + "/initiatives", "title", "Mine").status())
                .isEqualTo(403);
        assertThat(browser.get(at(retention) + "/links/new").status()).isEqualTo(403);
        assertThat(company.now(retention.id()).state()).isEqualTo(GoalStatus.ACTIVE);
    }

    @Test
    void aHiddenDraftIsNotThere() {
        Goal draft = company.draft("Launch a new product line", success, noah);
        Browser browser = company.browser(ava, port);
        browser.get(at(retention));
        assertThat(browser.get(at(draft)).status()).isEqualTo(404);
        assertThat(browser.get(at(draft) + "/check-ins").status()).isEqualTo(404);
        assertThat(browser.get(at(draft) + "/explanation").status()).isEqualTo(404);
        assertThat(browser.post(at(draft) + "/activation").status()).isEqualTo(404);
        assertThat(browser.post(at(draft) + "/deletion").status()).isEqualTo(404);
        assertThat(browser.get(at(retention) + "/links/" + draft.id()).status()).isIn(403, 404);
    }

    @Test
    void activationNamesEveryRuleThatIsBroken() {
        Goal draft = company.draft(
                "Open the northern market", success, noah, ofKind("Pilot customers", MeasureKind.INCREASE));
        Browser browser = company.browser(noah, port);
        assertThat(browser.get(at(draft)).body()).contains("Before it can start:", "this one has 1.");
        var refused = browser.post(at(draft) + "/activation");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("It cannot start yet.", "An objective has 2 to 5 key results; this one has 1.")
                .contains("Pilot customers: A key result needs");
    }

    @Test
    void aDraftIsActivatedHeldTakenUpAndCancelled() {
        Goal draft = company.draft("Win the north", success, noah, way("A", "", "0", "10"), way("B", "", "0", "10"));
        Browser browser = company.browser(noah, port);
        assertThat(browser.get(at(draft)).body()).contains("Nothing is missing.");
        assertThat(browser.post(at(draft) + "/activation").header("Location")).isEqualTo(at(draft));
        assertThat(company.now(draft.id()).state()).isEqualTo(GoalStatus.ACTIVE);
        browser.post(at(draft) + "/hold", "reason", "Waiting for the merger.");
        assertThat(browser.get(at(draft)).body()).contains("On hold.", "Waiting for the merger.", "Go on");
        browser.post(at(draft) + "/resumption");
        assertThat(browser.post(at(draft) + "/cancellation", "reason", " ").body())
                .contains("Say why it is cancelled");
        browser.post(at(draft) + "/cancellation", "reason", "The market closed.");
        assertThat(browser.get(at(draft)).body())
                .contains("Cancelled.", "The market closed.")
                .doesNotContain("/hold\"");
        assertThat(browser.post(at(draft) + "/activation").status()).isEqualTo(409);
    }

    @Test
    void aDraftIsDeleted() {
        Goal draft = company.draft("Launch a new product line", success, noah);
        Browser browser = company.browser(noah, port);
        browser.get(at(draft));
        assertThat(browser.post(at(draft) + "/deletion").header("Location"))
                .isEqualTo("/objectives?cycle=" + company.quarter.id());
        assertThat(browser.get(at(draft)).status()).isEqualTo(404);
        assertThat(browser.post(at(retention) + "/deletion").status()).isEqualTo(409);
    }

    @Test
    void everyFigureIsExplainedInPlaceAndAsAPage() {
        Browser page = company.browser(ava, port);
        Browser scripted = company.browser(ava, port).with("HX-Request", "true");
        for (String figure : new String[] {"progress", "expected", "pace", "grade", "health", "confidence"}) {
            String address = at(retention) + "/explanation?figure=" + figure;
            assertThat(page.get(address).body()).as(figure).contains("<html", "Why ");
            assertThat(scripted.get(address).body())
                    .as(figure)
                    .contains("Why ", "Figures of 15 Aug 2026")
                    .doesNotContain("<html");
        }
        String measure = "/measures/" + retention.measures().getFirst().id() + "/explanation?figure=";
        for (String figure : new String[] {"value", "progress", "expected", "pace", "health", "confidence"}) {
            assertThat(page.get(measure + figure).status()).as(figure).isEqualTo(200);
        }
        assertThat(page.get(measure + "progress").body()).contains("(89.6 − 88) ÷ (92 − 88) = <strong>0.4000</strong>");
        assertThat(page.get(measure + "colour").status()).isEqualTo(404);
    }

    @Test
    void keyResultsStandInATableToo() {
        String page =
                company.browser(ava, port).get(at(retention) + "?view=table").body();
        assertThat(page)
                .contains("Values by day", "31 Jul", "28.4 h", "Show as charts")
                .doesNotContain("class=\"plot\"");
    }

    @Test
    void everyKindIsShown() {
        Goal kinds = company.objective(
                "Keep our people growing",
                success,
                noah,
                ofKind("Training", MeasureKind.MILESTONE),
                ofKind("Released", MeasureKind.BOOLEAN),
                ofKind("New content", MeasureKind.RUBRIC),
                count("Hired", "12"));
        String page = company.browser(noah, port).get(at(kinds)).body();
        assertThat(page)
                .contains(
                        "0 of 3",
                        "Contract signed",
                        "not yet",
                        "4 levels",
                        "Not started",
                        "from 0 to 12",
                        "No check-in yet.");
    }

    @Test
    void onesOwnCheckInIsCorrectedAndTheThreadSaysSo() {
        Measure renewal = retention.measures().getFirst();
        company.checkIn(noah, renewal, "89.9", 8, "Typed too fast");
        Browser browser = company.browser(noah, port);
        String link = found(
                "/check-ins/[0-9a-f-]{36}/edit", browser.get(at(retention)).body());
        String form = browser.get(link).body();
        assertThat(form).contains("value=\"89.9\"", "Typed too fast");
        String action = link.replace("/edit", "");
        var wrong = browser.post(action, "value", "9o", "confidence", "8", "note", "On plan", "version", "1");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("value=\"9o\"", "On plan");
        assertThat(browser.post(action, "value", "90 %", "confidence", "9", "note", "On plan", "version", "1")
                        .status())
                .isEqualTo(303);
        assertThat(browser.get(at(retention)).body()).contains("89.6 → 90 %", "corrected from 89.9", "On plan");
        Browser other = company.browser(ava, port);
        other.get(at(retention));
        assertThat(other.get(link).status()).isEqualTo(403);
        assertThat(other.post(action, "value", "1", "version", "2").status()).isEqualTo(403);
        company.on(ThirdQuarter.TODAY.plusDays(2));
        assertThat(browser.get(link).status()).isEqualTo(409);
    }

    @Test
    void aGoalIsLinkedChangedAndUnlinked() {
        Goal annual =
                company.objective("Annual revenue", success, noah, way("A", "", "0", "10"), way("B", "", "0", "10"));
        Browser browser = company.browser(noah, port);
        assertThat(browser.get(at(retention) + "/links/new?q=ANNUAL").body())
                .contains(at(retention) + "/links/" + annual.id());
        String link = at(retention) + "/links/" + annual.id();
        browser.get(link);
        var wrong = browser.post(link, "kind", "SUPPORTS", "rollup", "true", "share", "x", "weight", "1");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("value=\"x\"");
        assertThat(browser.post(link, "kind", "CONTRIBUTES", "share", "1", "weight", "1", "measureId", "")
                        .status())
                .isEqualTo(303);
        assertThat(browser.get(at(retention)).body()).contains("Contributes to", "Annual revenue");
        assertThat(browser.get(at(annual)).body()).contains("Contributed to by", retention.title());
        assertThat(browser.post(at(annual) + "/links/" + retention.id(), "kind", "CONTRIBUTES")
                        .status())
                .isEqualTo(409);
        assertThat(browser.post(link + "/removal").status()).isEqualTo(303);
        assertThat(browser.get(at(retention)).body()).contains("Not linked.");
    }

    @Test
    void initiativesAreAddedChangedAndDeleted() {
        Browser browser = company.browser(noah, port);
        browser.get(at(retention) + "/initiatives/new");
        assertThat(browser.post(at(retention) + "/initiatives", "title", " ", "owner", "nobody at all")
                        .status())
                .isEqualTo(422);
        assertThat(browser.post(
                                at(retention) + "/initiatives",
                                "title",
                                "Visit the ten largest accounts",
                                "owner",
                                ava.email(),
                                "dueOn",
                                "2026-08-28",
                                "status",
                                "DOING",
                                "measureIds",
                                retention.measures().getFirst().id().toString())
                        .status())
                .isEqualTo(303);
        String page = browser.get(at(retention)).body();
        assertThat(page).contains("Visit the ten largest accounts", "Ava · due 28 Aug", "Doing");
        String edit = found("/initiatives/[0-9a-f-]{36}/edit", page);
        String action = edit.replace("/edit", "");
        assertThat(browser.get(edit).body()).contains("value=\"Ava\"");
        assertThat(browser.post(action, "title", "Visit them", "owner", "Ava", "status", "DONE", "version", "1")
                        .status())
                .isEqualTo(303);
        assertThat(browser.post(action, "title", "Visit them", "version", "1").status())
                .isEqualTo(409);
        assertThat(browser.post(action + "/deletion").status()).isEqualTo(303);
        assertThat(browser.get(at(retention)).body()).contains("Work that helps");
    }

    @Test
    void theNumberOfStatementsDoesNotGrow() throws Exception {
        Browser browser = company.browser(noah, port);
        browser.get(at(retention));
        int few = statements.during(() -> browser.get(at(retention))).count();
        retention.measures().forEach(measure -> company.checkIn(noah, measure, "50", 5, "More"));
        ThirdQuarter.as(
                noah,
                () -> company.the(Initiatives.class)
                        .add(noah, retention.id(), new Initiative.Content("Visit", null, null, null, null)));
        var many = statements.during(() -> browser.get(at(retention)));
        assertThat(many.statements()).hasSize(few).hasSizeLessThanOrEqualTo(12);
        String measure = "/measures/" + retention.measures().getFirst().id();
        var all = statements.during(() -> browser.get(at(retention) + "/check-ins"));
        var table = statements.during(() -> browser.get(at(retention) + "?view=table"));
        var why = statements.during(() -> browser.get(at(retention) + "/explanation?figure=progress"));
        var whyMeasure = statements.during(() -> browser.get(measure + "/explanation?figure=health"));
        var link = statements.during(() -> browser.get(at(retention) + "/links/new"));
        for (var counted : List.of(all, table, why, whyMeasure, link)) {
            assertThat(counted.result().status()).isEqualTo(200);
            assertThat(counted.statements()).hasSizeLessThanOrEqualTo(12);
        }
    }

    private static String at(Goal goal) {
        return "/objectives/" + goal.id();
    }

    private static String found(String pattern, String page) {
        Matcher matcher = Pattern.compile(pattern).matcher(page);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group();
    }
}
