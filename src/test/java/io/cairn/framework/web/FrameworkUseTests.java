package io.cairn.framework.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.access.SignIn;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import io.cairn.testing.Api;
import io.cairn.testing.Api.Reply;
import io.cairn.testing.Browser;
import io.cairn.testing.CairnTest;
import io.cairn.testing.SmallCompany;
import io.cairn.testing.SmallCompany.Cast;
import io.cairn.testing.Statements;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is not in use is shown nowhere, takes nothing new, and is all there again afterwards. */
@CairnTest
class FrameworkUseTests {
    private static final String FRAMEWORKS = "/api/v1/frameworks/";

    @LocalServerPort
    int port;

    @Autowired
    SmallCompany company;

    @Autowired
    Api api;

    @Autowired
    SignIn signIn;

    @Autowired
    Statements statements;

    Cast cast;
    Viewer champion;

    @BeforeEach
    void meet() {
        cast = company.cast();
        champion = company.with(Role.CHAMP);
    }

    @AfterEach
    void allOn() {
        for (String key : List.of("okr", "kpi", "mbo", "smart", "hybrid")) {
            ok(use(champion, key, true));
        }
    }

    private Browser browser(Viewer viewer) {
        return Browser.in(port, signIn.openSession(viewer.id()).text());
    }

    private Reply use(Viewer viewer, String key, boolean used) {
        return api.put(viewer, FRAMEWORKS + key + "/use", Map.of("inUse", used));
    }

    private static Reply ok(Reply reply) {
        assertThat(reply.status()).as(reply.raw().body()).isBetween(200, 299);
        return reply;
    }

    private boolean inUse(String key) {
        return api.get(cast.stranger(), FRAMEWORKS + key).body().path("inUse").asBoolean();
    }

    @Test
    void administratorsAndChampionsDecideAndTheJournalTells() {
        Viewer admin = company.with(Role.ADMIN);
        assertThat(ok(use(admin, "mbo", false)).body().path("inUse").asBoolean())
                .isFalse();
        assertThat(inUse("mbo")).isFalse();
        assertThat(ok(use(champion, "mbo", true)).body().path("inUse").asBoolean())
                .isTrue();
        assertThat(use(cast.head(), "mbo", false).code()).isEqualTo("NOT_ALLOWED");
        assertThat(use(cast.head(), "mbo", false).status()).isEqualTo(403);
        assertThat(use(champion, "nothing", true).status()).isEqualTo(404);
        assertThat(use(champion, "hoshin", true).code()).isEqualTo("FRAMEWORK_NOT_IN_CAIRN");
        assertThat(api.put(champion, FRAMEWORKS + "mbo/use", Map.of()).code()).isEqualTo("REQUIRED");
        var told = api.get(cast.stranger(), "/api/v1/journal?subjectKind=framework")
                .body()
                .path("items");
        assertThat(told.valueStream()
                        .filter(line -> line.path("actorId")
                                .asString()
                                .equals(admin.id().toString()))
                        .map(line -> line.path("action").asString() + ": "
                                + line.path("summary").asString()))
                .as(told.toString())
                .contains("framework.switched-off: switched MBO off");
        assertThat(told.valueStream().map(line -> line.path("summary").asString()))
                .contains("switched MBO on");
    }

    @Test
    void theHybridStandsAndFallsWithItsParts() {
        ok(use(champion, "kpi", false));
        assertThat(List.of(inUse("kpi"), inUse("hybrid"), inUse("okr"))).containsExactly(false, false, true);
        ok(use(champion, "hybrid", true));
        assertThat(List.of(inUse("kpi"), inUse("hybrid"))).containsExactly(true, true);
        ok(use(champion, "hybrid", false));
        assertThat(inUse("kpi")).isTrue();
    }

