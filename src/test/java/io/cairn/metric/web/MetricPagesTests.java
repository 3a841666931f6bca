package io.cairn.metric.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.kernel.Viewer;
import io.cairn.organization.Team;
import io.cairn.testing.Api;
import io.cairn.testing.Browser;
import io.cairn.testing.CairnTest;
import io.cairn.testing.Statements;
import io.cairn.testing.ThirdQuarter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@CairnTest
class MetricPagesTests {
    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Api api;

    @Autowired
    Statements statements;

    ThirdQuarter company;
    SampleMetrics samples;
    Viewer theo;
    Viewer ava;
    Team sales;
    UUID winRate;

    @BeforeEach
    void found() {
        company = new ThirdQuarter(context);
        samples = new SampleMetrics(api);
        theo = company.person("Theo");
        sales = company.team("Sales", company.company, theo);
        ava = company.person("Ava", sales);
        winRate = samples.winRate(theo, sales.id());
    }

    @AfterEach
    void leave() {
        company.leave();
    }

    private static String at(UUID metric) {
        return "/metrics/" + metric;
    }

    @Test
    void theFiguresTheChartAndTheTableStandOnThePage() {
        String page = company.browser(theo, port).get(at(winRate)).body();
        assertThat(page)
                .contains("Sales win rate", "17.5", "Off target", "&gt; 20", "near from 18", "19.3 % before", "−1.8")
                .contains("18.7 – 24.0", "limits from the first 10 values, provisional until 20")
                .contains("24.04 upper limit", "21.38 mean", "18.72 lower limit", "target &gt; 20")
                .contains("17.5 % · outside the limits", "near target, 18 to 20", "off target, under 18")
                .contains("natural limits 18.7 % to 24.0 %", "trending-down", "due by 26 Aug")
                .contains("Say why", "Confirm the shift", "Retire the metric", "Enter a value");
        assertThat(page.split("class=\"limit\"", -1))
                .as("provisional limits are dashed")
                .hasSize(3);
    }

