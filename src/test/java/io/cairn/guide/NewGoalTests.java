package io.cairn.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.access.SignIn;
import io.cairn.kernel.Viewer;
import io.cairn.testing.Api;
import io.cairn.testing.Browser;
import io.cairn.testing.CairnTest;
import io.cairn.testing.SmallCompany;
import io.cairn.testing.SmallCompany.Cast;
import io.cairn.testing.Statements;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@CairnTest
class NewGoalTests {
    private static final String PROPOSALS = "/api/v1/framework-proposals";

    @LocalServerPort
    int port;

    @Autowired
    SmallCompany company;

    @Autowired
    Api api;

    @Autowired
    SignIn signIn;

    @Autowired
    Statements statements;

    Cast cast;

    @BeforeEach
    void meet() {
        cast = company.cast();
    }

    Browser browser(Viewer viewer) {
        return Browser.in(port, signIn.openSession(viewer.id()).text());
    }

    private static Browser.Reply answered(Browser browser, String title, String... more) {
        List<String> pairs = new java.util.ArrayList<>(
                List.of("title", title, "person", "yes", "pay", "no", "teams", "no", "steady", "no"));
        pairs.addAll(List.of(more));
        return browser.post("/goals/new", pairs.toArray(String[]::new));
    }

    @Test
    void theAnswersAreAskedForAndProposeWithReasons() {
        Browser browser = browser(cast.leader());
        assertThat(browser.get("/goals/new?team=" + cast.team().id()).body())
                .contains("Is one person accountable for the result?", "Show what fits")
                .doesNotContain("You said:");
        var sent =
                answered(browser, "Win & keep “North”", "team", cast.team().id().toString());
        assertThat(sent.status()).isEqualTo(303);
        String address = sent.header("location");
        assertThat(address).contains("answers=person", "team=" + cast.team().id());
        assertThat(browser.get(address).body())
                .contains(
                        "MBO fits", "You said: one person is accountable", "Write an OKR anyway", "Define a KPI anyway")
                .contains("/plans/new?title=Win%20%26%20keep%20%E2%80%9CNorth%E2%80%9D&amp;answers=person\"")
                .contains("&amp;team=" + cast.team().id());
    }

    @Test
    void whatIsNotAnsweredIsSaidAtItsQuestion() {
        var page = browser(cast.leader()).post("/goals/new", "title", "x".repeat(201), "person", "yes", "pay", "maybe");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains("id=\"pay-error\"", "id=\"teams-error\"", "id=\"steady-error\"", "Use 1 to 200 characters")
                .doesNotContain("id=\"person-error\"");
    }

    @Test
    void whoDoesNotWantToBeAskedGoesStraightToTheEditor() {
        Browser browser = browser(cast.leader());
        answered(browser, "North", "quiet", "true");
        var straight = browser.get("/goals/new?cycle=" + cast.quarter().id() + "&team="
                + cast.team().id());
        assertThat(straight.status()).isEqualTo(303);
        assertThat(straight.header("location"))
                .isEqualTo("/objectives/new?cycle=" + cast.quarter().id() + "&team="
                        + cast.team().id());
        assertThat(browser.get("/goals/new?ask=yes").body()).contains("Is it linked to pay?");
        answered(browser, "North");
        assertThat(browser.get("/goals/new").status()).isEqualTo(200);
    }

    @Test
    void whoHasNoTeamIsNotSentToAnEditorThatRefuses() {
        Browser stranger = browser(cast.stranger());
        assertThat(stranger.get("/goals/new?answers=teams").body())
                .contains("You belong to no team yet")
                .doesNotContain("/objectives/new");
        answered(stranger, "North", "quiet", "true");
        assertThat(stranger.get("/goals/new").status()).isEqualTo(200);
    }

