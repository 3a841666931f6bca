package io.cairn.incentive;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.kernel.Arithmetic;
import io.cairn.kernel.Explained;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import io.cairn.testing.Api;
import io.cairn.testing.CairnTest;
import io.cairn.testing.SmallCompany;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The calculator and the curves, as programs use them. */
@CairnTest
class PayoutApiTests {
    private static final String CALCULATION = "/api/v1/payout-calculations";
    private static final String CURVES = "/api/v1/payout-curves";

    @Autowired
    Api api;

    @Autowired
    SmallCompany company;

    @Autowired
    ObjectMapper json;

    Viewer anybody;
    Viewer comp;

    @BeforeEach
    void begin() {
        anybody = company.cast().stranger();
        comp = company.with(Role.COMP);
    }

    private Api.Reply calculated(String body) {
        var reply = api.post(anybody, CALCULATION, body.replace('\'', '"'));
        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(200);
        return reply;
    }

    private static Stream<String> lines(Api.Reply reply) {
        return reply.body()
                .path("lines")
                .valueStream()
                .map(line -> Stream.of("weight", "attainment", "factor", "amount")
                        .map(name -> line.path(name).toString())
                        .reduce((one, other) -> one + " " + other)
                        .orElseThrow());
    }

    @Test
    void theDemosPlanPaysThreeThousandSixHundredAndTwentyFive() {
        var reply = calculated("""
                {'targetBonus': 5000, 'currency': 'EUR', 'objectives': [
                 {'weight': 60, 'basis': 'BASELINE_TO_TARGET', 'baseline': 2000000, 'target': 2300000, 'comparator': 'GE', 'actual': 2240000},
                 {'weight': 25, 'basis': 'RATIO_TO_TARGET', 'target': 25, 'comparator': 'GE', 'actual': 26.25},
                 {'weight': 15, 'attainment': 0.9}]}
                """);
        assertThat(lines(reply)).containsExactly("60 0.8 0.5 1500.00", "25 1.05 1.25 1562.50", "15 0.9 0.75 562.50");
        assertThat(reply.body().path("total").toString()).isEqualTo("3625.00");
        assertThat(reply.body().path("planFactor").toString()).isEqualTo("0.725");
        assertThat(reply.text("currency")).isEqualTo("EUR");
        assertThat(reply.body()
                        .path("lines")
                        .valueStream()
                        .map(line -> line.path("met").toString()))
                .containsExactly("false", "true", "null");
        explains(reply);
    }

    private void explains(Api.Reply reply) {
        var explained = json.convertValue(
                reply.body().path("explanation"),
                new tools.jackson.core.type.TypeReference<Explained<BigDecimal>>() {});
        assertThat(Arithmetic.evaluate(explained).get("total"))
                .isEqualByComparingTo(new BigDecimal(reply.body().path("total").toString()));
    }

    @Test
    void segmentsGateModifierCapAndCurveAreAsked() {
        var reply = calculated("""
                {'segments': [{'target': 250, 'days': 62, 'periodDays': 92}, {'target': 375, 'days': 30, 'periodDays': 92}],
                 'objectives': [{'weight': 100, 'attainment': 1}]}
                """);
        assertThat(reply.body().path("total").toString()).isEqualTo("290.76");
        explains(reply);
        var capped = calculated("""
                {'targetBonus': 1000, 'modifier': 1.25, 'planCap': 1.5, 'gate': 0.8, 'capBeforeModifier': true,
                 'curve': {'points': [{'attainment': 0.5, 'payout': 2.5}], 'stepped': true},
                 'objectives': [{'weight': 100, 'attainment': 0.5, 'objectiveCap': 2}]}
                """);
        assertThat(lines(capped)).containsExactly("100 0.5 2 1875.00");
        assertThat(capped.body().path("capped").asBoolean()).isTrue();
        explains(capped);
    }