    @Test
    void thePageOfAdministrationSaysExactlyWhatIsUsed() {
        Browser browser = browser(champion);
        assertThat(browser.get("/administration/frameworks").body())
                .contains("Needs OKR and KPI.", "Not in Cairn yet:", "value=\"mbo\" checked");
        var saved = browser.post("/administration/frameworks", "used", "hybrid");
        assertThat(saved.status()).as(saved.body()).isEqualTo(303);
        assertThat(List.of(inUse("okr"), inUse("kpi"), inUse("hybrid"), inUse("mbo")))
                .containsExactly(true, true, true, false);
        assertThat(browser(cast.leader()).get("/administration/frameworks").status())
                .isEqualTo(403);
        assertThat(browser(cast.leader())
                        .post("/administration/frameworks", "used", "okr")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theGuideSwitchesTheChosenOnesOnInOneClick() {
        ok(use(champion, "mbo", false));
        String address = "/guide/answer?employees=400&functions=SALES";
        assertThat(browser(cast.member()).get(address).body())
                .contains("switched off.", " can switch on what you need")
                .doesNotContain("<button class=\"btn btn-primary\">Switch on");
        Browser browser = browser(champion);
        assertThat(browser.get(address).body()).contains("value=\"mbo\" checked", "Switch on</button>");
        assertThat(browser(cast.member()).post(address, "chosen", "mbo").status())
                .isEqualTo(403);
        assertThat(inUse("mbo")).isFalse();
        var done = browser.post(address, "chosen", "mbo");
        assertThat(done.status()).isEqualTo(303);
        assertThat(done.header("location")).isEqualTo(address);
        assertThat(inUse("mbo")).isTrue();
        assertThat(browser.get(address).body()).contains("is in use already");
    }

    private UUID objective() {
        var made = ok(api.post(cast.leader(), "/api/v1/goals", content()));
        ok(api.post(cast.leader(), "/api/v1/goals/" + made.id() + "/activation", null));
        return made.id();
    }

    private Map<String, Object> content() {
        return Map.of(
                "framework",
                "okr",
                "title",
                "Win the north",
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

    private UUID metric() {
        return ok(api.post(cast.leader(), "/api/v1/metrics", kpi())).id();
    }

    private Map<String, Object> kpi() {
        return Map.of(
                "name",
                "Renewals " + cast.team().name(),
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

    /** Where one walks without knowing an address of a framework's own. */
    private List<String> walk(Browser browser) {
        return List.of(
                        "/",
                        "/check-in",
                        "/goals/new?answers=person.pay.teams.steady",
                        "/people/" + cast.leader().id(),
                        "/teams/" + cast.team().id(),
                        "/people",
                        "/organisation",
                        "/cycles",
                        "/journal",
                        "/account",
                        "/frameworks",
                        "/guide",
                        "/guide/answer?employees=120&functions=SALES&needs=EXECUTION_WEAK")
                .stream()
                .map(path -> {
                    var page = browser.get(path);
                    assertThat(page.status()).as(path).isEqualTo(200);
                    return page.body();
                })
                .toList();
    }

    private static Pattern links(String places) {
        return Pattern.compile("(href|action)=\"/(" + places + ")(?![a-z])");
    }

    @Test
    void withoutOkrsNothingLeadsToThemAndTheyAreBackAfterwards() {
        UUID goal = objective();
        UUID metric = metric();
        Pattern links = links("objectives|goals/new|hybrid|proposals");
        Browser browser = browser(cast.leader());
        assertThat(walk(browser)).anyMatch(links.asPredicate()).anyMatch(page -> page.contains("Win the north"));
        ok(use(champion, "okr", false));
        assertThat(walk(browser))
                .noneMatch(page -> links.asPredicate().test(page.replace("action=\"/goals/new\"", "")))
                .noneMatch(page -> page.contains("Calls made"));
        assertThat(browser.get("/metrics/" + metric).body()).doesNotContain("/objectives", "/goals/new");
        assertThat(browser.get("/objectives/" + goal).body())
                .contains("Win the north", "This framework is not in use here.");
        assertThat(api.get(cast.leader(), "/api/v1/goals/" + goal).status()).isEqualTo(200);
        assertThat(api.get(
                                cast.leader(),
                                "/api/v1/goals?q=north&ownerTeamId="
                                        + cast.team().id())
                        .body()
                        .path("items"))
                .isEmpty();
        Reply refused = api.post(cast.leader(), "/api/v1/goals", content());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("FRAMEWORK_OFF");
        ok(use(champion, "okr", true));
        assertThat(walk(browser)).anyMatch(page -> page.contains("Win the north"));
        assertThat(api.get(
                                cast.leader(),
                                "/api/v1/goals?q=north&ownerTeamId="
                                        + cast.team().id())
                        .body()
                        .path("items"))
                .hasSize(1);
        ok(api.post(cast.leader(), "/api/v1/goals", content()));
    }

    @Test
    void withoutKpisNothingLeadsToThemAndTheyAreBackAfterwards() {
        UUID metric = metric();
        ok(api.post(
                cast.leader(),
                "/api/v1/metrics/" + metric + "/measurements",
                Map.of("periodStart", "2026-08-03", "value", 60)));
        UUID goal = objective();
        ok(api.put(cast.leader(), "/api/v1/goals/" + goal + "/guardrails/" + metric, Map.of()));
        Pattern links = links("kpis|metrics|alerts|connectors|hybrid|proposals");
        Browser browser = browser(cast.leader());
        assertThat(walk(browser)).anyMatch(page -> page.contains("KPIs off target"));
        ok(use(champion, "kpi", false));
        assertThat(walk(browser)).noneMatch(links.asPredicate()).noneMatch(page -> page.contains("KPIs off target"));
        assertThat(browser.get("/objectives/" + goal).body())
                .contains("Renewals ")
                .doesNotContainPattern(links);
        assertThat(browser.get("/metrics/" + metric).body())
                .contains("Renewals ", "This framework is not in use here.");
        assertThat(api.get(cast.leader(), "/api/v1/metrics?q=Renewals").body().path("items"))
                .isEmpty();
        Reply refused = api.post(cast.leader(), "/api/v1/metrics", kpi());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("FRAMEWORK_OFF");
        assertThat(api.post(
                                cast.leader(),
                                "/api/v1/dashboards",
                                Map.of("name", "Mine", "audience", "EVERYONE", "tiles", List.of()))
                        .code())
                .isEqualTo("FRAMEWORK_OFF");
        ok(use(champion, "hybrid", true));
        assertThat(walk(browser)).anyMatch(page -> page.contains("KPIs off target"));
    }

    @Test
    void withoutMbosNothingLeadsToPlansAndTheyAreBackAfterwards() {
        Map<String, Object> plan = Map.of(
                "employeeId",
                cast.member().id(),
                "startsOn",
                "2026-07-01",
                "pays",
                false,
                "objectives",
                List.of(Map.of("title", "Win rate in the north")));
        UUID made = ok(api.post(cast.leader(), "/api/v1/mbo-plans", plan)).id();
        Pattern links = links("plans|company-objectives|payout-runs|payout-curves|bonus-targets");
        Browser browser = browser(cast.leader());
        assertThat(walk(browser)).anyMatch(links.asPredicate());
        ok(use(champion, "mbo", false));
        assertThat(walk(browser)).noneMatch(links.asPredicate());
        assertThat(browser.get("/plans/" + made).body())
                .contains("Win rate in the north", "This framework is not in use here.");
        assertThat(api.post(cast.leader(), "/api/v1/mbo-plans", plan).code()).isEqualTo("FRAMEWORK_OFF");
        ok(use(champion, "mbo", true));
        assertThat(walk(browser)).anyMatch(links.asPredicate());
    }

    @Test
    void withoutTheHybridARedKpiProposesNothing() {
        ok(use(champion, "hybrid", false));
        UUID metric = metric();
        String open = "/api/v1/okr-proposals?metricId=" + metric;
        ok(api.post(
                cast.leader(),
                "/api/v1/metrics/" + metric + "/measurements",
                Map.of("periodStart", "2026-08-03", "value", 60)));
        assertThat(api.get(cast.leader(), open).body().path("items")).isEmpty();
        ok(use(champion, "hybrid", true));
        ok(api.post(
                cast.leader(),
                "/api/v1/metrics/" + metric + "/measurements",
                Map.of("periodStart", "2026-08-10", "value", 60)));
        assertThat(api.get(cast.leader(), open).body().path("items")).hasSize(1);
    }

    @Test
    void knowingWhatIsUsedCostsNoStatement() throws Exception {
        Browser browser = browser(cast.leader());
        browser.get("/account");
        int before = statements.during(() -> browser.get("/account")).count();
        ok(use(champion, "mbo", false));
        browser.get("/account");
        assertThat(statements.during(() -> browser.get("/account")).count()).isLessThanOrEqualTo(before);
    }
}
