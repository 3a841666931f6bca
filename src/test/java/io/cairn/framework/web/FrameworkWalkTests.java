package io.cairn.framework.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.access.SignIn;
import io.cairn.framework.Framework;
import io.cairn.framework.Frameworks;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import io.cairn.testing.Api;
import io.cairn.testing.Browser;
import io.cairn.testing.CairnTest;
import io.cairn.testing.SmallCompany;
import io.cairn.testing.SmallCompany.Cast;
import io.cairn.web.Section;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Navigation, Home, search and what one may make, with each framework alone and without each of them. */
@CairnTest
class FrameworkWalkTests {
    private static final Pattern HEADING = Pattern.compile("<h2[^>]*>([^<]*)</h2>");
    private static final Pattern LINK = Pattern.compile("(?:href|action)=\"/([a-z-]+(?:/[a-z-]+)?)");

    @LocalServerPort
    int port;

    @Autowired
    SmallCompany company;

    @Autowired
    Api api;

    @Autowired
    SignIn signIn;

    @Autowired
    Frameworks frameworks;

    Cast cast;
    Viewer champion;

    @BeforeEach
    void meet() {
        cast = company.cast();
        champion = company.with(Role.CHAMP);
    }

    @AfterEach
    void allOn() {
        choose(List.of("okr", "kpi", "mbo", "smart", "hybrid"));
    }

    private void choose(List<String> used) {
        Browser browser = browser(champion);
        String[] fields =
                used.stream().flatMap(key -> List.of("used", key).stream()).toArray(String[]::new);
        assertThat(browser.post("/administration/frameworks", fields).status()).isEqualTo(303);
    }

    private Browser browser(Viewer viewer) {
        Browser browser = new Browser(port);
        browser.cookies().put("cairn_session", signIn.openSession(viewer.id()).text());
        browser.get("/account");
        return browser;
    }

    private UUID made(String framework, String title) {
        Map<String, Object> measure = Map.of("name", "Calls made", "kind", "INCREASE", "baseline", 0, "target", 10);
        var made = api.post(
                cast.leader(),
                "/api/v1/goals",
                Map.of(
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
                        List.of(measure, Map.of("name", "Visits", "kind", "INCREASE", "baseline", 0, "target", 3))));
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        api.post(cast.leader(), "/api/v1/goals/" + made.id() + "/activation", null);
        return made.id();
    }

    private static String first(String page, String from, String to) {
        int start = page.indexOf(from);
        return page.substring(start, page.indexOf(to, start));
    }

