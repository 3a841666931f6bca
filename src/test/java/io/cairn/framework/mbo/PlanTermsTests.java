package io.cairn.framework.mbo;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.access.Viewing;
import io.cairn.kernel.Arithmetic;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.Explained;
import io.cairn.kernel.Role;
import io.cairn.testing.Api;
import io.cairn.testing.Api.Reply;
import io.cairn.testing.CairnTest;
import io.cairn.testing.SmallCompany;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/**
 * Gates, caps and accelerators of a plan: what they pay to the cent, and how they are taken away.
 *
 * <p>By hand, with 5,000 at target and the usual curve: 2,330,000 of 2,000,000 to 2,300,000 are 110 % and pay 150 %; the other two
 * lines are at target. The plan attained 0.6 × 1.1 + 0.25 + 0.15 = 106 %, its factor is 0.6 × 1.5 + 0.25 + 0.15 = 1.3. Two of three
 * accelerators are reached: 1.2 × 1.1 = 1.32. 1.3 × 1.32 = 1.716 of 5,000 are 8,580: 5,000 × 0.6 × 1.5 × 1.32 = 5,940, 5,000 × 0.25 ×
 * 1.32 = 1,650 and 5,000 × 0.15 × 1.32 = 990.
 */
@CairnTest
class PlanTermsTests {
    private static final String PLANS = "/api/v1/mbo-plans/";
    private static final List<Map<String, Object>> ACCELERATORS = List.of(
            Map.of("line", 0, "atLeast", 1.1, "multiplier", 1.2),
            Map.of("atLeast", 1.05, "multiplier", 1.1),
            Map.of("line", 1, "atLeast", 1.01, "multiplier", 2));

    @Autowired
    SmallCompany company;

    @Autowired
    Api api;

    @Autowired
    DomainClock clock;

    @Autowired
    PlanDay day;

    @Autowired
    Statements statements;

    private UUID margin() {
        Reply made = api.post(
                company.with(Role.EXEC),
                "/api/v1/company-objectives",
                Map.of(
                        "title", "Operating margin",
                        "startsOn", "2026-07-01",
                        "endsOn", "2026-09-30",
                        "basis", "RATIO_TO_TARGET",
                        "unit", "%",
                        "target", 10));
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        return made.id();
    }

    private PaidPlan plan(Map<String, Object> terms) {
        PaidPlan plan = new PaidPlan(
                company, api, clock, day, List.of(PaidPlan.growth(60), PaidPlan.winRate(25), PaidPlan.mix(15)), terms);
        plan.checkIn("2330000", "25", "40");
        return plan;
    }

    private static Map<String, Object> gate(UUID margin) {
        return Map.of("companyObjectiveId", margin, "atLeast", 0.9, "factor", 0.5);
    }

    private static List<String> amounts(JsonNode statement) {
        List<String> amounts = new ArrayList<>();
        for (JsonNode version : statement.at("/versions")) {
            version.at("/lines")
                    .forEach(line ->
                            amounts.add(line.at("/amount").decimalValue().toPlainString()));
        }
        return amounts;
    }

    private void reached(UUID margin, int value) {
        clock.moveTo(java.time.Instant.parse("2026-09-17T10:00:00Z"));
        Reply scored = api.post(
                company.with(Role.HR), "/api/v1/company-objectives/" + margin + "/scoring", Map.of("value", value));
        assertThat(scored.status()).as(scored.raw().body()).isEqualTo(200);
    }

    @Test
    void acceleratorsMultiplyAndTheGateHalvesToTheCent() {
        UUID margin = margin();
        PaidPlan plan = plan(Map.of("gate", gate(margin), "accelerators", ACCELERATORS));
        JsonNode read = plan.plan();
        assertThat(read.at("/gate/title").asString()).isEqualTo("Operating margin");
        assertThat(read.at("/accelerators/0/objectiveId").asString())
                .isEqualTo(read.at("/objectives/0/id").asString());
        assertThat(read.at("/accelerators/1/objectiveId").isNull()).isTrue();

        JsonNode shut = plan.statement(plan.cast.member()).body();
        assertThat(amounts(shut)).containsExactly("2970.00", "825.00", "495.00");
        assertThat(shut.at("/versions/0/modifier").decimalValue()).isEqualByComparingTo("1.32");
        assertThat(shut.at("/versions/0/accelerators/2/reached").asBoolean()).isFalse();
        assertThat(shut.at("/versions/0/accelerators/1/attained").decimalValue())
                .isEqualByComparingTo("1.06");

        reached(margin, 9);
        JsonNode open = plan.statement(plan.cast.member()).body();
        assertThat(amounts(open)).containsExactly("5940.00", "1650.00", "990.00");
        assertThat(open.at("/versions/0/gateRule/attained").decimalValue()).isEqualByComparingTo("0.9");
        derived(plan);
    }

    /** Every step of the way to the total is its own arithmetic. */
    private void derived(PaidPlan plan) {
        Statement statement = Viewing.as(plan.cast.member(), () -> statements.of(plan.id));
        for (Statement.PathStep step : statement.path()) {
            Explained<BigDecimal> made = Statements.explain(statement, step.name());
            String result = made.steps().getLast().result();
            assertThat(Arithmetic.evaluate(made).get(result)).as(step.name()).isEqualByComparingTo(made.value());
        }
        assertThat(statement.path().getLast().money()).isEqualByComparingTo(statement.total());
    }

