package io.cairn.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.kernel.Viewer;
import io.cairn.testing.Api;
import io.cairn.testing.Api.Reply;
import io.cairn.testing.CairnTest;
import io.cairn.testing.SmallCompany;
import io.cairn.testing.SmallCompany.Cast;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The check of a stored goal, and who says that it can be done. */
@CairnTest
class SmartChecksTests {
    @Autowired
    SmallCompany company;

    @Autowired
    Api api;

    Cast cast;

    @BeforeEach
    void people() {
        cast = company.cast();
    }

    private Reply written() {
        return ok(api.post(cast.leader(), "/api/v1/goals", Bodies.retention(cast)));
    }

    private Reply active() {
        return ok(api.post(cast.leader(), "/api/v1/goals/" + written().id() + "/activation", null));
    }

    private static Reply ok(Reply reply) {
        assertThat(reply.status()).as(reply.raw().body()).isBetween(200, 299);
        return reply;
    }

    private Reply check(UUID goal) {
        return ok(api.get(cast.member(), "/api/v1/goals/" + goal + "/smart-check"));
    }

    private Reply attest(Viewer viewer, UUID goal) {
        return api.post(viewer, "/api/v1/goals/" + goal + "/smart-attestation", Map.of("note", "Yes, with two more"));
    }

    private static String letters(tools.jackson.databind.JsonNode check) {
        return String.join(
                " ",
                check.path("letters")
                        .valueStream()
                        .map(found -> found.path("result").asString())
                        .toList());
    }

    @Test
    void aGoalAndItsMeasuresAreCheckedLetterByLetter() {
        Reply check = check(active().id());
        assertThat(letters(check.body())).isEqualTo("PASS PASS FAIL PASS PASS");
        assertThat(check.body().path("score").asInt()).isEqualTo(4);
        assertThat(check.body().path("state").asString()).isEqualTo("UNCHECKED");
        assertThat(check.body().path("measures").size()).isEqualTo(3);
        assertThat(letters(check.body().path("measures").get(0))).isEqualTo("PASS PASS FAIL PASS PASS");
        assertThat(check.body().path("letters").get(2).path("mend").asString()).contains("manager");
    }

    @Test
    void whoManagesOrWorksWithTheLeadSaysThatItCanBeDone() {
        UUID goal = active().id();
        for (Viewer who : List.of(cast.head(), cast.member(), cast.colleague())) {
            Reply reply = ok(attest(who, goal));
            assertThat(reply.body().path("state").asString()).isEqualTo("CHECKED");
            assertThat(reply.body().path("attestation").path("by").path("name").asString())
                    .isEqualTo(who.name());
        }
        Reply check = check(goal);
        assertThat(check.body().path("smart").asBoolean()).isTrue();
        assertThat(letters(check.body().path("measures").get(2)))
                .as("what is said of the whole is said of each part")
                .isEqualTo("PASS PASS PASS PASS PASS");
        assertThat(api.get(cast.member(), "/api/v1/journal?goalId=" + goal)
                        .raw()
                        .body())
                .contains("said that it can be done");
    }

    @Test
    void neitherTheOwnerNorAStrangerSaysSo() {
        UUID goal = active().id();
        assertThat(attest(cast.leader(), goal).status()).isEqualTo(403);
        assertThat(attest(cast.stranger(), goal).status()).isEqualTo(403);
        assertThat(check(goal).body().path("state").asString()).isEqualTo("UNCHECKED");
    }

