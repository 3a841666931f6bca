package io.cairn.goal.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.goal.Goal;
import io.cairn.goal.GoalContent;
import io.cairn.goal.GoalSearch;
import io.cairn.goal.GoalStatus;
import io.cairn.goal.Goals;
import io.cairn.goal.Measure;
import io.cairn.goal.MeasureKind;
import io.cairn.kernel.Viewer;
import io.cairn.organization.Team;
import io.cairn.testing.Browser;
import io.cairn.testing.CairnTest;
import io.cairn.testing.Statements;
import io.cairn.testing.ThirdQuarter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@CairnTest
class GoalEditorTests {
    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Statements statements;

    ThirdQuarter company;
    Viewer noah;
    Viewer ava;
    Viewer theo;
    Team success;

    @BeforeEach
    void found() {
        company = new ThirdQuarter(context);
        noah = company.person("Noah");
        theo = company.person("Theo");
        success = company.team("Customer Success", company.company, noah);
        ava = company.person("Ava", success);
    }

    @AfterEach
    void leave() {
        company.leave();
    }

    @Test
    void aNewObjectiveIsSavedAsADraftHoweverLittleItSays() {
        Browser browser = browser(noah);
        var page = browser.get("/objectives/new?team=" + success.id());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("New objective", "Save and activate", "2026 Q3 · 1 Jul – 30 Sep", "To activate it")
                .contains("Two to five key results", "An objective has 2 to 5 key results; this one has 0.");
        var saved = browser.post("/objectives", form("Improve revenue retention", List.of()));
        assertThat(saved.status()).isEqualTo(303);
        Goal goal = at(saved);
        assertThat(goal.state()).isEqualTo(GoalStatus.DRAFT);
        assertThat(goal.lead().id()).isEqualTo(noah.id());
        assertThat(goal.cycle().id()).isEqualTo(company.quarter.id());
        assertThat(goal.measures()).isEmpty();
    }

    @Test
    void numbersAreTypedAsPeopleTypeThem() {
        var saved = browser(noah)
                .post(
                        "/objectives",
                        form(
                                "Grow the business",
                                List.of(
                                        row("name", "Traffic", "unit", "", "baseline", "40k", "target", "30 %"),
                                        row("name", "Revenue", "unit", "€", "baseline", "€12M", "target", "15,000,000"),
                                        row(
                                                "name",
                                                "Attrition",
                                                "kind",
                                                "DECREASE",
                                                "unit",
                                                "%",
                                                "baseline",
                                                "18",
                                                "target",
                                                "4",
                                                "meaning",
                                                "POINTS"),
                                        row(
                                                "name",
                                                "Escalation",
                                                "kind",
                                                "DECREASE",
                                                "unit",
                                                "h",
                                                "baseline",
                                                "30",
                                                "target",
                                                "20",
                                                "meaning",
                                                "RELATIVE",
                                                "dueOn",
                                                "2026-09-15",
                                                "weight",
                                                "2.5",
                                                "ownerId",
                                                ava.email())),
                                "do",
                                "activate"));
        assertThat(saved.status()).isEqualTo(303);
        Goal goal = at(saved);
        assertThat(goal.state()).isEqualTo(GoalStatus.ACTIVE);
        assertThat(goal.measures())
                .extracting(Measure::name)
                .containsExactly("Traffic", "Revenue", "Attrition", "Escalation");
        assertThat(goal.measures())
                .extracting(measure -> measure.target().toPlainString())
                .containsExactly("52000", "15000000", "14", "24");
        assertThat(goal.measures().get(3).owner().id()).isEqualTo(ava.id());
        assertThat(goal.measures().get(3).weight()).isEqualByComparingTo("2.5");
    }

