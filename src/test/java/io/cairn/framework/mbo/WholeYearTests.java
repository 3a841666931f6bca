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
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** One plan through one year of the company's time, and who reads it after each step. */
@CairnTest
@TestPropertySource(properties = "cairn.test=a year of its own")
@DirtiesContext
class WholeYearTests {
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
    Viewer pay;
    Viewer admin;
    UUID plan;

    @BeforeEach
    void people() {
        cast = company.cast();
        employee = cast.member();
        manager = cast.leader();
        hr = company.with(Role.HR);
        pay = company.with(Role.COMP);
        admin = company.with(Role.ADMIN);
    }

    @AfterEach
    void backToTheQuarter() {
        clock.moveTo(SmallCompany.MID_QUARTER);
    }

    @Test
    void aPlanIsAgreedAmendedHandedOverScoredDisputedPaidAndMended() {
        on("2026-01-05");
        target(8000, "2026-01-01");
        agree();
        on("2026-04-10");
        checkIn();
        on("2026-06-15");
        target(10_000, "2026-07-01");
        amend();
        handOver();
        score();
        dispute();
        approveAndPay();
        adjust();
    }

    private void on(String today) {
        clock.moveTo(Instant.parse(today + "T10:00:00Z"));
        day.turn();
    }

    private void target(int amount, String from) {
        ok(api.post(
                pay,
                "/api/v1/bonus-targets",
                Map.of(
                        "personId",
                        employee.id(),
                        "amount",
                        amount,
                        "currency",
                        "EUR",
                        "basis",
                        "YEAR",
                        "effectiveFrom",
                        from)));
    }

    private void agree() {
        Reply made = ok(api.post(
                manager,
                PLANS,
                Map.of(
                        "employeeId",
                        employee.id(),
                        "period",
                        "YEAR",
                        "startsOn",
                        "2026-01-01",
                        "objectives",
                        List.of(
                                Map.of(
                                        "title",
                                        "Grow expansion revenue",
                                        "weight",
                                        60,
                                        "basis",
                                        "BASELINE_TO_TARGET",
                                        "baseline",
                                        2_000_000,
                                        "target",
                                        2_300_000),
                                Map.of(
                                        "title",
                                        "Win rate in the territory",
                                        "weight",
                                        40,
                                        "basis",
                                        "RATIO_TO_TARGET",
                                        "target",
                                        25)))));
        plan = made.id();
        assertThat(made.text("endsOn")).isEqualTo("2026-12-31");
        step(manager, "submission", Map.of("comment", "As we said"), "PENDING_EMPLOYEE");
        step(employee, "decline", Map.of("comment", "The target assumes the old territory"), "DRAFT");
        step(manager, "submission", Map.of("comment", "It does not: see the map"), "PENDING_EMPLOYEE");
        step(employee, "acceptance", Map.of(), "ACTIVE");
        reads(Set.of(employee, manager, hr));
    }

    private void checkIn() {
        String measure = read(employee).body().at("/objectives/0/measureId").asString();
        ok(api.post(
                employee, "/api/v1/measures/" + measure + "/check-ins", Map.of("value", 2_100_000, "confidence", 7)));
        assertThat(read(manager).body().at("/objectives/0/attainment").decimalValue())
                .isEqualByComparingTo("0.3333");
    }

    private void amend() {
        Reply now = read(manager);
        String first = now.body().at("/objectives/0/id").asString();
        String second = now.body().at("/objectives/1/id").asString();
        step(
                manager,
                "amendment",
                Map.of(
                        "effectiveFrom", "2026-07-01",
                        "reason", "A larger territory",
                        "objectives",
                                List.of(
                                        Map.of(
                                                "id",
                                                first,
                                                "title",
                                                "Grow expansion revenue",
                                                "weight",
                                                50,
                                                "basis",
                                                "BASELINE_TO_TARGET",
                                                "baseline",
                                                2_000_000,
                                                "target",
                                                2_400_000),
                                        Map.of(
                                                "id",
                                                second,
                                                "title",
                                                "Win rate in the territory",
                                                "weight",
                                                50,
                                                "basis",
                                                "RATIO_TO_TARGET",
                                                "target",
                                                25))),
                "AMENDMENT");
        step(employee, "acceptance", Map.of(), "ACTIVE");
        assertThat(read(hr).body().at("/objectives/0/attainment").decimalValue())
                .isEqualByComparingTo("0.25");
    }

    /** From one moment to the next the other manager reads and acts, and the old one learns nothing. */
    private void handOver() {
        on("2026-09-01");
        int version = api.get(admin, "/api/v1/people/" + employee.id())
                .body()
                .path("version")
                .asInt();
        ok(api.patch(
                admin,
                "/api/v1/people/" + employee.id(),
                Map.of("version", version, "managerId", cast.head().id())));
        reads(Set.of(employee, cast.head(), hr));
        assertThat(api.post(manager, PLANS + "/" + plan + "/measurement", Map.of("objectives", List.of()))
                        .status())
                .isEqualTo(404);
        manager = cast.head();
        assertThat(read(employee).body().at("/manager/id").asString())
                .isEqualTo(manager.id().toString());
    }

    private void score() {
        on("2026-12-18");
        assertThat(read(employee).text("state")).isEqualTo("MEASURE");
        step(employee, "measurement", values("2290000", "26", null), "MEASURE");
        assertThat(api.post(manager, PLANS + "/" + plan + "/payout-submission", null)
                        .code())
                .isEqualTo("SCORING_INCOMPLETE");
        step(manager, "scoring", values("2240000", "26.25", "Two deals closed in January"), "SCORED");
    }

