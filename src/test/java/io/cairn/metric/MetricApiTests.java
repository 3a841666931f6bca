package io.cairn.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.kernel.DomainClock;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import io.cairn.testing.Api;
import io.cairn.testing.Api.Reply;
import io.cairn.testing.CairnTest;
import io.cairn.testing.SmallCompany;
import io.cairn.testing.SmallCompany.Cast;
import io.cairn.testing.Statements;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@CairnTest
class MetricApiTests {
    @Autowired
    SmallCompany company;

    @Autowired
    Api api;

    @Autowired
    DomainClock clock;

    @Autowired
    Statements statements;

    @Autowired
    MetricDay day;

    Cast cast;

    @BeforeEach
    void midQuarter() {
        cast = company.cast();
    }

    private Map<String, Object> retention() {
        Map<String, Object> body = new HashMap<>();
        body.put("name", "Customer retention");
        body.put("unit", "%");
        body.put("decimals", 1);
        body.put("direction", "HIGHER");
        body.put("frequency", "WEEKLY");
        body.put("timeAggregation", "LAST");
        body.put("ownerId", cast.member().id());
        body.put("targets", List.of(Map.of("from", "2026-01-01", "target", 92, "comparator", "GE", "amberAt", 88)));
        return body;
    }

    private Map<String, Object> plain(String name, String frequency, String aggregation) {
        return new HashMap<>(Map.of(
                "name",
                name,
                "unit",
                "",
                "decimals",
                0,
                "direction",
                "HIGHER",
                "frequency",
                frequency,
                "timeAggregation",
                aggregation,
                "ownerId",
                cast.member().id()));
    }

    private UUID metric(Viewer viewer, Map<String, Object> body) {
        Reply made = api.post(viewer, "/api/v1/metrics", body);
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        assertThat(made.raw().headers().firstValue("Location")).contains("/api/v1/metrics/" + made.id());
        return made.id();
    }

    private Reply measure(Viewer viewer, UUID metric, Object body) {
        return api.post(viewer, "/api/v1/metrics/" + metric + "/measurements", body);
    }

    private static Map<String, Object> week(String monday, Object value) {
        return Map.of(
                "periodStart",
                monday,
                "periodEnd",
                LocalDate.parse(monday).plusDays(6).toString(),
                "value",
                value);
    }

