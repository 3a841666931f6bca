package io.cairn.framework.mbo;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.kernel.DomainClock;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import io.cairn.testing.Api;
import io.cairn.testing.Api.Reply;
import io.cairn.testing.CairnTest;
import io.cairn.testing.SmallCompany;
import io.cairn.testing.SmallCompany.Cast;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A plan from its draft to its score, as the two, HR and others meet it over the API. */
@CairnTest
class PlanLifeTests {
    private static final String PLANS = "/api/v1/mbo-plans";

    @Autowired
    SmallCompany company;

    @Autowired
    DomainClock clock;

    @Autowired
    PlanDay day;

    @Autowired
    Api api;

    Cast cast;
    Viewer employee;
    Viewer manager;
    Viewer hr;

    @BeforeEach
    void people() {
        cast = company.cast();
        employee = cast.member();
        manager = cast.leader();
        hr = company.with(Role.HR);
        Map<String, Object> target =
                Map.of("personId", employee.id(), "amount", 5000, "basis", "QUARTER", "effectiveFrom", "2026-01-01");
        assertThat(api.post(company.with(Role.COMP), "/api/v1/bonus-targets", target)
                        .status())
                .isEqualTo(201);
    }

    private UUID draft(Viewer by) {
        Reply made = api.post(
                by,
                PLANS,
                Map.of(
                        "employeeId", employee.id(),
                        "period", "QUARTER",
                        "startsOn", "2026-07-01",
                        "endsOn", "2026-09-30",
                        "objectives", List.of(PaidPlan.growth(60), PaidPlan.winRate(40))));
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        return made.id();
    }

    private Reply step(Viewer by, UUID plan, String step, Object body) {
        return api.post(by, PLANS + "/" + plan + "/" + step, body);
    }

    private UUID agreed() {
        UUID plan = draft(manager);
        assertThat(step(manager, plan, "submission", Map.of()).text("state")).isEqualTo("PENDING_EMPLOYEE");
        Reply signed = step(employee, plan, "acceptance", Map.of());
        assertThat(signed.text("state")).as(signed.raw().body()).isEqualTo("ACTIVE");
        return plan;
    }

    @Test
    void bothSignAndTheLinesBecomeGoalsOfThePair() {
        UUID plan = agreed();
        Reply read = api.get(hr, PLANS + "/" + plan);
        String goal = read.body().at("/objectives/0/goalId").asString();
        assertThat(api.get(employee, "/api/v1/goals/" + goal).text("framework")).isEqualTo("mbo");
        assertThat(api.get(manager, "/api/v1/goals/" + goal).status()).isEqualTo(200);
        assertThat(api.get(cast.colleague(), "/api/v1/goals/" + goal).status()).isEqualTo(404);
        assertThat(api.get(cast.colleague(), PLANS + "/" + plan).status()).isEqualTo(404);
        assertThat(api.patch(employee, "/api/v1/goals/" + goal, Map.of("title", "Something else", "version", 1))
                        .status())
                .isEqualTo(403);
        assertThat(step(employee, plan, "acceptance", Map.of()).code()).isEqualTo("PLAN_STATE");
        assertThat(api.patch(manager, PLANS + "/" + plan, Map.of("version", 3)).code())
                .isEqualTo("TERMS_AGREED");
    }

    @Test
    void whatIsIncompleteIsNotSigned() {
        Reply made = api.post(
                employee,
                PLANS,
                Map.of("startsOn", "2026-07-01", "objectives", List.of(PaidPlan.growth(60), PaidPlan.winRate(35))));
        Reply refused = step(employee, made.id(), "submission", Map.of());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("WEIGHTS_MUST_TOTAL_100");
        assertThat(api.get(employee, PLANS + "/" + made.id()).text("state")).isEqualTo("DRAFT");
    }