    @Test
    void everyKindIsWrittenWithItsOwnFields() {
        var saved = browser(noah)
                .post(
                        "/objectives",
                        form(
                                "Keep our people growing",
                                List.of(
                                        row(
                                                "name",
                                                "Training",
                                                "kind",
                                                "MILESTONE",
                                                "milestones[0].name",
                                                "Contract signed",
                                                "milestones[1].name",
                                                "First module",
                                                "milestones[1].weight",
                                                "2",
                                                "milestones[1].dueOn",
                                                "2026-08-31"),
                                        row("name", "Release", "kind", "BOOLEAN"),
                                        row("name", "Content", "kind", "RUBRIC", "levels[2].text", "Two formats tried"),
                                        row("name", "Churn", "kind", "RANGE", "unit", "%", "low", "2", "high", "4"),
                                        row(
                                                "name",
                                                "Uptime",
                                                "kind",
                                                "MAINTAIN",
                                                "unit",
                                                "%",
                                                "target",
                                                "99.9",
                                                "mode",
                                                "HIT_RATE",
                                                "expectedCheckIns",
                                                "13")),
                                "do",
                                "activate"));
        assertThat(saved.status()).isEqualTo(303);
        Goal goal = at(saved);
        assertThat(goal.state()).isEqualTo(GoalStatus.ACTIVE);
        assertThat(goal.measures())
                .extracting(Measure::kind)
                .containsExactly(
                        MeasureKind.MILESTONE,
                        MeasureKind.BOOLEAN,
                        MeasureKind.RUBRIC,
                        MeasureKind.RANGE,
                        MeasureKind.MAINTAIN);
        assertThat(goal.measures().get(0).milestones()).hasSize(2);
        assertThat(goal.measures().get(2).levels().get(2).text()).isEqualTo("Two formats tried");
        assertThat(browser(noah).get("/objectives/" + goal.id() + "/edit").body())
                .contains(
                        "value=\"First module\"", "value=\"2026-08-31\"", "Two formats tried", "value=\"99.9\"", "13");
    }

