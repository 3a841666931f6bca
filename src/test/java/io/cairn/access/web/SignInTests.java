package io.cairn.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.access.Passwords;
import io.cairn.access.Viewing;
import io.cairn.testing.Browser;
import io.cairn.testing.CairnTest;
import io.cairn.testing.Founding;
import io.cairn.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

@CairnTest
@TestPropertySource(properties = "cairn.trusted-proxies=127.0.0.1")
@DirtiesContext
class SignInTests {
    private static final String PASSWORD = "a walk in the hills";

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    @Autowired
    Passwords passwords;

    UUID ada;
    String email;

    @BeforeEach
    void found() {
        var founding = new Founding(database);
        email = "ada-" + UUID.randomUUID() + "@example.com";
        ada = founding.person("Ada", email);
        Viewing.runAsSystem("Test", () -> passwords.set(ada, email, PASSWORD));
    }

    Browser browser() {
        return new Browser(port);
    }

    @Test
    void theRightPasswordOpensASession() {
        Browser browser = browser();
        var reply = browser.signIn(email.toUpperCase(java.util.Locale.ROOT), PASSWORD);
        assertThat(reply.status()).isEqualTo(303);
        assertThat(reply.header("location")).isEqualTo("/");
        assertThat(reply.cookie("cairn_session"))
                .contains("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=1209600")
                .doesNotContain("Secure");
        assertThat(browser.get("/account").body()).contains("Ada", email);
    }

    @Test
    void behindTlsCookiesAreForTlsOnly() {
        Browser browser = browser().with("X-Forwarded-Proto", "https");
        assertThat(browser.get("/sign-in").cookie("__Host-cairn_csrf"))
                .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Domain");
        assertThat(browser.signIn(email, PASSWORD).cookie("__Host-cairn_session"))
                .contains("Secure", "HttpOnly", "Path=/")
                .doesNotContain("Domain");
        assertThat(browser.get("/account").body()).as("the session holds").contains("Ada");
        assertThat(browser.cookies()).doesNotContainKeys("cairn_csrf", "cairn_session");
    }

    @Test
    void failuresOfLongAgoAreForgottenByWhoeverTriesNext() {
        var founding = new Founding(database);
        for (String days : List.of("2", "0")) {
            founding.run("insert into access.attempt values ('somebody-%s', '192.0.2.1', 3, now() - interval '%s days')"
                    .formatted(days + email, days));
        }
        browser().signIn("nobody-" + email, PASSWORD);
        assertThat(attempts("somebody-2" + email)).isZero();
        assertThat(attempts("somebody-0" + email)).isOne();
    }

    private int attempts(String account) {
        try (var connection = database.superuser().connect();
                var rows = connection
                        .createStatement()
                        .executeQuery("select count(*) from access.attempt where account = '" + account + "'")) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aWrongPasswordAndAnUnknownAccountAnswerAlike() {
        var wrong = browser().signIn(email, "not the password");
        var unknown = browser().signIn("nobody-" + email, "not the password");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(masked(unknown.body())).isEqualTo(masked(wrong.body()));
        assertThat(wrong.body()).contains("do not belong together", "value=\"" + email + "\"");
        assertThat(wrong.cookie("cairn_session")).isEmpty();
    }

    @Test
    void anUnknownAccountTakesAsLong() {
        browser().signIn(email, "to warm up");
        long wrong = nanos(() -> browser().signIn(email, "not the password"));
        long unknown = nanos(() -> browser().signIn("nobody-" + email, "not the password"));
        assertThat((double) unknown / wrong).isBetween(0.2, 5.0);
    }

    @Test
    void fiveFailuresAreFreeThenEachCostsMore() throws Exception {
        Browser browser = browser();
        for (int failure = 1; failure <= 5; failure++) {
            assertThat(browser.signIn(email, "wrong password").status()).isEqualTo(401);
        }
        var refused = browser.signIn(email, PASSWORD);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("retry-after")).isEqualTo("1");
        assertThat(refused.body()).contains("Try again in 1 second.");
        Thread.sleep(1100);
        assertThat(browser.signIn(email, "wrong password").status()).isEqualTo(401);
        assertThat(browser.signIn(email, PASSWORD).header("retry-after")).isEqualTo("2");
        Thread.sleep(2100);
        assertThat(browser.signIn(email, PASSWORD).status()).isEqualTo(303);
        assertThat(browser.signIn(email, "wrong password").status()).isEqualTo(401);
        assertThat(browser.signIn(email, PASSWORD).status()).isEqualTo(303);
    }

    @Test
    void aKeyForTheRequestDoesNotForgiveFailures() {
        Browser browser = browser();
        browser.signIn(email, PASSWORD);
        browser.get("/account");
        for (int failure = 1; failure <= 5; failure++) {
            browser.post("/sign-in", "email", "other-" + email, "password", "guess " + failure, "_once", "k" + failure);
        }
        assertThat(browser.post("/sign-in", "email", "other-" + email, "password", "guess 6", "_once", "k6")
                        .status())
                .isEqualTo(429);
    }

    @Test
    void triesMadeAtOnceDoNotPassTogether() {
        var statuses = java.util.stream.IntStream.range(0, 30)
                .parallel()
                .mapToObj(n -> browser().signIn(email, "guess number " + n).status())
                .toList();
        assertThat(statuses.stream().filter(status -> status == 401).count()).isLessThanOrEqualTo(7);
    }

