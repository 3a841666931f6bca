package io.cairn.framework.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.kernel.Viewer;
import io.cairn.testing.Api;
import io.cairn.testing.Api.Reply;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Makes metrics with values and dashboards of them by the API. */
record Kpis(Api api) {
    /** The Monday of the last whole week before 15 August 2026. */
    static final LocalDate LAST_WEEK = LocalDate.of(2026, 8, 3);

    /** A weekly metric: in percent, with one decimal, better when higher. */
    static Map<String, Object> weekly(String name) {
        Map<String, Object> body = new HashMap<>();
        body.put("name", name);
        body.put("unit", "%");
        body.put("decimals", 1);
        body.put("direction", "HIGHER");
        body.put("frequency", "WEEKLY");
        body.put("definition", "As the handbook says.");
        return body;
    }

    static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        Map<String, Object> more = new HashMap<>(body);
        more.put(field, value);
        return more;
    }

    static Map<String, Object> aimed(Map<String, Object> body, Object target, Object amberAt) {
        return with(body, "targets", List.of(Map.of("from", "2025-01-01", "target", target, "amberAt", amberAt)));
    }

    UUID metric(Viewer viewer, Map<String, Object> body, double... values) {
        UUID metric = ok(api.post(viewer, "/api/v1/metrics", body)).id();
        List<Map<String, Object>> weeks = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            weeks.add(Map.of(
                    "periodStart", LAST_WEEK.minusWeeks(values.length - 1L - i).toString(), "value", values[i]));
        }
        if (!weeks.isEmpty()) {
            ok(api.post(viewer, "/api/v1/metrics/" + metric + "/measurements", weeks));
        }
        return metric;
    }

    void measure(Viewer viewer, UUID metric, LocalDate monday, double value) {
        ok(api.post(
                viewer,
                "/api/v1/metrics/" + metric + "/measurements",
                Map.of("periodStart", monday.toString(), "value", value)));
    }

    Reply dashboard(Viewer viewer, String name, Sharing audience, UUID... metrics) {
        return ok(api.post(
                viewer, "/api/v1/dashboards", Map.of("name", name, "audience", audience, "tiles", tiles(metrics))));
    }

    static List<Map<String, Object>> tiles(UUID... metrics) {
        return java.util.Arrays.stream(metrics)
                .map(metric -> Map.<String, Object>of("metricId", metric))
                .toList();
    }

    static Reply ok(Reply reply) {
        assertThat(reply.status()).as(reply.raw().body()).isBetween(200, 299);
        return reply;
    }
}