    @Test
    void aRedPeriodIsExplainedByAFurtherRevisionWithTheSameValue() {
        Browser browser = company.browser(theo, port);
        browser.get(at(winRate));
        var empty = browser.post(at(winRate) + "/note", "periodStart", "2026-08-10", "note", " ");
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.body()).contains("id=\"note-error\"");
        assertThat(browser.post(at(winRate) + "/note", "periodStart", "2026-08-10", "note", "Two big deals slipped.")
                        .status())
                .isEqualTo(303);
        String page = browser.get(at(winRate)).body();
        assertThat(page).contains("Two big deals slipped.", "revision 2").doesNotContain("id=\"why\"");
        var revisions = api.get(theo, "/api/v1" + at(winRate) + "/measurements?periodStart=2026-08-10")
                .body()
                .path("items");
        assertThat(revisions).hasSize(2);
        assertThat(revisions.get(1).path("status").asString()).isEqualTo("FINAL");
        assertThat(revisions.get(1).path("value").asDouble()).isEqualTo(17.5);
        assertThat(browser.get(at(winRate) + "/values/2026-08-10").body())
                .contains("Revision 1", "Revision 2", "Two big deals slipped.");
        assertThat(browser.post(at(winRate) + "/note", "periodStart", "2026-12-07", "note", "x")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aComputedMetricIsExplainedToo() {
        Map<String, Object> half = SampleMetrics.sheet("Half the win rate", theo);
        half.put("formula", "{" + winRate + "} / 2");
        half.put("targets", List.of(Map.of("from", "2026-01-01", "target", 10, "comparator", "GE", "amberAt", 9)));
        UUID computed = samples.define(theo, half);
        Browser browser = company.browser(theo, port);
        String page = browser.get(at(computed)).body();
        assertThat(page)
                .contains("Computed as", "<a href=\"" + at(winRate) + "\">Sales win rate</a>", "÷ 2", "Say why")
                .doesNotContain("Enter a value");
        assertThat(browser.get(at(winRate)).body()).contains("Used by", "Half the win rate");
        assertThat(browser.post(at(computed) + "/note", "periodStart", "2026-08-10", "note", "As its input.")
                        .status())
                .isEqualTo(303);
        assertThat(browser.get(at(computed)).body()).contains("As its input.").doesNotContain("id=\"why\"");
    }

    @Test
    void aConfirmedShiftTakesTheLimitsAnewFromItsFirstPeriod() {
        Browser browser = company.browser(theo, port);
        samples.send(theo, winRate, List.of(Map.of("periodStart", "2026-08-10", "value", 17.5, "note", "Known")));
        browser.get(at(winRate));
        String version = api.get(theo, "/api/v1" + at(winRate)).text("version");
        assertThat(browser.post(at(winRate) + "/shift", "version", version).status())
                .isEqualTo(303);
        assertThat(api.get(theo, "/api/v1" + at(winRate)).text("limitsFrom")).isEqualTo("2026-08-10");
        String page = browser.get(at(winRate)).body();
        assertThat(page).contains("limits need six values", "new limits").doesNotContain("Confirm the shift");
        assertThat(browser.post(at(winRate) + "/shift", "version", version).status())
                .as("there is no signal left")
                .isEqualTo(409);
    }

    @Test
    void aRunOnOneSideBeganWithItsFirstPeriod() {
        UUID shifted = samples.define(theo, SampleMetrics.sheet("Calls a day", theo));
        LocalDate first = SampleMetrics.FIRST_WEEK.minusWeeks(4);
        samples.weekly(
                theo, shifted, first, 10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 11.5, 11.6, 11.5, 11.6, 11.5, 11.6, 11.5);
        Browser browser = company.browser(theo, port);
        String page = browser.get(at(shifted)).body();
        assertThat(page).contains("Eight or more in a row", "Confirm the shift");
        browser.post(at(shifted) + "/shift", "version", "1");
        assertThat(api.get(theo, "/api/v1" + at(shifted)).text("limitsFrom"))
                .isEqualTo(first.plusWeeks(9).toString());
    }

    @Test
    void whoMayNotChangeItSeesNoFormsAndIsRefused() {
        Browser browser = company.browser(ava, port);
        String page = browser.get(at(winRate)).body();
        assertThat(page)
                .contains("Nobody has said why yet.")
                .doesNotContain(
                        "Save the note", "Confirm the shift", "Set a target", "/edit\"", "Retire", "Enter a value");
        assertThat(browser.post(at(winRate) + "/note", "periodStart", "2026-08-10", "note", "x")
                        .status())
                .isEqualTo(403);
        assertThat(browser.post(at(winRate) + "/shift", "version", "1").status())
                .isEqualTo(403);
        assertThat(browser.post(at(winRate) + "/state", "state", "RETIRED", "version", "1")
                        .status())
                .isEqualTo(403);
        assertThat(browser.post(at(winRate) + "/targets", "from", "2026-08-01", "target", "1")
                        .status())
                .isEqualTo(403);
        assertThat(browser.get(at(winRate) + "/edit").status()).isEqualTo(403);
        assertThat(browser.get(at(winRate) + "/targets/year").status()).isEqualTo(403);
    }

    @Test
    void aHiddenMetricLeavesNoTrace() {
        Map<String, Object> sheet = SampleMetrics.sheet("Runway of the company", theo);
        sheet.put("audience", "RESTRICTED_LIST");
        sheet.put("readerIds", List.of());
        sheet.put("category", "Secret matters");
        sheet.put("parentId", winRate);
        UUID hidden = samples.define(theo, sheet);
        samples.weekly(theo, hidden, 3, 2);
        Browser owner = company.browser(theo, port);
        assertThat(owner.get(at(hidden)).body()).contains("Runway of the company", "Named people and HR");
        assertThat(owner.get(at(winRate)).body()).contains("Runway of the company");
        Browser browser = company.browser(ava, port);
        browser.get(at(winRate));
        for (String page : List.of("", "/edit", "/explanation", "/targets/year", "/values/2026-05-18")) {
            assertThat(browser.get(at(hidden) + page).status()).as(page).isEqualTo(404);
        }
        assertThat(browser.get("/metrics/tree?from=" + hidden).status()).isEqualTo(404);
        assertThat(browser.post(at(hidden) + "/note", "periodStart", "2026-05-18", "note", "x")
                        .status())
                .isEqualTo(404);
        assertThat(browser.post(at(hidden) + "/shift").status()).isEqualTo(404);
        assertThat(browser.post(at(hidden) + "/state", "state", "PAUSED").status())
                .isEqualTo(404);
        assertThat(browser.post(at(hidden) + "/targets", "target", "1").status())
                .isEqualTo(404);
        assertThat(browser.post(at(hidden), "name", "x").status()).isEqualTo(404);
        for (String page : List.of(
                "/metrics",
                "/metrics?q=Runway",
                "/metrics/tree",
                "/metrics/new",
                at(winRate),
                "/people/" + theo.id(),
                "/teams/" + sales.id())) {
            assertThat(browser.get(page).body())
                    .as(page)
                    .doesNotContain("Runway of", "Secret matters", hidden.toString());
        }
    }

    @Test
    void aMetricIsPausedResumedAndRetired() {
        Browser browser = company.browser(theo, port);
        browser.get(at(winRate));
        assertThat(browser.post(at(winRate) + "/state", "state", "PAUSED", "version", "1")
                        .status())
                .isEqualTo(303);
        assertThat(browser.get(at(winRate)).body())
                .contains(">Paused<", "Resume")
                .doesNotContain("Enter a value");
        assertThat(browser.post(at(winRate) + "/state", "state", "ACTIVE", "version", "1")
                        .status())
                .as("somebody changed it")
                .isEqualTo(409);
        assertThat(browser.post(at(winRate) + "/state", "state", "ACTIVE", "version", "2")
                        .status())
                .isEqualTo(303);
        browser.post(at(winRate) + "/state", "state", "RETIRED", "version", "3");
        assertThat(browser.get(at(winRate)).body()).contains(">Retired<").doesNotContain("/edit\"", "Set a target");
        assertThat(browser.get("/metrics?team=" + sales.id()).body()).doesNotContain("Sales win rate");
        assertThat(browser.get("/metrics?state=RETIRED&team=" + sales.id()).body())
                .contains("Sales win rate");
    }

    @Test
    void everyFigureExplainsItself() {
        Browser browser = company.browser(theo, port);
        assertThat(browser.get(at(winRate) + "/explanation?figure=status").body())
                .contains("Why “off target”?", "misses the target by more than amber allows");
        assertThat(browser.get(at(winRate) + "/explanation?figure=status&period=2026-08-03")
                        .body())
                .contains("Why “near”?");
        assertThat(browser.get(at(winRate) + "/explanation?figure=limits").body())
                .contains("2.66", "24.0400");
        assertThat(browser.get(at(winRate) + "/explanation?figure=change").body())
                .contains("17.5 − 19.3");
        assertThat(browser.get(at(winRate) + "/explanation?figure=score").body())
                .contains("Why a score of 25?");
        assertThat(browser.get(at(winRate) + "/explanation?figure=total").body())
                .contains("13 of 13 periods since 1 Jan");
        assertThat(browser.get(at(winRate) + "/explanation?figure=year").status())
                .isEqualTo(404);
        assertThat(browser.get(at(winRate) + "/explanation?figure=luck").status())
                .isEqualTo(404);
        assertThat(browser.get(at(winRate) + "/explanation?period=2020-01-06").status())
                .isEqualTo(404);
    }

    @Test
    void theListIsNarrowedAndItsAddressKeepsIt() {
        samples.define(theo, SampleMetrics.sheet("Answered calls", theo));
        Browser browser = company.browser(ava, port);
        String all = browser.get("/metrics?owner=" + theo.id()).body();
        assertThat(all.indexOf("Sales win rate")).as("worst first").isLessThan(all.indexOf("Answered calls"));
        assertThat(browser.get("/metrics?status=RED&team=" + sales.id() + "&owner=" + theo.id())
                        .body())
                .contains(">Sales win rate<")
                .doesNotContain(">Answered calls<");
        var named = browser.get("/metrics?sort=NAME&category=Sales");
        assertThat(named.header("HX-Push-Url")).isEqualTo("/metrics?category=Sales&sort=NAME");
        assertThat(browser.get("/metrics?q=no+such").body()).contains("No metric fits.");
        assertThat(browser.get("/metrics?page=9").body()).contains("Nothing more.");
        assertThat(browser.get("/metrics?page=0").status()).isEqualTo(422);
        assertThat(browser.get("/teams/" + sales.id()).body()).contains(">Sales win rate<");
        assertThat(browser.get("/people/" + theo.id()).body()).contains(">Sales win rate<", ">Answered calls<");
    }

    @Test
    void aYearsTargetsAreSetAtOnceAndMakeRoom() {
        Browser browser = company.browser(theo, port);
        String asked = browser.get(at(winRate) + "/targets/year").body();
        assertThat(asked).contains("name=\"targets[11].target\"").doesNotContain("targets[12]");
        List<Map.Entry<String, String>> typed = new ArrayList<>();
        typed.add(Map.entry("every", "QUARTERLY"));
        typed.add(Map.entry("from", "2026-01-01"));
        typed.add(Map.entry("comparator", "GE"));
        typed.add(Map.entry("targets[0].target", "18"));
        typed.add(Map.entry("targets[2].target", "22"));
        typed.add(Map.entry("targets[2].amberAt", "23"));
        var refused = browser.post(at(winRate) + "/targets/year", typed);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .as("beside its own row, though the one before is empty")
                .contains("id=\"targets-2-amberAt-error\"", "value=\"18\"");
        typed.set(5, Map.entry("targets[2].amberAt", "20"));
        assertThat(browser.post(at(winRate) + "/targets/year", typed).status()).isEqualTo(303);
        assertThat(browser.get(at(winRate)).body())
                .contains("1 Jan – 31 Mar", "1 Jul – 30 Sep", "from 1 Oct", "≥ 22", "&gt; 20");
        assertThat(browser.get(at(winRate) + "/targets/year?every=QUARTERLY").body())
                .as("what was set stands in the form")
                .contains("value=\"22\"");
        assertThat(browser.get(at(winRate) + "/targets/year?every=DAILY").status())
                .isEqualTo(422);
    }

    @Test
    void theSheetIsWrittenWithItsErrorsBesideTheFields() {
        Browser browser = company.browser(theo, port);
        assertThat(browser.get("/metrics/new").body())
                .contains("Worth having", ": still missing", "value=\"Theo\"", "{Sales win rate}");
        var refused = browser.post(
                "/metrics",
                "name",
                "Mine",
                "unit",
                "%",
                "decimals",
                "9",
                "direction",
                "HIGHER",
                "frequency",
                "WEEKLY",
                "ownerId",
                "Theo",
                "formula",
                "{No such metric} + 1",
                "target",
                "20",
                "amberAt",
                "25");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains(
                        "id=\"decimals-error\"",
                        "id=\"formula-error\"",
                        "id=\"amberAt-error\"",
                        "{No such metric} + 1");
        assertThat(browser.post(
                                "/metrics",
                                "name",
                                "Mine",
                                "direction",
                                "HIGHER",
                                "frequency",
                                "WEEKLY",
                                "ownerId",
                                "Nobody")
                        .body())
                .contains("id=\"ownerId-error\"");
        var saved = browser.post(
                "/metrics",
                "name",
                "Mine",
                "decimals",
                "0",
                "direction",
                "LOWER",
                "frequency",
                "MONTHLY",
                "ownerId",
                "theo",
                "audience",
                "RESTRICTED_LIST",
                "readerIds",
                ava.email(),
                "target",
                "5",
                "from",
                "2026-01-01",
                "do",
                "draft");
        assertThat(saved.status()).isEqualTo(303);
        String mine = saved.header("Location").replaceFirst("^https?://[^/]+", "");
        assertThat(browser.get(mine).body()).contains(">Draft<", "Activate", "Named people and HR", ">Ava<", "≤ 5");
        String edit = browser.get(mine + "/edit").body();
        assertThat(edit).contains("value=\"Ava\"", "value=\"Mine\"").doesNotContain("name=\"target\"");
        var stale = browser.post(
                mine, "name", "Ours", "direction", "LOWER", "frequency", "MONTHLY", "ownerId", "Theo", "version", "7");
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.body()).contains("Somebody saved this metric", "value=\"Ours\"");
        assertThat(company.browser(ava, port).get(mine).status()).isEqualTo(200);
        assertThat(company.browser(company.person("Eve"), port).get(mine).status())
                .isEqualTo(404);
    }

