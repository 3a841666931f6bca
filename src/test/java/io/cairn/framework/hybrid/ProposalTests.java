package io.cairn.framework.hybrid;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.access.Audience;
import io.cairn.access.Viewing;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.Role;
import io.cairn.testing.Api;
import io.cairn.testing.Api.Reply;
import io.cairn.testing.CairnTest;
import io.cairn.testing.SmallCompany;
import io.cairn.testing.SmallCompany.Cast;
import io.cairn.testing.Statements;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** From a red value to a decided proposal, against the database. */
@CairnTest
class ProposalTests {
    private static final String PROPOSALS = "/api/v1/okr-proposals";

    @Autowired
    SmallCompany company;

    @Autowired
    Api api;

    @Autowired
    ProposalDay day;

    @Autowired
    DomainClock clock;

    @Autowired
    Statements statements;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    Cast cast;

    @BeforeEach
    void midQuarter() {
        cast = company.cast();
    }

    @AfterEach
    void backToMidQuarter() {
        clock.moveTo(SmallCompany.MID_QUARTER);
    }

    @Test
    void aRedValueProposesAnObjective() {
        UUID metric = retention(Map.of());
        measure(metric, "2026-08-03", 93);
        assertThat(open(metric)).isEmpty();
        measure(metric, "2026-08-10", 85);
        JsonNode proposal = open(metric).getFirst();
        assertThat(proposal.path("state").asString()).isEqualTo("OPEN");
        assertThat(proposal.path("trigger").asString()).isEqualTo("RED");
        assertThat(proposal.path("metric").path("name").asString()).isEqualTo("Customer retention");
        assertThat(proposal.path("period").path("start").asString()).isEqualTo("2026-08-10");
        assertThat(proposal.path("value").decimalValue()).isEqualByComparingTo("85");
        assertThat(proposal.path("suggestedObjective").asString())
                .isEqualTo("Create an unforgettable customer experience");
        JsonNode keyResult = proposal.path("suggestedKeyResult");
        assertThat(keyResult.path("baseline").decimalValue()).isEqualByComparingTo("85");
        assertThat(keyResult.path("target").decimalValue()).isEqualByComparingTo("92");
        assertThat(keyResult.path("comparator").asString()).isEqualTo("GE");
        assertThat(keyResult.path("stretch").decimalValue()).isEqualByComparingTo("93");
        assertThat(proposal.path("cycle").path("id").asString())
                .isEqualTo(cast.quarter().id().toString());
        assertThat(proposal.path("owner").path("id").asString())
                .isEqualTo(cast.member().id().toString());
        measure(metric, "2026-08-10", 84);
        assertThat(open(metric)).as("one at a time").hasSize(1);
        JsonNode same = api.get(
                        cast.stranger(), PROPOSALS + "/" + proposal.path("id").asString())
                .body();
        assertThat(same).isEqualTo(proposal);
    }

    @Test
    void provisionalValuesAndThoseThatMayNotProposeDoNot() {
        UUID metric = retention(Map.of());
        ok(api.post(
                cast.member(),
                "/api/v1/metrics/" + metric + "/measurements",
                Map.of("periodStart", "2026-08-10", "value", 85, "status", "PROVISIONAL")));
        UUID silent = retention(Map.of("proposeOkr", false));
        measure(silent, "2026-08-10", 85);
        UUID watched = retention(Map.of("targets", List.of()));
        measure(watched, "2026-08-10", 1);
        UUID patient = retention(Map.of("breachPolicy", Map.of("periods", 2)));
        measure(patient, "2026-08-03", 85);
        for (UUID none : List.of(metric, silent, watched, patient)) {
            assertThat(open(none)).isEmpty();
        }
        measure(patient, "2026-08-10", 85);
        assertThat(open(patient)).hasSize(1);
    }