    @Test
    void nobodyCalculatesUnknown() {
        assertThat(api.post(null, CALCULATION, Map.of()).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'targetBonus': 1, 'objectives': [{'weight': 50, 'attainment': 1}, {'weight': 45, 'attainment': 1}]} | objectives WEIGHTS_MUST_TOTAL_100",
                "{'targetBonus': 1, 'objectives': [{'weight': 99.999, 'attainment': 1}]} | objectives[0].weight WEIGHT_OUT_OF_RANGE",
                "{'targetBonus': 1, 'objectives': [{'attainment': 1}]} | objectives[0].weight REQUIRED",
                "{'targetBonus': 1, 'objectives': []} | objectives INVALID",
                "{'targetBonus': 1} | objectives REQUIRED",
                "{'targetBonus': 1, 'objectives': [null]} | objectives[0] REQUIRED",
                "{'objectives': [{'weight': 100, 'attainment': 1}]} | targetBonus REQUIRED",
                "{'targetBonus': 1, 'segments': [], 'objectives': [{'weight': 100, 'attainment': 1}]} | segments TARGET_OR_SEGMENTS",
                "{'segments': [{'target': 1, 'days': 93, 'periodDays': 92}], 'objectives': [{'weight': 100, 'attainment': 1}]} | segments[0].days SEGMENT_DAYS",
                "{'segments': [{'target': -1, 'days': 1, 'periodDays': 92}], 'objectives': [{'weight': 100, 'attainment': 1}]} | segments[0].target AMOUNT_NEGATIVE",
                "{'targetBonus': 1, 'currency': 'EURO', 'objectives': [{'weight': 100, 'attainment': 1}]} | currency CURRENCY_UNKNOWN",
                "{'targetBonus': -1, 'objectives': [{'weight': 100, 'attainment': 1}]} | targetBonus AMOUNT_NEGATIVE",
                "{'targetBonus': 1.001, 'objectives': [{'weight': 100, 'attainment': 1}]} | targetBonus AMOUNT_TOO_PRECISE",
                "{'targetBonus': 1e300, 'objectives': [{'weight': 100, 'attainment': 1}]} | targetBonus OUT_OF_RANGE",
                "{'targetBonus': 1, 'modifier': 1.0000001, 'objectives': [{'weight': 100, 'attainment': 1}]} | modifier TOO_PRECISE",
                "{'targetBonus': 1, 'modifier': -1, 'objectives': [{'weight': 100, 'attainment': 1}]} | modifier MODIFIER_NEGATIVE",
                "{'targetBonus': 1, 'planCap': -1, 'objectives': [{'weight': 100, 'attainment': 1}]} | planCap CAP_NEGATIVE",
                "{'targetBonus': 1, 'gate': 1.5, 'objectives': [{'weight': 100, 'attainment': 1}]} | gate GATE_OUT_OF_RANGE",
                "{'targetBonus': 1, 'curve': {'points': []}, 'objectives': [{'weight': 100, 'attainment': 1}]} | curve.points CURVE_EMPTY",
                "{'targetBonus': 1, 'objectives': [{'weight': 100, 'attainment': -0.1}]} | objectives[0].attainment ATTAINMENT_NEGATIVE",
                "{'targetBonus': 1, 'objectives': [{'weight': 100, 'attainment': 1, 'actual': 3}]} | objectives[0].attainment ATTAINMENT_AND_ACTUAL",
                "{'targetBonus': 1, 'objectives': [{'weight': 100}]} | objectives[0].attainment REQUIRED",
                "{'targetBonus': 1, 'objectives': [{'weight': 100, 'actual': 3}]} | objectives[0].basis REQUIRED",
                "{'targetBonus': 1, 'objectives': [{'weight': 100, 'basis': 'RATIO_TO_TARGET', 'target': 0, 'actual': 3}]} | objectives[0].target RATIO_NEEDS_POSITIVE_TARGET",
                "{'targetBonus': 1, 'objectives': [{'weight': 100, 'basis': 'INVERSE_RATIO', 'target': 5, 'actual': 0}]} | objectives[0].actual INVERSE_NEEDS_POSITIVE_ACTUAL",
                "{'targetBonus': 1, 'objectives': [{'weight': 100, 'basis': 'BASELINE_TO_TARGET', 'baseline': 5, 'target': 5, 'actual': 3}]} | objectives[0].target BASELINE_EQUALS_TARGET",
                "{'targetBonus': 1, 'objectives': [{'weight': 100, 'basis': 'RATIO_TO_TARGET', 'target': 5, 'actual': 3, 'comparator': 'BETWEEN'}]} | objectives[0].comparator INVALID"
            })
    void whatIsWrongIsSaidAtItsField(String body, String problem) {
        var refused = api.post(anybody, CALCULATION, body.replace('\'', '"'));
        assertThat(refused.status()).as(refused.raw().body()).isEqualTo(422);
        assertThat(refused.body().path("errors").valueStream().map(PayoutApiTests::said))
                .containsExactly(problem);
        assertThat(refused.code()).isEqualTo(problem.split(" ")[1]);
    }

    private static String said(JsonNode error) {
        return error.path("field").asString() + " " + error.path("code").asString();
    }

    private Api.Reply create(Viewer viewer, String name) {
        return api.post(
                viewer,
                CURVES,
                Map.of(
                        "name",
                        name,
                        "points",
                        List.of(Map.of("attainment", 0.95, "payout", 0.6)),
                        "objectiveCap",
                        1.5));
    }

    @Test
    void compensationMakesCurvesThatEverybodyReads() {
        var made = create(comp, "Sudden");
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        var read = api.get(anybody, CURVES + "/" + made.id());
        assertThat(read.text("name")).isEqualTo("Sudden");
        assertThat(read.body().path("objectiveCap").toString()).isEqualTo("1.5");
        assertThat(read.body().path("concerns").valueStream().map(JsonNode::asString))
                .containsExactly("CURVE_CLIFF", "CURVE_HIGH_THRESHOLD");
        assertThat(create(comp, "SUDDEN").code()).isEqualTo("CURVE_NAME_TAKEN");
        assertThat(create(anybody, "Mine").status()).isEqualTo(403);
        assertThat(create(company.with(Role.HR), "Of HR").status()).isEqualTo(201);
    }

    @Test
    void aRetiredCurveKeepsItsPointsAndFreesItsName() {
        var made = create(comp, "Old");
        var path = CURVES + "/" + made.id();
        assertThat(api.patch(anybody, path, Map.of("version", 1, "retired", true))
                        .status())
                .isEqualTo(403);
        assertThat(api.patch(comp, path, Map.of("version", 7, "retired", true)).code())
                .isEqualTo("STALE_VERSION");
        var retired = api.patch(comp, path, Map.of("version", 1, "retired", true));
        assertThat(retired.body().path("retired").asBoolean())
                .as(retired.raw().body())
                .isTrue();
        assertThat(api.patch(comp, path, Map.of("version", 2, "points", List.of()))
                        .code())
                .isEqualTo("UNKNOWN_FIELD");
        assertThat(create(comp, "Old").status()).isEqualTo(201);
        assertThat(api.get(anybody, CURVES + "?retired=true&limit=200").raw().body())
                .contains(made.id().toString());
        assertThat(api.get(anybody, CURVES + "?retired=false&limit=200").raw().body())
                .doesNotContain(made.id().toString());
    }

    @Test
    void aCurveThatIsNoneIsRefusedAtItsPoint() {
        var refused = api.post(comp, CURVES, """
                {"name": "", "points": [{"attainment": 1, "payout": 1}, {"attainment": 1, "payout": null}]}
                """);
        assertThat(refused.body().path("errors").valueStream().map(PayoutApiTests::said))
                .containsExactly("name REQUIRED", "points[1].payout REQUIRED");
        refused = api.post(comp, CURVES, """
                {"name": "x", "points": [{"attainment": 1, "payout": 1}, {"attainment": 0.5, "payout": 1}]}
                """);
        assertThat(refused.body().path("errors").valueStream().map(PayoutApiTests::said))
                .containsExactly("points[1].attainment CURVE_DESCENDING");
    }
}