    @Test
    void aDraftIsNotThereForThoseWhoDoNotSeeIt() {
        UUID draft = written().id();
        assertThat(attest(cast.member(), draft).status()).isEqualTo(404);
        assertThat(api.get(cast.member(), "/api/v1/goals/" + draft + "/smart-check")
                        .status())
                .isEqualTo(404);
        UUID measure = measure(api.get(cast.leader(), "/api/v1/goals/" + draft));
        assertThat(api.get(cast.member(), "/api/v1/measures/" + measure + "/smart-check")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void anAttestationOfADraftIsReadByEverybodyOnceTheGoalIs() {
        var body = Bodies.with(
                Bodies.retention(cast), "contributorIds", List.of(cast.member().id()));
        UUID goal = ok(api.post(cast.leader(), "/api/v1/goals", body)).id();
        ok(attest(cast.member(), goal));
        ok(api.post(cast.leader(), "/api/v1/goals/" + goal + "/activation", null));
        Reply seen = ok(api.get(cast.stranger(), "/api/v1/goals/" + goal + "/smart-check"));
        assertThat(seen.body().path("state").asString()).isEqualTo("CHECKED");
    }

    @Test
    void titleTargetOrDateMakeItStaleAndChangingThemBackDoesNot() {
        Reply active = active();
        UUID goal = active.id();
        ok(attest(cast.head(), goal));
        UUID measure = measure(active);
        target(measure, 95);
        assertThat(state(goal)).isEqualTo("STALE");
        assertThat(letters(check(goal).body())).isEqualTo("PASS PASS PARTIAL PASS PASS");
        target(measure, 92);
        assertThat(state(goal)).isEqualTo("CHECKED");
        edit(goal, Map.of("title", "Improve revenue retention in the north"));
        assertThat(state(goal)).isEqualTo("STALE");
        ok(attest(cast.head(), goal));
        edit(goal, Map.of("why", "Another reason that changes nothing of it."));
        assertThat(state(goal)).isEqualTo("CHECKED");
        edit(goal, Map.of("endsOn", "2026-09-15"));
        assertThat(state(goal)).isEqualTo("STALE");
    }

    @Test
    void whoeverSaidSoAndThenTakesTheGoalOverDoesNotSaySoOfTheirOwn() {
        UUID goal = active().id();
        ok(attest(cast.colleague(), goal));
        assertThat(state(goal)).isEqualTo("CHECKED");
        edit(goal, Map.of("leadId", cast.colleague().id()));
        assertThat(state(goal)).isEqualTo("UNCHECKED");
        assertThat(check(goal).body().path("attestation").isObject()).isFalse();
    }

    private void edit(UUID goal, Map<String, Object> change) {
        var patch = new java.util.LinkedHashMap<String, Object>(change);
        patch.put(
                "version",
                api.get(cast.leader(), "/api/v1/goals/" + goal)
                        .body()
                        .path("version")
                        .asInt());
        ok(api.patch(cast.leader(), "/api/v1/goals/" + goal, patch));
    }

    private String state(UUID goal) {
        return check(goal).body().path("state").asString();
    }

    private static UUID measure(Reply goal) {
        return UUID.fromString(goal.body().path("measures").get(0).path("id").asString());
    }

    private void target(UUID measure, int target) {
        int version = api.get(cast.leader(), "/api/v1/measures/" + measure)
                .body()
                .path("version")
                .asInt();
        ok(api.patch(cast.leader(), "/api/v1/measures/" + measure, Map.of("version", version, "target", target)));
    }

    @Test
    void aMeasureIsAttestedOnItsOwn() {
        Reply active = active();
        UUID measure = measure(active);
        String path = "/api/v1/measures/" + measure + "/smart-attestation";
        assertThat(api.post(cast.leader(), path, null).status()).isEqualTo(403);
        Reply said = ok(api.post(cast.colleague(), path, null));
        assertThat(said.body().path("smart").asBoolean()).isTrue();
        assertThat(state(active.id())).as("the whole is another question").isEqualTo("UNCHECKED");
        target(measure, 93);
        assertThat(ok(api.get(cast.member(), "/api/v1/measures/" + measure + "/smart-check"))
                        .body()
                        .path("state")
                        .asString())
                .isEqualTo("STALE");
    }

    @Test
    void aNoteIsTextOfAThousandCharactersAtMost() {
        UUID goal = active().id();
        Reply reply =
                api.post(cast.head(), "/api/v1/goals/" + goal + "/smart-attestation", Map.of("note", "x".repeat(1001)));
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.raw().body()).contains("note");
    }

    @Test
    void whatIsCancelledIsNotAttested() {
        UUID goal = active().id();
        ok(api.post(cast.leader(), "/api/v1/goals/" + goal + "/cancellation", Map.of("reason", "No more")));
        assertThat(attest(cast.head(), goal).code()).isEqualTo("GOAL_CLOSED");
    }

    @Test
    void aMetricThatNeverMovedThisFastIsWarnedOf() {
        Reply metric = ok(api.post(
                cast.leader(),
                "/api/v1/metrics",
                Map.of(
                        "name", "Renewals " + UUID.randomUUID(),
                        "ownerId", cast.leader().id(),
                        "direction", "HIGHER",
                        "frequency", "WEEKLY",
                        "unit", "%",
                        "timeAggregation", "AVERAGE")));
        for (int week = 0; week < 7; week++) {
            ok(api.post(
                    cast.leader(),
                    "/api/v1/metrics/" + metric.id() + "/measurements",
                    Map.of(
                            "periodStart",
                            java.time.LocalDate.of(2026, 6, 22).plusWeeks(week),
                            "value",
                            80 + week % 2)));
        }
        Map<String, Object> follows =
                new java.util.LinkedHashMap<>(Bodies.measure("Renewal rate", "KPI_LINKED", "%", 80, 99));
        follows.put("metricId", metric.id());
        Reply goal = ok(api.post(
                cast.leader(),
                "/api/v1/goals",
                Bodies.objective(cast, "Raise the renewal rate of key accounts", follows)));
        var letter = ok(api.get(cast.leader(), "/api/v1/measures/" + measure(goal) + "/smart-check"))
                .body()
                .path("letters")
                .get(2);
        assertThat(letter.path("warnings").size()).as(letter.toString()).isEqualTo(2);
    }
}