    @Test
    void acceptingDraftsAnObjectiveThatFollowsTheMetric() {
        UUID metric = retention(Map.of());
        measure(metric, "2026-08-10", 85);
        Reply accepted = decide(cast.leader(), metric, "acceptance", Map.of());
        assertThat(accepted.status()).as(accepted.raw().body()).isEqualTo(200);
        assertThat(accepted.text("state")).isEqualTo("ACCEPTED");
        assertThat(accepted.body().path("decidedBy").path("id").asString())
                .isEqualTo(cast.leader().id().toString());
        String objective = accepted.text("objectiveId");
        JsonNode goal = api.get(cast.leader(), "/api/v1/goals/" + objective).body();
        assertThat(goal.path("state").asString()).isEqualTo("DRAFT");
        assertThat(goal.path("title").asString()).isEqualTo("Create an unforgettable customer experience");
        assertThat(goal.path("owner").path("id").asString())
                .isEqualTo(cast.team().id().toString());
        assertThat(goal.path("lead").path("id").asString())
                .isEqualTo(cast.member().id().toString());
        JsonNode followed = goal.path("measures").get(0);
        assertThat(followed.path("kind").asString()).isEqualTo("KPI_LINKED");
        assertThat(followed.path("metricId").asString()).isEqualTo(metric.toString());
        assertThat(followed.path("baseline").decimalValue()).isEqualByComparingTo("85");
        JsonNode seen =
                api.get(cast.stranger(), PROPOSALS + "/" + accepted.id()).body();
        assertThat(seen.path("state").asString()).isEqualTo("ACCEPTED");
        assertThat(seen.path("objectiveId").isNull())
                .as("a draft leaves no trace for those who may not see it")
                .isTrue();
        assertThat(decide(cast.leader(), accepted.id(), "dismissal", "reason", "no")
                        .status())
                .isEqualTo(403);
        assertThat(decide(cast.member(), accepted.id(), "dismissal", "reason", "no")
                        .code())
                .isEqualTo("PROPOSAL_CLOSED");
        measure(metric, "2026-08-03", 80);
        measure(metric, "2026-08-10", 84);
        assertThat(open(metric)).as("its key result follows the metric now").isEmpty();
    }

    @Test
    void progressMovesWithTheMetricOnceItIsActive() {
        UUID metric = retention(Map.of());
        measure(metric, "2026-08-03", 85);
        String objective = decide(cast.leader(), metric, "acceptance", Map.of("title", "Make customers stay"))
                .text("objectiveId");
        ok(api.post(
                cast.leader(),
                "/api/v1/goals/" + objective + "/measures",
                Map.of("name", "Calls made", "kind", "INCREASE", "baseline", 0, "target", 10, "weight", 0)));
        ok(api.post(cast.leader(), "/api/v1/goals/" + objective + "/activation", null));
        measure(metric, "2026-08-10", 88.5);
        JsonNode goal = api.get(cast.stranger(), "/api/v1/goals/" + objective).body();
        assertThat(goal.path("title").asString()).isEqualTo("Make customers stay");
        assertThat(goal.path("progress").decimalValue()).isEqualByComparingTo("0.5");
        measure(metric, "2026-08-10", 84);
        String journal = api.get(cast.leader(), "/api/v1/journal?goalId=" + objective)
                .raw()
                .body();
        assertThat(journal).contains("which “Customer retention” follows, is off target");
    }

    @Test
    void mergingAddsTheKeyResultToAnObjective() {
        UUID metric = retention(Map.of());
        measure(metric, "2026-08-10", 85);
        UUID goal = api.post(
                        cast.leader(),
                        "/api/v1/goals",
                        Map.of(
                                "framework",
                                "okr",
                                "title",
                                "Serve them well",
                                "ownerTeamId",
                                cast.team().id(),
                                "cycleId",
                                cast.quarter().id()))
                .id();
        Reply unseen = decide(cast.member(), metric, "merge", Map.of("goalId", goal));
        assertThat(unseen.status()).as("another's draft").isEqualTo(422);
        assertThat(unseen.raw().body()).contains("goalId");
        assertThat(decide(cast.leader(), metric, "merge", Map.of()).code()).isEqualTo("REQUIRED");
        Reply merged = decide(cast.leader(), metric, "merge", Map.of("goalId", goal));
        assertThat(merged.status()).as(merged.raw().body()).isEqualTo(200);
        assertThat(merged.text("state")).isEqualTo("MERGED");
        assertThat(merged.text("objectiveId")).isEqualTo(goal.toString());
        JsonNode measures =
                api.get(cast.leader(), "/api/v1/goals/" + goal).body().path("measures");
        assertThat(measures.get(0).path("metricId").asString()).isEqualTo(metric.toString());
    }

