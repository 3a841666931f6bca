package io.cairn.framework.mbo;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.access.Viewing;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import io.cairn.organization.Departure;
import io.cairn.organization.Departures;
import io.cairn.testing.Api;
import io.cairn.testing.Api.Reply;
import io.cairn.testing.CairnTest;
import io.cairn.testing.SmallCompany;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Where the life of a plan has corners: changes that overlap, what the company scores, and who decides after a dispute. */
@CairnTest
class PlanCornersTests {
    @Autowired
    SmallCompany company;

    @Autowired
    Api api;

    @Autowired
    DomainClock clock;

    @Autowired
    PlanDay day;

    @Autowired
    Departures departures;

    private PaidPlan plan(List<Map<String, Object>> objectives) {
        return new PaidPlan(company, api, clock, day, objectives);
    }

    private static void change(PaidPlan plan, String from, Map<String, Object> terms) {
        Map<String, Object> amendment = new HashMap<>(terms);
        amendment.put("effectiveFrom", from);
        amendment.put("reason", "Two accounts moved");
        plan.step(plan.cast.leader(), "amendment", amendment);
        plan.step(plan.cast.member(), "acceptance", Map.of());
    }

    private static Map<String, Object> kept(PaidPlan plan, int line, Map<String, Object> terms) {
        Map<String, Object> kept = new HashMap<>(terms);
        kept.put("id", plan.plan().at("/objectives/" + line + "/id").asString());
        return kept;
    }

    private static BigDecimal money(Reply reply, String path) {
        return reply.body().at(path).decimalValue();
    }

    @Test
    void aLaterChangeFromAnEarlierDayTakesThePlaceOfTheOneBetween() {
        PaidPlan plan = plan(List.of(PaidPlan.growth(100)));
        change(plan, "2026-08-16", Map.of("modifier", 1.2));
        change(plan, "2026-08-01", Map.of("modifier", 1.5));
        Reply statement = plan.statement(plan.cast.member());
        assertThat(money(statement, "/targetBonus")).isEqualByComparingTo("5000.00");
        assertThat(statement.body().at("/versions")).hasSize(2);
        assertThat(statement.body().at("/versions/0/to").asString()).isEqualTo("2026-07-31");
        assertThat(statement.body().at("/versions/1/from").asString()).isEqualTo("2026-08-01");
    }

    /** 5,000 × 62 / 92 days; the score is left to whoever leads after the manager has gone too. */
    @Test
    void whoLeavesIsPaidForTheirDaysAndScoredByWhoeverLeadsThen() {
        PaidPlan plan = plan(List.of(PaidPlan.growth(100)));
        plan.checkIn("2300000");
        Viewer admin = company.with(Role.ADMIN);
        clock.moveTo(Instant.parse("2026-09-01T10:00:00Z"));
        leave(admin, plan.cast.member(), "2026-08-31", plan.cast.leader());
        leave(admin, plan.cast.leader(), "2026-09-01", plan.cast.head());
        clock.moveTo(Instant.parse("2026-10-01T10:00:00Z"));
        day.turn();
        plan.step(
                plan.cast.head(),
                "scoring",
                Map.of(
                        "objectives",
                        List.of(Map.of(
                                "objectiveId",
                                plan.plan().at("/objectives/0/id").asString(),
                                "value",
                                2_300_000,
                                "comment",
                                "As the books say"))));
        plan.step(plan.cast.head(), "payout-submission", Map.of());
        plan.step(plan.comp, "approval", Map.of());
        assertThat(money(plan.statement(plan.hr), "/total")).isEqualByComparingTo("3369.57");
        assertThat(plan.plan().at("/manager/name").asString())
                .isEqualTo(plan.cast.head().name());
    }

    private void leave(Viewer admin, Viewer who, String on, Viewer successor) {
        Viewing.as(admin, () -> departures.leave(who.id(), new Departure(LocalDate.parse(on), successor.id())));
    }