    @Test
    void aChangedMeaningBreaksTheChartAndMissingPeriodsAreGaps() {
        samples.send(theo, winRate, List.of(Map.of("periodStart", "2026-04-27", "value", 20, "status", "PROVISIONAL")));
        Browser browser = company.browser(theo, port);
        String form = browser.get(at(winRate) + "/edit").body();
        assertThat(form).contains("A changed meaning holds from");
        assertThat(browser.post(
                                at(winRate),
                                "name",
                                "Sales win rate",
                                "unit",
                                "%",
                                "decimals",
                                "1",
                                "direction",
                                "HIGHER",
                                "frequency",
                                "WEEKLY",
                                "timeAggregation",
                                "AVERAGE",
                                "ownerId",
                                "Theo",
                                "definition",
                                "Now without renewals.",
                                "definedFrom",
                                "2026-07-06",
                                "version",
                                "1")
                        .status())
                .isEqualTo(303);
        String page = browser.get(at(winRate)).body();
        assertThat(page).contains("class=\"break\"", "definition 2", "2 versions", "Version 1", "class=\"hollow\"");
        assertThat(page.split("<polyline class=\"real\"", -1))
                .as("a gap parts the line, and one point is none")
                .hasSize(2);
        assertThat(browser.get(at(winRate) + "?view=all").body()).contains(">missing<", ">provisional<");
    }