    @Test
    void onlyThoseWhoAnswerForTheMetricDecide() {
        UUID metric = retention(Map.of());
        measure(metric, "2026-08-10", 85);
        for (String decision : List.of("acceptance", "merge", "dismissal")) {
            assertThat(decide(cast.stranger(), metric, decision, Map.of("reason", "no", "goalId", UUID.randomUUID()))
                            .status())
                    .isIn(403, 422);
        }
        assertThat(decide(cast.stranger(), metric, "acceptance", Map.of()).status())
                .isEqualTo(403);
        assertThat(decide(cast.leader(), metric, "dismissal", Map.of("reason", "no"))
                        .status())
                .as("the owner's alone, besides the champion's and executives'")
                .isEqualTo(403);
        assertThat(decide(cast.member(), metric, "dismissal", Map.of()).code()).isEqualTo("REQUIRED");
        assertThat(decide(cast.member(), metric, "dismissal", Map.of("reason", "x".repeat(2001)))
                        .code())
                .isEqualTo("INVALID");
        assertThat(open(metric)).hasSize(1);
        assertThat(decide(company.with(Role.CHAMP), metric, "dismissal", Map.of("reason", "A holiday."))
                        .text("state"))
                .isEqualTo("DISMISSED");
    }

    @Test
    void aDismissalKeepsItQuietForOnePeriod() {
        UUID metric = retention(Map.of());
        measure(metric, "2026-07-20", 85);
        Reply dismissed = decide(cast.member(), metric, "dismissal", Map.of("reason", "We know why."));
        assertThat(dismissed.text("reason")).isEqualTo("We know why.");
        measure(metric, "2026-07-20", 84);
        measure(metric, "2026-07-27", 85);
        assertThat(open(metric)).isEmpty();
        measure(metric, "2026-08-03", 85);
        assertThat(open(metric)).hasSize(1);
    }

    @Test
    void twoGreenPeriodsEndIt() {
        UUID metric = retention(Map.of());
        measure(metric, "2026-07-20", 85);
        measure(metric, "2026-07-27", 92);
        assertThat(open(metric)).hasSize(1);
        measure(metric, "2026-08-03", 93);
        JsonNode ended = of(metric).getFirst();
        assertThat(ended.path("state").asString()).isEqualTo("EXPIRED");
        assertThat(ended.path("recoveredOn").asString()).isEqualTo("2026-08-02");
        assertThat(ended.path("recoveredAfter").asInt()).isEqualTo(1);
    }

    @Test
    void itEndsWithItsCycle() {
        UUID metric = retention(Map.of());
        measure(metric, "2026-08-10", 85);
        clock.moveTo(Instant.parse("2026-09-30T10:00:00Z"));
        day.turn();
        assertThat(open(metric)).hasSize(1);
        clock.moveTo(Instant.parse("2026-10-01T10:00:00Z"));
        day.turn();
        assertThat(of(metric).getFirst().path("state").asString()).isEqualTo("EXPIRED");
    }

    @Test
    void retiringAMetricEndsWhatItProposed() {
        UUID metric = retention(Map.of());
        measure(metric, "2026-08-10", 85);
        assertThat(open(metric)).hasSize(1);
        ok(api.patch(cast.member(), "/api/v1/metrics/" + metric, Map.of("version", 1, "state", "RETIRED")));
        assertThat(of(metric).getFirst().path("state").asString()).isEqualTo("EXPIRED");
        assertThat(journal(cast.stranger(), metric))
                .contains("noted that “Customer retention” is retired, so its proposal expired");
    }

