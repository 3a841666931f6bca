package io.cairn.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cairn.access.Passwords;
import io.cairn.access.SignIn;
import io.cairn.access.Tokens;
import io.cairn.access.Viewers;
import io.cairn.access.Viewing;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import io.cairn.testing.Browser;
import io.cairn.testing.CairnTest;
import io.cairn.testing.Founding;
import io.cairn.testing.Statements;
import io.cairn.testing.TestDatabase;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@CairnTest
class AccountTests {
    private static final Pattern SECRET = Pattern.compile("cairn_[A-Za-z0-9_-]{43}");
    private static final String PASSWORD = "a walk in the hills";

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    @Autowired
    Passwords passwords;

    @Autowired
    SignIn signIn;

    @Autowired
    Viewers viewers;

    @Autowired
    Tokens tokens;

    @Autowired
    JdbcClient db;

    @Autowired
    Statements statements;

    Founding founding;
    String run;
    UUID ada;
    UUID ben;
    UUID root;

    @BeforeEach
    void found() {
        founding = new Founding(database);
        run = UUID.randomUUID().toString();
        ada = person("Ada");
        ben = person("Ben");
        root = person("Root", Role.ADMIN);
    }

    private UUID person(String name, Role... roles) {
        return founding.person(name, email(name), roles);
    }

    private void givePassword() {
        Viewing.runAsSystem("Test", () -> passwords.set(ada, email("Ada"), PASSWORD));
    }

    private String email(String name) {
        return name.toLowerCase(java.util.Locale.ROOT) + "-" + run + "@example.com";
    }

    private Browser as(UUID person) {
        var browser = new Browser(port);
        browser.cookies().put("cairn_session", signIn.openSession(person).text());
        return browser;
    }

    private Viewer viewer(UUID person) {
        return viewers.holding(signIn.openSession(person)).orElseThrow();
    }

