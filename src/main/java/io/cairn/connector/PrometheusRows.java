package io.cairn.connector;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Asks Prometheus and reads its answer: each sample is a row of {@code time}, {@code value} and its labels. Source:
 * Prometheus HTTP API v1.
 */
final class PrometheusRows {
    private PrometheusRows() {}

    /** @param until the moment the query is about, or a range's end */
    static Endpoint address(Source.Prometheus source, Instant until) {
        String query = "query=" + encoded(source.query());
        if (source.hours() == 0) {
            return source.base().plus("/api/v1/query?" + query + "&time=" + until.getEpochSecond());
        }
        Instant from = until.minus(Duration.ofHours(source.hours()));
        return source.base()
                .plus("/api/v1/query_range?" + query + "&start=" + from.getEpochSecond() + "&end="
                        + until.getEpochSecond() + "&step=" + source.stepMinutes() * 60);
    }

    static Rows of(JsonNode answer) {
        JsonNode data = answer.path("data");
        if (!answer.path("status").asString("").equals("success")) {
            throw ConnectorProblem.NOT_JSON
                    .saying("The answer is not one of Prometheus.")
                    .at("source.url")
                    .exception();
        }
        List<Map<String, @Nullable String>> rows = new ArrayList<>();
        JsonNode result = data.path("result");
        switch (data.path("resultType").asString("")) {
            case "scalar" -> rows.add(sample(result, data.path("none")));
            case "vector" -> result.forEach(series -> rows.add(sample(series.path("value"), series.path("metric"))));
            case "matrix" ->
                result.forEach(series ->
                        series.path("values").forEach(sample -> rows.add(sample(sample, series.path("metric")))));
            default ->
                throw ConnectorProblem.NOT_A_NUMBER
                        .saying("The query gives no numbers.")
                        .at("source.query")
                        .exception();
        }
        if (rows.size() > Rows.MOST) {
            throw ConnectorProblem.TOO_MANY_ROWS.at("source.query").exception();
        }
        return new Rows(columns(rows), rows);
    }

    private static Map<String, @Nullable String> sample(JsonNode sample, JsonNode labels) {
        Map<String, @Nullable String> row = new LinkedHashMap<>();
        labels.forEachEntry((name, value) -> row.put(name, Rows.cell(value.asString(""))));
        if (sample.path(0).isNumber()) {
            row.put("time", Instant.ofEpochSecond(sample.path(0).asLong()).toString());
        }
        row.put("value", Rows.cell(sample.path(1).asString("")));
        return row;
    }

    private static List<String> columns(List<Map<String, @Nullable String>> rows) {
        return rows.stream().flatMap(row -> row.keySet().stream()).distinct().toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