    @Test
    void theEditorSaysWhatWasSaidAndKeepsIt() {
        Browser browser = browser(cast.leader());
        String editor = browser.get("/objectives/new?title=Win+the+north&answers=person.pay&team="
                        + cast.team().id())
                .body();
        assertThat(editor)
                .contains("value=\"Win the north\"", "You said: one person is accountable, linked to pay")
                .contains("That speaks for MBO; you chose OKR.", "name=\"answers\" value=\"person.pay\"");
        var refused = browser.post("/objectives", "title", "No", "answers", "person.pay");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("name=\"answers\" value=\"person.pay\"");
        assertThat(browser.get("/objectives/new?answers=teams&team="
                                + cast.team().id())
                        .body())
                .contains("You said: ")
                .doesNotContain("That speaks for");
        assertThat(browser.get("/metrics/new?title=Uptime&answers=teams").body())
                .contains("value=\"Uptime\"", "That speaks for OKR; you chose KPI.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"person.pay", "teams", "rubbish", ""})
    void overrulingIsToldToTheJournal(String answers) {
        Browser browser = browser(cast.leader());
        var saved = browser.post(
                "/objectives",
                "title",
                "Win the north",
                "answers",
                answers,
                "ownerTeamId",
                cast.team().id().toString(),
                "leadId",
                cast.leader().name(),
                "cycleId",
                cast.quarter().id().toString(),
                "level",
                "TEAM");
        assertThat(saved.status()).as(saved.body()).isEqualTo(303);
        String goal = saved.header("location").replaceAll(".*/", "");
        boolean overruled = answers.equals("person.pay");
        assertThat(actions(cast.leader(), goal).containsKey("goal.framework-overruled"))
                .isEqualTo(overruled);
        if (overruled) {
            assertThat(actions(cast.leader(), goal).get("goal.framework-overruled"))
                    .isEqualTo("chose OKR although the answers speak for MBO: Answered: one person is accountable,"
                            + " linked to pay, one team is enough, something should change");
            assertThat(actions(cast.stranger(), goal)).as("it is a draft").isEmpty();
        }
    }

    @Test
    void overrulingForAKpiIsToldToo() {
        var saved = browser(cast.leader())
                .post(
                        "/metrics",
                        "name",
                        "Renewals of the north",
                        "answers",
                        "teams",
                        "decimals",
                        "0",
                        "direction",
                        "HIGHER",
                        "frequency",
                        "WEEKLY",
                        "timeAggregation",
                        "LAST",
                        "ownerId",
                        cast.leader().name(),
                        "level",
                        "ORG",
                        "leadLag",
                        "CURRENT",
                        "audience",
                        "PUBLIC_ORG",
                        "periods",
                        "1");
        assertThat(saved.status()).as(saved.body()).isEqualTo(303);
        UUID metric = UUID.fromString(saved.header("location").replaceAll(".*/", ""));
        JsonNode entries = api.get(
                        cast.leader(), "/api/v1/journal?subjectKind=metric&action=metric.framework-overruled")
                .body()
                .path("items");
        assertThat(entries.valueStream().map(entry -> entry.path("subjectId").asString()))
                .contains(metric.toString());
    }

    private Map<String, String> actions(Viewer viewer, String goal) {
        Map<String, String> actions = new HashMap<>();
        api.get(viewer, "/api/v1/journal?goalId=" + goal)
                .body()
                .path("items")
                .forEach(entry -> actions.put(
                        entry.path("action").asString(),
                        entry.path("summary").asString() + ": "
                                + entry.path("reason").asString("")));
        return actions;
    }

    @Test
    void theApiProposesAndStoresNothing() {
        var reply = api.post(
                cast.stranger(),
                PROPOSALS,
                Map.of("onePersonAccountable", true, "linkedToPay", true, "severalTeams", true, "keepsSteady", false));
        assertThat(reply.status()).isEqualTo(200);
        JsonNode proposals = reply.body().path("proposals");
        assertThat(proposals.valueStream().map(one -> one.path("framework").asString()))
                .containsExactly("okr", "mbo");
        assertThat(proposals.path(0).path("reasons").size()).isEqualTo(2);
        assertThat(api.post(
                                cast.stranger(),
                                PROPOSALS,
                                Map.of("onePersonAccountable", false, "linkedToPay", false, "severalTeams", true))
                        .body()
                        .path("proposals")
                        .path(0)
                        .path("framework")
                        .asString())
                .isEqualTo("okr");
    }

    @Test
    void theApiRefusesWhatItCannotRead() {
        var missing = api.post(cast.leader(), PROPOSALS, Map.of("linkedToPay", true));
        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.body()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("field").asString()))
                .containsExactly("onePersonAccountable", "severalTeams");
        assertThat(api.post(
                                cast.leader(),
                                PROPOSALS,
                                Map.of("onePersonAccountable", "yes", "linkedToPay", true, "severalTeams", true))
                        .status())
                .isEqualTo(422);
        assertThat(api.post(null, PROPOSALS, Map.of()).status()).isEqualTo(401);
    }

    @Test
    void thePageTakesFewStatements() throws Exception {
        Browser browser = browser(cast.leader());
        browser.get("/goals/new");
        var counted = statements.during(() -> browser.get("/goals/new?answers=person.teams"));
        assertThat(counted.count()).as(String.join("\n", counted.statements())).isLessThanOrEqualTo(6);
    }
}