    @Test
    void whatIsNotOpenToEveryoneProposesNothing() {
        UUID named = retention(Map.of("audience", "RESTRICTED_LIST", "level", "TEAM"));
        UUID team = retention(Map.of("audience", "TEAM", "level", "TEAM"));
        UUID own = retention(Map.of("audience", "PRIVATE_PAIR_HR", "level", "INDIVIDUAL"));
        for (UUID metric : List.of(named, team, own)) {
            measure(metric, "2026-08-10", 85);
            assertThat(seenBy(cast.member(), metric)).isEmpty();
            assertThat(seenBy(cast.leader(), metric)).isEmpty();
        }
    }

    @Test
    void whatWasProposedEndsWhenItsMetricIsOpenToFewer() {
        UUID metric = retention(Map.of());
        measure(metric, "2026-08-10", 85);
        String path = PROPOSALS + "/" + open(metric).getFirst().path("id").asString();
        ok(api.patch(cast.member(), "/api/v1/metrics/" + metric, Map.of("version", 1, "audience", "RESTRICTED_LIST")));
        assertThat(of(metric)).isEmpty();
        assertThat(api.get(cast.stranger(), path).status()).isEqualTo(404);
        assertThat(api.post(cast.stranger(), path + "/acceptance", Map.of()).status())
                .isEqualTo(404);
        assertThat(api.get(cast.stranger(), "/api/v1/journal").raw().body()).doesNotContain(metric.toString());
        assertThat(api.get(cast.member(), path).text("state")).isEqualTo("EXPIRED");
        assertThat(journal(cast.member(), metric)).contains("is not open to everyone any more");
        ok(api.patch(cast.member(), "/api/v1/metrics/" + metric, Map.of("version", 2, "audience", "PUBLIC_ORG")));
        assertThat(open(metric)).as("it is still off target").hasSize(1);
    }

    /** However it came to wait although its metric is not open. */
    @Test
    void acceptingNeverOpensAMetricThatIsNot() {
        UUID metric = retention(Map.of());
        measure(metric, "2026-08-10", 85);
        String path = PROPOSALS + "/" + open(metric).getFirst().path("id").asString();
        Audience pair = Audience.pair(cast.member().id());
        for (String table : List.of("metric.metric set", "hybrid.proposal set")) {
            Viewing.asSystem(
                    "Test",
                    () -> transaction.execute(status -> db.sql("update " + table
                                    + " audience_kind = :kind, audience_id = :key where :metric in (id, "
                                    + (table.startsWith("metric") ? "id)" : "metric_id)"))
                            .param("kind", pair.kind().key())
                            .param("key", pair.id())
                            .param("metric", metric)
                            .update()));
        }
        assertThat(api.post(cast.member(), path + "/acceptance", Map.of()).code())
                .as("an objective is open to all")
                .isEqualTo("METRIC_TOO_PRIVATE");
    }

    /** Why it is more than twelve: docs/decisions.md. */
    @Test
    void aValueThatReachesGoalsAndProposalsTakesAFixedNumberOfStatements() throws Exception {
        UUID alone = retention(Map.of());
        measure(alone, "2026-08-03", 93);
        assertThat(posted(alone, "2026-08-10", 93)).hasSizeLessThanOrEqualTo(12);
        UUID followed = retention(Map.of());
        UUID guarding = retention(Map.of());
        measure(followed, "2026-08-03", 93);
        measure(guarding, "2026-07-27", 93);
        measure(guarding, "2026-08-03", 93);
        for (int goals = 1; goals <= 3; goals++) {
            guarded(followed, "KPI_LINKED");
            guarded(guarding, "INCREASE");
            assertThat(posted(followed, "2026-08-10", 80 - goals))
                    .as("tells those who follow")
                    .hasSize(goals == 1 ? 17 : 16);
            assertThat(posted(guarding, "2026-08-10", 80)).as("proposes").hasSize(18);
            assertThat(open(guarding)).hasSize(1);
            assertThat(posted(guarding, "2026-08-10", 94)).as("recovers").hasSize(16);
            assertThat(open(guarding)).isEmpty();
        }
    }

    private List<String> posted(UUID metric, String monday, Object value) throws Exception {
        var sent = statements.during(() -> api.post(
                cast.member(),
                "/api/v1/metrics/" + metric + "/measurements",
                Map.of("periodStart", monday, "value", value)));
        assertThat(sent.result().status()).isEqualTo(201);
        return sent.statements();
    }