    @Test
    void noPageRunsMoreStatementsWhenThereIsMoreToShow() throws Exception {
        Browser browser = company.browser(theo, port);
        Map<String, Object> below = SampleMetrics.sheet("Below 0", theo);
        below.put("parentId", winRate);
        UUID child = samples.define(theo, below);
        List<String> pages = List.of(
                at(winRate),
                at(winRate) + "?view=all",
                at(winRate) + "/explanation",
                at(winRate) + "/values/2026-08-10",
                at(winRate) + "/edit",
                at(winRate) + "/targets/year",
                at(child),
                "/metrics",
                "/metrics/tree",
                "/metrics/new",
                "/teams/" + sales.id(),
                "/people/" + theo.id());
        Map<String, Integer> few = counts(browser, pages);
        List<String> inputs = new ArrayList<>();
        for (int i = 1; i <= 8; i++) {
            Map<String, Object> sheet = SampleMetrics.sheet("Below " + i, theo);
            sheet.put("parentId", winRate);
            sheet.put("teamId", sales.id());
            UUID made = samples.define(theo, sheet);
            samples.weekly(theo, made, 1, 2, 3, 4, 5, 6, 7);
            inputs.add("{" + made + "}");
        }
        Map<String, Object> sum = SampleMetrics.sheet("All of them", theo);
        sum.put("formula", String.join(" + ", inputs) + " + {" + winRate + "}");
        samples.define(theo, sum);
        samples.send(theo, winRate, List.of(Map.of("periodStart", "2026-08-10", "value", 17.4)));
        Map<String, Integer> many = counts(browser, pages);
        assertThat(many).isEqualTo(few);
        assertThat(many).allSatisfy((page, count) -> assertThat(count).as(page).isLessThanOrEqualTo(12));
    }

    private Map<String, Integer> counts(Browser browser, List<String> pages) throws Exception {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (String page : pages) {
            assertThat(browser.get(page).status()).as(page).isEqualTo(200);
            int first = statements.during(() -> browser.get(page)).count();
            int second = statements.during(() -> browser.get(page)).count();
            counts.put(page, Math.min(first, second));
        }
        return counts;
    }
}