    /**
     * 46 of 92 days by the old terms, 2,500 at target: capped at 1.5 of 1.716, so 2,970 × 1.5 / 1.716 = 2,596.1538, 825 → 721.1538,
     * 495 → 432.6923. The rest without accelerators and cap: 2,500 × 0.6 × 1.5 = 2,250, 625, 375. The gate of the old terms was
     * open, though the new ones have none.
     */
    @Test
    void nullTakesAwayFromTheDayOfTheAmendmentOn() {
        UUID margin = margin();
        PaidPlan plan = plan(Map.of("gate", gate(margin), "accelerators", ACCELERATORS, "planCap", 1.5));
        Map<String, @Nullable Object> none = new HashMap<>();
        none.put("effectiveFrom", "2026-08-16");
        none.put("reason", "Simpler for both");
        none.put("gate", null);
        none.put("accelerators", null);
        none.put("planCap", null);
        plan.step(plan.cast.leader(), "amendment", none);
        plan.step(plan.cast.member(), "acceptance", Map.of());
        JsonNode now = plan.plan();
        assertThat(now.at("/gate").isNull()).isTrue();
        assertThat(now.at("/planCap").isNull()).isTrue();
        assertThat(now.at("/accelerators")).isEmpty();
        reached(margin, 10);
        JsonNode read = plan.statement(plan.cast.leader()).body();
        assertThat(amounts(read)).containsExactly("2596.15", "721.15", "432.69", "2250.00", "625.00", "375.00");
        derived(plan);
    }

    @Test
    void whatAnAmendmentDoesNotNameStays() {
        UUID margin = margin();
        PaidPlan plan = plan(Map.of("gate", gate(margin), "accelerators", ACCELERATORS, "planCap", 1.5));
        plan.step(
                plan.cast.leader(),
                "amendment",
                Map.of("effectiveFrom", "2026-08-16", "reason", "Half as much again", "modifier", 1.5));
        plan.step(plan.cast.member(), "acceptance", Map.of());
        JsonNode now = plan.plan();
        assertThat(now.at("/modifier").decimalValue()).isEqualByComparingTo("1.5");
        assertThat(now.at("/planCap").decimalValue()).isEqualByComparingTo("1.5");
        assertThat(now.at("/gate/companyObjectiveId").asString()).isEqualTo(margin.toString());
        assertThat(now.at("/accelerators").size()).isEqualTo(3);
        assertThat(now.at("/objectives").size()).isEqualTo(3);
    }

    @Test
    void aDraftLosesWhatIsPatchedToNull() {
        Reply made = draft(Map.of("gate", gate(margin()), "accelerators", ACCELERATORS));
        assertThat(made.body().at("/planCap").decimalValue()).isEqualByComparingTo("2");
        Reply kept = api.patch(manager(), PLANS + made.id(), Map.of("modifier", 1.1, "version", 1));
        assertThat(kept.body().at("/gate/atLeast").decimalValue()).isEqualByComparingTo("0.9");
        Map<String, @Nullable Object> none = new HashMap<>(Map.of("version", 2));
        none.put("gate", null);
        none.put("accelerators", null);
        none.put("planCap", null);
        Reply after = api.patch(manager(), PLANS + made.id(), none);
        assertThat(after.status()).as(after.raw().body()).isEqualTo(200);
        assertThat(after.body().at("/gate").isNull()).isTrue();
        assertThat(after.body().at("/planCap").isNull()).isTrue();
        assertThat(after.body().at("/accelerators")).isEmpty();
    }

    private SmallCompany.@Nullable Cast cast;

    private io.cairn.kernel.Viewer manager() {
        return java.util.Objects.requireNonNull(cast).leader();
    }

    private Reply draft(Map<String, Object> terms) {
        SmallCompany.Cast all = company.cast();
        cast = all;
        Map<String, Object> content = new HashMap<>(terms);
        content.put("employeeId", all.member().id());
        content.put("startsOn", "2026-07-01");
        content.put("endsOn", "2026-09-30");
        content.put(
                "objectives",
                List.of(
                        PaidPlan.growth(60),
                        PaidPlan.winRate(40),
                        Map.of("title", "What helped others", "scope", "DISCRETIONARY", "weight", 0)));
        return api.post(all.leader(), "/api/v1/mbo-plans", content);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"atLeast": 1, "multiplier": 0.99}             | multiplier  | ACCELERATOR_TOO_LOW
            {"atLeast": 1, "multiplier": 11}               | multiplier  | INVALID
            {"atLeast": 1}                                 | multiplier  | REQUIRED
            {"multiplier": 1.5}                            | atLeast     | REQUIRED
            {"atLeast": -1, "multiplier": 1.5}             | atLeast     | INVALID
            {"line": 3, "atLeast": 1, "multiplier": 1.5}   | line        | ACCELERATOR_LINE_UNKNOWN
            {"line": -1, "atLeast": 1, "multiplier": 1.5}  | line        | ACCELERATOR_LINE_UNKNOWN
            {"line": 2, "atLeast": 1, "multiplier": 1.5}   | line        | ACCELERATOR_LINE_UNKNOWN
            {"objectiveId": "0199b6a4-7c00-7000-8000-000000000009", "atLeast": 1, "multiplier": 1} | objectiveId | ACCELERATOR_LINE_UNKNOWN
            """)
    void aBadAcceleratorIsRefusedBesideItsField(String accelerator, String field, String code) {
        Map<?, ?> bad = new tools.jackson.databind.ObjectMapper().readValue(accelerator, Map.class);
        Reply refused = draft(Map.of("accelerators", List.of(bad)));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.raw().body()).contains("accelerators[0]." + field).contains(code);
    }
}
