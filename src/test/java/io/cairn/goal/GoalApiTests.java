package io.cairn.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.kernel.DomainClock;
import io.cairn.kernel.Viewer;
import io.cairn.testing.Api;
import io.cairn.testing.Api.Reply;
import io.cairn.testing.CairnTest;
import io.cairn.testing.SmallCompany;
import io.cairn.testing.SmallCompany.Cast;
import io.cairn.testing.Statements;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@CairnTest
class GoalApiTests {
    @Autowired
    SmallCompany company;

    @Autowired
    Api api;

    @Autowired
    DomainClock clock;

    @Autowired
    Statements statements;

    Cast cast;

    @BeforeEach
    void midQuarter() {
        cast = company.cast();
    }

    @Test
    void anObjectiveIsWrittenActivatedAndCheckedInWithTheSeedsFigures() {
        clock.moveTo(Instant.parse("2026-07-01T08:00:00Z"));
        Reply draft = api.post(cast.leader(), "/api/v1/goals", Bodies.retention(cast));
        assertThat(draft.status()).as(draft.raw().body()).isEqualTo(201);
        assertThat(draft.raw().headers().firstValue("Location")).contains("/api/v1/goals/" + draft.id());
        assertThat(draft.text("state")).isEqualTo("DRAFT");

        Reply active = api.post(cast.leader(), "/api/v1/goals/" + draft.id() + "/activation", null);
        assertThat(active.status()).as(active.raw().body()).isEqualTo(200);
        assertThat(active.text("state")).isEqualTo("ACTIVE");
        assertThat(active.body().path("noData").asBoolean()).isTrue();

        clock.moveTo(SmallCompany.MID_QUARTER);
        List<UUID> measures = ids(active.body().path("measures"));
        checkIn(cast.leader(), measures.get(0), 90, 8);
        checkIn(cast.leader(), measures.get(1), 41.6, 6);
        checkIn(cast.leader(), measures.get(2), 28, 4);

        JsonNode goal = api.get(cast.stranger(), "/api/v1/goals/" + draft.id()).body();
        assertThat(goal.path("progress").decimalValue()).isEqualByComparingTo("0.4111");
        assertThat(goal.path("expected").decimalValue()).isEqualByComparingTo("0.5");
        assertThat(goal.path("pace").asString()).isEqualTo("AT_RISK");
        assertThat(goal.path("health").asString()).isEqualTo("OFF_TRACK");
        assertThat(goal.path("suggestedGrade").decimalValue()).isEqualByComparingTo("0.4");
        assertThat(goal.path("owner").path("type").asString()).isEqualTo("team");
        assertThat(goal.path("cycle").path("endsOn").asString()).isEqualTo("2026-09-30");
        assertThat(goal.path("measures").get(0).path("dueOn").asString()).isEqualTo("2026-09-30");
        assertThat(goal.path("measures").get(0).path("current").decimalValue()).isEqualByComparingTo("90");
        assertThat(healths(goal)).containsExactly("ON_TRACK", "AT_RISK", "OFF_TRACK");
    }

    @Test
    void aDraftIsSeenByItsOwnPeopleOnly() {
        UUID draft =
                api.post(cast.leader(), "/api/v1/goals", Bodies.retention(cast)).id();
        assertThat(api.get(cast.leader(), "/api/v1/goals/" + draft).status()).isEqualTo(200);
        assertThat(api.get(cast.member(), "/api/v1/goals/" + draft).status())
                .as("a member of the owning team does not see its leader's draft")
                .isEqualTo(404);
        assertThat(api.get(cast.stranger(), "/api/v1/goals/" + draft).status()).isEqualTo(404);
        assertThat(api.delete(cast.stranger(), "/api/v1/goals/" + draft).status())
                .isEqualTo(404);
        assertThat(api.get(cast.stranger(), "/api/v1/journal?goalId=" + draft)
                        .body()
                        .path("items")
                        .size())
                .isZero();
        api.post(cast.leader(), "/api/v1/goals/" + draft + "/activation", null);
        assertThat(api.get(cast.stranger(), "/api/v1/goals/" + draft).status()).isEqualTo(200);
        assertThat(api.delete(cast.stranger(), "/api/v1/goals/" + draft).status())
                .as("seen but not theirs")
                .isEqualTo(403);
        assertThat(api.delete(cast.leader(), "/api/v1/goals/" + draft).code()).isEqualTo("GOAL_NOT_DRAFT");
    }