    @Test
    void afterSigningInOneIsWhereOneWantedToGo() {
        Browser browser = browser();
        String asked = browser.get("/account?from=a%20b&x=1%2B1").header("location");
        assertThat(asked).isEqualTo("/sign-in?next=/account?from%3Da%2520b%26x%3D1%252B1");
        assertThat(browser.get(asked).body()).contains("value=\"/account?from=a%20b&amp;x=1%2B1\"");
    }

    @Test
    void anAddressElsewhereIsNotFollowed() {
        for (String elsewhere :
                new String[] {"https://evil.example", "//evil.example", "/\\evil.example", "javascript:1"}) {
            Browser browser = browser();
            browser.get("/sign-in");
            var reply = browser.post("/sign-in", "email", email, "password", PASSWORD, "next", elsewhere);
            assertThat(reply.header("location")).as(elsewhere).isEqualTo("/");
        }
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        Browser browser = browser();
        browser.get("/sign-in");
        assertThat(browser.postWithoutCsrf("/sign-in", "email", email, "password", PASSWORD)
                        .status())
                .isEqualTo(403);
        browser.signIn(email, PASSWORD);
        var refused = browser.postWithoutCsrf("/account/tokens", "name", "x", "days", "1");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("Reload it and send it again");
    }

    @Test
    void signingOutEndsTheSession() {
        Browser browser = browser();
        browser.signIn(email, PASSWORD);
        String session = browser.cookies().get("cairn_session");
        browser.get("/account");
        assertThat(browser.post("/sign-out").header("location")).isEqualTo("/sign-in");
        Browser thief = browser();
        thief.cookies().put("cairn_session", session);
        assertThat(thief.get("/account").status()).isEqualTo(303);
    }

    @Test
    void strangersAreAskedToSignInAsTheirRequestCanTakeIt() {
        assertThat(browser().get("/api/v1/journal").status()).isEqualTo(401);
        assertThat(browser().get("/api/v1/journal").body()).contains("NOT_SIGNED_IN");
        assertThat(browser().json("POST", "/api/v1/journal", "{}").status()).isEqualTo(401);
        assertThat(browser().get("/").header("location")).isEqualTo("/sign-in");
        var htmx = browser().with("HX-Request", "true").get("/account");
        assertThat(htmx.status()).isEqualTo(401);
        assertThat(htmx.header("cairn-sign-in")).isEqualTo("/sign-in");
        assertThat(browser().bearing("cairn_wrong").get("/api/v1/journal").status())
                .isEqualTo(401);
        assertThat(browser().bearing("rubbish").get("/sign-in").status()).isEqualTo(401);
    }

    @Test
    void theDemosDoorIsShutElsewhere() {
        Browser browser = browser();
        assertThat(browser.get("/sign-in").body()).doesNotContain("/sign-in/demo");
        assertThat(browser.post("/sign-in/demo", "person", ada.toString()).status())
                .isEqualTo(404);
    }

    @Test
    void whatWasTypedWhenTheSessionEndedIsOfferedAgain() {
        Browser browser = browser();
        browser.signIn(email, PASSWORD);
        browser.get("/account");
        browser.cookies().remove("cairn_session");
        var kept = browser.post(
                "/people?from=here&tag=0", "tag", "a \"quote\"", "tag", "two\r\nlines <b>", "empty", "", "_once", "k1");
        assertThat(kept.status()).isEqualTo(401);
        assertThat(kept.body()).contains("what you typed can be saved");
        var wrong = browser.post("/sign-in", with(kept, "email", email, "password", "wrong password"));
        assertThat(wrong.status()).isEqualTo(401);
        var offered = browser.post("/sign-in", with(wrong, "email", email, "password", PASSWORD));
        assertThat(offered.status()).isEqualTo(200);
        assertThat(offered.body()).contains("action=\"/people?from=here&amp;tag=0\"", "Save what you typed");
        assertThat(offered.hidden().stream().filter(field -> !field.getKey().equals("_csrf")))
                .extracting(field -> field.getKey() + "=" + field.getValue().replace("\r", ""))
                .containsExactlyInAnyOrder("tag=a \"quote\"", "tag=two\nlines <b>", "empty=", "_once=k1");
        assertThat(browser.cookies()).containsKey("cairn_session");
        assertThat(browser.post("/people", offered.hidden()).status()).isNotIn(401, 403);
    }

    @Test
    void aForgedFormIsNotKept() {
        Browser browser = browser();
        browser.get("/sign-in");
        assertThat(browser.postWithoutCsrf("/people", "name", "Mallory").status())
                .isEqualTo(403);
    }

    private static java.util.List<java.util.Map.Entry<String, String>> with(Browser.Reply page, String... pairs) {
        var fields = new java.util.ArrayList<>(page.hidden());
        for (int i = 0; i < pairs.length; i += 2) {
            fields.add(java.util.Map.entry(pairs[i], pairs[i + 1]));
        }
        return fields;
    }

    private String masked(String body) {
        return body.replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "").replace("nobody-" + email, email);
    }

    private static long nanos(Runnable work) {
        long before = System.nanoTime();
        work.run();
        return System.nanoTime() - before;
    }
}
