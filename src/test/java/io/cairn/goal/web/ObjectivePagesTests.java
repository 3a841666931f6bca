package io.cairn.goal.web;

import static io.cairn.testing.ThirdQuarter.way;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.goal.Goal;
import io.cairn.goal.Goals;
import io.cairn.kernel.Viewer;
import io.cairn.organization.Team;
import io.cairn.testing.Browser;
import io.cairn.testing.CairnTest;
import io.cairn.testing.Statements;
import io.cairn.testing.ThirdQuarter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@CairnTest
class ObjectivePagesTests {
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
    void theCurrentQuarterShowsTeamsWithTheirTotalsAndFigures() {
        String page = company.browser(ava, port)
                .get("/objectives?team=" + success.id())
                .body();
        assertThat(page)
                .contains("Objectives, 2026 Q3", "FY2026", "2026 H2", "Next: 2026 Q4")
                .contains(success.name(), "1 off track", ">Noah<")
                .contains("Improve revenue retention", "88 → 92 %", "href=\"/objectives/" + retention.id() + "\"")
                .contains("aria-label=\"Renewal rate: 5 check-ins, last 89.6 %\"")
                .contains("/measures/" + retention.measures().getFirst().id() + "/explanation?figure=progress");
    }

    @Test
    void aDraftIsSeenByThoseWhoWriteItAlone() {
        Goal draft = company.draft("Launch a new product line", success, noah);
        assertThat(list(noah, "team=" + success.id())).contains(draft.title(), "No key results yet.", "1 draft");
        assertThat(list(ava, "team=" + success.id())).doesNotContain(draft.title(), "1 draft");
    }

    @Test
    void textIsFoundInAnyCaseAndWhatIsTypedStays() {
        Goal unusual = company.objective(
                "Über uns hinaus wachsen", success, noah, way("A", "", "0", "10"), way("B", "", "0", "10"));
        assertThat(list(ava, "q=%C3%BCBER+UNS&team=" + success.id()))
                .contains(unusual.title(), "value=\"üBER UNS\"")
                .doesNotContain("Improve revenue retention");
        assertThat(list(ava, "q=%25&team=" + success.id())).contains("No objective fits.", "Show all");
    }

    @Test
    void healthLevelLeadAndStateNarrowTheList() {
        String team = "team=" + success.id();
        assertThat(list(ava, team + "&health=OFF_TRACK")).contains(retention.title());
        assertThat(list(ava, team + "&health=ON_TRACK")).doesNotContain(retention.title());
        assertThat(list(ava, team + "&lead=" + noah.id())).contains(retention.title());
        assertThat(list(ava, team + "&level=COMPANY")).doesNotContain(retention.title());
        ThirdQuarter.as(noah, () -> company.the(Goals.class).cancel(noah, retention.id(), "Dropped"));
        assertThat(list(ava, team)).doesNotContain(retention.title());
        assertThat(list(ava, team + "&state=CANCELLED")).contains(retention.title());
    }

    @Test
    void unknownFiltersCyclesAndPagesAreRefused() {
        Browser browser = company.browser(ava, port);
        assertThat(browser.get("/objectives?colour=red").status()).isEqualTo(422);
        assertThat(browser.get("/objectives?page=0").status()).isEqualTo(422);
        assertThat(browser.get("/objectives?cycle=" + ava.id()).status()).isEqualTo(404);
    }

    @Test
    void aCycleWithoutObjectivesSaysWhatToDo() {
        String page = list(
                noah, "team=" + company.team("Empty", company.company, noah).id());
        assertThat(page).contains("No objective fits.");
    }

    @Test
    void aLongListGoesOnOverPagesAndItsTotalsCountAllOfThem() {
        for (int i = 1; i <= 51; i++) {
            company.draft("Draft number " + i, success, noah);
        }
        assertThat(list(noah, "team=" + success.id())).contains("1 off track · 51 drafts", "page=2", "Page 1");
        assertThat(list(noah, "team=" + success.id() + "&page=2"))
                .contains("Draft number 51", "1 off track · 51 drafts", "Page 2");
    }

    @Test
    void eachOrderHasTheSameObjectives() {
        for (String order : new String[] {"TEAM", "HEALTH", "PROGRESS", "DUE", "TITLE"}) {
            assertThat(list(ava, "team=" + success.id() + "&sort=" + order)).contains(retention.title());
        }
    }

    @Test
    void theNumberOfStatementsDoesNotGrow() throws Exception {
        Browser browser = company.browser(ava, port);
        browser.get("/objectives");
        int few = statements
                .during(() -> browser.get("/objectives?team=" + success.id()))
                .count();
        for (int i = 0; i < 3; i++) {
            company.retention(company.team("Team", success, noah), noah);
        }
        var many = statements.during(() -> browser.get("/objectives?team=" + success.id()));
        assertThat(many.result().status()).isEqualTo(200);
        assertThat(many.statements()).hasSize(few).hasSizeLessThanOrEqualTo(12);
        var team = statements.during(() -> browser.get("/teams/" + success.id()));
        assertThat(team.result().body()).contains("Ahead", "On pace", "Behind", retention.title());
        assertThat(team.statements()).hasSizeLessThanOrEqualTo(12);
        var person = statements.during(() -> browser.get("/people/" + noah.id()));
        assertThat(person.result().body()).contains(retention.title());
        assertThat(person.statements()).hasSizeLessThanOrEqualTo(12);
    }

    private String list(Viewer viewer, String query) {
        Browser.Reply reply = company.browser(viewer, port).get("/objectives?" + query);
        assertThat(reply.status()).isEqualTo(200);
        return reply.body();
    }
}
