package io.cairn.framework.mbo;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.kernel.DomainClock;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import io.cairn.testing.Api;
import io.cairn.testing.Api.Reply;
import io.cairn.testing.SmallCompany;
import io.cairn.testing.SmallCompany.Cast;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Ava's plan of the third quarter (D-MBO-1), step by step, and everybody who may or may not read its statement. */
final class PaidPlan {
    static final String TITLE = "Grow expansion revenue";
    private static final String PLANS = "/api/v1/mbo-plans/";

    final Cast cast;
    final Viewer hr;
    final Viewer comp;
    final UUID id;
    private final Api api;
    private final DomainClock clock;
    private final PlanDay day;

    PaidPlan(SmallCompany company, Api api, DomainClock clock, PlanDay day) {
        this(company, api, clock, day, List.of(growth(60), winRate(25), mix(15)));
    }

    PaidPlan(SmallCompany company, Api api, DomainClock clock, PlanDay day, List<Map<String, Object>> objectives) {
        this(company, api, clock, day, objectives, Map.of());
    }

    /** @param terms more of the plan, such as its gate */
    PaidPlan(
            SmallCompany company,
            Api api,
            DomainClock clock,
            PlanDay day,
            List<Map<String, Object>> objectives,
            Map<String, Object> terms) {
        this.api = api;
        this.clock = clock;
        this.day = day;
        cast = company.cast();
        hr = company.with(Role.HR);
        comp = company.with(Role.COMP);
        target("5000", "2026-07-01");
        Map<String, Object> content = new HashMap<>(terms);
        content.put("employeeId", cast.member().id());
        content.put("period", "QUARTER");
        content.put("startsOn", "2026-07-01");
        content.put("endsOn", "2026-09-30");
        content.put("pays", true);
        content.put("objectives", objectives);
        Reply made = api.post(cast.leader(), "/api/v1/mbo-plans", content);
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        id = made.id();
        step(cast.leader(), "submission", Map.of());
        step(cast.member(), "acceptance", Map.of());
    }

    static Map<String, Object> growth(int weight) {
        return Map.of(
                "title",
                TITLE,
                "weight",
                weight,
                "basis",
                "BASELINE_TO_TARGET",
                "baseline",
                2_000_000,
                "target",
                2_300_000,
                "unit",
                "EUR");
    }

    static Map<String, Object> winRate(int weight) {
        return Map.of(
                "title", "Win rate in the territory",
                "weight", weight,
                "basis", "RATIO_TO_TARGET",
                "target", 25,
                "unit", "%");
    }

    static Map<String, Object> mix(int weight) {
        return Map.of(
                "title", "Share of new products",
                "weight", weight,
                "basis", "RATIO_TO_TARGET",
                "target", 40,
                "unit", "%");
    }

    void target(String amount, String from) {
        Reply set = api.post(
                comp,
                "/api/v1/bonus-targets",
                Map.of(
                        "personId",
                        cast.member().id(),
                        "amount",
                        new BigDecimal(amount),
                        "currency",
                        "EUR",
                        "basis",
                        "QUARTER",
                        "effectiveFrom",
                        from));
        assertThat(set.status()).as(set.raw().body()).isEqualTo(201);
    }

    Reply step(Viewer by, String step, Object body) {
        Reply reply = api.post(by, PLANS + id + "/" + step, body);
        assertThat(reply.status()).as(reply.raw().body()).isLessThan(300);
        return reply;
    }

    JsonNode plan() {
        return api.get(hr, PLANS + id).body();
    }

    Reply statement(Viewer viewer) {
        return api.get(viewer, PLANS + id + "/statement");
    }

    void checkIn(String... values) {
        for (int i = 0; i < values.length; i++) {
            String measure = plan().at("/objectives/" + i + "/measureId").asString();
            Reply said = api.post(
                    cast.member(),
                    "/api/v1/measures/" + measure + "/check-ins",
                    Map.of("value", new BigDecimal(values[i]), "confidence", 7));
            assertThat(said.status()).as(said.raw().body()).isEqualTo(201);
        }
    }

    void score(String... values) {
        clock.moveTo(Instant.parse("2026-09-17T10:00:00Z"));
        day.turn();
        List<Map<String, Object>> finals = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            finals.add(Map.of(
                    "objectiveId",
                    plan().at("/objectives/" + i + "/id").asString(),
                    "value",
                    new BigDecimal(values[i]),
                    "comment",
                    "As the books say"));
        }
        step(cast.leader(), "scoring", Map.of("objectives", finals));
    }

    void handIn() {
        step(cast.leader(), "payout-submission", Map.of());
    }

    void pay() {
        step(comp, "approval", Map.of());
        step(comp, "payment", Map.of());
    }
}