    @Test
    void anOkrIsNeverPaid() {
        Reply okr = api.post(
                cast.leader(),
                "/api/v1/goals",
                Map.of(
                        "framework",
                        "okr",
                        "title",
                        "Keep customers for longer",
                        "cycleId",
                        cast.quarter().id(),
                        "ownerTeamId",
                        cast.team().id()));
        assertThat(okr.status()).isEqualTo(201);
        UUID plan = draft(manager);
        Reply refused = step(
                manager, plan, "objectives", Map.of("title", "Be paid for the OKR", "goalId", okr.id(), "weight", 0));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("OKR_COMPENSATION_FORBIDDEN");
    }

    @Test
    void theManagerScoresOnceItIsToBeMeasuredAndTheEmployeeMayDispute() {
        UUID plan = agreed();
        List<Map<String, Object>> finals = values(plan, "2240000", "26.25");
        assertThat(step(manager, plan, "scoring", Map.of("objectives", finals)).code())
                .isEqualTo("SCORING_WINDOW");
        step(employee, plan, "measurement", Map.of("objectives", values(plan, "2290000", "26")));
        clock.moveTo(Instant.parse("2026-09-17T10:00:00Z"));
        day.turn();
        assertThat(step(manager, plan, "scoring", Map.of("objectives", finals.subList(0, 1)))
                        .code())
                .isEqualTo("SCORING_INCOMPLETE");
        assertThat(step(manager, plan, "scoring", Map.of("objectives", finals)).code())
                .isEqualTo("COMMENT_REQUIRED");
        assertThat(step(employee, plan, "scoring", Map.of("objectives", finals)).status())
                .isEqualTo(403);
        List<Map<String, Object>> commented =
                List.of(with(finals.get(0), "comment", "The last deal closed in October"), finals.get(1));
        Reply scored = step(manager, plan, "scoring", Map.of("objectives", commented));
        assertThat(scored.text("state")).as(scored.raw().body()).isEqualTo("SCORED");
        assertThat(scored.body().at("/objectives/0/attainment").decimalValue()).isEqualByComparingTo("0.8");
        assertThat(scored.body().at("/objectives/1/attainment").decimalValue()).isEqualByComparingTo("1.05");
        assertThat(step(employee, plan, "dispute", Map.of("reason", "The deal was signed in September"))
                        .text("state"))
                .isEqualTo("DISPUTED");
        assertThat(step(manager, plan, "resolution", Map.of("resolution", "No")).status())
                .isEqualTo(403);
        Reply resolved = step(
                hr, plan, "resolution", Map.of("resolution", "It was", "objectives", values(plan, "2300000", "26.25")));
        assertThat(resolved.text("state")).as(resolved.raw().body()).isEqualTo("SCORED");
        assertThat(resolved.body().at("/objectives/0/lateOverride").asBoolean()).isTrue();
    }

    private List<Map<String, Object>> values(UUID plan, String first, String second) {
        Reply read = api.get(hr, PLANS + "/" + plan);
        return List.of(
                Map.of(
                        "objectiveId",
                        read.body().at("/objectives/0/id").asString(),
                        "value",
                        new java.math.BigDecimal(first)),
                Map.of(
                        "objectiveId",
                        read.body().at("/objectives/1/id").asString(),
                        "value",
                        new java.math.BigDecimal(second)));
    }

    private static Map<String, Object> with(Map<String, Object> before, String name, Object value) {
        Map<String, Object> now = new java.util.HashMap<>(before);
        now.put(name, value);
        return now;
    }

