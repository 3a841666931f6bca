package io.cairn.framework.mbo;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.access.SignIn;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import io.cairn.testing.Api;
import io.cairn.testing.Api.Reply;
import io.cairn.testing.Browser;
import io.cairn.testing.CairnTest;
import io.cairn.testing.SmallCompany;
import io.cairn.testing.SmallCompany.Cast;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a framework that is switched off takes no more, and what goes on because it exists (docs/decisions.md has the table). */
@CairnTest
class SwitchedOffTests {
    private static final String V1 = "/api/v1/";

    @LocalServerPort
    int port;

    @Autowired
    SmallCompany company;

    @Autowired
    Api api;

    @Autowired
    SignIn signIn;

    @Autowired
    DomainClock clock;

    @Autowired
    PlanDay day;

    Cast cast;
    Viewer champion;
    final Map<String, Supplier<Reply>> refused = new LinkedHashMap<>();
    final Map<String, Supplier<Reply>> goesOn = new LinkedHashMap<>();

    @BeforeEach
    void meet() {
        cast = company.cast();
        champion = company.with(Role.CHAMP);
    }

    @AfterEach
    void allOn() {
        List.of("okr", "kpi", "mbo", "smart", "hybrid").forEach(key -> use(key, true));
    }

    private void use(String key, boolean used) {
        ok(api.put(champion, V1 + "frameworks/" + key + "/use", Map.of("inUse", used)));
    }

    private static Reply ok(Reply reply) {
        assertThat(reply.status()).as(reply.raw().body()).isBetween(200, 299);
        return reply;
    }

    /** The same is accepted with the framework on, so that nothing but the switch refuses it. */
    private void check(String framework) {
        use(framework, false);
        var softly = new SoftAssertions();
        refused.forEach((what, act) -> {
            Reply reply = act.get();
            softly.assertThat(reply.status()).as(what + reply.raw().body()).isEqualTo(409);
            softly.assertThat(reply.code()).as(what).isEqualTo("FRAMEWORK_OFF");
        });
        goesOn.forEach((what, act) -> {
            Reply reply = act.get();
            softly.assertThat(reply.status()).as(what + reply.raw().body()).isBetween(200, 299);
        });
        use(framework, true);
        use("hybrid", true);
        refused.forEach((what, act) -> {
            Reply reply = act.get();
            softly.assertThat(reply.status()).as(what + reply.raw().body()).isBetween(200, 299);
        });
        softly.assertAll();
    }

    private Map<String, Object> kpi(String name) {
        return Map.of(
                "name",
                name + " " + cast.team().name(),
                "direction",
                "HIGHER",
                "frequency",
                "WEEKLY",
                "timeAggregation",
                "LAST",
                "teamId",
                cast.team().id(),
                "targets",
                List.of(Map.of("from", "2026-01-05", "target", 90, "comparator", "GE", "amberAt", 80)));
    }

    private Map<String, Object> dashboard(String name) {
        return Map.of("name", name, "audience", "EVERYONE", "tiles", List.of());
    }

    private Map<String, Object> connector(UUID metric, String name) {
        return Map.of(
                "name",
                name,
                "kind",
                "HTTP",
                "source",
                Map.of("url", "https://127.0.0.1:1/total"),
                "feeds",
                List.of(Map.of("metricId", metric, "value", "/total")),
                "enabled",
                false);
    }

