package io.cairn.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.access.Audience;
import io.cairn.access.SignIn;
import io.cairn.access.Viewing;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.Ids;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import io.cairn.testing.Api;
import io.cairn.testing.Browser;
import io.cairn.testing.CairnTest;
import io.cairn.testing.SmallCompany;
import io.cairn.testing.SmallCompany.Cast;
import io.cairn.testing.Statements;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@CairnTest
class JournalTests {
    @LocalServerPort
    int port;

    @Autowired
    Journal journal;

    @Autowired
    SmallCompany company;

    @Autowired
    Api api;

    @Autowired
    SignIn signIn;

    @Autowired
    DomainClock clock;

    @Autowired
    Statements statements;

    @Autowired
    PlatformTransactionManager transactions;

    Cast cast;
    UUID goal;

    @BeforeEach
    void act() {
        cast = company.cast();
        goal = Ids.next();
        clock.moveTo(Instant.parse("2026-07-06T08:00:00Z"));
        record(
                cast.leader(),
                entry("goal.created", "wrote the objective 100 % of _all_").goal(goal));
        clock.moveTo(Instant.parse("2026-07-07T08:00:00Z"));
        record(
                cast.member(),
                entry("goal.changed", "changed the objective")
                        .goal(goal)
                        .before(Map.of("title", "Old", "version", 1, "teams", List.of()))
                        .after(Map.of("title", "New", "version", 2, "teams", List.of()))
                        .reason("It was unclear"));
        clock.moveTo(Instant.parse("2026-07-08T23:30:00Z"));
        record(
                cast.member(),
                entry("goal.changed", "wrote what stays between the two")
                        .goal(goal)
                        .seenBy(Audience.pair(cast.member().id())));
    }

    private Entry entry(String action, String summary) {
        return Entry.of(action, "goal", goal, summary);
    }

    private void record(Viewer actor, Entry entry) {
        Viewing.as(actor, () -> {
            new TransactionTemplate(transactions).executeWithoutResult(status -> journal.record(entry));
            return true;
        });
    }

    private List<String> summaries(Viewer viewer, String filters) {
        var reply = api.get(viewer, "/api/v1/journal?goalId=" + goal + filters);
        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(200);
        List<String> summaries = new ArrayList<>();
        for (JsonNode item : reply.body().path("items")) {
            summaries.add(item.path("summary").asString());
        }
        return summaries;
    }

    @Test
    void theNewestStandsFirstAndEachReadsWhatTheyMay() {
        assertThat(summaries(cast.stranger(), ""))
                .containsExactly("changed the objective", "wrote the objective 100 % of _all_");
        assertThat(summaries(cast.leader(), "")).first().isEqualTo("wrote what stays between the two");
        assertThat(summaries(company.with(Role.HR), "")).hasSize(3);
        assertThat(summaries(company.with(Role.ADMIN), "")).hasSize(2);
    }

    @Test
    void filtersNarrowIt() {
        assertThat(summaries(cast.leader(), "&actorId=" + cast.leader().id())).hasSize(1);
        assertThat(summaries(cast.leader(), "&action=goal.changed")).hasSize(2);
        assertThat(summaries(cast.leader(), "&subjectKind=team")).isEmpty();
        assertThat(summaries(cast.leader(), "&q=UNCLEAR")).containsExactly("changed the objective");
        assertThat(summaries(cast.leader(), "&q=100+%25")).hasSize(1);
        assertThat(summaries(cast.leader(), "&q=%25"))
                .as("a per cent sign is no wildcard")
                .hasSize(1);
        assertThat(summaries(cast.leader(), "&q=_all_")).hasSize(1);
        assertThat(summaries(cast.leader(), "&from=2026-07-07&to=2026-07-07")).containsExactly("changed the objective");
        assertThat(summaries(cast.leader(), "&to=2026-07-06")).containsExactly("wrote the objective 100 % of _all_");
    }

    @Test
    void pagesFollowEachOther() {
        String first = "/api/v1/journal?limit=2&goalId=" + goal;
        var page = api.get(cast.leader(), first);
        assertThat(page.body().path("items").size()).isEqualTo(2);
        var rest = api.get(cast.leader(), first + "&cursor=" + page.text("nextCursor"));
        assertThat(rest.body().path("items").size()).isEqualTo(1);
        assertThat(rest.body().path("nextCursor").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=201",
                "cursor=forged",
                "colour=red",
                "from=yesterday",
                "from=%2B99999-01-01",
                "to=0000-01-01",
                "goalId=7",
                "q=%00"
            })
    void whatMakesNoSenseIsRefused(String filter) {
        assertThat(api.get(cast.leader(), "/api/v1/journal?" + filter).status()).isEqualTo(422);
    }

    @Test
    void thePageShowsWhatChangedAndKeepsItsFiltersInTheAddress() {
        var browser = new Browser(port);
        browser.cookies()
                .put("cairn_session", signIn.openSession(cast.leader().id()).text());
        String page =
                browser.get("/journal?goal=" + goal + "&q=unclear&limit=1").body();
        assertThat(page)
                .contains("<del>Old</del>", "<ins>New</ins>", "It was unclear", "value=\"unclear\"")
                .doesNotContain("<dt>version", "<dt>teams");
        assertThat(browser.get("/journal?goal=" + goal + "&what=goal&limit=1").body())
                .contains("/journal?goal=" + goal + "&amp;what=goal&amp;cursor=");
        assertThat(browser.get("/journal?goal=" + Ids.next()).body()).contains("Nothing matches.");
    }

    @Test
    void itTakesTheSameFewStatementsForMuchAsForLittle() throws Exception {
        var browser = new Browser(port);
        browser.cookies()
                .put("cairn_session", signIn.openSession(cast.leader().id()).text());
        browser.get("/journal");
        int few = statements.during(() -> browser.get("/journal?limit=1")).count();
        int many = statements.during(() -> browser.get("/journal?limit=200")).count();
        assertThat(many).isEqualTo(few).isLessThanOrEqualTo(12);
    }
}
