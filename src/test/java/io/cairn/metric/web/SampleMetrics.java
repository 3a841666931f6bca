package io.cairn.metric.web;

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

/** Metrics for the tests of their pages, by the API; today is 15 August 2026. */
record SampleMetrics(Api api) {
    static final LocalDate FIRST_WEEK = LocalDate.of(2026, 5, 18);
    static final double[] THIRTEEN = {21.4, 20.6, 22.1, 21.0, 21.8, 20.9, 22.4, 21.2, 21.6, 20.8, 20.2, 19.3, 17.5};

    static Map<String, Object> sheet(String name, Viewer owner) {
        return new HashMap<>(Map.of(
                "name",
                name,
                "unit",
                "%",
                "decimals",
                1,
                "direction",
                "HIGHER",
                "frequency",
                "WEEKLY",
                "timeAggregation",
                "AVERAGE",
                "ownerId",
                owner.id(),
                "definition",
                "Won opportunities of all decided ones, per week."));
    }

    UUID define(Viewer by, Map<String, Object> sheet) {
        Reply made = api.post(by, "/api/v1/metrics", sheet);
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        return made.id();
    }

    /** Thirteen weeks, the last of them red and outside the limits. */
    UUID winRate(Viewer owner, UUID team) {
        Map<String, Object> sheet = sheet("Sales win rate", owner);
        sheet.put("teamId", team);
        sheet.put("category", "Sales");
        sheet.put("targets", List.of(Map.of("from", "2026-01-01", "target", 20, "comparator", "GT", "amberAt", 18)));
        UUID metric = define(owner, sheet);
        weekly(owner, metric, THIRTEEN);
        return metric;
    }

    void weekly(Viewer by, UUID metric, double... values) {
        weekly(by, metric, FIRST_WEEK, values);
    }

    void weekly(Viewer by, UUID metric, LocalDate first, double... values) {
        List<Map<String, Object>> weeks = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            weeks.add(Map.of("periodStart", first.plusWeeks(i).toString(), "value", values[i]));
        }
        send(by, metric, weeks);
    }

    void send(Viewer by, UUID metric, Object body) {
        Reply sent = api.post(by, "/api/v1/metrics/" + metric + "/measurements", body);
        assertThat(sent.status()).as(sent.raw().body()).isBetween(200, 201);
    }
}