    @Test
    void contributorsSeeTheDraftAndMayCheckIn() {
        Map<String, Object> body = Bodies.with(
                Bodies.retention(cast),
                "contributorIds",
                List.of(cast.colleague().id()));
        Reply draft = api.post(cast.leader(), "/api/v1/goals", body);
        assertThat(api.get(cast.colleague(), "/api/v1/goals/" + draft.id()).status())
                .isEqualTo(200);
        Reply active = activate(draft.id());
        UUID measure = ids(active.body().path("measures")).getFirst();
        assertThat(checkIn(cast.colleague(), measure, 89, 8).status()).isEqualTo(201);
        assertThat(api.post(cast.member(), "/api/v1/measures/" + measure + "/check-ins", Bodies.value(89, 8))
                        .status())
                .isEqualTo(403);
        assertThat(api.patch(cast.colleague(), "/api/v1/goals/" + draft.id(), Map.of("title", "Mine now", "version", 2))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whoLeadsFromAboveMayEditAndStrangersMayNotCreate() {
        Reply draft = api.post(cast.head(), "/api/v1/goals", Bodies.retention(cast));
        assertThat(draft.status()).isEqualTo(201);
        assertThat(api.post(cast.stranger(), "/api/v1/goals", Bodies.retention(cast))
                        .status())
                .isEqualTo(403);
        assertThat(api.post(
                                cast.stranger(),
                                "/api/v1/goals",
                                Bodies.with(
                                        Bodies.retention(cast),
                                        "leadId",
                                        cast.stranger().id()))
                        .status())
                .isEqualTo(403);
        assertThat(api.post(
                                cast.member(),
                                "/api/v1/goals",
                                Bodies.with(
                                        Bodies.retention(cast),
                                        "leadId",
                                        cast.member().id()))
                        .status())
                .as("a member who leads it themself")
                .isEqualTo(201);
    }

    @Test
    void activationNamesEveryBrokenRuleAndTheFirstAsItsCode() {
        Map<String, Object> body = Bodies.objective(cast, "Launch a new product line");
        UUID draft = api.post(cast.leader(), "/api/v1/goals", Bodies.without(body, "cycleId"))
                .id();
        Reply refused = api.post(cast.leader(), "/api/v1/goals/" + draft + "/activation", null);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("KEY_RESULT_COUNT");
        assertThat(codes(refused)).contains("KEY_RESULT_COUNT", "CYCLE_REQUIRED");
    }

    @ParameterizedTest
    @CsvSource({"0,KEY_RESULT_COUNT", "1,KEY_RESULT_COUNT", "6,KEY_RESULT_COUNT", "2,", "5,"})
    void anObjectiveHasTwoToFiveKeyResults(int count, String code) {
        Map<String, Object> body = Bodies.objective(cast, "Some objective of ours");
        body.put(
                "measures",
                IntStream.range(0, count)
                        .mapToObj(i -> Bodies.measure("Result " + i, "INCREASE", "", 0, 10))
                        .toList());
        Reply reply = api.post(
                cast.leader(),
                "/api/v1/goals/"
                        + api.post(cast.leader(), "/api/v1/goals", body).id() + "/activation",
                null);
        assertThat(reply.code()).isEqualTo(code == null ? "" : code);
    }

    @Test
    void zeroWeightsAndNarrowAudiencesDoNotActivate() {
        Map<String, Object> zero = Bodies.objective(
                cast,
                "Nothing counts in this one",
                Bodies.with(Bodies.measure("One", "INCREASE", "", 0, 10), "weight", 0),
                Bodies.with(Bodies.measure("Two", "INCREASE", "", 0, 10), "weight", 0));
        assertThat(refusal(zero)).isEqualTo("ALL_WEIGHTS_ZERO");
        assertThat(refusal(Bodies.with(Bodies.retention(cast), "audience", "TEAM")))
                .isEqualTo("AUDIENCE_TOO_NARROW");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title | '   ' | REQUIRED | title",
                "title | 'abc' | INVALID | title",
                "level | 'GALAXY' | INVALID | level",
                "ownerTeamId | '00000000-0000-7000-8000-000000000000' | INVALID | ownerTeamId",
                "cycleId | '00000000-0000-7000-8000-000000000000' | INVALID | cycleId",
                "leadId | 'me' | INVALID | leadId",
                "framework | 'mbo2' | INVALID | framework",
                "colour | 'blue' | UNKNOWN_FIELD | colour",
                "startsOn | '2026-06-30' | INVALID | startsOn",
            })
    void wrongContentIsRefusedAtItsField(String field, String value, String code, String at) {
        Reply reply = api.post(cast.leader(), "/api/v1/goals", Bodies.with(Bodies.retention(cast), field, value));
        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(422);
        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.body().path("errors").get(0).path("field").asString()).isEqualTo(at);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "1234567890123456789012345678901234567890", "0.1234567", "1000000000000000"})
    void numbersThatCannotBeKeptAreRefused(String number) {
        String body =
                "{\"framework\":\"okr\",\"title\":\"Numbers out of bounds\",\"ownerTeamId\":\"%s\",\"measures\":[{\"name\":\"M\",\"kind\":\"INCREASE\",\"baseline\":0,\"target\":%s}]}"
                        .formatted(cast.team().id(), number);
        Reply reply = api.post(cast.leader(), "/api/v1/goals", body);
        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(422);
        assertThat(reply.body().path("errors").get(0).path("field").asString()).isEqualTo("measures[0].target");
    }

    @Test
    void equalBaselineAndTargetAreRefusedWhenSaved() {
        Reply reply = api.post(
                cast.leader(),
                "/api/v1/goals",
                Bodies.objective(cast, "Going nowhere at all", Bodies.measure("Same", "INCREASE", "", 5, 5)));
        assertThat(reply.code()).isEqualTo("BASELINE_EQUALS_TARGET");
    }

    @Test
    void aRelativeTargetNeedsABaseline() {
        Map<String, Object> measure = Bodies.with(
                Bodies.without(Bodies.measure("Growth", "INCREASE", "", 0, 0), "target"), "relativeTarget", 0.1);
        assertThat(api.post(cast.leader(), "/api/v1/goals", Bodies.objective(cast, "Grow from nothing", measure))
                        .code())
                .isEqualTo("RELATIVE_TARGET_NEEDS_NONZERO_BASELINE");
        Reply grown = api.post(
                cast.leader(),
                "/api/v1/goals",
                Bodies.objective(cast, "Grow from something", Bodies.with(measure, "baseline", 40000)));
        assertThat(grown.body().path("measures").get(0).path("target").decimalValue())
                .isEqualByComparingTo("44000");
    }

    @Test
    void whatWasPromisedStaysAfterActivation() {
        Reply active = activated(Bodies.retention(cast));
        JsonNode measure = active.body().path("measures").get(0);
        String path = "/api/v1/measures/" + Bodies.id(measure);
        assertThat(api.patch(cast.leader(), path, Map.of("baseline", 80, "version", 1))
                        .code())
                .isEqualTo("BASELINE_LOCKED");
        Reply changed = api.patch(cast.leader(), path, Map.of("target", 93, "version", 1));
        assertThat(changed.status()).as(changed.raw().body()).isEqualTo(200);
        assertThat(changed.body().path("target").decimalValue()).isEqualByComparingTo("93");
        assertThat(api.patch(cast.leader(), path, Map.of("target", 94, "version", 1))
                        .code())
                .isEqualTo("STALE_VERSION");
        assertThat(api.get(cast.stranger(), "/api/v1/journal?goalId=" + active.id())
                        .raw()
                        .body())
                .contains("from 92 to 93");
        assertThat(api.delete(cast.leader(), path).status()).isEqualTo(204);
        UUID second = Bodies.id(active.body().path("measures").get(1));
        assertThat(api.delete(cast.leader(), "/api/v1/measures/" + second).code())
                .isEqualTo("KEY_RESULT_COUNT");
        JsonNode goal = api.get(cast.leader(), "/api/v1/goals/" + active.id()).body();
        assertThat(goal.path("measures").get(0).path("cancelled").asBoolean()).isTrue();
    }

    @Test
    void aGoalOnHoldOrCancelledTakesNoCheckIns() {
        Reply active = activated(Bodies.retention(cast));
        UUID measure = ids(active.body().path("measures")).getFirst();
        String goal = "/api/v1/goals/" + active.id();
        assertThat(api.post(cast.leader(), goal + "/hold", Map.of("reason", "Waiting for legal"))
                        .text("state"))
                .isEqualTo("ON_HOLD");
        assertThat(tryCheckIn(measure).code()).isEqualTo("GOAL_NOT_ACTIVE");
        assertThat(api.delete(cast.leader(), goal + "/hold").text("state")).isEqualTo("ACTIVE");
        assertThat(tryCheckIn(measure).status()).isEqualTo(201);
        assertThat(api.post(cast.leader(), goal + "/cancellation", null).text("state"))
                .isEqualTo("CANCELLED");
        assertThat(tryCheckIn(measure).status()).isEqualTo(409);
        assertThat(api.post(cast.leader(), goal + "/activation", null).code()).isEqualTo("GOAL_CLOSED");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-08-16T00:00:00Z,CHECK_IN_IN_FUTURE",
        "2026-06-30,CHECK_IN_BEFORE_START",
        "yesterday,INVALID",
        "2026-08-10,",
        "2026-08-15T09:00:00+02:00,"
    })
    void aCheckInCountsBetweenTheStartAndNow(String at, String code) {
        UUID measure =
                ids(activated(Bodies.retention(cast)).body().path("measures")).getFirst();
        Reply reply =
                api.post(cast.leader(), "/api/v1/measures/" + measure + "/check-ins", Map.of("value", 89, "at", at));
        assertThat(reply.code()).isEqualTo(code == null ? "" : code);
    }

    @Test
    void aCorrectionOfAnOldEntryNeverBecomesTheCurrentValue() {
        Reply active = activated(Bodies.retention(cast));
        UUID measure = ids(active.body().path("measures")).getFirst();
        Reply first = checkIn(cast.leader(), measure, 89, 7);
        clock.moveTo(Instant.parse("2026-08-15T12:00:00Z"));
        checkIn(cast.leader(), measure, 91, 8);
        String entry = "/api/v1/check-ins/" + first.id();
        assertThat(api.patch(cast.head(), entry, Map.of("value", 88.5, "version", 1))
                        .status())
                .as("not its author")
                .isEqualTo(403);
        Reply corrected = api.patch(cast.leader(), entry, Map.of("value", 88.5, "version", 1));
        assertThat(corrected.status()).as(corrected.raw().body()).isEqualTo(200);
        assertThat(corrected.body().path("version").asInt()).isEqualTo(2);
        assertThat(corrected.body().path("author").path("id").asString())
                .isEqualTo(cast.leader().id().toString());
        assertThat(current(measure)).isEqualByComparingTo("91");
        JsonNode list = api.get(cast.stranger(), "/api/v1/measures/" + measure + "/check-ins")
                .body()
                .path("items");
        assertThat(list.size()).isEqualTo(2);
        assertThat(list.get(1).path("value").decimalValue()).isEqualByComparingTo("88.5");
        assertThat(list.get(1).path("firstValue").decimalValue()).isEqualByComparingTo("89");
        clock.moveTo(Instant.parse("2026-08-16T10:00:01Z"));
        assertThat(api.patch(cast.leader(), entry, Map.of("value", 88, "version", 2))
                        .code())
                .isEqualTo("CHECK_IN_LOCKED");
    }

    @Test
    void aBackdatedCheckInDoesNotReplaceALaterOne() {
        UUID measure =
                ids(activated(Bodies.retention(cast)).body().path("measures")).getFirst();
        checkIn(cast.leader(), measure, 91, 8);
        api.post(
                cast.leader(), "/api/v1/measures/" + measure + "/check-ins", Map.of("value", 88.2, "at", "2026-07-10"));
        assertThat(current(measure)).isEqualByComparingTo("91");
    }

    @Test
    void twoPeopleCheckingInAtOnceBothCount() throws Exception {
        Map<String, Object> count =
                Bodies.with(Bodies.measure("Sign-ups", "INCREASE", "", 0, 530), "counting", "INCREMENT");
        Reply active = activated(
                Bodies.objective(cast, "Win many new accounts", count, Bodies.measure("Other", "INCREASE", "", 0, 10)));
        UUID measure = ids(active.body().path("measures")).getFirst();
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Future<Integer>> replies = IntStream.range(0, 16)
                    .mapToObj(i ->
                            threads.submit(() -> checkIn(i % 2 == 0 ? cast.leader() : cast.head(), measure, 10, 8)
                                    .status()))
                    .toList();
            for (Future<Integer> reply : replies) {
                assertThat(reply.get()).isEqualTo(201);
            }
        }
        assertThat(current(measure)).isEqualByComparingTo("160");
    }

    @Test
    void milestonesLevelsAndAnswersAreCheckedIn() {
        Map<String, Object> milestones = Map.of(
                "name",
                "Training modules",
                "kind",
                "MILESTONE",
                "nature",
                "ACTIVITY",
                "milestones",
                List.of(Map.of("name", "One"), Map.of("name", "Two"), Map.of("name", "Three"), Map.of("name", "Four")));
        Map<String, Object> answer = Map.of("name", "Released", "kind", "BOOLEAN", "nature", "ACTIVITY");
        Map<String, Object> rubric = Map.of("name", "Quality of talks", "kind", "RUBRIC", "nature", "VALUE");
        Reply active = activated(Bodies.objective(cast, "Keep our people growing", milestones, answer, rubric));
        List<UUID> measures = ids(active.body().path("measures"));
        String path = "/api/v1/measures/%s/check-ins";
        assertThat(api.post(
                                cast.leader(),
                                path.formatted(measures.get(0)),
                                Map.of(
                                        "milestones",
                                        List.of(
                                                Map.of("name", "Two", "done", true),
                                                Map.of("name", "Three", "done", 0.4))))
                        .status())
                .isEqualTo(201);
        assertThat(api.post(cast.leader(), path.formatted(measures.get(1)), Map.of("value", true))
                        .status())
                .isEqualTo(201);
        assertThat(api.post(cast.leader(), path.formatted(measures.get(2)), Map.of("level", "TARGET"))
                        .status())
                .isEqualTo(201);
        assertThat(api.post(cast.leader(), path.formatted(measures.get(2)), Map.of("level", "AMAZING"))
                        .code())
                .isEqualTo("UNKNOWN_LEVEL");
        assertThat(api.post(cast.leader(), path.formatted(measures.get(1)), Map.of("value", 2))
                        .code())
                .isEqualTo("YES_OR_NO");
        JsonNode read =
                api.get(cast.leader(), "/api/v1/goals/" + active.id()).body().path("measures");
        assertThat(read.get(0).path("progress").decimalValue()).isEqualByComparingTo("0.35");
        assertThat(read.get(0).path("milestones").get(1).path("done").decimalValue())
                .isEqualByComparingTo("1");
        assertThat(read.get(1).path("achieved").asBoolean()).isTrue();
        assertThat(read.get(2).path("progress").decimalValue()).isEqualByComparingTo("0.7");
    }

    @Test
    void linksAreAGraphWithoutLoops() {
        UUID a = activated(Bodies.retention(cast)).id();
        UUID b = activated(Bodies.retention(cast)).id();
        UUID c = activated(Bodies.retention(cast)).id();
        Map<String, Object> link = Map.of("kind", "CONTRIBUTES", "share", 1, "weight", 1, "rollup", true);
        assertThat(link(a, b, link).status()).isEqualTo(200);
        assertThat(link(b, c, link).status()).isEqualTo(200);
        Reply loop = link(c, a, link);
        assertThat(loop.status()).isEqualTo(409);
        assertThat(loop.code()).isEqualTo("ALIGNMENT_CYCLE");
        assertThat(link(a, a, link).code()).isEqualTo("SELF_LINK");
        assertThat(link(a, UUID.randomUUID(), link).status()).isEqualTo(404);
        assertThat(link(a, c, Map.of("kind", "SUPPORTS", "rollup", true)).code())
                .isEqualTo("ROLLUP_NOT_FOR_KIND");
        UUID hidden =
                api.post(cast.leader(), "/api/v1/goals", Bodies.retention(cast)).id();
        assertThat(api.put(cast.head(), "/api/v1/goals/" + a + "/parents/" + hidden, link)
                        .status())
                .isEqualTo(404);
        JsonNode goal = api.get(cast.stranger(), "/api/v1/goals/" + b).body();
        assertThat(goal.path("parents").get(0).path("id").asString()).isEqualTo(c.toString());
        assertThat(goal.path("children").get(0).path("id").asString()).isEqualTo(a.toString());
        UUID foreign = ids(api.get(cast.leader(), "/api/v1/goals/" + a).body().path("measures"))
                .getFirst();
        assertThat(link(a, c, Map.of("measureId", foreign)).code())
                .as("a measure of another goal")
                .isEqualTo("INVALID");
        assertThat(api.delete(cast.leader(), "/api/v1/goals/" + a + "/parents/" + b)
                        .status())
                .isEqualTo(204);
    }

    @Test
    void concurrentLinksCannotMakeALoopTogether() throws Exception {
        UUID a = activated(Bodies.retention(cast)).id();
        UUID b = activated(Bodies.retention(cast)).id();
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 10; round++) {
                Future<Reply> there = threads.submit(() -> link(a, b, Map.of()));
                Future<Reply> back = threads.submit(() -> link(b, a, Map.of()));
                List<Reply> replies = List.of(there.get(), back.get());
                assertThat(replies).extracting(Reply::status).containsExactlyInAnyOrder(200, 409);
                assertThat(replies).extracting(Reply::code).containsExactlyInAnyOrder("", "ALIGNMENT_CYCLE");
                api.delete(cast.leader(), "/api/v1/goals/" + a + "/parents/" + b);
                api.delete(cast.leader(), "/api/v1/goals/" + b + "/parents/" + a);
            }
        }
    }

    @Test
    void listsArePagedFilteredAndStrict() {
        for (int i = 0; i < 5; i++) {
            activated(Bodies.objective(
                    cast,
                    "Paged objective " + i,
                    Bodies.measure("One", "INCREASE", "", 0, 10),
                    Bodies.measure("Two", "INCREASE", "", 0, 10)));
        }
        String base = "/api/v1/goals?cycle=" + cast.quarter().id() + "&team="
                + cast.team().id();
        JsonNode first = api.get(cast.stranger(), base + "&limit=2").body();
        assertThat(first.path("items").size()).isEqualTo(2);
        JsonNode second = api.get(
                        cast.stranger(),
                        base + "&limit=4&cursor=" + first.path("nextCursor").asString())
                .body();
        assertThat(second.path("items").size()).isEqualTo(3);
        assertThat(second.path("nextCursor").isNull()).isTrue();
        assertThat(api.get(cast.stranger(), base + "&q=PAGED%20objective%203")
                        .body()
                        .path("items")
                        .size())
                .isEqualTo(1);
        assertThat(api.get(cast.stranger(), base + "&q=%25")
                        .body()
                        .path("items")
                        .size())
                .isZero();
        assertThat(api.get(cast.stranger(), base + "&limit=0").code()).isEqualTo("INVALID_LIMIT");
        assertThat(api.get(cast.stranger(), base + "&limit=201").code()).isEqualTo("INVALID_LIMIT");
        assertThat(api.get(cast.stranger(), base + "&cursor=abc").code()).isEqualTo("INVALID_CURSOR");
        assertThat(api.get(cast.stranger(), base + "&colour=red").code()).isEqualTo("UNKNOWN_FILTER");
        assertThat(api.get(cast.stranger(), "/api/v1/goals/nonsense").status()).isEqualTo(404);
        assertThat(api.get(null, "/api/v1/goals").status()).isEqualTo(401);
    }

    @Test
    void editingTakesTheVersionThatWasRead() {
        UUID draft =
                api.post(cast.leader(), "/api/v1/goals", Bodies.retention(cast)).id();
        String path = "/api/v1/goals/" + draft;
        assertThat(api.patch(cast.leader(), path, Map.of("title", "A better title"))
                        .code())
                .isEqualTo("REQUIRED");
        assertThat(api.patch(cast.leader(), path, Map.of("title", "A better title", "version", 1))
                        .text("title"))
                .isEqualTo("A better title");
        Reply stale = api.patch(cast.leader(), path, Map.of("title", "Another title", "version", 1));
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.body().path("details").path("current").path("title").asString())
                .isEqualTo("A better title");
        assertThat(api.patch(cast.leader(), path, Map.of("framework", "mbo", "version", 2))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void initiativesHelpWithoutCounting() {
        Reply active = activated(Bodies.retention(cast));
        String goal = "/api/v1/goals/" + active.id();
        UUID measure = ids(active.body().path("measures")).getFirst();
        Reply added = api.post(
                cast.leader(), goal + "/initiatives", Map.of("title", "Night rota", "measureIds", List.of(measure)));
        assertThat(added.status()).as(added.raw().body()).isEqualTo(201);
        Reply done =
                api.patch(cast.leader(), "/api/v1/initiatives/" + added.id(), Map.of("status", "DONE", "version", 1));
        assertThat(done.text("status")).isEqualTo("DONE");
        assertThat(api.get(cast.stranger(), goal + "/initiatives")
                        .body()
                        .path("items")
                        .size())
                .isEqualTo(1);
        assertThat(api.post(cast.stranger(), goal + "/initiatives", Map.of("title", "Mine"))
                        .status())
                .isEqualTo(403);
        assertThat(api.post(
                                cast.leader(),
                                goal + "/initiatives",
                                Map.of("title", "Foreign", "measureIds", List.of(UUID.randomUUID())))
                        .status())
                .isEqualTo(422);
        assertThat(api.delete(cast.leader(), "/api/v1/initiatives/" + added.id())
                        .status())
                .isEqualTo(204);
    }

    @Test
    void theExplanationGivesTheStoredFigures() {
        Reply active = activated(Bodies.retention(cast));
        checkIn(cast.leader(), ids(active.body().path("measures")).getFirst(), 90, 8);
        JsonNode goal = api.get(cast.leader(), "/api/v1/goals/" + active.id()).body();
        JsonNode explained = api.get(cast.stranger(), "/api/v1/goals/" + active.id() + "/explanation")
                .body();
        assertThat(explained.path("progress").path("value").decimalValue().setScale(4, java.math.RoundingMode.HALF_UP))
                .isEqualByComparingTo(goal.path("progress").decimalValue());
        assertThat(explained.path("measures").size()).isEqualTo(3);
        assertThat(explained.path("progress").path("steps").size()).isPositive();
    }

    @Test
    void theOverviewHoldsTeamsGoalsAndLatestCheckIns() {
        Reply active = activated(Bodies.retention(cast));
        UUID measure = ids(active.body().path("measures")).getFirst();
        checkIn(cast.leader(), measure, 89, 8);
        checkIn(cast.leader(), measure, 90, 8);
        JsonNode team = api.get(
                        cast.stranger(),
                        "/api/v1/overview?cycle=" + cast.quarter().id() + "&team="
                                + cast.team().id())
                .body()
                .path("teams")
                .get(0);
        JsonNode part = team.path("goals").get(0);
        assertThat(part.path("goal").path("id").asString())
                .isEqualTo(active.id().toString());
        assertThat(part.path("latestCheckIns").size()).isEqualTo(1);
        assertThat(part.path("latestCheckIns").get(0).path("value").decimalValue())
                .isEqualByComparingTo("90");
    }

    @Test
    void theOverviewIsOfTheCycleThatRunsNow() {
        Reply active = activated(Bodies.retention(cast));
        Map<String, Object> later = Bodies.with(
                Bodies.retention(cast),
                "cycleId",
                company.cycle(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 3, 31))
                        .id());
        UUID another = activated(later).id();
        String ofTeam = "/api/v1/overview?team=" + cast.team().id();
        JsonNode overview = api.get(cast.leader(), ofTeam).body();
        assertThat(overview.path("cycleId").asString())
                .isEqualTo(cast.quarter().id().toString());
        assertThat(overview.toString()).contains(active.id().toString()).doesNotContain(another.toString());
        Reply unknown = api.get(cast.leader(), ofTeam + "&cycle=" + UUID.randomUUID());
        assertThat(unknown.status()).isEqualTo(404);
    }

    @Test
    void initiativesComeByPages() {
        String path = "/api/v1/goals/" + activated(Bodies.retention(cast)).id() + "/initiatives";
        for (String title : List.of("One", "Two", "Three")) {
            api.post(cast.leader(), path, Map.of("title", title));
        }
        JsonNode first = api.get(cast.stranger(), path + "?limit=2").body();
        assertThat(titles(first)).containsExactly("One", "Two");
        String rest = path + "?limit=2&cursor=" + first.path("nextCursor").asString();
        JsonNode second = api.get(cast.stranger(), rest).body();
        assertThat(titles(second)).containsExactly("Three");
        assertThat(second.path("nextCursor").isNull()).isTrue();
    }

    private static List<String> titles(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(item -> item.path("title").asString())
                .toList();
    }

    @Test
    void historyIsAskedForByDays() {
        clock.moveTo(Instant.parse("2026-07-01T08:00:00Z"));
        Reply active = activated(Bodies.retention(cast));
        turnTo("2027-09-30T09:00:00Z");
        String path = "/api/v1/goals/" + active.id() + "/history";
        assertThat(days(path)).hasSize(400).startsWith("2026-08-27").endsWith("2027-09-30");
        assertThat(days(path + "?from=2026-06-01")).startsWith("2026-07-01").endsWith("2027-07-05");
        assertThat(days(path + "?to=2026-07-03")).containsExactly("2026-07-01", "2026-07-02", "2026-07-03");
        assertThat(days(path + "?from=2026-12-24&to=2026-12-25"))
                .as("days on which nothing changed")
                .containsExactly("2026-12-24", "2026-12-25");
        for (String wrong : List.of("?from=2026-07-02&to=2026-07-01", "?from=2026-07-01&to=2027-08-05", "?from=soon")) {
            assertThat(api.get(cast.leader(), path + wrong).status()).as(wrong).isEqualTo(422);
        }
    }

    private List<String> days(String path) {
        Reply reply = api.get(cast.leader(), path);
        assertThat(reply.body().path("nextCursor").isNull()).isTrue();
        return reply.body()
                .path("items")
                .valueStream()
                .map(day -> day.path("day").asString())
                .toList();
    }

    @Test
    void theNumberOfStatementsDoesNotGrow() throws Exception {
        Reply first = activated(Bodies.retention(cast));
        UUID measure = ids(first.body().path("measures")).getFirst();
        checkIn(cast.leader(), measure, 88.5, 8);
        List<String> paths = List.of(
                "/api/v1/goals/" + first.id(),
                "/api/v1/goals?cycle=" + cast.quarter().id(),
                "/api/v1/goals/" + first.id() + "/explanation",
                "/api/v1/goals/" + first.id() + "/history",
                "/api/v1/overview?cycle=" + cast.quarter().id(),
                "/api/v1/overview",
                "/api/v1/goals/" + first.id() + "/initiatives",
                "/api/v1/measures/" + measure + "/check-ins");
        List<Integer> before = counts(paths);
        int checkInBefore =
                statements.during(() -> checkIn(cast.leader(), measure, 89, 8)).count();
        for (int i = 0; i < 12; i++) {
            UUID other = activated(Bodies.retention(cast)).id();
            link(other, first.id(), Map.of("kind", "SUPPORTS"));
            checkIn(cast.leader(), measure, 89, 8);
        }
        assertThat(counts(paths)).isEqualTo(before).allMatch(count -> count <= 12);
        var after = statements.during(() -> checkIn(cast.leader(), measure, 89, 8));
        assertThat(after.count())
                .as(String.join("\n", after.statements()))
                .isEqualTo(checkInBefore)
                .isLessThanOrEqualTo(12);
        var created = statements.during(() -> api.post(cast.leader(), "/api/v1/goals", Bodies.retention(cast)));
        assertThat(created.count()).as(String.join("\n", created.statements())).isLessThanOrEqualTo(12);
        atMostTwelve("activation", () -> activate(created.result().id()));
        String goal = "/api/v1/goals/" + created.result().id();
        atMostTwelve("hold", () -> api.post(cast.leader(), goal + "/hold", null));
        atMostTwelve("resume", () -> api.delete(cast.leader(), goal + "/hold"));
        atMostTwelve("edit", () -> api.patch(cast.leader(), goal, Map.of("title", "A clearer title", "version", 4)));
        atMostTwelve(
                "edit of people and days",
                () -> api.patch(
                        cast.leader(),
                        goal,
                        Map.of("contributorIds", List.of(cast.member().id()), "endsOn", "2026-09-20", "version", 5)));
        Reply added = api.post(cast.leader(), goal + "/measures", Bodies.measure("More", "INCREASE", "", 0, 10));
        String more = "/api/v1/measures/" + added.id();
        atMostTwelve("new target", () -> api.patch(cast.leader(), more, Map.of("name", "Much more", "version", 1)));
        atMostTwelve("removal", () -> api.delete(cast.leader(), more));
        atMostTwelve(
                "another measure",
                () -> api.post(cast.leader(), goal + "/measures", Bodies.measure("Yet more", "INCREASE", "", 0, 10)));
        Reply said = checkIn(cast.leader(), measure, 89, 8);
        atMostTwelve(
                "correction",
                () -> api.patch(cast.leader(), "/api/v1/check-ins/" + said.id(), Map.of("value", 89.1, "version", 1)));
    }

    private void atMostTwelve(String what, java.util.concurrent.Callable<Reply> action) throws Exception {
        var counted = statements.during(action);
        assertThat(counted.result().status())
                .as(what + counted.result().raw().body())
                .isLessThan(300);
        assertThat(counted.count())
                .as(what + "\n" + String.join("\n", counted.statements()))
                .isLessThanOrEqualTo(12);
    }

    @Test
    void theDayTurnsTheSameForListPageAndFilter() {
        clock.moveTo(Instant.parse("2026-07-01T08:00:00Z"));
        Reply active = activated(Bodies.retention(cast));
        List<UUID> measures = ids(active.body().path("measures"));
        for (UUID measure : measures) {
            checkIn(
                    cast.leader(),
                    measure,
                    measure.equals(measures.get(2)) ? 29 : measure.equals(measures.get(0)) ? 88.4 : 40.4,
                    9);
        }
        assertThat(health(active.id())).isEqualTo("ON_TRACK");
        turnTo("2026-07-02T00:00:30Z");
        agree(active.id(), "2026-07-02");
        turnTo("2026-07-09T09:00:00Z");
        agree(active.id(), "2026-07-09");
        JsonNode days = api.get(cast.leader(), "/api/v1/goals/" + active.id() + "/history")
                .body()
                .path("items");
        assertThat(days.size())
                .as("a row for each day, the week switched off included")
                .isEqualTo(9);
        turnTo("2026-10-01T09:00:00Z");
        agree(active.id(), "2026-10-01");
        JsonNode late = api.get(cast.leader(), "/api/v1/goals/" + active.id()).body();
        assertThat(late.path("overdue").asBoolean()).isTrue();
        assertThat(late.path("stale").asBoolean()).isTrue();
        assertThat(late.path("health").asString()).isEqualTo("OFF_TRACK");
        assertThat(late.path("expected").decimalValue()).isEqualByComparingTo("1");
    }

    @Autowired
    DayTurn dayTurn;

    private void turnTo(String instant) {
        clock.moveTo(Instant.parse(instant));
        dayTurn.turn();
    }

    private void agree(UUID goal, String day) {
        JsonNode one = api.get(cast.leader(), "/api/v1/goals/" + goal).body();
        assertThat(one.path("figuresOn").asString()).isEqualTo(day);
        JsonNode listed = api.get(
                        cast.leader(),
                        "/api/v1/goals?team=" + cast.team().id() + "&health="
                                + one.path("health").asString())
                .body()
                .path("items");
        assertThat(listed.valueStream().map(Bodies::id)).contains(goal);
        listed.valueStream()
                .filter(item -> Bodies.id(item).equals(goal))
                .forEach(item -> assertThat(item).isEqualTo(one));
        JsonNode explained =
                api.get(cast.leader(), "/api/v1/goals/" + goal + "/explanation").body();
        assertThat(explained.path("health").path("value").asString())
                .isEqualTo(one.path("health").asString());
        LocalDate on = LocalDate.parse(explained.path("on").asString());
        assertThat(on).isEqualTo(LocalDate.parse(day));
    }

    private String health(UUID goal) {
        return api.get(cast.leader(), "/api/v1/goals/" + goal).text("health");
    }

    private List<Integer> counts(List<String> paths) throws Exception {
        api.get(cast.leader(), paths.getFirst());
        return paths.stream().map(this::count).toList();
    }

    private int count(String path) {
        try {
            return statements
                    .during(() -> {
                        Reply reply = api.get(cast.leader(), path);
                        assertThat(reply.status()).as(path).isEqualTo(200);
                        return reply;
                    })
                    .count();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private Reply link(UUID child, UUID parent, Map<String, Object> body) {
        return api.put(cast.leader(), "/api/v1/goals/" + child + "/parents/" + parent, body);
    }

    private String refusal(Map<String, Object> body) {
        UUID draft = api.post(cast.leader(), "/api/v1/goals", body).id();
        return api.post(cast.leader(), "/api/v1/goals/" + draft + "/activation", null)
                .code();
    }

    private Reply activated(Map<String, Object> body) {
        Reply draft = api.post(cast.leader(), "/api/v1/goals", body);
        assertThat(draft.status()).as(draft.raw().body()).isEqualTo(201);
        return activate(draft.id());
    }

    private Reply activate(UUID goal) {
        Reply active = api.post(cast.leader(), "/api/v1/goals/" + goal + "/activation", null);
        assertThat(active.status()).as(active.raw().body()).isEqualTo(200);
        return active;
    }

    private Reply tryCheckIn(UUID measure) {
        return api.post(cast.leader(), "/api/v1/measures/" + measure + "/check-ins", Bodies.value(89, 8));
    }

    private Reply checkIn(Viewer viewer, UUID measure, Object value, int confidence) {
        Reply reply = api.post(viewer, "/api/v1/measures/" + measure + "/check-ins", Bodies.value(value, confidence));
        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(201);
        return reply;
    }

    private java.math.BigDecimal current(UUID measure) {
        return api.get(cast.leader(), "/api/v1/measures/" + measure)
                .body()
                .path("current")
                .decimalValue();
    }

    private static List<UUID> ids(JsonNode items) {
        return items.valueStream().map(Bodies::id).toList();
    }

    private static List<String> healths(JsonNode goal) {
        return goal.path("measures")
                .valueStream()
                .map(m -> m.path("health").asString())
                .toList();
    }

    private static List<String> codes(Reply reply) {
        return reply.body()
                .path("errors")
                .valueStream()
                .map(e -> e.path("code").asString())
                .toList();
    }
}
