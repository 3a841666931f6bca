package io.cairn.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.testing.Api;
import io.cairn.testing.Api.Reply;
import io.cairn.testing.CairnTest;
import io.cairn.testing.SmallCompany;
import io.cairn.testing.SmallCompany.Cast;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A metric's value reaches the progress and health of every goal that follows it, in its own transaction. */
@CairnTest
class FollowedMetricTests {
    @Autowired
    SmallCompany company;

    @Autowired
    Api api;

    Cast cast;

    @BeforeEach
    void midQuarter() {
        cast = company.cast();
    }

    private UUID metric(Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "name",
                "Retention",
                "unit",
                "%",
                "decimals",
                1,
                "direction",
                "HIGHER",
                "frequency",
                "WEEKLY",
                "timeAggregation",
                "LAST",
                "ownerId",
                cast.member().id(),
                "targets",
                List.of(Map.of("from", "2026-01-01", "target", 92, "comparator", "GE", "amberAt", 88))));
        body.putAll(more);
        Reply made = api.post(cast.leader(), "/api/v1/metrics", body);
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        return made.id();
    }

    private Reply measure(UUID metric, String monday, Object value) {
        Reply kept = api.post(
                cast.member(),
                "/api/v1/metrics/" + metric + "/measurements",
                Map.of("periodStart", monday, "value", value));
        assertThat(kept.status()).as(kept.raw().body()).isBetween(200, 201);
        return kept;
    }

    private Reply objective(UUID metric) {
        Map<String, Object> followed = Map.of(
                "name",
                "Customers stay",
                "kind",
                "KPI_LINKED",
                "nature",
                "VALUE",
                "unit",
                "%",
                "target",
                92,
                "comparator",
                "GE",
                "weight",
                1,
                "metricId",
                metric);
        Map<String, Object> own = Map.of(
                "name",
                "Calls made",
                "kind",
                "INCREASE",
                "nature",
                "ACTIVITY",
                "baseline",
                0,
                "target",
                10,
                "weight",
                0);
        return api.post(
                cast.leader(),
                "/api/v1/goals",
                Bodies.with(Bodies.retention(cast), "measures", List.of(followed, own)));
    }

    private JsonNode goal(UUID id) {
        return api.get(cast.stranger(), "/api/v1/goals/" + id).body();
    }

    @Test
    void theBaselineIsFrozenAtActivationAndEachValueReachesEveryGoal() {
        UUID metric = metric(Map.of());
        measure(metric, "2026-06-22", 85);
        measure(metric, "2026-08-03", 87);
        UUID one = objective(metric).id();
        UUID other = objective(metric).id();
        for (UUID id : List.of(one, other)) {
            Reply active = api.post(cast.leader(), "/api/v1/goals/" + id + "/activation", null);
            assertThat(active.status()).as(active.raw().body()).isEqualTo(200);
        }
        JsonNode followed = goal(one).path("measures").get(0);
        assertThat(followed.path("baseline").decimalValue()).isEqualByComparingTo("85");
        assertThat(followed.path("current").decimalValue()).isEqualByComparingTo("87");
        assertThat(followed.path("metricId").asString()).isEqualTo(metric.toString());
        measure(metric, "2026-08-10", 88.5);
        for (UUID id : List.of(one, other)) {
            assertThat(goal(id).path("progress").decimalValue()).isEqualByComparingTo("0.5");
            assertThat(goal(id).path("health").asString()).isEqualTo("ON_TRACK");
        }
        measure(metric, "2026-06-22", 80);
        assertThat(goal(one).path("measures").get(0).path("baseline").decimalValue())
                .as("a correction of what was before does not move the start")
                .isEqualByComparingTo("85");
    }

    @Test
    void itsValueComesFromTheMetricAlone() {
        UUID metric = metric(Map.of());
        measure(metric, "2026-06-22", 85);
        measure(metric, "2026-08-10", 88.5);
        UUID goal = objective(metric).id();
        api.post(cast.leader(), "/api/v1/goals/" + goal + "/activation", null);
        String measure = goal(goal).path("measures").get(0).path("id").asString();
        Reply typed = api.post(cast.leader(), "/api/v1/measures/" + measure + "/check-ins", Map.of("value", 92));
        assertThat(typed.code()).isEqualTo("VALUE_FROM_METRIC");
        Reply sure = api.post(cast.leader(), "/api/v1/measures/" + measure + "/check-ins", Map.of("confidence", 3));
        assertThat(sure.status()).as(sure.raw().body()).isEqualTo(201);
        JsonNode after = goal(goal).path("measures").get(0);
        assertThat(after.path("current").decimalValue()).isEqualByComparingTo("88.5");
        assertThat(after.path("health").asString()).as("by its confidence").isEqualTo("OFF_TRACK");
    }

    @Test
    void withoutAValueBeforeTheGoalTheBaselineMustBeGiven() {
        UUID metric = metric(Map.of());
        UUID goal = objective(metric).id();
        Reply refused = api.post(cast.leader(), "/api/v1/goals/" + goal + "/activation", null);
        assertThat(refused.code()).isEqualTo("MEASURE_INCOMPLETE");
    }

    @Test
    void aRedGuardrailKeepsHealthAtRiskAtBest() {
        UUID metric = metric(Map.of());
        measure(metric, "2026-06-22", 85);
        measure(metric, "2026-08-10", 91);
        UUID goal = objective(metric).id();
        api.post(cast.leader(), "/api/v1/goals/" + goal + "/activation", null);
        UUID guard = metric(Map.of("name", "Complaints answered"));
        measure(guard, "2026-08-03", 95);
        Reply added = api.put(cast.leader(), "/api/v1/goals/" + goal + "/guardrails/" + guard, Map.of());
        assertThat(added.status()).as(added.raw().body()).isEqualTo(200);
        assertThat(goal(goal).path("health").asString()).isEqualTo("ON_TRACK");
        measure(guard, "2026-08-10", 60);
        assertThat(goal(goal).path("health").asString()).isEqualTo("AT_RISK");
        assertThat(goal(goal).path("guardrails").get(0).path("status").asString())
                .isEqualTo("RED");
        JsonNode explained = api.get(cast.leader(), "/api/v1/goals/" + goal + "/explanation")
                .body()
                .path("health");
        assertThat(explained.path("sentence").asString()).contains("guardrail");
        measure(guard, "2026-08-10", 93);
        assertThat(goal(goal).path("health").asString()).isEqualTo("ON_TRACK");
    }

    @Test
    void anOpenGoalFollowsNoMetricThatOthersMayNotSee() {
        UUID metric = metric(Map.of("level", "INDIVIDUAL"));
        assertThat(objective(metric).code()).isEqualTo("METRIC_TOO_PRIVATE");
        UUID open = metric(Map.of());
        measure(open, "2026-06-22", 85);
        UUID goal = objective(open).id();
        api.post(cast.leader(), "/api/v1/goals/" + goal + "/activation", null);
        Reply narrowed = api.patch(
                cast.leader(), "/api/v1/metrics/" + open, Map.of("version", 1, "audience", "RESTRICTED_LIST"));
        assertThat(narrowed.code()).isEqualTo("METRIC_FOLLOWED");
    }
}