    @Test
    void whatIsWrongStandsAtItsFieldAndNothingTypedIsLost() {
        var refused = browser(noah)
                .post(
                        "/objectives",
                        form(
                                "Shrt",
                                List.of(
                                        row("name", "Renewal rate", "unit", "%", "baseline", "88,5", "target", "92"),
                                        row("name", "Same", "baseline", "5", "target", "5", "ownerId", "Nobody Known")),
                                "why",
                                "Key accounts leave <quietly>"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains(
                        "Did you mean 88.5?", "value=\"88,5\"", "value=\"Shrt\"", "Key accounts leave &lt;quietly&gt;")
                .contains("id=\"measures-0-baseline-error\"", "Nobody here is called “Nobody Known”");
        var equal = browser(noah)
                .post(
                        "/objectives",
                        form(
                                "Shrt",
                                List.of(row("name", "Same", "baseline", "5", "target", "5"), row("baseline", "7"))));
        assertThat(refused.body()).contains("Baseline and target are the same", "Use 5 to 200 characters");
        assertThat(equal.body())
                .contains(
                        "Use 5 to 200 characters", "Baseline and target are the same", "id=\"measures-1-name-error\"");
        assertThat(drafts()).isEmpty();
    }

    @Test
    void anActivationSaysWhatIsMissingAndKeepsNothing() {
        var refused = browser(noah)
                .post(
                        "/objectives",
                        form(
                                "Improve revenue retention",
                                List.of(row("name", "Renewal rate", "baseline", "88")),
                                "do",
                                "activate"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("An objective has 2 to 5 key results; this one has 1.", "the target is missing");
        assertThat(drafts()).isEmpty();
    }

    @Test
    void rowsAreAddedMovedAndRemovedWithoutAScript() {
        Browser browser = browser(noah);
        List<Map<String, String>> two = List.of(row("name", "First"), row("name", "Second", "kind", "RANGE"));
        var added = browser.post("/objectives", form("Improve it", two, "do", "add"));
        assertThat(added.status()).isEqualTo(200);
        assertThat(added.body()).contains("Key result 3", "value=\"First\"", "value=\"Improve it\"");
        var moved = browser.post("/objectives", form("Improve it", two, "do", "up[1]"));
        assertThat(moved.body().indexOf("value=\"Second\""))
                .isLessThan(moved.body().indexOf("value=\"First\""));
        var removed = browser.post("/objectives", form("Improve it", two, "do", "remove[0]"));
        assertThat(removed.body()).contains("value=\"Second\"").doesNotContain("value=\"First\"");
        assertThat(drafts()).isEmpty();
    }

    @Test
    void anEditChangesAddsRemovesAndOrdersInOneStep() {
        Goal draft = company.draft(
                "Improve revenue retention",
                success,
                noah,
                ThirdQuarter.way("Renewal rate", "%", "88", "92"),
                ThirdQuarter.way("Cross-sell", "%", "40", "44"),
                ThirdQuarter.way("Escalation", "h", "30", "24"));
        var saved = browser(noah)
                .post(
                        "/objectives/" + draft.id(),
                        form(
                                "Improve revenue retention a lot",
                                List.of(
                                        row(
                                                draft.measures().get(2),
                                                "kind",
                                                "DECREASE",
                                                "unit",
                                                "h",
                                                "baseline",
                                                "30",
                                                "target",
                                                "22"),
                                        row("name", "New one", "baseline", "1", "target", "2"),
                                        row(draft.measures().get(0), "unit", "%", "baseline", "88", "target", "92")),
                                "version",
                                "1"));
        assertThat(saved.status()).isEqualTo(303);
        Goal after = company.now(draft.id());
        assertThat(after.title()).isEqualTo("Improve revenue retention a lot");
        assertThat(after.measures()).extracting(Measure::name).containsExactly("Escalation", "New one", "Renewal rate");
        assertThat(after.measures().get(0).target()).isEqualByComparingTo("22");
        assertThat(after.measures().get(2).id())
                .isEqualTo(draft.measures().get(0).id());
    }

    @Test
    void whatWasPromisedIsTextOnceTheGoalIsActive() {
        Goal active = company.retention(success, noah);
        var page = browser(noah).get("/objectives/" + active.id() + "/edit");
        assertThat(page.body())
                .contains("To stay active", "fixed-value tn\">88 %")
                .doesNotContain("Save and activate");
        List<Map<String, String>> rows = new ArrayList<>();
        rows.add(row(active.measures().get(0), "unit", "%", "baseline", "88", "target", "95"));
        rows.add(row(active.measures().get(1), "unit", "%", "baseline", "40", "target", "44"));
        rows.add(row("name", "Onboarding CSAT", "baseline", "70", "target", "85"));
        Browser browser = browser(noah);
        var saved = browser.post(
                "/objectives/" + active.id(),
                form(active.title(), rows, "version", Integer.toString(active.version())));
        assertThat(saved.status()).isEqualTo(303);
        Goal after = company.now(active.id());
        assertThat(after.live())
                .extracting(Measure::name)
                .containsExactly("Renewal rate", "Cross-sell penetration", "Onboarding CSAT");
        assertThat(after.live().get(0).target()).isEqualByComparingTo("95");
        assertThat(after.live().get(1).version()).isEqualTo(1);
        assertThat(after.live().get(0).checkIns()).isEqualTo(5);
        rows.set(0, row(after.live().get(0), "unit", "%", "baseline", "80", "target", "95"));
        rows.set(2, row(after.live().get(2), "baseline", "70", "target", "85"));
        var locked = browser.post(
                "/objectives/" + active.id(), form(active.title(), rows, "version", Integer.toString(after.version())));
        assertThat(locked.status()).isEqualTo(409);
        assertThat(locked.body()).contains("The baseline is fixed once the goal is active.");
    }

    @Test
    void whoWasFasterIsShownBesideWhatWasTyped() {
        Goal draft = company.draft(
                "Improve revenue retention", success, noah, ThirdQuarter.way("Renewal rate", "%", "88", "92"));
        GoalContent theirs =
                company.system(() -> GoalContent.of(company.the(Goals.class).get(draft.id())));
        ThirdQuarter.as(
                noah,
                () -> company.the(Goals.class)
                        .edit(noah, draft.id(), company.content("Keep key accounts", success, noah, null), 1));
        assertThat(theirs.title()).isEqualTo("Improve revenue retention");
        Browser browser = browser(noah);
        Map<String, String> row = row(draft.measures().getFirst(), "unit", "%", "baseline", "88", "target", "93");
        var stale = browser.post("/objectives/" + draft.id(), form("My own title", List.of(row), "version", "1"));
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.body())
                .contains("Somebody saved this objective while you were writing.", "Title: Keep key accounts")
                .contains("value=\"My own title\"", "value=\"93\"", "name=\"version\" value=\"2\"");
        var again = browser.post("/objectives/" + draft.id(), form("My own title", List.of(row), "version", "2"));
        assertThat(again.status()).isEqualTo(303);
        assertThat(company.now(draft.id()).title()).isEqualTo("My own title");
    }

    @Test
    void aFormThatArrivesTwiceMakesOneObjective() {
        Browser browser = browser(noah);
        List<Map.Entry<String, String>> form =
                form("Sent twice by accident", List.of(row("name", "One")), "_once", "twice-" + noah.id());
        var first = browser.post("/objectives", form);
        var second = browser.post("/objectives", form);
        assertThat(second.status()).isEqualTo(303);
        assertThat(second.header("location")).isEqualTo(first.header("location"));
        assertThat(drafts()).hasSize(1);
    }

    @Test
    void onlyThoseWhoMayWriteGetTheForm() {
        Goal active = company.retention(success, noah);
        assertThat(browser(theo).get("/objectives/new?team=" + success.id()).status())
                .isEqualTo(403);
        assertThat(browser(theo).get("/objectives/" + active.id() + "/edit").status())
                .isEqualTo(403);
        assertThat(browser(ava).get("/objectives/" + active.id() + "/edit").status())
                .isEqualTo(403);
        assertThat(browser(ava).get("/objectives/new?team=" + success.id()).status())
                .isEqualTo(200);
        var posted = browser(theo).post("/objectives", form("Not mine to write", List.of()));
        assertThat(posted.status()).isEqualTo(403);
        assertThat(browser(noah)
                        .get("/objectives/" + UUID.randomUUID() + "/edit")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theNumberOfStatementsDoesNotGrow() throws Exception {
        Browser browser = browser(noah);
        Goal small = company.draft("A small one", success, noah);
        Goal large = company.draft(
                "A large one",
                success,
                noah,
                ThirdQuarter.way("One", "", "1", "2"),
                ThirdQuarter.way("Two", "", "1", "2"),
                ThirdQuarter.way("Three", "", "1", "2"),
                ThirdQuarter.way("Four", "", "1", "2"));
        browser.get("/objectives/" + small.id() + "/edit");
        int few = statements
                .during(() -> browser.get("/objectives/" + small.id() + "/edit"))
                .count();
        var many = statements.during(() -> browser.get("/objectives/" + large.id() + "/edit"));
        assertThat(many.statements()).hasSize(few).hasSizeLessThanOrEqualTo(12);
        var fresh = statements.during(() -> browser.get("/objectives/new?team=" + success.id()));
        assertThat(fresh.statements()).hasSizeLessThanOrEqualTo(12);
        var saved = statements.during(() -> browser.post(
                "/objectives",
                form(
                        "Saved and counted",
                        List.of(row("name", "One"), row("name", "Two")),
                        "leadId",
                        noah.name(),
                        "_once",
                        "n" + noah.id())));
        assertThat(saved.result().status()).isEqualTo(303);
        assertThat(saved.statements()).hasSizeLessThanOrEqualTo(12);
    }

    private List<Goal> drafts() {
        return ThirdQuarter.as(
                noah,
                () -> company.the(GoalSearch.class)
                        .find(GoalSearch.Wanted.ANY.ofTeams(List.of(success.id()), false), 50, null)
                        .items());
    }

    private Goal at(Browser.Reply saved) {
        return company.now(UUID.fromString(saved.header("location").replaceAll(".*/", "")));
    }

    private Browser browser(Viewer viewer) {
        Browser browser = company.browser(viewer, port);
        browser.get("/account");
        return browser;
    }

    private static Map<String, String> row(String... pairs) {
        Map<String, String> row = new java.util.LinkedHashMap<>();
        row.put("name", "");
        row.put("kind", "INCREASE");
        for (int i = 0; i < pairs.length; i += 2) {
            row.put(pairs[i], pairs[i + 1]);
        }
        return row;
    }

    private static Map<String, String> row(Measure stored, String... pairs) {
        Map<String, String> row = row(pairs);
        row.put("id", stored.id().toString());
        row.put("version", Integer.toString(stored.version()));
        row.put("name", stored.name());
        return row;
    }

    private List<Map.Entry<String, String>> form(String title, List<Map<String, String>> rows, String... more) {
        Map<String, String> fields = new java.util.LinkedHashMap<>();
        fields.put("title", title);
        fields.put("ownerTeamId", success.id().toString());
        fields.put("leadId", noah.email());
        fields.put("cycleId", company.quarter.id().toString());
        fields.put("level", "TEAM");
        for (int i = 0; i < rows.size(); i++) {
            int place = i;
            rows.get(i).forEach((name, value) -> fields.put("measures[" + place + "]." + name, value));
        }
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return List.copyOf(fields.entrySet());
    }
}