    private static String words(Pattern pattern, String html, String wanted) {
        return pattern.matcher(html)
                .results()
                .map(found -> found.group(1))
                .filter(word -> word.matches(wanted))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** Rail and home as the leader of a team has them; the goals that search finds; where something new is begun. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "okr kpi mbo smart hybrid | check-in, objectives, smart, kpis, metrics/entry, hybrid, connectors, plans, plans/team | My goals, Due for check-in, At risk in my teams, Latest in my teams, Against the plan, My drafts | okr smart",
                "kpi mbo smart | check-in, smart, kpis, metrics/entry, connectors, plans, plans/team | My goals, Due for check-in, At risk in my teams, Latest in my teams, Against the plan, My drafts | smart",
                "okr mbo smart | check-in, objectives, smart, plans, plans/team | My goals, Due for check-in, At risk in my teams, Latest in my teams, Against the plan, My drafts | okr smart",
                "okr kpi smart hybrid | check-in, objectives, smart, kpis, metrics/entry, hybrid, connectors | My goals, Due for check-in, At risk in my teams, Latest in my teams, Against the plan, My drafts | okr smart",
                "okr kpi mbo hybrid | check-in, objectives, kpis, metrics/entry, hybrid, connectors, plans, plans/team | My goals, Due for check-in, At risk in my teams, Latest in my teams, Against the plan, My drafts | okr",
                "okr kpi mbo smart | check-in, objectives, smart, kpis, metrics/entry, connectors, plans, plans/team | My goals, Due for check-in, At risk in my teams, Latest in my teams, Against the plan, My drafts | okr smart",
                "okr | check-in, objectives | My goals, Due for check-in, At risk in my teams, Latest in my teams, Against the plan, My drafts | okr",
                "smart | check-in, smart | My goals, Due for check-in, At risk in my teams, Latest in my teams, Against the plan, My drafts | smart",
                "mbo | check-in, plans, plans/team | My goals, Due for check-in | \"\"",
                "kpi | kpis, metrics/entry, connectors | KPIs off target | \"\"",
                "\"\" | \"\" | \"\" | \"\""
            })
    void onlyWhatIsInUseIsShownAndOffered(String used, String rail, String home, String found) {
        UUID okr = made("okr", "Win the north");
        UUID smart = made("smart", "Call the north");
        choose(List.of(used.split(" ")).stream().filter(key -> !key.isEmpty()).toList());
        Browser browser = browser(cast.leader());
        String page = browser.get("/").body();
        String places = "check-in|objectives|smart|kpis|metrics/entry|hybrid|connectors|plans|plans/team|payout-runs";
        assertThat(words(LINK, first(page, "<nav class=\"rail\"", "</details>"), places))
                .isEqualTo(rail);
        assertThat(words(HEADING, first(page, "<main", "</main>"), ".*")).isEqualTo(home);
        var items = api.get(
                        cast.leader(),
                        "/api/v1/goals?q=north&ownerTeamId=" + cast.team().id())
                .body()
                .path("items");
        assertThat(new TreeSet<>(items.valueStream()
                        .map(item -> item.path("framework").asString())
                        .toList()))
                .isEqualTo(new TreeSet<>(Arrays.stream(found.split(" "))
                        .filter(key -> !key.isEmpty())
                        .toList()));
        boolean listed = !found.isEmpty();
        String team = browser.get("/teams/" + cast.team().id()).body();
        assertThat(team.contains("id=\"goals-head\"")).isEqualTo(listed);
        assertThat(team.contains("Win the north")).isEqualTo(found.contains("okr"));
        assertThat(team.contains("Call the north")).isEqualTo(found.contains("smart"));
        everythingNewIsOfSomethingInUse(browser, used);
        keptIsReadAndSaysSo(browser, okr, used.contains("okr"));
        keptIsReadAndSaysSo(browser, smart, used.contains("smart"));
    }

    private void everythingNewIsOfSomethingInUse(Browser browser, String used) {
        Map<String, String> makes =
                Map.of("okr", "objectives/new", "smart", "smart/new", "kpi", "metrics/new", "mbo", "plans/new");
        String pages = List.of(
                        "/",
                        "/objectives",
                        "/goals/new?answers=person.pay.teams.steady",
                        "/people/" + cast.leader().id())
                .stream()
                .map(path -> browser.get(path).body())
                .collect(Collectors.joining());
        makes.forEach((framework, place) -> {
            if (!used.contains(framework)) {
                assertThat(pages.contains("href=\"/" + place)).as(place).isFalse();
            }
        });
    }

    private static void keptIsReadAndSaysSo(Browser browser, UUID goal, boolean used) {
        var page = browser.get("/objectives/" + goal);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body().contains("This framework is not in use here.")).isEqualTo(!used);
    }

    @Test
    void whoeverAddsAFrameworkWithGoalsSaysWhereTheyStand() {
        assertThat(frameworks.all().stream()
                        .filter(Framework::hasGoals)
                        .map(Framework::key)
                        .filter(key -> !key.startsWith("test-")))
                .isSubsetOf(Section.CHECK_IN.frameworks());
    }

    @Test
    void theGuideAndTheSetUpTickWithoutDeciding() {
        choose(List.of("okr", "mbo"));
        Browser browser = browser(champion);
        String first = browser.get("/administration/frameworks?first=yes").body();
        assertThat(first)
                .contains(
                        "Which of these will you use?",
                        "you can change it at any time",
                        "Decide later",
                        "href=\"/guide\"")
                .contains("value=\"okr\" checked", "value=\"kpi\" checked", "value=\"hybrid\" checked")
                .contains("value=\"smart\" checked")
                .doesNotContain("value=\"mbo\" checked");
        String answer =
                browser.get("/guide/answer?employees=30&functions=ENGINEERING").body();
        assertThat(answer)
                .contains(
                        "Also in use: MBO.",
                        "/administration/frameworks?propose=okr&amp;propose=smart&amp;propose=kpi");
        String ticked = browser.get("/administration/frameworks?propose=okr&propose=smart&propose=nothing")
                .body();
        assertThat(ticked)
                .contains("Nothing changes until you save.", "value=\"okr\" checked", "value=\"smart\" checked")
                .doesNotContain("value=\"mbo\" checked", "value=\"kpi\" checked");
        assertThat(browser.get("/administration/frameworks").body())
                .contains("value=\"okr\" checked", "value=\"mbo\" checked")
                .doesNotContain("value=\"smart\" checked", "Nothing changes until you save.");
        assertThat(browser(cast.member())
                        .get("/administration/frameworks?first=yes")
                        .status())
                .isEqualTo(403);
        assertThat(browser(cast.member())
                        .get("/guide/answer?employees=30&functions=ENGINEERING")
                        .body())
                .doesNotContain("propose=");
        var saved = browser.post("/administration/frameworks", "first", "yes", "used", "okr");
        assertThat(saved.header("location")).isEqualTo("/");
    }
}
