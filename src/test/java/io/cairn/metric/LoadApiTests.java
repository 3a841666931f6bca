package io.cairn.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.kernel.Viewer;
import io.cairn.testing.Api;
import io.cairn.testing.Api.Reply;
import io.cairn.testing.CairnTest;
import io.cairn.testing.SmallCompany;
import io.cairn.testing.SmallCompany.Cast;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@CairnTest
class LoadApiTests {
    private static final String ADDRESS = "/api/v1/measurements";
    private static final String HEADING =
            "metricId,periodStart,periodEnd,value,numerator,denominator,weight,note,status\n";

    @Autowired
    SmallCompany company;

    @Autowired
    Api api;

    Cast cast;

    @BeforeEach
    void company() {
        cast = company.cast();
    }

    private UUID metric(Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "name",
                "Loaded " + UUID.randomUUID(),
                "direction",
                "HIGHER",
                "frequency",
                "WEEKLY",
                "timeAggregation",
                "LAST",
                "ownerId",
                cast.member().id(),
                "targets",
                List.of(Map.of("from", "2026-01-01", "target", 92))));
        body.putAll(more);
        Reply made = api.post(cast.leader(), "/api/v1/metrics", body);
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        return made.id();
    }

    private UUID metric() {
        return metric(Map.of());
    }

    private Reply csv(Viewer viewer, String query, String body) {
        return api.stream(viewer, ADDRESS + query, "text/csv", BodyPublishers.ofString(body));
    }

    private static String row(UUID metric, String start, Object value) {
        return metric + "," + start + ",," + value + ",,,,,\n";
    }

    private JsonNode series(UUID metric) {
        return api.get(cast.member(), "/api/v1/metrics/" + metric + "/measurements")
                .body()
                .path("items");
    }

    private static void assertCounts(Reply reply, int rows, int stored, int unchanged, int refused) {
        assertThat(List.of(
                        reply.body().path("rows").asInt(),
                        reply.body().path("stored").asInt(),
                        reply.body().path("unchanged").asInt(),
                        reply.body().path("refused").asInt()))
                .as(reply.raw().body())
                .containsExactly(rows, stored, unchanged, refused);
    }

    @Test
    void aStreamFillsManyMetricsAndTheirFigures() {
        UUID one = metric();
        UUID other = metric();
        UUID doubled = metric(Map.of("formula", "2 * {" + one + "}", "targets", List.of()));
        String body =
                HEADING + row(one, "2026-08-03", "88.5") + row(other, "2026-08-03", 95) + row(one, "2026-08-10", "93");
        Reply sent = csv(cast.member(), "", body);
        assertThat(sent.status()).as(sent.raw().body()).isEqualTo(200);
        assertCounts(sent, 3, 3, 0, 0);
        JsonNode now = api.get(cast.member(), "/api/v1/metrics/" + one).body();
        assertThat(now.path("status").asString()).isEqualTo("GREEN");
        assertThat(now.path("previous").decimalValue()).isEqualByComparingTo("88.5");
        assertThat(series(doubled).get(0).path("value").decimalValue()).isEqualByComparingTo("186");
        assertThat(series(one).get(0).path("source").asString()).isEqualTo("API");
        assertThat(series(one).get(0).path("periodEnd").asString()).isEqualTo("2026-08-16");

        assertCounts(csv(cast.member(), "", body), 3, 0, 3, 0);
        JsonNode journal = api.get(cast.member(), "/api/v1/journal?subjectKind=metric&action=metric.measured")
                .body()
                .path("items");
        assertThat(journal.toString()).contains("entered 2 values of").contains(one.toString());
    }

    @Test
    void aLaterLineCorrectsTheEarlierAndKeepsItsNote() {
        UUID metric = metric();
        api.post(
                cast.member(),
                "/api/v1/metrics/" + metric + "/measurements",
                Map.of("periodStart", "2026-08-03", "value", 1, "note", "First"));
        String body = HEADING + metric + ",2026-08-03,,2,,,,,PROVISIONAL\n" + metric
                + ",2026-08-03,,3,,,,\"Second, \"\"quoted\"\"\nover two lines\",\n" + row(metric, "2026-08-03", 3)
                + row(metric, "2026-08-03", 4);
        assertCounts(csv(cast.member(), "", body), 4, 3, 1, 0);
        JsonNode trace = api.get(cast.member(), "/api/v1/metrics/" + metric + "/measurements?periodStart=2026-08-03")
                .body()
                .path("items");
        assertThat(trace.valueStream().map(each -> each.path("status").asString()))
                .containsExactly("FINAL", "PROVISIONAL", "FINAL", "CORRECTED");
        assertThat(trace.valueStream().map(each -> each.path("note").asString()))
                .containsExactly(
                        "First", "First", "Second, \"quoted\"\nover two lines", "Second, \"quoted\"\nover two lines");
        assertThat(trace.get(3).path("revision").asInt()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-08-03,,12x,,,,,        | value       | NOT_A_NUMBER
            2026-08-03,,,,,,,           | value       | VALUE_REQUIRED
            2026-08-03,,1.1234567,,,,,  | value       | TOO_PRECISE
            2026-08-03,,1,2,4,,,        | value       | VALUE_AND_RATIO
            2026-08-03,,,2,,,,          | denominator | DENOMINATOR_REQUIRED
            2026-08-31,,1,,,,,          | periodStart | PERIOD_IN_FUTURE
            2026-08-03,2026-08-01,1,,,,,| periodEnd   | PERIOD_REVERSED
            2026-08-03,2026-08-12,1,,,,,| periodEnd   | PERIOD_TOO_LONG
            08/03/2026,,1,,,,,          | periodStart | INVALID
            2026-02-30,,1,,,,,          | periodStart | INVALID
            ,,1,,,,,                    | periodStart | REQUIRED
            2026-08-03,,1,,,-1,,        | weight      | INVALID
            2026-08-03,,1,,,,,DONE      | status      | INVALID
            2026-08-03,,1,,,,,,,        |             | ROW_UNREADABLE
            """)
    void oneWrongLineIsNamedAndNothingIsKept(String rest, String field, String code) {
        UUID metric = metric();
        String body = HEADING + row(metric, "2026-06-01", 1) + metric + "," + rest.strip() + "\n";
        Reply refused = csv(cast.member(), "", body);
        assertThat(refused.status()).as(refused.raw().body()).isEqualTo(422);
        JsonNode error = refused.body().path("errors").get(0);
        assertThat(error.path("line").asInt()).isEqualTo(3);
        assertThat(error.path("code").asString()).isEqualTo(code);
        assertThat(error.path("field").asString(null)).isEqualTo(field);
        assertThat(series(metric)).isEmpty();
        Reply skipped = csv(cast.member(), "?onError=skip", body);
        assertThat(skipped.status()).isEqualTo(200);
        assertCounts(skipped, 2, 1, 0, 1);
    }

    @Test
    void aRatioOverNothingIsKeptAsAnErrorOfItsData() {
        UUID metric = metric(Map.of("timeAggregation", "RATIO_OF_SUMS", "unit", "%"));
        String body = "metricId,periodStart,numerator,denominator\n" + metric + ",2026-08-03,1,3\n" + metric
                + ",2026-08-10,1,0\n";
        assertCounts(csv(cast.member(), "", body), 2, 2, 0, 0);
        assertThat(series(metric).get(0).path("dataError").asBoolean()).isTrue();
        assertThat(series(metric).get(1).path("value").decimalValue()).isEqualByComparingTo("33.333333");
    }

    @Test
    void overlapsInTheFileAndWithWhatIsThereAreRefusedInTheOrderOfLines() {
        UUID metric = metric();
        csv(cast.member(), "", HEADING + row(metric, "2026-06-01", 1));
        String body = HEADING + metric + ",2026-06-08,2026-06-14,1,,,,,\n" // kept
                + metric + ",2026-06-12,2026-06-18,1,,,,,\n" // overlaps line 2
                + metric + ",2026-06-15,2026-06-21,1,,,,,\n" // only touches the refused one
                + metric + ",2026-05-30,2026-06-01,1,,,,,\n" // overlaps what is there
                + metric + ",2026-05-25,,1,,,,,\n";
        Reply skipped = csv(cast.member(), "?onError=skip", body);
        assertCounts(skipped, 5, 3, 0, 2);
        assertThat(skipped.body()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("line").asInt()))
                .containsExactly(3, 5);
        assertThat(skipped.body().path("errors").get(0).path("code").asString()).isEqualTo("PERIOD_OVERLAPS");
        assertThat(series(metric)
                        .valueStream()
                        .map(each -> each.path("periodStart").asString()))
                .containsExactly("2026-06-15", "2026-06-08", "2026-06-01", "2026-05-25");
    }

    @Test
    void aHiddenMetricAnswersAsOneThatIsNotThereByIdAndByName() {
        String name = "Hidden " + UUID.randomUUID();
        UUID hidden = metric(
                Map.of("name", name, "audience", "RESTRICTED_LIST", "readerIds", List.of(), "targets", List.of()));
        Reply byId = csv(cast.stranger(), "", HEADING + row(hidden, "2026-08-03", 1));
        Reply unknown = csv(cast.stranger(), "", HEADING + row(UUID.randomUUID(), "2026-08-03", 1));
        assertThat(byId.raw().body()).isEqualTo(unknown.raw().body());
        assertThat(byId.body().path("errors").get(0).path("code").asString()).isEqualTo("NOT_FOUND");
        String named = "metric,periodStart,value\n%s,2026-08-03,1\n";
        assertThat(csv(cast.stranger(), "", named.formatted(name)).raw().body())
                .isEqualTo(csv(cast.stranger(), "", named.formatted("No such name"))
                        .raw()
                        .body());
        assertCounts(csv(cast.member(), "", named.formatted(name.toUpperCase(java.util.Locale.ROOT))), 1, 1, 0, 0);
    }

    @Test
    void onlyThoseWhoMayEnterAValueLoadIt() {
        UUID metric = metric();
        String body = HEADING + row(metric, "2026-08-03", 1);
        Reply refused = csv(cast.colleague(), "", body);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("errors").get(0).path("code").asString()).isEqualTo("NOT_ALLOWED");
        assertThat(csv(cast.head(), "", body).status()).isEqualTo(200);
        UUID computed = metric(Map.of("formula", "{" + metric + "}", "targets", List.of()));
        UUID paused = metric(Map.of("state", "DRAFT"));
        Reply others = csv(cast.member(), "", HEADING + row(computed, "2026-08-03", 1) + row(paused, "2026-08-03", 1));
        assertThat(others.body()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("code").asString()))
                .containsExactly("METRIC_IS_COMPUTED", "METRIC_NOT_ACTIVE");
        assertThat(api.stream(null, ADDRESS, "text/csv", BodyPublishers.ofString(body))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void linesOfJsonSayTheSame() {
        UUID metric = metric();
        String body = """
                {"metricId": "%s", "periodStart": "2026-08-03", "value": 88.5, "note": "a\\tb"}

                {"metricId": "%s", "periodStart": "2026-W33", "value": "90"}
                {"metricId": "%s", "periodStart": "2026-08-10", "value": 90, "colour": "red"}
                not json
                {"metricId": "%s", "periodStart": "2026-W33", "value": 91}
                """.formatted(metric, metric, metric, metric);
        Reply sent = api.stream(
                cast.member(), ADDRESS + "?onError=skip", "application/x-ndjson", BodyPublishers.ofString(body));
        assertCounts(sent, 5, 2, 0, 3);
        assertThat(sent.body()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("line").asInt() + " "
                                + error.path("field").asString("-") + " "
                                + error.path("code").asString()))
                .containsExactly("3 value INVALID", "4 colour UNKNOWN_FIELD", "5 - ROW_UNREADABLE");
        assertThat(series(metric).get(0).path("periodStart").asString()).isEqualTo("2026-08-10");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-08-03,1\n",
                "metricId,value\n",
                "periodStart,value\n",
                "metricId,periodStart,numerator\n"
            })
    void aFileWithoutItsHeadingSaysSo(String body) {
        Reply refused = csv(cast.member(), "", body);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("HEADING_MISSING");
    }

    @Test
    void otherKindsOfContentAndOtherLargeBodiesAreRefused() {
        assertThat(api.stream(cast.member(), ADDRESS, "application/xml", BodyPublishers.ofString("<a/>"))
                        .status())
                .isEqualTo(415);
        assertThat(csv(cast.member(), "?onError=perhaps", HEADING).code()).isEqualTo("INVALID");
        assertThat(csv(cast.member(), "", "metricId,periodStart,value,colour\n").code())
                .isEqualTo("UNKNOWN_FIELD");
        byte[] large = new byte[2 * 1024 * 1024];
        assertThat(api.stream(cast.member(), "/api/v1/metrics", "application/json", BodyPublishers.ofByteArray(large))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void aQuotationMarkLeftOpenBreaksItsOwnLineAlone() {
        UUID metric = metric();
        StringBuilder body = new StringBuilder(HEADING);
        LocalDate week = LocalDate.parse("2018-01-01");
        for (int i = 0; i < 400; i++) {
            body.append(row(metric, week.plusWeeks(i).toString(), i == 7 ? "\"8" : i));
        }
        Reply sent = csv(cast.member(), "?onError=skip", body.toString());
        assertCounts(sent, 400, 399, 0, 1);
        assertThat(sent.body().path("errors").get(0).path("line").asInt()).isEqualTo(9);
    }

    /** 100 MB of the same value again with one broken line far in, never held in memory by either side. */
    @Test
    void oneBrokenLineInAHundredMegabytesIsFound() {
        UUID metric = metric(Map.of("frequency", "DAILY"));
        int lines = 220_000;
        int broken = 173_205;
        Reply refused = api.stream(
                cast.member(),
                ADDRESS,
                "text/csv",
                BodyPublishers.ofInputStream(() -> new Generated(lines, line -> {
                    if (line == 1) {
                        return HEADING;
                    }
                    String value = line == broken ? "four" : "4";
                    String day =
                            LocalDate.parse("2000-01-01").plusDays(line % 9000).toString();
                    return metric + "," + day + ",," + value + ",,,," + " ".repeat(420) + ",\n";
                })));
        assertThat(refused.status()).as(refused.raw().body()).isEqualTo(422);
        assertCounts(refused, lines - 1, 0, 0, 1);
        assertThat(refused.body().path("errors").get(0).path("line").asInt()).isEqualTo(broken);
        assertThat(series(metric)).isEmpty();
    }

    /** Text that is made as it is read. */
    private static final class Generated extends InputStream {
        private final int lines;
        private final java.util.function.IntFunction<String> text;
        private byte[] line = new byte[0];
        private int at;
        private int number;

        Generated(int lines, java.util.function.IntFunction<String> text) {
            this.lines = lines;
            this.text = text;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (at == line.length) {
                if (number == lines) {
                    return -1;
                }
                number++;
                line = text.apply(number).getBytes(StandardCharsets.UTF_8);
                at = 0;
            }
            int count = Math.min(length, line.length - at);
            System.arraycopy(line, at, into, offset, count);
            at += count;
            return count;
        }
    }
}
