package io.cairn.framework.mbo;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.kernel.DomainClock;
import io.cairn.kernel.Role;
import io.cairn.testing.Api;
import io.cairn.testing.Api.Reply;
import io.cairn.testing.CairnTest;
import io.cairn.testing.SmallCompany;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What keeps a plan from being offered, paid or told in numbers that make no sense. */
@CairnTest
class PlanGuardTests {
    @Autowired
    SmallCompany company;

    @Autowired
    Api api;

    @Autowired
    DomainClock clock;

    @Autowired
    PlanDay day;

    private PaidPlan plan(List<Map<String, Object>> objectives) {
        return new PaidPlan(company, api, clock, day, objectives);
    }

    private static BigDecimal money(Reply reply, String path) {
        return reply.body().at(path).decimalValue();
    }

    @Test
    void aPlanWithoutABonusTargetIsNotOfferedAsOneThatPays() {
        var cast = company.cast();
        Map<String, Object> content = Map.of(
                "employeeId",
                cast.member().id(),
                "startsOn",
                "2026-07-01",
                "objectives",
                List.of(PaidPlan.growth(100)));
        Reply made = api.post(cast.leader(), "/api/v1/mbo-plans", content);
        Reply refused = api.post(cast.leader(), "/api/v1/mbo-plans/" + made.id() + "/submission", Map.of());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("BONUS_TARGET_MISSING");
    }

    @Test
    void aPlanOfPartOfItsPeriodBringsThatPartOfTheTarget() {
        PaidPlan known = plan(List.of(PaidPlan.growth(100)));
        Map<String, Object> content = new HashMap<>(Map.of(
                "employeeId",
                known.cast.member().id(),
                "period",
                "QUARTER",
                "startsOn",
                "2026-08-01",
                "endsOn",
                "2026-09-30",
                "objectives",
                List.of(PaidPlan.growth(100))));
        Reply made = api.post(known.cast.leader(), "/api/v1/mbo-plans", content);
        Reply statement = api.get(known.cast.member(), "/api/v1/mbo-plans/" + made.id() + "/statement");
        assertThat(money(statement, "/targetBonus")).isEqualByComparingTo("3315.22");
        content.remove("endsOn");
        content.put("cycleId", known.cast.quarter().id());
        assertThat(api.post(known.cast.leader(), "/api/v1/mbo-plans", content).text("endsOn"))
                .isEqualTo("2026-09-30");
        content.put("endsOn", "2026-12-31");
        assertThat(api.post(known.cast.leader(), "/api/v1/mbo-plans", content).status())
                .isEqualTo(422);
    }

    @Test
    void aPlanWithoutPayIsOverWhenItsScoreIs() {
        var cast = company.cast();
        Map<String, Object> content = Map.of(
                "employeeId", cast.member().id(), "startsOn", "2026-07-01", "pays", false, "objectives", List.of());
        String plan = "/api/v1/mbo-plans/"
                + api.post(cast.leader(), "/api/v1/mbo-plans", content).id();
        Reply added = api.post(
                cast.leader(),
                plan + "/objectives",
                Map.of("title", "Ship the handbook", "weight", 100, "basis", "BOOLEAN"));
        String line = added.raw().headers().firstValue("Location").orElseThrow();
        assertThat(api.get(cast.member(), line).text("title")).isEqualTo("Ship the handbook");
        api.post(cast.leader(), plan + "/submission", Map.of());
        api.post(cast.member(), plan + "/acceptance", Map.of());
        clock.moveTo(Instant.parse("2026-09-20T10:00:00Z"));
        day.turn();
        Map<String, Object> done = Map.of("objectiveId", added.id(), "value", 1);
        assertThat(api.post(cast.leader(), plan + "/scoring", Map.of("objectives", List.of(done)))
                        .text("state"))
                .isEqualTo("SCORED");
        String goal = "/api/v1/goals/" + added.id();
        clock.moveTo(Instant.parse("2026-09-30T10:00:00Z"));
        day.turn();
        assertThat(api.get(cast.member(), goal).text("state")).isEqualTo("ACTIVE");
        clock.moveTo(Instant.parse("2026-10-01T10:00:00Z"));
        day.turn();
        assertThat(api.get(cast.member(), goal).text("state")).isEqualTo("CLOSED");
    }

    @Test
    void numbersThatNobodyMeansAreRefusedAndBreakNothing() {
        var cast = company.cast();
        for (Map<String, Object> odd : List.<Map<String, Object>>of(
                Map.of("milestones", List.of(Map.of("name", "First", "weight", new BigDecimal("1E+400")))),
                Map.of("levels", List.of(level("None", "0"), level("All", "1E-400"))),
                Map.of("target", new BigDecimal("1E+400")),
                Map.of("weight", new BigDecimal("1E+400")))) {
            Map<String, Object> line = new HashMap<>(odd);
            line.put("title", "Ship the handbook");
            Reply refused = api.post(
                    cast.member(), "/api/v1/mbo-plans", Map.of("startsOn", "2026-07-01", "objectives", List.of(line)));
            assertThat(refused.status()).as(odd.toString()).isEqualTo(422);
        }
        PaidPlan plan = plan(List.of(
                Map.of(
                        "title",
                        "Win rate in the territory",
                        "weight",
                        100,
                        "basis",
                        "RATIO_TO_TARGET",
                        "target",
                        0.001),
                Map.of("title", "Whatever helped the others", "scope", "DISCRETIONARY", "weight", 0)));
        for (String odd : List.of("0, 'value': 1000000000", "1, 'awarded': 1E+2147483647")) {
            String line = plan.plan().at("/objectives/" + odd.charAt(0) + "/id").asString();
            String body = "{'objectives': [{'objectiveId': '%s'%s}]}".formatted(line, odd.substring(1));
            Reply refused = api.post(
                    plan.cast.leader(), "/api/v1/mbo-plans/" + plan.id + "/measurement", body.replace('\'', '"'));
            assertThat(refused.status()).as(odd).isEqualTo(422);
        }
    }

    @Test
    void aPlanThatIsPaidIsNotApprovedAgainByWhatMendsIt() {
        PaidPlan plan = plan(List.of(PaidPlan.growth(100)));
        plan.score("2300000");
        plan.handIn();
        plan.pay();
        String payout = api.get(plan.comp, "/api/v1/payouts?plan=" + plan.id)
                .body()
                .at("/items/0/id")
                .asString();
        Map<String, Object> mended = Map.of("reason", "Late", "lines", List.of(Map.of("amount", 10, "label", "Late")));
        assertThat(api.post(plan.comp, "/api/v1/payouts/" + payout + "/adjustment", mended)
                        .status())
                .isEqualTo(201);
        Reply refused = api.post(company.with(Role.COMP), "/api/v1/mbo-plans/" + plan.id + "/approval", Map.of());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("PAYOUT_STATE");
    }

    private static Map<String, Object> level(String name, String score) {
        return Map.of("name", name, "score", new BigDecimal(score));
    }
}
