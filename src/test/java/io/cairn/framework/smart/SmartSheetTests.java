package io.cairn.framework.smart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cairn.access.Viewing;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import io.cairn.template.SheetRow;
import io.cairn.testing.Api;
import io.cairn.testing.Api.Reply;
import io.cairn.testing.CairnTest;
import io.cairn.testing.SmallCompany;
import io.cairn.testing.SmallCompany.Cast;
import io.cairn.testing.Statements;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** SMART goals on their worksheets, through the API. */
@CairnTest
class SmartSheetTests {
    private static final String PATH = "/api/v1/smart-worksheets";

    @Autowired
    SmallCompany company;

    @Autowired
    Api api;

    @Autowired
    Statements statements;

    @Autowired
    Worksheet worksheet;

    Cast cast;

    @BeforeEach
    void people() {
        cast = company.cast();
    }

    private Map<String, Object> whole() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("title", "Cut the time to build the weekly forecast");
        body.put("specific", "From the system, not from mails.");
        body.put("measurable", "Hours each Monday.");
        body.put("achievable", "Two afternoons are enough.");
        body.put("relevant", "Four hours a week for the accounts at risk.");
        body.put("timeBound", "Before the planning of the next quarter.");
        body.put("cycleId", cast.quarter().id());
        body.put("measureName", "Hours for the forecast");
        body.put("unit", "h");
        body.put("baseline", 6);
        body.put("target", 2);
        body.put("dueOn", "2026-09-15");
        body.put("obstacles", "The North.");
        body.put("firstStep", "Ask the North.");
        body.put("reviewOn", "2026-08-21");
        return body;
    }

    private static Reply ok(Reply reply) {
        assertThat(reply.status()).as(reply.raw().body()).isBetween(200, 299);
        return reply;
    }

    private UUID written(Viewer viewer, Map<String, Object> body) {
        return ok(api.post(viewer, PATH, body)).id();
    }

    private Reply activate(Viewer viewer, UUID goal) {
        return api.post(viewer, "/api/v1/goals/" + goal + "/activation", null);
    }

    @Test
    void everyFieldIsKeptAndTheGoalIsAnyGoal() {
        UUID id = written(cast.member(), whole());
        Reply sheet = ok(api.get(cast.member(), PATH + "/" + id));
        whole().forEach((field, value) ->
                assertThat(sheet.body().path(field).asString()).as(field).isEqualTo(String.valueOf(value)));
        assertThat(sheet.body().path("status").asString()).isEqualTo("DRAFT");
        assertThat(sheet.body().path("owner").path("name").asString())
                .isEqualTo(cast.member().name());
        assertThat(sheet.body().path("smart").path("score").asInt()).isEqualTo(4);
        Reply goal = ok(api.get(cast.member(), "/api/v1/goals/" + id));
        assertThat(goal.body().path("framework").asString()).isEqualTo("smart");
        assertThat(goal.body().path("kind").asString()).isEqualTo("smart_goal");
        assertThat(goal.body().path("endsOn").asString()).isEqualTo("2026-09-15");
        assertThat(goal.body().path("measures").get(0).path("kind").asString()).isEqualTo("DECREASE");
    }

    @Test
    void itLivesAsAnyGoalDoes() {
        UUID id = written(cast.member(), whole());
        ok(activate(cast.member(), id));
        ok(api.post(cast.leader(), "/api/v1/goals/" + id + "/smart-attestation", null));
        UUID measure = UUID.fromString(ok(api.get(cast.member(), "/api/v1/goals/" + id))
                .body()
                .path("measures")
                .get(0)
                .path("id")
                .asString());
        ok(api.post(cast.member(), "/api/v1/measures/" + measure + "/check-ins", Map.of("value", 4)));
        Reply sheet = ok(api.get(cast.member(), PATH + "/" + id));
        assertThat(sheet.body().path("current").asInt()).isEqualTo(4);
        assertThat(sheet.body().path("smart").path("smart").asBoolean()).isTrue();
        assertThat(ok(api.get(cast.member(), "/api/v1/goals/" + id))
                        .body()
                        .path("progress")
                        .asDouble())
                .isEqualTo(0.5);
        ok(patch(cast.member(), id, Map.of("target", 1, "obstacles", "None")));
        Reply changed = ok(api.get(cast.member(), PATH + "/" + id));
        assertThat(changed.body().path("smart").path("state").asString()).isEqualTo("STALE");
        assertThat(changed.body().path("obstacles").asString()).isEqualTo("None");
        assertThat(changed.body().path("firstStep").asString()).isEqualTo("Ask the North.");
        assertThat(patch(cast.member(), id, Map.of("baseline", 7)).code()).isEqualTo("BASELINE_LOCKED");
        ok(api.post(cast.member(), "/api/v1/goals/" + id + "/cancellation", Map.of("reason", "Done otherwise")));
        assertThat(patch(cast.member(), id, Map.of("obstacles", "Too late")).code())
                .isEqualTo("GOAL_CLOSED");
    }

    private Reply patch(Viewer viewer, UUID id, Map<String, Object> change) {
        var body = new LinkedHashMap<String, Object>(change);
        body.putIfAbsent(
                "version",
                api.get(viewer, PATH + "/" + id).body().path("version").asInt());
        return api.patch(viewer, PATH + "/" + id, body);
    }

    @ParameterizedTest
    @CsvSource({
        "target, SMART_NOT_MEASURABLE, measures",
        "cycleId, SMART_NOT_TIME_BOUND, endsOn",
        "'target,cycleId', SMART_NOT_MEASURABLE, measures",
        "'measureName,unit,baseline,target', SMART_NOT_MEASURABLE, measures"
    })
    void itStartsOnlyMeasurableAndTimeBound(String without, String code, String field) {
        Map<String, Object> body = whole();
        List.of(without.split(",")).forEach(body::remove);
        if (without.contains("cycleId")) {
            body.remove("dueOn");
        }
        UUID id = written(cast.member(), body);
        Reply refused = activate(cast.member(), id);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).as(refused.raw().body()).isEqualTo(code);
        assertThat(refused.body().path("errors").get(0).path("field").asString())
                .isEqualTo(field);
    }

    @Test
    void nothingElseKeepsItFromStarting() {
        Map<String, Object> vague = new LinkedHashMap<>(
                Map.of("title", "Be better", "cycleId", cast.quarter().id(), "steps", List.of("Begin", "End")));
        UUID id = written(cast.member(), vague);
        ok(activate(cast.member(), id));
        Reply sheet = ok(api.get(cast.member(), PATH + "/" + id));
        assertThat(sheet.body().path("smart").path("score").asInt()).isEqualTo(2);
        assertThat(sheet.body().path("steps").size()).isEqualTo(2);
    }

    @Test
    void aRunningOneStaysMeasurable() {
        UUID id = written(cast.member(), whole());
        ok(activate(cast.member(), id));
        Map<String, Object> nothing = new LinkedHashMap<>();
        nothing.put("target", null);
        assertThat(patch(cast.member(), id, nothing).code()).isEqualTo("SMART_NOT_MEASURABLE");
        assertThat(patch(cast.member(), id, Map.of("version", 1, "target", 3)).code())
                .isEqualTo("STALE_VERSION");
    }

    @Test
    void aPersonsIsReadByManagerAndHrAndATeamsByTheTeam() {
        Viewer hr = company.with(Role.HR);
        UUID draft = written(cast.member(), whole());
        assertThat(api.get(cast.leader(), PATH + "/" + draft).status())
                .as("a draft is its writer's")
                .isEqualTo(404);
        ok(activate(cast.member(), draft));
        for (Viewer reads : List.of(cast.leader(), hr)) {
            assertThat(ok(api.get(reads, PATH + "/" + draft)).text("obstacles")).isEqualTo("The North.");
        }
        for (Viewer other : List.of(cast.colleague(), cast.stranger(), company.with(Role.ADMIN))) {
            assertThat(api.get(other, PATH + "/" + draft).status()).isEqualTo(404);
            assertThat(api.get(other, "/api/v1/goals/" + draft + "/smart-check").status())
                    .isEqualTo(404);
        }
        assertThat(patch(cast.leader(), draft, Map.of("obstacles", "Mine")).status())
                .as("the manager reads")
                .isEqualTo(403);

        Map<String, Object> team = whole();
        team.put("ownerTeamId", cast.team().id());
        UUID ofTeam = written(cast.leader(), team);
        ok(activate(cast.leader(), ofTeam));
        ok(api.get(cast.colleague(), PATH + "/" + ofTeam));
        assertThat(api.get(cast.stranger(), PATH + "/" + ofTeam).status()).isEqualTo(404);
        ok(patch(cast.leader(), ofTeam, Map.of("audience", "PUBLIC_ORG")));
        assertThat(ok(api.get(cast.stranger(), PATH + "/" + ofTeam)).text("obstacles"))
                .as("the worksheet follows its goal")
                .isEqualTo("The North.");
    }

    @Test
    void whatIsWrongStandsAtTheWorksheetsFields() {
        Map<String, Object> body = whole();
        body.put("title", "No");
        body.put("dueOn", "2027-01-01");
        Reply refused = api.post(cast.member(), PATH, body);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.raw().body()).contains("\"title\"").contains("\"dueOn\"");
        body = whole();
        body.put("obstacles", "x".repeat(2001));
        assertThat(api.post(cast.member(), PATH, body).raw().body()).contains("\"obstacles\"");
        body = whole();
        body.put("target", 6);
        assertThat(api.post(cast.member(), PATH, body).raw().body())
                .contains("BASELINE_EQUALS_TARGET")
                .doesNotContain("measures[");
    }

    @Test
    void anObjectiveHasNoWorksheet() {
        UUID objective = ok(api.post(
                        cast.leader(),
                        "/api/v1/goals",
                        Map.of(
                                "framework",
                                "okr",
                                "title",
                                "Keep what we have",
                                "ownerTeamId",
                                cast.team().id())))
                .id();
        assertThat(api.get(cast.leader(), PATH + "/" + objective).status()).isEqualTo(404);
        assertThat(patch(cast.leader(), objective, Map.of("version", 1, "obstacles", "x"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void writingTakesAFixedNumberOfStatements() throws Exception {
        UUID goal = written(cast.member(), whole());
        ok(activate(cast.member(), goal));
        var created = statements.during(() -> written(cast.member(), whole()));
        assertThat(created.count()).as(String.join("\n", created.statements())).isLessThanOrEqualTo(12);
        int version = ok(api.get(cast.member(), PATH + "/" + goal))
                .body()
                .path("version")
                .asInt();
        var changed = statements.during(() -> api.patch(
                cast.member(), PATH + "/" + goal, Map.of("version", version, "target", 1, "obstacles", "None")));
        assertThat(changed.result().status()).isEqualTo(200);
        assertThat(changed.count()).as(String.join("\n", changed.statements())).isLessThanOrEqualTo(18);
    }

    /** Titles of a live file's rows, as they are downloaded. */
    private List<String> live(Viewer viewer, String subject) {
        return Viewing.as(
                viewer,
                () -> worksheet.live(viewer, subject).sheets().getFirst().rows().stream()
                        .map(row -> row.text("title"))
                        .toList());
    }

    @Test
    void aLiveFileHoldsWhatTheViewerMayReadAndNothingElse() {
        UUID own = written(cast.member(), named("Goal of one person"));
        ok(activate(cast.member(), own));
        written(cast.member(), named("Draft of one person"));
        Map<String, Object> team = named("Goal of the team");
        team.put("ownerTeamId", cast.team().id());
        ok(activate(cast.leader(), written(cast.leader(), team)));
        String teamId = cast.team().id().toString();

        assertThat(live(cast.member(), "own")).contains("Goal of one person", "Draft of one person");
        assertThat(live(cast.leader(), "all"))
                .contains("Goal of one person", "Goal of the team")
                .doesNotContain("Draft of one person");
        assertThat(live(cast.colleague(), "all")).contains("Goal of the team").doesNotContain("Goal of one person");
        assertThat(live(cast.colleague(), teamId)).containsExactly("Goal of the team");
        assertThat(live(cast.stranger(), "all")).doesNotContain("Goal of the team", "Goal of one person");
        assertThat(live(cast.stranger(), teamId)).isEmpty();
        assertThatThrownBy(() -> live(cast.member(), own.toString()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.first().status()).isEqualTo(404));
        assertThatThrownBy(() -> live(cast.member(), "everything"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.first().status()).isEqualTo(404));
    }

    @Test
    void aRowOfALiveFileSaysWhatItsPageSays() {
        UUID id = written(cast.member(), whole());
        ok(activate(cast.member(), id));
        ok(api.post(cast.leader(), "/api/v1/goals/" + id + "/smart-attestation", null));
        String measure = ok(api.get(cast.member(), "/api/v1/goals/" + id))
                .body()
                .path("measures")
                .get(0)
                .path("id")
                .asString();
        ok(api.post(cast.member(), "/api/v1/measures/" + measure + "/check-ins", Map.of("value", 4)));
        SheetRow row = Viewing.as(
                cast.member(),
                () -> worksheet.live(cast.member(), "own").sheets().getFirst().rows().stream()
                        .filter(one -> one.id().orElseThrow().equals(id))
                        .findFirst()
                        .orElseThrow());
        assertThat(List.of("s", "m", "a", "r", "t"))
                .allSatisfy(letter -> assertThat(row.text(letter)).isEqualTo("PASS"));
        assertThat(row.figure("score")).isEqualByComparingTo("5");
        assertThat(row.figure("progress")).isEqualByComparingTo("0.5");
        assertThat(row.figure("current")).isEqualByComparingTo("4");
        assertThat(row.text("obstacles")).isEqualTo("The North.");
        assertThat(row.fixed()).isEmpty();
    }

    @Test
    void aLiveFileTakesAsManyStatementsHoweverManyGoalsThereAre() throws Exception {
        written(cast.member(), named("The first"));
        int one = statements.during(() -> live(cast.member(), "own")).count();
        for (int i = 0; i < 5; i++) {
            written(cast.member(), named("Another " + i));
        }
        assertThat(statements.during(() -> live(cast.member(), "own")).count())
                .isEqualTo(one)
                .isLessThanOrEqualTo(10);
    }

    private Map<String, Object> named(String title) {
        Map<String, Object> body = whole();
        body.put("title", title);
        return body;
    }
}