    @Test
    void aChangeIsOfferedSignedAndLateOnesNeedHr() {
        UUID plan = agreed();
        Map<String, Object> change = Map.of(
                "effectiveFrom",
                "2026-08-16",
                "reason",
                "Two accounts moved",
                "objectives",
                List.of(PaidPlan.growth(100)));
        assertThat(step(employee, plan, "amendment", change).status()).isEqualTo(403);
        Reply offered = step(manager, plan, "amendment", change);
        assertThat(offered.text("state")).as(offered.raw().body()).isEqualTo("AMENDMENT");
        Reply signed = step(employee, plan, "acceptance", Map.of());
        assertThat(signed.text("state")).isEqualTo("ACTIVE");
        assertThat(signed.body().at("/objectives").size()).isEqualTo(1);
        clock.moveTo(Instant.parse("2026-08-20T10:00:00Z"));
        Map<String, Object> late = Map.of(
                "effectiveFrom",
                "2026-09-01",
                "reason",
                "Back again",
                "objectives",
                List.of(PaidPlan.growth(50), PaidPlan.winRate(50)));
        step(manager, plan, "amendment", late);
        assertThat(step(employee, plan, "acceptance", Map.of()).text("state")).isEqualTo("AMENDMENT");
    }

    @Test
    void nobodyElseWritesAPlanOrLearnsOfOne() {
        for (Viewer other : List.of(cast.colleague(), cast.head(), company.with(Role.ADMIN), company.with(Role.EXEC))) {
            Reply refused = api.post(
                    other,
                    PLANS,
                    Map.of("employeeId", employee.id(), "startsOn", "2026-07-01", "objectives", List.of()));
            assertThat(refused.status()).isEqualTo(403);
            agreed();
            assertThat(api.get(other, PLANS).body().at("/items")).isEmpty();
        }
    }

    @Test
    void aPoolIsGivenOutByItsHolderAndNeverOverdrawn() {
        Viewer comp = company.with(Role.COMP);
        UUID plan = api.post(
                        manager,
                        PLANS,
                        Map.of(
                                "employeeId",
                                employee.id(),
                                "startsOn",
                                "2026-07-01",
                                "pays",
                                false,
                                "objectives",
                                List.of(
                                        Map.of("title", "Ship the handbook", "weight", 100, "basis", "BOOLEAN"),
                                        Map.of(
                                                "title",
                                                "Whatever helped the others",
                                                "scope",
                                                "DISCRETIONARY",
                                                "weight",
                                                0))))
                .id();
        step(manager, plan, "submission", Map.of());
        step(employee, plan, "acceptance", Map.of());
        clock.moveTo(Instant.parse("2026-09-20T10:00:00Z"));
        day.turn();
        assertThat(step(manager, plan, "scoring", awarded(plan, 600)).code()).isEqualTo("POOL_NEEDED");
        Map<String, Object> pool = Map.of(
                "name",
                "Team",
                "periodStart",
                "2026-07-01",
                "periodEnd",
                "2026-12-31",
                "currency",
                "EUR",
                "amount",
                1000,
                "holderId",
                manager.id());
        assertThat(api.post(manager, "/api/v1/bonus-pools", pool).status()).isEqualTo(403);
        assertThat(api.post(comp, "/api/v1/bonus-pools", pool).status()).isEqualTo(201);
        assertThat(api.get(employee, "/api/v1/bonus-pools").body().at("/items")).isEmpty();
        assertThat(step(manager, plan, "scoring", awarded(plan, 1001)).code()).isEqualTo("POOL_EXHAUSTED");
        assertThat(step(manager, plan, "scoring", awarded(plan, 600)).text("state"))
                .isEqualTo("SCORED");
        assertThat(step(manager, plan, "scoring", awarded(plan, 1000)).text("state"))
                .isEqualTo("SCORED");
        assertThat(step(manager, plan, "scoring", awarded(plan, 1000.01)).code())
                .isEqualTo("POOL_EXHAUSTED");
    }

    private Map<String, Object> awarded(UUID plan, Number amount) {
        Reply read = api.get(hr, PLANS + "/" + plan);
        return Map.of(
                "objectives",
                List.of(
                        Map.of("objectiveId", read.body().at("/objectives/0/id").asString(), "value", 1),
                        Map.of("objectiveId", read.body().at("/objectives/1/id").asString(), "awarded", amount)));
    }
}
