package io.cairn.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.cycle.Cycle;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import io.cairn.testing.Api;
import io.cairn.testing.Api.Reply;
import io.cairn.testing.CairnTest;
import io.cairn.testing.SmallCompany;
import io.cairn.testing.SmallCompany.Cast;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What stays true when goals, measures and check-ins are changed after activation. */
@CairnTest
class ChangedPromiseTests {
    @Autowired
    SmallCompany company;

    @Autowired
    Api api;

    @Autowired
    DomainClock clock;

    Cast cast;

    @BeforeEach
    void midQuarter() {
        cast = company.cast();
    }

    @Test
    void aCorrectionTakesAMilestoneBack() {
        UUID measure = activated(milestones()).measure();
        Reply said = checkIn(measure, Map.of("milestones", List.of(done("One", 1))));
        assertThat(progress(measure)).isEqualByComparingTo("0.5");
        Reply corrected = api.patch(
                cast.leader(),
                "/api/v1/check-ins/" + said.id(),
                Map.of("milestones", List.of(done("Two", 0.5)), "version", 1));
        assertThat(corrected.status()).as(corrected.raw().body()).isEqualTo(200);
        assertThat(progress(measure)).isEqualByComparingTo("0.25");
    }

    @Test
    void changingAMilestonesWeightKeepsWhatCheckInsSaid() {
        UUID measure = activated(milestones()).measure();
        checkIn(measure, Map.of("milestones", List.of(done("One", 1))));
        Map<String, Object> heavier = Map.of("name", "One", "weight", 3, "done", 0);
        patch(measure, Map.of("milestones", List.of(heavier, done("Two", 0))));
        assertThat(progress(measure)).isEqualByComparingTo("0.75");
        patch(measure, Map.of("milestones", List.of(heavier, done("Two", 1))));
        assertThat(progress(measure)).as("only check-ins move it").isEqualByComparingTo("0.75");
    }

    @Test
    void anotherTargetDoesNotJudgeEarlierCheckInsOfAHitRate() {
        Map<String, Object> kept = new LinkedHashMap<>();
        kept.put("name", "Answered in time");
        kept.put("kind", "MAINTAIN");
        kept.put("mode", "HIT_RATE");
        kept.put("comparator", "GE");
        kept.put("target", 90);
        kept.put("expectedCheckIns", 3);
        UUID measure = activated(kept).measure();
        checkIn(measure, Map.of("value", 95, "at", "2026-07-05"));
        checkIn(measure, Map.of("value", 95, "at", "2026-08-05"));
        assertThat(progress(measure)).isEqualByComparingTo("0.6667");
        patch(measure, Map.of("target", 99));
        assertThat(progress(measure)).isEqualByComparingTo("0.6667");
        clock.moveTo(Instant.parse("2026-09-15T10:00:00Z"));
        checkIn(measure, Map.of("value", 95));
        assertThat(progress(measure))
                .as("the new one misses, the old ones stay kept")
                .isEqualByComparingTo("0.6667");
        patch(measure, Map.of("expectedCheckIns", 6));
        assertThat(progress(measure)).isEqualByComparingTo("0.3333");
    }

    @Test
    void aLevelThatWasReachedStaysAmongTheLevels() {
        UUID measure = activated(Map.of("name", "Quality", "kind", "RUBRIC")).measure();
        checkIn(measure, Map.of("level", "TARGET"));
        List<Map<String, Object>> others =
                List.of(Map.of("name", "Low", "score", 0), Map.of("name", "High", "score", 1));
        assertThat(tryPatch(measure, Map.of("levels", others)).code()).isEqualTo("INVALID_LEVELS");
        assertThat(progress(measure)).isEqualByComparingTo("0.7");
    }

