package io.cairn.framework.mbo;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.testing.Api;
import io.cairn.testing.CairnTest;
import io.cairn.testing.SmallCompany;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Milestones and levels of a plan are held to the same bounds as those of any goal. */
@CairnTest
class PlanBoundsTests {
    @Autowired
    SmallCompany company;

    @Autowired
    Api api;

    @Test
    void nobodySignsNumbersAndWordsWithoutEnd() {
        var milestone = Map.of("name", "Sign the first", "weight", new BigDecimal("12345678901234567890"));
        assertThat(refused(Map.of("basis", "MILESTONE", "milestones", List.of(milestone))))
                .contains("objectives[0].milestones[0].weight");
        var half = Map.of("name", "Half of it", "score", new BigDecimal("0.12345678"));
        var all = Map.of("name", "All of it", "score", 1, "text", "x".repeat(4001));
        assertThat(refused(Map.of("basis", "RUBRIC", "levels", List.of(half, all))))
                .contains("objectives[0].levels[0].score", "objectives[0].levels[1].text");
    }

    private String refused(Map<String, Object> measured) {
        var cast = company.cast();
        var line = new java.util.HashMap<>(measured);
        line.put("title", "Open the north");
        line.put("weight", 100);
        var reply = api.post(
                cast.leader(),
                "/api/v1/mbo-plans",
                Map.of("employeeId", cast.member().id(), "startsOn", "2026-07-01", "objectives", List.of(line)));
        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(422);
        return reply.body().path("errors").toString();
    }
}