    private void dispute() {
        step(employee, "dispute", Map.of("reason", "One of them was signed in December"), "DISPUTED");
        assertThat(api.post(manager, PLANS + "/" + plan + "/payout-submission", null)
                        .code())
                .isEqualTo("DISPUTE_OPEN");
        step(hr, "resolution", Map.of("resolution", "It is dated January"), "SCORED");
        assertThat(read(employee).body().at("/dispute/resolution").asString()).isEqualTo("It is dated January");
    }

    /** 8 000 × 181/365 × (0.6 × 0.5 + 0.4 × 1.25) and 10 000 × 184/365 × (0.5 × 0 + 0.5 × 1.25), each line to the cent. */
    private void approveAndPay() {
        step(manager, "payout-submission", null, "PENDING_COMP");
        assertThat(api.post(manager, PLANS + "/" + plan + "/approval", null).status())
                .isEqualTo(403);
        assertThat(api.post(cast.stranger(), PLANS + "/" + plan + "/approval", null)
                        .status())
                .isEqualTo(404);
        Reply sent = ok(api.post(pay, PLANS + "/" + plan + "/rejection", Map.of("reason", "Attach the map")));
        assertThat(sent.text("state")).isEqualTo("SCORED");
        step(manager, "payout-submission", null, "PENDING_COMP");
        Reply approved = ok(api.post(pay, PLANS + "/" + plan + "/approval", null));
        assertThat(approved.text("state")).isEqualTo("APPROVED");
        assertThat(approved.body().path("total").decimalValue()).isEqualByComparingTo("6324.38");
        assertThat(ok(api.post(pay, PLANS + "/" + plan + "/payment", null)).text("state"))
                .isEqualTo("PAID");
        assertThat(api.post(pay, PLANS + "/" + plan + "/payment", null).status())
                .isEqualTo(409);
        Reply statement = ok(api.get(employee, PLANS + "/" + plan + "/statement"));
        assertThat(statement.body().path("total").decimalValue()).isEqualByComparingTo("6324.38");
        String goal = read(employee).body().at("/objectives/0/goalId").asString();
        assertThat(api.get(employee, "/api/v1/goals/" + goal).text("state")).isEqualTo("CLOSED");
        reads(Set.of(employee, manager, hr));
    }

    private void adjust() {
        on("2027-01-20");
        Reply payouts = ok(api.get(pay, "/api/v1/payouts?plan=" + plan));
        String paid = payouts.body().at("/items/0/id").asString();
        assertThat(payouts.raw().body()).doesNotContain("2300000", "2240000", "expansion");
        assertThat(api.get(employee, "/api/v1/payouts/" + paid).raw().body()).contains("2240000");
        Reply adjustment = ok(api.post(
                pay,
                "/api/v1/payouts/" + paid + "/adjustment",
                Map.of(
                        "reason",
                        "The January deal belongs to this year after all",
                        "lines",
                        List.of(Map.of("line", 1, "amount", 100, "label", "Late deal")))));
        assertThat(adjustment.body().path("total").decimalValue()).isEqualByComparingTo("100");
        assertThat(read(employee).text("state")).isEqualTo("PAID");
    }

    private Map<String, Object> values(String revenue, String winRate, String comment) {
        Reply now = read(hr);
        Map<String, Object> first = new java.util.HashMap<>(
                Map.of("objectiveId", now.body().at("/objectives/0/id").asString(), "value", new BigDecimal(revenue)));
        if (comment != null) {
            first.put("comment", comment);
        }
        return Map.of(
                "objectives",
                List.of(
                        first,
                        Map.of(
                                "objectiveId",
                                now.body().at("/objectives/1/id").asString(),
                                "value",
                                new BigDecimal(winRate))));
    }

    private void step(Viewer by, String step, Object body, String state) {
        Reply reply = ok(api.post(by, PLANS + "/" + plan + "/" + step, body));
        assertThat(reply.text("state")).as(step).isEqualTo(state);
        assertThat(read(hr).text("state")).isEqualTo(state);
    }

    private Reply read(Viewer by) {
        return ok(api.get(by, PLANS + "/" + plan));
    }

    /** These and nobody else: not the plan, not its goals, not in lists, not in the journal. */
    private void reads(Set<Viewer> readers) {
        String goal = read(hr).body().at("/objectives/0/goalId").asString();
        for (Viewer viewer : List.of(
                employee,
                cast.leader(),
                cast.head(),
                cast.colleague(),
                cast.stranger(),
                hr,
                pay,
                admin,
                company.with(Role.EXEC),
                company.with(Role.CHAMP))) {
            boolean may = readers.contains(viewer);
            int status = may ? 200 : 404;
            assertThat(api.get(viewer, PLANS + "/" + plan).status())
                    .as(viewer.name())
                    .isEqualTo(status);
            assertThat(api.get(viewer, "/api/v1/goals/" + goal).status())
                    .as(viewer.name())
                    .isEqualTo(status);
            for (String list : List.of(
                    PLANS + "?employeeId=" + employee.id(),
                    "/api/v1/goals?framework=mbo&owner=" + employee.id(),
                    "/api/v1/journal?kind=plan",
                    "/api/v1/goals?q=expansion")) {
                Reply found = api.get(viewer, list);
                if (!may && found.status() == 200) {
                    assertThat(found.raw().body())
                            .as(viewer.name() + " " + list)
                            .doesNotContain(plan.toString(), goal);
                }
            }
        }
    }

    private static Reply ok(Reply reply) {
        assertThat(reply.status()).as(reply.raw().body()).isBetween(200, 299);
        return reply;
    }
}