    @Test
    void aGoalCannotStartAfterItsFirstCheckIn() {
        Active active = activated(milestones());
        checkIn(active.measure(), Map.of("milestones", List.of(done("One", 1)), "at", "2026-07-10"));
        Reply refused = api.patch(
                cast.leader(), "/api/v1/goals/" + active.goal(), Map.of("startsOn", "2026-07-11", "version", 2));
        assertThat(refused.code()).as(refused.raw().body()).isEqualTo("CHECK_IN_BEFORE_START");
        assertThat(api.patch(
                                cast.leader(),
                                "/api/v1/goals/" + active.goal(),
                                Map.of("startsOn", "2026-07-10", "version", 2))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aCountCannotGrowBeyondWhatIsKept() {
        Map<String, Object> count =
                Bodies.with(Bodies.measure("Calls", "INCREASE", "", 0, 10), "counting", "INCREMENT");
        UUID measure = activated(count).measure();
        checkIn(measure, Map.of("value", 900_000_000_000_000L));
        assertThat(tryCheckIn(measure, Map.of("value", 900_000_000_000_000L)).code())
                .isEqualTo("OUT_OF_RANGE");
    }

    @Test
    void aCorrectionKeepsItsPlaceInTime() {
        UUID measure = activated(milestones()).measure();
        Reply said = checkIn(measure, Map.of("milestones", List.of(done("One", 1))));
        Reply refused =
                api.patch(cast.leader(), "/api/v1/check-ins/" + said.id(), Map.of("at", "2026-07-10", "version", 1));
        assertThat(refused.code()).isEqualTo("INVALID");
    }

    @Test
    void whoHasLeftDoesNotKeepOthersFromEditing() {
        Map<String, Object> body = Bodies.with(
                objective(milestones()),
                "contributorIds",
                List.of(cast.colleague().id()));
        Reply draft = api.post(cast.leader(), "/api/v1/goals", body);
        Viewer admin = company.with(Role.ADMIN);
        Reply left = api.post(
                admin,
                "/api/v1/people/" + cast.colleague().id() + "/departure",
                Map.of("handOverTo", cast.member().id()));
        assertThat(left.status()).as(left.raw().body()).isEqualTo(200);
        Reply edited =
                api.patch(cast.leader(), "/api/v1/goals/" + draft.id(), Map.of("title", "Another title", "version", 1));
        assertThat(edited.status()).as(edited.raw().body()).isEqualTo(200);
        assertThat(edited.body().path("contributors").size()).isEqualTo(1);
        assertThat(api.post(cast.leader(), "/api/v1/goals", body).code())
                .as("but nobody new who has left")
                .isEqualTo("INVALID");
    }

    @Test
    void aReasonIsNoBook() {
        UUID goal = activated(milestones()).goal();
        Reply refused = api.post(cast.leader(), "/api/v1/goals/" + goal + "/hold", Map.of("reason", "x".repeat(2001)));
        assertThat(refused.status()).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "milestones|[null]|milestones[0]",
                "milestones|[{\"name\":\"A\"},{\"name\":\"A\"}]|milestones[1].name",
                "levels|[null]|levels[0]",
                "levels|[{\"score\":1}]|levels[0]",
                "levels|[{\"name\":\"A\"}]|levels[0]",
                "planPoints|[null]|planPoints[0]",
                "planPoints|[{\"on\":\"2026-08-01\"}]|planPoints[0]",
                "planPoints|[{\"value\":1}]|planPoints[0]",
                "expectedCheckIns|-1|expectedCheckIns",
                "expectedCheckIns|2000000000|expectedCheckIns",
                "relativeTarget|1e300|relativeTarget",
                "relativeTarget|0.1234567|relativeTarget",
            })
    void partsOfAMeasureAreWhole(String field, String value, String at) {
        String measure = "{\"name\":\"One\",\"kind\":\"INCREASE\",\"" + field + "\":" + value + "}";
        Reply draft = api.post(
                cast.leader(),
                "/api/v1/goals",
                "{\"framework\":\"okr\",\"title\":\"Not whole\",\"ownerTeamId\":\""
                        + cast.team().id() + "\",\"measures\":[" + measure + "]}");
        assertThat(draft.status()).as(draft.raw().body()).isEqualTo(422);
        assertThat(draft.body().path("errors").get(0).path("field").asString()).isEqualTo("measures[0]." + at);
    }

    @Test
    void nothingIsNoMeasure() {
        Map<String, Object> body = Bodies.with(objective(), "measures", Arrays.asList((Object) null));
        assertThat(api.post(cast.leader(), "/api/v1/goals", body).status()).isEqualTo(422);
        UUID measure = activated(milestones()).measure();
        assertThat(tryCheckIn(measure, "{\"milestones\":[null]}").status()).isEqualTo(422);
    }

    @Test
    void aCycleKeepsTheDaysItsGoalsNeedHiddenOnesToo() {
        Cycle cycle = company.cycle(LocalDate.of(2031, 1, 1), LocalDate.of(2031, 3, 31));
        Reply draft =
                api.post(cast.leader(), "/api/v1/goals", Bodies.with(objective(milestones()), "cycleId", cycle.id()));
        Viewer admin = company.with(Role.ADMIN);
        String path = "/api/v1/cycles/" + cycle.id();
        Map<String, Object> shorter = Map.of("endsOn", "2031-02-28", "version", cycle.version());
        assertThat(api.patch(admin, path, shorter).code()).isEqualTo("CYCLE_LEAVES_GOALS_OUT");
        assertThat(api.delete(cast.leader(), "/api/v1/goals/" + draft.id()).status())
                .isEqualTo(204);
        assertThat(api.patch(admin, path, shorter).status()).isEqualTo(200);
    }

    @Test
    void aGoalMovedToAnotherCycleTakesItsDays() {
        Cycle later = company.cycle(LocalDate.of(2032, 1, 1), LocalDate.of(2032, 3, 31));
        Reply draft = api.post(cast.leader(), "/api/v1/goals", objective(milestones()));
        UUID measure = Bodies.id(draft.body().path("measures").get(0));
        patch(measure, Map.of("weight", 2));
        Reply moved =
                api.patch(cast.leader(), "/api/v1/goals/" + draft.id(), Map.of("cycleId", later.id(), "version", 1));
        assertThat(moved.status()).as(moved.raw().body()).isEqualTo(200);
        assertThat(moved.text("startsOn")).isEqualTo("2032-01-01");
        assertThat(moved.body().path("measures").get(0).path("dueOn").asString())
                .isEqualTo("2032-03-31");
    }

    private record Active(UUID goal, UUID measure) {}

    private static Map<String, Object> milestones() {
        return Map.of(
                "name",
                "Modules",
                "kind",
                "MILESTONE",
                "milestones",
                List.of(Map.of("name", "One"), Map.of("name", "Two")));
    }

    private static Map<String, Object> done(String name, Object share) {
        return Map.of("name", name, "done", share);
    }

    @SafeVarargs
    private Map<String, Object> objective(Map<String, Object>... measures) {
        return Bodies.objective(cast, "Keep what was promised", measures);
    }

    private Active activated(Map<String, Object> measure) {
        Reply draft = api.post(
                cast.leader(), "/api/v1/goals", objective(measure, Bodies.measure("Other", "INCREASE", "", 0, 10)));
        assertThat(draft.status()).as(draft.raw().body()).isEqualTo(201);
        Reply active = api.post(cast.leader(), "/api/v1/goals/" + draft.id() + "/activation", null);
        assertThat(active.status()).as(active.raw().body()).isEqualTo(200);
        return new Active(draft.id(), Bodies.id(active.body().path("measures").get(0)));
    }

    private Reply tryCheckIn(UUID measure, Object content) {
        return api.post(cast.leader(), "/api/v1/measures/" + measure + "/check-ins", content);
    }

    private Reply checkIn(UUID measure, Object content) {
        Reply reply = tryCheckIn(measure, content);
        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(201);
        return reply;
    }

    private Reply tryPatch(UUID measure, Map<String, Object> changes) {
        int version = api.get(cast.leader(), "/api/v1/measures/" + measure)
                .body()
                .path("version")
                .asInt();
        return api.patch(cast.leader(), "/api/v1/measures/" + measure, Bodies.with(changes, "version", version));
    }

    private void patch(UUID measure, Map<String, Object> changes) {
        Reply reply = tryPatch(measure, changes);
        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(200);
    }

    private BigDecimal progress(UUID measure) {
        return api.get(cast.leader(), "/api/v1/measures/" + measure)
                .body()
                .path("progress")
                .decimalValue();
    }
}