    /** An active objective with the metric as a guardrail, and one that follows it if that is its kind. */
    private void guarded(UUID metric, String kind) {
        Map<String, Object> measure = new HashMap<>(Map.of("name", "It", "kind", kind, "baseline", 80, "target", 95));
        if (kind.equals("KPI_LINKED")) {
            measure.put("metricId", metric);
        }
        UUID goal = ok(api.post(
                        cast.leader(),
                        "/api/v1/goals",
                        Map.of(
                                "framework",
                                "okr",
                                "title",
                                "Make customers stay",
                                "ownerTeamId",
                                cast.team().id(),
                                "cycleId",
                                cast.quarter().id(),
                                "measures",
                                List.of(
                                        measure,
                                        Map.of("name", "Calls", "kind", "INCREASE", "baseline", 0, "target", 10)))))
                .id();
        ok(api.put(cast.leader(), "/api/v1/goals/" + goal + "/guardrails/" + metric, Map.of()));
        ok(api.post(cast.leader(), "/api/v1/goals/" + goal + "/activation", null));
    }

    @Test
    void filtersAreCheckedAndOwnersFound() {
        UUID metric = retention(Map.of());
        measure(metric, "2026-08-10", 85);
        assertThat(api.get(
                                cast.stranger(),
                                PROPOSALS + "?owner=" + cast.member().id() + "&state=OPEN")
                        .body()
                        .path("items"))
                .hasSize(1);
        assertThat(api.get(cast.stranger(), PROPOSALS + "?state=SOON").code()).isEqualTo("INVALID");
        assertThat(api.get(cast.stranger(), PROPOSALS + "?colour=red").code()).isEqualTo("UNKNOWN_FILTER");
    }

    private UUID retention(Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "name",
                "Customer retention",
                "unit",
                "%",
                "direction",
                "HIGHER",
                "frequency",
                "WEEKLY",
                "ownerId",
                cast.member().id(),
                "teamId",
                cast.team().id(),
                "targets",
                List.of(Map.of("from", "2026-01-01", "target", 92, "comparator", "GE", "amberAt", 88))));
        body.putAll(more);
        return ok(api.post(cast.leader(), "/api/v1/metrics", body)).id();
    }

    private void measure(UUID metric, String monday, Object value) {
        ok(api.post(
                cast.member(),
                "/api/v1/metrics/" + metric + "/measurements",
                Map.of("periodStart", monday, "value", value)));
    }

    private Reply ok(Reply reply) {
        assertThat(reply.status()).as(reply.raw().body()).isBetween(200, 201);
        return reply;
    }

    private String journal(io.cairn.kernel.Viewer viewer, UUID metric) {
        return api.get(viewer, "/api/v1/journal?subjectKind=metric&action=proposal.expired")
                .body()
                .path("items")
                .valueStream()
                .filter(line -> line.path("subjectId").asString().equals(metric.toString()))
                .map(line -> line.path("summary").asString())
                .collect(java.util.stream.Collectors.joining("\n"));
    }

    private List<JsonNode> of(UUID metric) {
        return seenBy(cast.stranger(), metric);
    }

    private List<JsonNode> seenBy(io.cairn.kernel.Viewer viewer, UUID metric) {
        return api.get(viewer, PROPOSALS + "?metricId=" + metric)
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    private List<JsonNode> open(UUID metric) {
        return of(metric).stream()
                .filter(proposal -> proposal.path("state").asString().equals("OPEN"))
                .toList();
    }

    private Reply decide(io.cairn.kernel.Viewer viewer, UUID metric, String decision, Map<String, Object> body) {
        String id = of(metric).getFirst().path("id").asString();
        return api.post(viewer, PROPOSALS + "/" + id + "/" + decision, body);
    }

    private Reply decide(io.cairn.kernel.Viewer viewer, UUID proposal, String decision, String field, String value) {
        return api.post(viewer, PROPOSALS + "/" + proposal + "/" + decision, Map.of(field, value));
    }
}