    @Test
    void withoutKpisNothingNewIsWatchedAndWhatIsWatchedGoesOn() {
        Viewer leader = cast.leader();
        UUID metric = ok(api.post(leader, V1 + "metrics", kpi("Renewals"))).id();
        UUID board =
                ok(api.post(leader, V1 + "dashboards", dashboard("Renewals"))).id();
        UUID feeding = ok(api.post(leader, V1 + "connectors", connector(metric, "Feeding")))
                .id();
        refused.put("metric", () -> api.post(leader, V1 + "metrics", kpi("Calls")));
        refused.put("dashboard", () -> api.post(leader, V1 + "dashboards", dashboard("Calls")));
        refused.put("connector", () -> api.post(leader, V1 + "connectors", connector(metric, "Another")));
        goesOn.put(
                "value",
                () -> api.post(
                        leader,
                        V1 + "metrics/" + metric + "/measurements",
                        Map.of("periodStart", "2026-08-03", "value", 60)));
        goesOn.put(
                "dashboard changed",
                () -> api.patch(leader, V1 + "dashboards/" + board, Map.of("version", 1, "name", "Renewed")));
        goesOn.put(
                "connector changed",
                () -> api.patch(leader, V1 + "connectors/" + feeding, Map.of("version", 1, "name", "Fed")));
        goesOn.put("connector run", () -> api.post(leader, V1 + "connectors/" + feeding + "/run", null));
        check("kpi");
        use("kpi", false);
        assertThat(api.post(leader, V1 + "connectors/" + feeding + "/trial", null)
                        .code())
                .as("tried as far as the guard of hosts")
                .isEqualTo("HOST_NOT_ALLOWED");
        Browser browser = browser(leader);
        assertThat(browser.get("/connectors").body()).doesNotContain("/connectors/new");
        assertThat(browser.get("/kpis").body()).doesNotContain("/kpis/new");
        List.of("/connectors/new", "/kpis/new")
                .forEach(page -> assertThat(browser.get(page).status()).as(page).isEqualTo(409));
        var tried =
                browser.post("/connectors", "kind", "PROMETHEUS", "do", "try", "name", "Another", "url", "https://a");
        assertThat(tried.body()).contains("This framework is not in use here. An administrator");
    }

    private Browser browser(Viewer viewer) {
        Browser browser = new Browser(port);
        browser.cookies().put("cairn_session", signIn.openSession(viewer.id()).text());
        browser.get("/account");
        return browser;
    }

    private static Map<String, Object> target(UUID person, int amount) {
        return Map.of(
                "personId",
                person,
                "amount",
                amount,
                "currency",
                "EUR",
                "basis",
                "QUARTER",
                "effectiveFrom",
                "2026-08-01");
    }

    private static Map<String, Object> curve(String name) {
        return Map.of(
                "name",
                name + " " + UUID.randomUUID(),
                "points",
                List.of(Map.of("attainment", 0, "payout", 0), Map.of("attainment", 1, "payout", 1)));
    }

    @Test
    void withoutMbosNothingNewIsAgreedAndARunningPlanIsPaid() {
        PaidPlan paid = new PaidPlan(company, api, clock, day, List.of(PaidPlan.growth(60), PaidPlan.winRate(40)));
        Viewer leader = paid.cast.leader();
        Viewer exec = company.with(Role.EXEC);
        UUID kept = ok(api.post(paid.comp, V1 + "payout-curves", curve("Kept"))).id();
        refused.put(
                "plan",
                () -> api.post(
                        leader,
                        V1 + "mbo-plans",
                        Map.of(
                                "employeeId",
                                paid.cast.colleague().id(),
                                "startsOn",
                                "2026-07-01",
                                "pays",
                                false,
                                "objectives",
                                List.of(Map.of("title", "Win rate in the north")))));
        refused.put(
                "company objective",
                () -> api.post(
                        exec,
                        V1 + "company-objectives",
                        Map.of(
                                "title",
                                "Margin",
                                "startsOn",
                                "2026-07-01",
                                "endsOn",
                                "2026-12-31",
                                "basis",
                                "BOOLEAN")));
        refused.put("curve", () -> api.post(paid.comp, V1 + "payout-curves", curve("New")));
        refused.put(
                "somebody's first bonus target",
                () -> api.post(
                        paid.comp,
                        V1 + "bonus-targets",
                        target(paid.cast.colleague().id(), 4000)));
        goesOn.put(
                "a raise",
                () -> api.post(
                        paid.comp,
                        V1 + "bonus-targets",
                        target(paid.cast.member().id(), 6000)));
        goesOn.put(
                "curve retired",
                () -> api.patch(paid.comp, V1 + "payout-curves/" + kept, Map.of("version", 1, "retired", true)));
        goesOn.put(
                "pool",
                () -> api.post(
                        paid.comp,
                        V1 + "bonus-pools",
                        Map.of(
                                "name",
                                "Spot",
                                "periodStart",
                                "2026-07-01",
                                "periodEnd",
                                "2026-09-30",
                                "currency",
                                "EUR",
                                "amount",
                                500,
                                "holderId",
                                leader.id())));
        goesOn.put("check-in", () -> {
            paid.checkIn("2280000", "26");
            return paid.statement(paid.cast.member());
        });
        goesOn.put("scored, handed in, paid", () -> {
            paid.score("2300000", "25");
            paid.handIn();
            paid.pay();
            return paid.statement(paid.cast.member());
        });
        goesOn.put(
                "payout run",
                () -> api.post(
                        paid.comp,
                        V1 + "payout-runs",
                        Map.of(
                                "name",
                                "The last",
                                "periodStart",
                                "1999-01-01",
                                "periodEnd",
                                "1999-01-31",
                                "currency",
                                "EUR",
                                "budget",
                                10)));
        check("mbo");
        assertThat(paid.plan().path("state").asString()).isEqualTo("PAID");
        use("mbo", false);
        Browser browser = browser(paid.comp);
        assertThat(browser.get("/payout-curves").body()).doesNotContain("/payout-curves/new");
        assertThat(browser.get("/payout-curves/new").status()).isEqualTo(409);
    }