    private String companyObjective(String title, Viewer by) {
        Reply made = api.post(
                by,
                "/api/v1/company-objectives",
                Map.of(
                        "title", title,
                        "startsOn", "2026-07-01",
                        "endsOn", "2026-09-30",
                        "basis", "RATIO_TO_TARGET",
                        "target", 100));
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        return made.id().toString();
    }

    private void score(String companyObjective, Viewer by, int value) {
        Reply scored =
                api.post(by, "/api/v1/company-objectives/" + companyObjective + "/scoring", Map.of("value", value));
        assertThat(scored.status()).as(scored.raw().body()).isEqualTo(200);
    }

    @Test
    void aCompanyLineThatIsDroppedStillPaysForItsDaysAndEachGateHangsOnItsOwn() {
        Viewer exec = company.with(Role.EXEC);
        String revenue = companyObjective("Revenue of the company", exec);
        String margin = companyObjective("Margin of the company", exec);
        PaidPlan plan = plan(List.of(
                PaidPlan.growth(60),
                Map.of(
                        "title",
                        "What the company came to",
                        "weight",
                        40,
                        "scope",
                        "COMPANY",
                        "companyObjectiveId",
                        revenue)));
        Map<String, Object> gate = Map.of("companyObjectiveId", revenue, "atLeast", 1, "factor", 0);
        change(plan, "2026-07-15", Map.of("gate", gate));
        change(
                plan,
                "2026-08-16",
                Map.of(
                        "objectives",
                        List.of(kept(plan, 0, PaidPlan.growth(100))),
                        "gate",
                        Map.of("companyObjectiveId", margin, "atLeast", 1, "factor", 0.5)));
        plan.score("2300000");
        score(revenue, exec, 110);
        Reply early = api.post(plan.cast.leader(), "/api/v1/mbo-plans/" + plan.id + "/payout-submission", Map.of());
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.code()).isEqualTo("SCORING_INCOMPLETE");
        score(margin, exec, 90);
        plan.handIn();
        JsonNode versions = plan.statement(plan.cast.member()).body().at("/versions");
        // 5,000 × 14/92 × 40 % × 1.5, and × 32/92 behind the open gate; the rest is halved by the shut one.
        assertThat(versions.at("/0/lines/1/amount").decimalValue()).isEqualByComparingTo("456.52");
        assertThat(versions.at("/1/gate").decimalValue()).isEqualByComparingTo("1");
        assertThat(versions.at("/1/lines/1/amount").decimalValue()).isEqualByComparingTo("1043.48");
        assertThat(versions.at("/2/gate").decimalValue()).isEqualByComparingTo("0.5");
        assertThat(versions.at("/2/lines/0/amount").decimalValue()).isEqualByComparingTo("1250.00");
    }

    @Test
    void howACompanyObjectiveIsMeasuredStaysOnceItHasBegun() {
        Viewer exec = company.with(Role.EXEC);
        String path = "/api/v1/company-objectives/" + companyObjective("Revenue of the company", exec);
        assertThat(api.patch(exec, path, Map.of("version", 1, "target", 200)).code())
                .isEqualTo("OBJECTIVE_BEGUN");
        assertThat(api.patch(exec, path, Map.of("version", 1, "title", "Revenue of us all"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whatIsSignedAfterHalfThePeriodNeedsHrThoughItWasOfferedBefore() {
        PaidPlan plan = plan(List.of(PaidPlan.growth(100)));
        plan.step(
                plan.cast.leader(),
                "amendment",
                Map.of("effectiveFrom", "2026-09-01", "reason", "Two accounts moved", "modifier", 1.5));
        clock.moveTo(Instant.parse("2026-08-16T10:00:00Z"));
        assertThat(plan.step(plan.cast.member(), "acceptance", Map.of()).text("state"))
                .isEqualTo("AMENDMENT");
        assertThat(plan.step(plan.hr, "approval", Map.of()).text("state")).isEqualTo("ACTIVE");
        assertThat(plan.plan().at("/modifier").decimalValue()).isEqualByComparingTo("1.5");
    }

    @Test
    void anAgreedObjectiveGoesOnBeingMeasuredAsItIs() {
        PaidPlan plan = plan(List.of(PaidPlan.growth(100)));
        Map<String, Object> told = kept(plan, 0, Map.of("title", "Grow revenue", "weight", 100, "basis", "BOOLEAN"));
        Map<String, Object> amendment =
                Map.of("effectiveFrom", "2026-08-20", "reason", "In words", "objectives", List.of(told));
        Reply refused = api.post(plan.cast.leader(), "/api/v1/mbo-plans/" + plan.id + "/amendment", amendment);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("MEASURED_OTHERWISE");
    }

    @Test
    void whoeverGaveOtherValuesAfterADisputeDoesNotApproveThem() {
        PaidPlan plan = plan(List.of(PaidPlan.growth(100)));
        Viewer both = company.with(Role.HR, Role.COMP);
        plan.score("2240000");
        plan.step(plan.cast.member(), "dispute", Map.of("reason", "The deal was signed in September"));
        String line = plan.plan().at("/objectives/0/id").asString();
        plan.step(
                both,
                "resolution",
                Map.of("resolution", "It was", "objectives", List.of(Map.of("objectiveId", line, "value", 2_300_000))));
        plan.handIn();
        Reply refused = api.post(both, "/api/v1/mbo-plans/" + plan.id + "/approval", Map.of());
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("FOUR_EYES");
        plan.pay();
    }

    private void pool(PaidPlan plan, Viewer holder, int amount) {
        Map<String, Object> pool = Map.of(
                "name", "Team",
                "periodStart", "2026-07-01",
                "periodEnd", "2026-12-31",
                "currency", "EUR",
                "amount", amount,
                "holderId", holder.id());
        assertThat(api.post(plan.comp, "/api/v1/bonus-pools", pool).status()).isEqualTo(201);
    }

    private Reply award(PaidPlan plan, Viewer by, String step, int amount) {
        JsonNode lines = plan.plan().at("/objectives");
        Map<String, Object> value =
                Map.of("objectiveId", lines.at("/0/id").asString(), "value", 2_240_000, "comment", "As the books say");
        Map<String, Object> given = Map.of("objectiveId", lines.at("/1/id").asString(), "awarded", amount);
        Map<String, Object> body = new HashMap<>(Map.of("objectives", List.of(value, given)));
        if (step.equals("resolution")) {
            body.put("resolution", "It was");
        }
        return api.post(by, "/api/v1/mbo-plans/" + plan.id + "/" + step, body);
    }

    @Test
    void whatWasGivenStaysWithItsPoolWhenTheManagerChanges() {
        PaidPlan plan = plan(List.of(
                PaidPlan.growth(100),
                Map.of("title", "Whatever helped the others", "scope", "DISCRETIONARY", "weight", 0)));
        pool(plan, plan.cast.leader(), 1000);
        clock.moveTo(Instant.parse("2026-09-17T10:00:00Z"));
        day.turn();
        assertThat(award(plan, plan.cast.leader(), "scoring", 600).text("state"))
                .isEqualTo("SCORED");
        plan.step(plan.cast.member(), "dispute", Map.of("reason", "It was more"));
        assertThat(award(plan, plan.hr, "resolution", 900).code()).isEqualTo("POOL_HOLDER_GIVES");
        assertThat(award(plan, plan.hr, "resolution", 600).text("state")).isEqualTo("SCORED");
        String person = "/api/v1/people/" + plan.cast.member().id();
        Viewer admin = company.with(Role.ADMIN);
        int version = api.get(admin, person).body().at("/version").asInt();
        Map<String, Object> moved =
                Map.of("version", version, "managerId", plan.cast.head().id());
        assertThat(api.patch(admin, person, moved).status()).isEqualTo(200);
        assertThat(award(plan, plan.cast.head(), "scoring", 600).text("state")).isEqualTo("SCORED");
        pool(plan, plan.cast.head(), 500);
        assertThat(award(plan, plan.cast.head(), "scoring", 700).code()).isEqualTo("POOL_EXHAUSTED");
        assertThat(award(plan, plan.cast.head(), "scoring", 500).text("state")).isEqualTo("SCORED");
    }
}