    private static List<Map<String, Object>> weeks(String firstMonday, double... values) {
        List<Map<String, Object>> weeks = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            weeks.add(week(LocalDate.parse(firstMonday).plusWeeks(i).toString(), values[i]));
        }
        return weeks;
    }

    private JsonNode get(UUID metric) {
        return api.get(cast.member(), "/api/v1/metrics/" + metric).body();
    }

    @Test
    void aMetricIsDefinedMeasuredAndJudgedByTheTargetOfItsPeriod() {
        UUID metric = metric(cast.member(), retention());
        assertThat(get(metric).path("status").asString()).isEqualTo("NO_DATA");
        assertThat(measure(cast.member(), metric, week("2026-08-03", 88.5)).status())
                .isEqualTo(201);
        JsonNode now = get(metric);
        assertThat(now.path("status").asString()).isEqualTo("AMBER");
        assertThat(now.path("value").decimalValue()).isEqualByComparingTo("88.5");
        assertThat(now.path("target").decimalValue()).isEqualByComparingTo("92");
        assertThat(now.path("amberAt").decimalValue()).isEqualByComparingTo("88");
        assertThat(now.path("comparator").asString()).isEqualTo("GE");
        assertThat(now.path("asOf").asString()).isEqualTo("2026-08-09");
        assertThat(now.path("owner").path("id").asString())
                .isEqualTo(cast.member().id().toString());
        assertThat(now.path("score").decimalValue()).isEqualByComparingTo("37.50");

        measure(cast.member(), metric, week("2026-08-10", 85));
        now = get(metric);
        assertThat(now.path("status").asString()).isEqualTo("RED");
        assertThat(now.path("previous").decimalValue()).isEqualByComparingTo("88.5");
        assertThat(now.path("noteMissing").asBoolean()).isTrue();
        measure(
                cast.member(),
                metric,
                Map.of("periodStart", "2026-08-10", "value", 85, "note", "Two large accounts left."));
        assertThat(get(metric).path("noteMissing").asBoolean()).isFalse();
    }

    @Test
    void theSameValueAgainChangesNothingAndAnotherIsACorrection() {
        UUID metric = metric(cast.member(), retention());
        Reply first = measure(cast.member(), metric, week("2026-08-03", 90));
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.text("status")).isEqualTo("FINAL");
        Reply again = measure(cast.member(), metric, week("2026-08-03", 90.0));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body().path("revision").asInt()).isEqualTo(1);
        Reply corrected = measure(cast.member(), metric, week("2026-08-03", 91));
        assertThat(corrected.text("status")).isEqualTo("CORRECTED");
        assertThat(corrected.body().path("revision").asInt()).isEqualTo(2);
        JsonNode trace = api.get(cast.stranger(), "/api/v1/metrics/" + metric + "/measurements?periodStart=2026-08-03")
                .body()
                .path("items");
        assertThat(trace.size()).isEqualTo(2);
        assertThat(trace.get(0).path("value").decimalValue()).isEqualByComparingTo("90");
        assertThat(api.get(cast.stranger(), "/api/v1/metrics/" + metric + "/measurements")
                        .body()
                        .path("items")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void theOrderOfArrivalChangesNothing() {
        List<Map<String, Object>> values = weeks("2026-05-04", 92, 88, 90, 91, 89, 90, 93, 87, 91, 89, 91, 88, 82, 90);
        UUID inOrder = metric(cast.member(), retention());
        assertThat(measure(cast.member(), inOrder, values).status()).isEqualTo(201);
        UUID backwards = metric(cast.member(), retention());
        values.reversed().forEach(value -> measure(cast.member(), backwards, value));
        assertThat(figures(backwards)).isEqualTo(figures(inOrder));
        JsonNode signals = api.get(cast.member(), "/api/v1/metrics/" + inOrder + "/signals")
                .body();
        assertThat(signals.path("mean").decimalValue()).isEqualByComparingTo("90");
        assertThat(signals.path("averageMovingRange").decimalValue()).isEqualByComparingTo("2.7778");
        assertThat(signals.path("upperLimit").decimalValue()).isEqualByComparingTo("97.3889");
        assertThat(signals.path("lowerLimit").decimalValue()).isEqualByComparingTo("82.6111");
        assertThat(signals.path("rangeLimit").decimalValue()).isEqualByComparingTo("9.0833");
        assertThat(signals.path("provisional").asBoolean()).isTrue();
        assertThat(signals.path("signals").get(0).path("rule").asString()).isEqualTo("R1");
        assertThat(signals.path("signals").get(0).path("periodStart").asString())
                .isEqualTo("2026-07-27");
    }

    private Map<String, Object> figures(UUID metric) {
        JsonNode now = get(metric);
        Map<String, Object> figures = new HashMap<>();
        List.of("status", "value", "previous", "score", "trend", "signal", "recent", "asOf", "staleOn")
                .forEach(name -> figures.put(name, now.path(name).toString()));
        return figures;
    }

    @Test
    void aValueIsStaleOnceTheNextIsOverdueByHalfAPeriod() {
        UUID metric = metric(cast.member(), retention());
        measure(cast.member(), metric, week("2026-08-03", 93));
        assertThat(get(metric).path("status").asString()).isEqualTo("GREEN");
        assertThat(get(metric).path("staleOn").asString()).isEqualTo("2026-08-20");
        clock.moveTo(Instant.parse("2026-08-20T10:00:00Z"));
        day.turn();
        assertThat(get(metric).path("status").asString()).isEqualTo("STALE");
        assertThat(get(metric).path("value").decimalValue()).isEqualByComparingTo("93");
        measure(cast.member(), metric, week("2026-08-10", 93));
        assertThat(get(metric).path("status").asString()).isEqualTo("GREEN");
    }

    @Test
    void ratiosAreTakenTogetherByTheirSums() {
        Map<String, Object> body = plain("Win rate", "MONTHLY", "RATIO_OF_SUMS");
        UUID metric = metric(cast.member(), body);
        measure(
                cast.member(),
                metric,
                List.of(
                        Map.of("periodStart", "2026-05-01", "numerator", 4, "denominator", 8),
                        Map.of("periodStart", "2026-06-01", "numerator", 2, "denominator", 10),
                        Map.of("periodStart", "2026-07-01", "numerator", 1, "denominator", 4)));
        JsonNode series = api.get(
                        cast.member(), "/api/v1/metrics/" + metric + "/series?from=2026-05-01&to=2026-07-31&window=3")
                .body();
        assertThat(series.path("total").path("value").decimalValue()).isEqualByComparingTo("0.318182");
        assertThat(series.path("items").get(2).path("aggregated").decimalValue())
                .isEqualByComparingTo("0.318182");
        measure(cast.member(), metric, Map.of("periodStart", "2026-08-01", "numerator", 3, "denominator", 0));
        JsonNode now = get(metric);
        assertThat(now.path("value").isNull()).isTrue();
        assertThat(now.path("dataError").asBoolean()).isTrue();
        assertThat(now.path("status").asString()).isEqualTo("NO_DATA");
    }

    @Test
    void aFormulaFollowsItsInputsAtOnceAndRefusesCycles() {
        UUID won = metric(cast.member(), plain("Deals won " + cast.member().id(), "WEEKLY", "SUM"));
        UUID all = metric(cast.member(), plain("Deals " + cast.member().id(), "WEEKLY", "SUM"));
        Map<String, Object> rate = plain("Share won", "MONTHLY", "LAST");
        rate.put(
                "formula",
                "100 * {Deals won %s} / {Deals %s}"
                        .formatted(cast.member().id(), cast.member().id()));
        UUID share = metric(cast.member(), rate);
        measure(cast.member(), won, weeks("2026-07-06", 2, 3));
        measure(cast.member(), all, weeks("2026-07-06", 10, 10));
        assertThat(get(share).path("value").decimalValue()).isEqualByComparingTo("25");
        measure(cast.member(), won, week("2026-07-06", 4));
        assertThat(get(share).path("value").decimalValue()).isEqualByComparingTo("35");
        assertThat(get(share).path("formula").asString()).isEqualTo("100 * {%s} / {%s}".formatted(won, all));
        assertThat(measure(cast.member(), share, week("2026-07-06", 4)).code()).isEqualTo("METRIC_IS_COMPUTED");
        Map<String, Object> above = plain("Above", "MONTHLY", "LAST");
        above.put("formula", "{" + share + "} + 1");
        UUID more = metric(cast.member(), above);
        assertThat(get(more).path("value").decimalValue()).isEqualByComparingTo("36");
        Reply cycle = api.patch(
                cast.member(), "/api/v1/metrics/" + share, Map.of("version", 1, "formula", "{" + more + "} * 2"));
        assertThat(cycle.code()).isEqualTo("FORMULA_CYCLE");
    }

    @Test
    void metricsOfTeamsAddUpToTheOneAbove() {
        Map<String, Object> sum = plain("All calls", "WEEKLY", "SUM");
        sum.put("addsUp", true);
        UUID above = metric(cast.member(), sum);
        Map<String, Object> part = plain("Calls of a team", "WEEKLY", "SUM");
        part.put("parentId", above);
        UUID one = metric(cast.member(), part);
        UUID other = metric(cast.member(), part);
        measure(cast.member(), one, week("2026-08-03", 40));
        measure(cast.member(), other, week("2026-08-03", 2));
        assertThat(get(above).path("value").decimalValue()).isEqualByComparingTo("42");
    }

    @Test
    void aSensitiveMetricIsSeenByItsListAndHrAlone() {
        Map<String, Object> body = retention();
        body.put("audience", "RESTRICTED_LIST");
        body.put("readerIds", List.of(cast.colleague().id()));
        UUID metric = metric(cast.member(), body);
        measure(cast.member(), metric, week("2026-08-03", 88.5));
        Viewer hr = company.with(Role.HR);
        Viewer admin = company.with(Role.ADMIN);
        for (Viewer reader : List.of(cast.member(), cast.colleague(), hr)) {
            assertThat(api.get(reader, "/api/v1/metrics/" + metric).status()).isEqualTo(200);
            assertThat(api.get(reader, "/api/v1/metrics/" + metric + "/measurements")
                            .body()
                            .path("items")
                            .size())
                    .isEqualTo(1);
        }
        for (Viewer other : List.of(cast.stranger(), cast.leader(), admin)) {
            for (String part : List.of("", "/measurements", "/series", "/targets", "/signals")) {
                assertThat(api.get(other, "/api/v1/metrics/" + metric + part).status())
                        .isEqualTo(404);
            }
            assertThat(api.get(
                                    other,
                                    "/api/v1/metrics?q=retention&ownerId="
                                            + cast.member().id())
                            .body()
                            .path("items")
                            .size())
                    .isZero();
            assertThat(measure(other, metric, week("2026-08-10", 1)).status()).isEqualTo(404);
        }
        Map<String, Object> open = plain("Open", "WEEKLY", "LAST");
        open.put("formula", "{" + metric + "} * 1");
        assertThat(api.post(cast.member(), "/api/v1/metrics", open).code()).isEqualTo("FORMULA_WIDENS_AUDIENCE");
    }

    @Test
    void thatOfASinglePersonStaysInThePair() {
        Map<String, Object> body = retention();
        body.put("level", "INDIVIDUAL");
        UUID metric = metric(cast.member(), body);
        assertThat(api.get(cast.leader(), "/api/v1/metrics/" + metric).status()).isEqualTo(200);
        assertThat(api.get(cast.colleague(), "/api/v1/metrics/" + metric).status())
                .isEqualTo(404);
        body.put("audience", "PUBLIC_ORG");
        assertThat(api.post(cast.member(), "/api/v1/metrics", body).code()).isEqualTo("AUDIENCE_TOO_WIDE");
    }

    @ParameterizedTest
    @CsvSource({
        "periodStart, 2026-08-17, PERIOD_IN_FUTURE",
        "periodEnd, 2026-08-01, PERIOD_REVERSED",
        "periodEnd, 2026-08-20, PERIOD_TOO_LONG",
        "value, 1e15, OUT_OF_RANGE",
        "value, 0.1234567, TOO_PRECISE",
        "periodStart, 2026-08-05, PERIOD_OVERLAPS"
    })
    void aBadMeasurementIsRefusedWithItsCode(String field, String value, String code) {
        UUID metric = metric(cast.member(), retention());
        measure(cast.member(), metric, week("2026-08-03", 90));
        Map<String, Object> body = new HashMap<>(week("2026-08-03", 91));
        if (field.equals("periodStart")) {
            body.remove("periodEnd");
            body.put("periodEnd", LocalDate.parse(value).plusDays(6).toString());
        }
        body.put(field, field.equals("value") ? new java.math.BigDecimal(value) : value);
        Reply refused = measure(cast.member(), metric, body);
        assertThat(refused.code()).as(refused.raw().body()).isEqualTo(code);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(get(metric).path("value").decimalValue()).isEqualByComparingTo("90");
    }

    @Test
    void oneWrongValueOfAListRefusesAllAndSaysWhich() {
        UUID metric = metric(cast.member(), retention());
        Reply refused = measure(
                cast.member(),
                metric,
                List.of(week("2026-07-27", 90), Map.of("periodStart", "2026-08-03"), week("2026-08-10", 91)));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("errors").get(0).path("field").asString())
                .isEqualTo("[1].value");
        assertThat(get(metric).path("status").asString()).isEqualTo("NO_DATA");
    }

    @Test
    void targetsHoldFromTheirDayAndALaterOneMakesRoom() {
        UUID metric = metric(cast.member(), retention());
        measure(cast.member(), metric, week("2026-08-03", 90));
        Reply set = api.post(
                cast.member(),
                "/api/v1/metrics/" + metric + "/targets",
                Map.of("from", "2026-08-01", "target", 89, "comparator", "GE"));
        assertThat(set.status()).as(set.raw().body()).isEqualTo(201);
        assertThat(get(metric).path("status").asString()).isEqualTo("GREEN");
        JsonNode targets = api.get(cast.stranger(), "/api/v1/metrics/" + metric + "/targets")
                .body()
                .path("items");
        assertThat(targets.size()).isEqualTo(2);
        assertThat(targets.get(0).path("to").asString()).isEqualTo("2026-07-31");
        Reply overlap = api.post(
                cast.member(),
                "/api/v1/metrics/" + metric + "/targets",
                Map.of("from", "2026-07-01", "to", "2026-08-31", "target", 95, "comparator", "GE"));
        assertThat(overlap.code()).isEqualTo("TARGET_PERIODS_OVERLAP");
        Reply against = api.post(
                cast.member(),
                "/api/v1/metrics/" + metric + "/targets",
                Map.of("from", "2026-09-01", "target", 95, "comparator", "LE"));
        assertThat(against.code()).isEqualTo("TARGET_AGAINST_DIRECTION");
    }

    @Test
    void onlyTheOwnerAndThoseWhoLeadMayChangeIt() {
        UUID metric = metric(cast.member(), retention());
        assertThat(measure(cast.stranger(), metric, week("2026-08-03", 1)).status())
                .isEqualTo(403);
        assertThat(measure(cast.leader(), metric, week("2026-08-03", 90)).status())
                .isEqualTo(201);
        assertThat(measure(cast.head(), metric, week("2026-08-10", 90)).status())
                .isEqualTo(201);
        assertThat(api.patch(cast.stranger(), "/api/v1/metrics/" + metric, Map.of("version", 1, "name", "Mine"))
                        .status())
                .isEqualTo(403);
        assertThat(api.patch(cast.member(), "/api/v1/metrics/" + metric, Map.of("version", 7, "name", "Mine"))
                        .code())
                .isEqualTo("STALE_VERSION");
        Reply paused = api.patch(cast.member(), "/api/v1/metrics/" + metric, Map.of("version", 1, "state", "PAUSED"));
        assertThat(paused.text("state")).as(paused.raw().body()).isEqualTo("PAUSED");
        assertThat(measure(cast.member(), metric, week("2026-08-10", 91)).code())
                .isEqualTo("METRIC_NOT_ACTIVE");
    }

    @Test
    void aChangedMeaningMakesAVersionAndStartsTheLimitsAnew() {
        UUID metric = metric(cast.member(), retention());
        measure(cast.member(), metric, weeks("2026-05-04", 92, 88, 90, 91, 89, 90, 93));
        Reply changed = api.patch(
                cast.member(),
                "/api/v1/metrics/" + metric,
                Map.of("version", 1, "excludes", "Trials", "definedFrom", "2026-06-15"));
        assertThat(changed.body().path("definitionVersion").asInt())
                .as(changed.raw().body())
                .isEqualTo(2);
        JsonNode signals =
                api.get(cast.member(), "/api/v1/metrics/" + metric + "/signals").body();
        assertThat(signals.path("mean").isNull()).as("one week is left").isTrue();
    }
}