    private UUID proposal(String name) {
        UUID metric = ok(api.post(cast.leader(), V1 + "metrics", kpi(name))).id();
        for (String week : List.of("2026-08-03", "2026-08-10")) {
            ok(api.post(
                    cast.leader(),
                    V1 + "metrics/" + metric + "/measurements",
                    Map.of("periodStart", week, "value", 60)));
        }
        return UUID.fromString(api.get(cast.leader(), V1 + "okr-proposals?metricId=" + metric)
                .body()
                .at("/items/0/id")
                .asString());
    }

    @Test
    void withoutTheHybridAProposalIsOnlyDismissed() {
        UUID goal = objective();
        UUID accepted = proposal("Accepted");
        UUID merged = proposal("Merged");
        UUID dismissed = proposal("Dismissed");
        refused.put(
                "accepted", () -> api.post(cast.leader(), V1 + "okr-proposals/" + accepted + "/acceptance", Map.of()));
        refused.put(
                "merged",
                () -> api.post(cast.leader(), V1 + "okr-proposals/" + merged + "/merge", Map.of("goalId", goal)));
        goesOn.put(
                "dismissed",
                () -> api.post(
                        cast.leader(),
                        V1 + "okr-proposals/" + dismissed + "/dismissal",
                        Map.of("reason", "A holiday.")));
        check("hybrid");
    }

    private Map<String, Object> content(String framework, String title) {
        return Map.of(
                "framework",
                framework,
                "title",
                title,
                "cycleId",
                cast.quarter().id(),
                "ownerTeamId",
                cast.team().id(),
                "leadId",
                cast.leader().id(),
                "measures",
                List.of(measure("Renewal rate"), measure("Calls made")));
    }

    private static Map<String, Object> measure(String name) {
        return Map.of("name", name, "kind", "INCREASE", "baseline", 0, "target", 10);
    }

    private UUID objective() {
        return ok(api.post(cast.leader(), V1 + "goals", content("okr", "Win the north")))
                .id();
    }

    @Test
    void withoutOkrsOrSmartGoalsThoseThatRunAreFinished() {
        for (String framework : List.of("okr", "smart")) {
            refused.clear();
            goesOn.clear();
            UUID goal = ok(api.post(cast.leader(), V1 + "goals", content(framework, "Win the north")))
                    .id();
            String at = V1 + "goals/" + goal;
            String measure =
                    api.get(cast.leader(), at).body().at("/measures/0/id").asString();
            refused.put("another", () -> api.post(cast.leader(), V1 + "goals", content(framework, "Win the south")));
            if (framework.equals("smart")) {
                refused.put(
                        "worksheet",
                        () -> api.post(cast.leader(), V1 + "smart-worksheets", Map.of("title", "Win the east")));
            }
            goesOn.put("started", () -> api.post(cast.leader(), at + "/activation", null));
            goesOn.put("one more measure", () -> api.post(cast.leader(), at + "/measures", measure("Visits")));
            goesOn.put(
                    "check-in",
                    () -> api.post(
                            cast.leader(),
                            V1 + "measures/" + measure + "/check-ins",
                            Map.of("value", 4, "confidence", 7)));
            goesOn.put("initiative", () -> api.post(cast.leader(), at + "/initiatives", Map.of("title", "Ask them")));
            check(framework);
        }
    }
}