    private static String secretIn(String body) {
        Matcher found = SECRET.matcher(body);
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private Browser bearing(String token) {
        return new Browser(port).bearing(token);
    }

    private String newToken(UUID person, String name) {
        Browser browser = as(person);
        browser.get("/account");
        return secretIn(
                browser.post("/account/tokens", "name", name, "days", "30").body());
    }

    @Test
    void aTokenIsShownOnceAndWorksUntilItIsRevoked() {
        Browser browser = as(ada);
        browser.get("/account");
        var made = browser.post("/account/tokens", "name", "Monthly report", "days", "30");
        String token = secretIn(made.body());
        assertThat(bearing(token).get("/api/v1/journal").status()).isEqualTo(200);
        String page = browser.get("/account").body();
        assertThat(page).contains("Monthly report").doesNotContain(token);
        UUID id = tokenId(ada);
        assertThat(browser.post("/account/tokens/" + id + "/revocation").status())
                .isEqualTo(303);
        assertThat(bearing(token).get("/api/v1/journal").status()).isEqualTo(401);
    }

    @Test
    void bearersNeedNoCsrfTokenButCookiesDoOnTheApiToo() {
        String token = newToken(ada, "ci");
        assertThat(bearing(token).json("POST", "/api/v1/people", "{}").body()).doesNotContain("FORM_EXPIRED");
        var byCookie = as(ada).json("POST", "/api/v1/people", "{}");
        assertThat(byCookie.status()).isEqualTo(403);
        assertThat(byCookie.body()).contains("FORM_EXPIRED");
        Browser both = as(ada).with("Authorization", "Basic eDp5");
        assertThat(both.json("POST", "/api/v1/people", "{}").status()).isEqualTo(403);
    }

    @Test
    void anExpiredTokenOpensNothing() {
        String token = newToken(ada, "ci");
        founding.run("update access.token set expires_at = now() - interval '1 second' where person_id = ?", ada);
        assertThat(bearing(token).get("/api/v1/journal").status()).isEqualTo(401);
    }

    @Test
    void whoLeavesIsOutAtTheNextRequest() {
        String token = newToken(ada, "ci");
        Browser browser = as(ada);
        assertThat(browser.get("/account").status()).isEqualTo(200);
        founding.run("update organization.person set status = 'LEFT' where id = ?", ada);
        assertThat(bearing(token).get("/api/v1/journal").status()).isEqualTo(401);
        assertThat(browser.get("/account").status()).isEqualTo(303);
    }

    @Test
    void signingOutEverywhereEndsSessionsAndKeepsTokens() {
        String token = newToken(ada, "ci");
        Browser here = as(ada);
        Browser there = as(ada);
        here.get("/account");
        assertThat(here.post("/account/sign-out-everywhere").header("location")).isEqualTo("/sign-in");
        assertThat(there.get("/account").status()).isEqualTo(303);
        assertThat(bearing(token).get("/api/v1/journal").status()).isEqualTo(200);
    }

    @Test
    void changingThePasswordEndsOtherSessions() {
        givePassword();
        Browser here = as(ada);
        Browser there = as(ada);
        here.get("/account");
        var wrong = here.post(
                "/account/password", "current", "nonsense", "password", "another walk", "again", "another walk");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("This is not your current password.");
        var weak = here.post("/account/password", "current", PASSWORD, "password", "short", "again", "short");
        assertThat(weak.body()).contains("Use at least 10 characters.");
        var changed = here.post(
                "/account/password", "current", PASSWORD, "password", "another walk", "again", "another walk");
        assertThat(changed.status()).isEqualTo(303);
        assertThat(here.get("/account").status()).isEqualTo(200);
        assertThat(there.get("/account").status()).isEqualTo(303);
        assertThat(new Browser(port).signIn(email("Ada"), PASSWORD).status()).isEqualTo(401);
        assertThat(new Browser(port).signIn(email("Ada"), "another walk").status())
                .isEqualTo(303);
    }

    @Test
    void guessingTheCurrentPasswordIsSlowedDownAsWell() {
        givePassword();
        Browser here = as(ada);
        here.get("/account");
        for (int failure = 0; failure < 5; failure++) {
            here.post("/account/password", "current", "nonsense", "password", "another walk", "again", "another walk");
        }
        var refused = here.post(
                "/account/password", "current", PASSWORD, "password", "another walk", "again", "another walk");
        assertThat(refused.status()).isEqualTo(429);
    }

    @Test
    void peopleWhoShareNothingSeeOnlyTheirOwnTokens() {
        newToken(ada, "Ada's secret project");
        newToken(ben, "Ben's script");
        assertThat(as(ben).get("/account").body()).contains("Ben&#39;s script").doesNotContain("secret project");
        assertThat(Viewing.as(viewer(ben), () -> tokens.of(ada))).isEmpty();
        assertThat(Viewing.as(viewer(ben), () -> tokens.all(1000)))
                .allMatch(token -> token.personId().equals(ben));
        Browser browser = as(ben);
        browser.get("/account");
        assertThat(browser.post("/account/tokens/" + tokenId(ada) + "/revocation")
                        .status())
                .isEqualTo(404);
        assertThat(browser.get("/administration/accounts").status()).isEqualTo(403);
    }

    @Test
    void administratorsSeeNamesAndRevokeButReadNothing() {
        String token = newToken(ada, "Quarterly export");
        Browser browser = as(root);
        assertThat(browser.get("/administration/accounts?q=" + run).body()).contains(email("Ada"), email("Ben"));
        String page = browser.get("/administration/accounts").body();
        assertThat(page).contains("Quarterly export").doesNotContain(token);
        assertThat(browser.post("/administration/accounts/tokens/" + tokenId(ada) + "/revocation")
                        .status())
                .isEqualTo(303);
        assertThat(bearing(token).get("/api/v1/journal").status()).isEqualTo(401);
    }

    @Test
    void theApplicationCannotReadWhatSecretsAreKeptAs() {
        assertThatThrownBy(() -> Viewing.as(
                        viewer(root),
                        () -> db.sql("select hash from access.token").query().listOfRows()))
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(
                        () -> db.sql("select * from access.credential").query().listOfRows())
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> db.sql("select * from access.attempt").query().listOfRows())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void aLinkSetsAPasswordOnce() {
        Browser administrator = as(root);
        administrator.get("/administration/accounts");
        String first = secretIn(
                administrator.post("/administration/accounts/" + ada + "/link").body());
        var shown = administrator.post("/administration/accounts/" + ada + "/link");
        String link = secretIn(shown.body());
        assertThat(shown.body()).contains("http://127.0.0.1:" + port + "/link/" + link);

        var guest = new Browser(port);
        assertThat(guest.get("/link/" + first).status()).as("an earlier link").isEqualTo(404);
        var opened = guest.get("/link/" + link);
        assertThat(opened.header("referrer-policy")).isEqualTo("no-referrer");
        assertThat(opened.header("cache-control")).contains("no-store");
        assertThat(bearing(link).get("/api/v1/journal").status())
                .as("a link is no token")
                .isEqualTo(401);
        assertThat(guest.post("/link/" + link, "password", "short", "again", "short")
                        .status())
                .isEqualTo(422);
        assertThat(guest.post("/link/" + link, "password", "my first own one", "again", "another")
                        .status())
                .isEqualTo(422);
        assertThat(guest.post("/link/" + link, "password", "my first own one", "again", "my first own one")
                        .status())
                .isEqualTo(303);
        assertThat(guest.get("/account").body()).contains("Ada");
        assertThat(new Browser(port).get("/link/" + link).status()).isEqualTo(404);
        assertThat(guest.post("/link/" + link, "password", "a second time", "again", "a second time")
                        .status())
                .isEqualTo(404);
        assertThat(new Browser(port).signIn(email("Ada"), "my first own one").status())
                .isEqualTo(303);
    }

    @Test
    void aLinkLivesForADay() {
        Browser administrator = as(root);
        administrator.get("/administration/accounts");
        String link = secretIn(
                administrator.post("/administration/accounts/" + ada + "/link").body());
        founding.run(
                "update access.token set expires_at = expires_at - interval '24 hours' where person_id = ? and kind = 'LINK'",
                ada);
        assertThat(new Browser(port).get("/link/" + link).status()).isEqualTo(404);
    }

    @Test
    void onlyAdministratorsMakeLinks() {
        Browser browser = as(ben);
        browser.get("/account");
        assertThat(browser.post("/administration/accounts/" + ada + "/link").status())
                .isEqualTo(403);
        assertThatThrownBy(() -> Viewing.as(
                        viewer(ben),
                        () -> db.sql(
                                        "select access.issue(gen_random_uuid(), sha256('x'), :person, 'LINK', 'x', interval '1 day')")
                                .param("person", ada)
                                .query((row, n) -> n)
                                .list()))
                .isInstanceOf(org.springframework.dao.DataAccessException.class);
    }

    @Test
    void theJournalTellsOwnersAndAdministratorsAndNeverASecret() {
        String token = newToken(ada, "Quarterly export");
        Browser administrator = as(root);
        administrator.get("/administration/accounts");
        String link = secretIn(
                administrator.post("/administration/accounts/" + ada + "/link").body());
        String toAda = as(ada).get("/journal").body();
        String toRoot = administrator.get("/journal?q=" + "one-time").body();
        String toBen = as(ben).get("/journal").body();
        assertThat(toAda)
                .contains("Quarterly export", "made a one-time link for Ada")
                .doesNotContain(token, link);
        assertThat(toRoot).contains("made a one-time link for Ada").doesNotContain("Quarterly export", link);
        assertThat(toBen).doesNotContain("Quarterly export", "one-time link");
        String json = bearing(newToken(root, "audit"))
                .get("/api/v1/journal?subjectKind=token&actorId=" + ada)
                .body();
        assertThat(json)
                .contains("\"action\":\"token.issued\"", "Quarterly export")
                .doesNotContain("“audit”", token);
    }

    @Test
    void pagesTakeFewStatementsHoweverManyTokensThereAre() throws Exception {
        Browser browser = as(root);
        browser.get("/account");
        int account = statements.during(() -> browser.get("/account")).count();
        int accounts =
                statements.during(() -> browser.get("/administration/accounts")).count();
        for (int n = 0; n < 5; n++) {
            newToken(root, "Token " + n);
            newToken(ada, "Token " + n);
        }
        assertThat(statements.during(() -> browser.get("/account")).count())
                .isEqualTo(account)
                .isLessThanOrEqualTo(12);
        assertThat(statements
                        .during(() -> browser.get("/administration/accounts"))
                        .count())
                .isEqualTo(accounts)
                .isLessThanOrEqualTo(12);
    }

    private UUID tokenId(UUID person) {
        return Viewing.as(viewer(person), () -> tokens.of(person)).stream()
                .filter(token -> token.kind() == Tokens.Kind.API)
                .findFirst()
                .orElseThrow()
                .id();
    }
}
