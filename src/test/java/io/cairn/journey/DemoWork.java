package io.cairn.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.kernel.Viewer;
import io.cairn.testing.Api;
import io.cairn.testing.Api.Reply;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** More people and more work in the demo's company, by its API. */
record DemoWork(Api api, DemoIds ids) {
    private static final int OBJECTIVES = 12;
    private static final int PEOPLE = 20;

    /** Lucy, who has nothing yet, and a check-in of Noah's that may still be corrected. */
    void begin() {
        made(api.post(viewer("kai"), "/api/v1/people", Map.of("name", "Lucy", "email", "lucy@example.com")));
        checkIn(ids.measure("Renewal rate"), "90.1");
        connect("Visits", 1);
        pay("Flat start", "ava@example.com", "noah@example.com");
        made(api.post(
                viewer("nina"),
                "/api/v1/payout-runs",
                Map.of(
                        "name",
                        "Third quarter, euro",
                        "periodStart",
                        "2026-07-01",
                        "periodEnd",
                        "2026-09-30",
                        "currency",
                        "EUR",
                        "budget",
                        50_000)));
        made(api.post(
                viewer("nina"),
                "/api/v1/bonus-pools",
                Map.of(
                        "name",
                        "Third quarter, sales",
                        "periodStart",
                        "2026-07-01",
                        "periodEnd",
                        "2026-09-30",
                        "currency",
                        "EUR",
                        "amount",
                        5_000,
                        "holderId",
                        ids.person("ava@example.com"))));
        made(api.post(
                viewer("noah"),
                "/api/v1/dashboards",
                Map.of(
                        "name",
                        "How Noah works",
                        "audience",
                        "EVERYONE",
                        "tiles",
                        List.of(Map.of("metricId", ids.metric("Customer retention"))))));
    }

    /** A curve of Nina's, and what these people may earn. */
    private void pay(String curve, String... emails) {
        made(api.post(
                viewer("nina"),
                "/api/v1/payout-curves",
                Map.of(
                        "name",
                        curve,
                        "stepped",
                        true,
                        "points",
                        List.of(Map.of("attainment", 0.95, "payout", 0.3), Map.of("attainment", 1, "payout", 1)))));
        for (String email : emails) {
            made(api.post(
                    viewer("nina"),
                    "/api/v1/bonus-targets",
                    Map.of(
                            "personId",
                            ids.person(email),
                            "amount",
                            20_000,
                            "basis",
                            "YEAR",
                            "effectiveFrom",
                            "2026-01-01",
                            "note",
                            "As agreed in the contract")));
        }
    }

    /** A connector of Noah's to where nobody may go, with that many failed runs. */
    private void connect(String name, int runs) {
        Reply metric = made(api.post(
                viewer("noah"),
                "/api/v1/metrics",
                Map.of("name", name, "direction", "HIGHER", "frequency", "WEEKLY", "targets", List.of())));
        Reply connector = made(api.post(
                viewer("noah"),
                "/api/v1/connectors",
                Map.of(
                        "name",
                        name,
                        "kind",
                        "HTTP",
                        "source",
                        Map.of("url", "http://127.0.0.1/"),
                        "feeds",
                        List.of(Map.of("metricId", metric.id(), "value", "/visits")),
                        "enabled",
                        false)));
        for (int run = 0; run < runs; run++) {
            made(api.post(viewer("noah"), "/api/v1/connectors/" + connector.id() + "/run", null));
        }
    }

    /** Objectives with check-ins below Noah's, initiatives and links there, and people in his team. */
    void grow() {
        String retention = ids.goal("Improve revenue retention");
        for (int i = 1; i <= OBJECTIVES; i++) {
            Reply goal = made(api.post(viewer("noah"), "/api/v1/goals", objective("Keep account " + i)));
            made(api.post(viewer("noah"), "/api/v1/goals/" + goal.id() + "/activation", null));
            goal.body()
                    .path("measures")
                    .forEach(measure -> checkIn(measure.path("id").asString(), "3"));
            made(api.send(
                    viewer("noah"),
                    "PUT",
                    "/api/v1/goals/" + goal.id() + "/parents/" + retention,
                    Map.of("kind", "CONTRIBUTES")));
            made(api.post(
                    viewer("noah"),
                    "/api/v1/goals/" + retention + "/initiatives",
                    Map.of("title", "Visit account " + i)));
        }
        IntStream.rangeClosed(1, 5)
                .forEach(i -> pay("Curve " + i, "ava@example.com", "noah@example.com", "theo@example.com"));
        IntStream.rangeClosed(1, PEOPLE).forEach(this::hire);
        IntStream.rangeClosed(1, 5).forEach(number -> connect("Visits " + number, number));
        IntStream.rangeClosed(1, 20).forEach(this::watch);
    }

    /** A KPI of Noah's team that turned red, and a dashboard of it. */
    private void watch(int number) {
        Reply metric = made(api.post(
                viewer("noah"),
                "/api/v1/metrics",
                Map.of(
                        "name",
                        "Answers " + number,
                        "direction",
                        "HIGHER",
                        "frequency",
                        "WEEKLY",
                        "teamId",
                        ids.team("Customer Success"),
                        "targets",
                        List.of(Map.of("from", "2026-01-01", "target", 90)))));
        made(api.post(
                viewer("noah"),
                "/api/v1/metrics/" + metric.id() + "/measurements",
                Map.of("periodStart", "2026-08-03", "value", 40 + number)));
        made(api.post(
                viewer("noah"),
                "/api/v1/dashboards",
                Map.of(
                        "name",
                        "Answers " + number,
                        "audience",
                        "EVERYONE",
                        "tiles",
                        List.of(Map.of("metricId", metric.id())))));
    }

    private void hire(int number) {
        made(api.post(
                viewer("kai"),
                "/api/v1/people",
                Map.of(
                        "name",
                        "Colleague " + number,
                        "email",
                        "colleague" + number + "@example.com",
                        "managerId",
                        ids.person("noah@example.com"),
                        "teamIds",
                        List.of(ids.team("Customer Success")))));
    }

    private Map<String, Object> objective(String title) {
        return Map.of(
                "framework",
                "okr",
                "title",
                title,
                "cycleId",
                ids.cycle("2026 Q3"),
                "ownerTeamId",
                ids.team("Customer Success"),
                "leadId",
                ids.person("noah@example.com"),
                "level",
                "TEAM",
                "horizon",
                "TACTICAL",
                "ambition",
                "COMMITTED",
                "measures",
                List.of(measure("Visits to " + title), measure("Offers to " + title)));
    }

    private static Map<String, Object> measure(String name) {
        return Map.of(
                "name",
                name,
                "kind",
                "INCREASE",
                "nature",
                "VALUE",
                "unit",
                "",
                "baseline",
                0,
                "target",
                10,
                "comparator",
                "GE",
                "weight",
                1);
    }

    private void checkIn(String measure, String value) {
        made(api.post(
                viewer("noah"),
                "/api/v1/measures/" + measure + "/check-ins",
                Map.of("value", new java.math.BigDecimal(value), "confidence", 7, "note", "As planned")));
    }

    private static Reply made(Reply reply) {
        assertThat(reply.status()).as(reply.raw().body()).isBetween(200, 204);
        return reply;
    }

    /** Enough to hold a token; the program finds out the rest. */
    Viewer viewer(String name) {
        String email = name + "@example.com";
        return new Viewer(UUID.fromString(ids.person(email)), name, email, Set.of(), List.of());
    }
}
