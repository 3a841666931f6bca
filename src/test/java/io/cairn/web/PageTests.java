package io.cairn.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@SampleTest
class PageTests {
    @Autowired
    SampleServer.CountedTransactions transactions;

    Browser browser;

    @BeforeEach
    void open(@LocalServerPort int port) {
        browser = new Browser(port);
    }

    @Test
    void aPageStandsInTheShell() {
        var reply = browser.get("/sample");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body())
                .contains("<!doctype html>", "Sample", "Grüße &lt;b&gt;", "path=/sample today=2026-08-15");
        assertThat(reply.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(reply.headers("Cache-Control")).containsExactly("private, no-store");
        assertThat(reply.header("Content-Length"))
                .isEqualTo(String.valueOf(reply.body().getBytes(StandardCharsets.UTF_8).length));
    }

    @Test
    void aPageSaysItsStatus() {
        assertThat(browser.get("/sample?text=bad").status()).isEqualTo(422);
        assertThat(browser.get("/sample?text=bad").body()).contains("<p>bad</p>");
    }

    @Test
    void htmxGetsTheContentOnlyUnlessItReplacesTheWholePage() {
        assertThat(browser.get("/sample", "HX-Request", "true").body()).startsWith("<p>Gr");
        assertThat(browser.get("/sample", "HX-Request", "true", "HX-Boosted", "true")
                        .body())
                .contains("<!doctype html>");
        assertThat(browser.get("/part").body()).isEqualTo("<p>part</p>");
    }

    @Test
    void theBannerTellsThatThisIsADemo() {
        assertThat(browser.get("/sample").body()).contains("Demo, 15 August 2026");
    }

    @Test
    void theRailCountsInOneTransactionAndOnlyForWhoIsSignedIn() {
        int before = transactions.begun;
        assertThat(browser.get("/sample").body()).contains("due=0 people=0");
        assertThat(transactions.begun).isEqualTo(before);
        assertThat(browser.get("/sample", "X-Test-Viewer", "iris").body()).contains("due=3 people=5");
        assertThat(transactions.begun).isEqualTo(before + 1);
    }

    @Test
    void aRedirectCarriesAMessageThatIsShownOnce() {
        var saved = browser.postForm("/free/save", "a=b");
        assertThat(saved.status()).isEqualTo(303);
        assertThat(saved.header("Location")).isEqualTo("/sample");
        String cookie = saved.header("Set-Cookie");
        assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Max-Age=60").doesNotContain("Secure");

        var next = browser.get("/sample", "Cookie", cookie.substring(0, cookie.indexOf(';')));
        assertThat(next.body()).contains("Saved &lt;it");
        assertThat(next.headers("Set-Cookie")).anySatisfy(one -> assertThat(one).contains("toast=;", "Max-Age=0"));
    }

    @Test
    void aForgedMessageIsIgnored() {
        assertThat(browser.get("/sample", "Cookie", "toast=!!").status()).isEqualTo(200);
    }

    @Test
    void htmxIsToldToGoOn() {
        var reply = browser.postForm("/free/save", "a=b", "HX-Request", "true");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("HX-Redirect")).isEqualTo("/sample");
    }

    @Test
    void theThemeChangesWithoutScriptAndReturnsToThePage() {
        var reply = browser.postForm("/theme", "", "Referer", "http://localhost:1/sample?text=a");
        assertThat(reply.status()).isEqualTo(303);
        assertThat(reply.header("Location")).isEqualTo("/sample?text=a");
        assertThat(reply.header("Set-Cookie")).startsWith("theme=light;");
        assertThat(browser.postForm("/theme", "theme=dark").header("Set-Cookie"))
                .startsWith("theme=dark;");
        assertThat(browser.get("/sample", "Cookie", "theme=dark").body())
                .contains("<html lang=\"en\" data-bs-theme=\"dark\">");
        assertThat(browser.get("/sample", "Cookie", "theme=x").body()).contains("<html lang=\"en\">");
    }

    @Test
    void aRefererElsewhereLeadsHome() {
        assertThat(browser.postForm("/theme", "", "Referer", "http://localhost//evil.example")
                        .header("Location"))
                .isEqualTo("/");
    }

    @Test
    void anErrorIsAPageForPeople() {
        var reply = browser.get("/denied", "X-Test-Viewer", "iris");
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.body()).contains("<!doctype html>", "Not yours to do", "You may see this but not change it.");
    }

    @Test
    void unknownPathsAndMalformedIdsAreNotThere() {
        for (String path :
                new String[] {"/nothing", "/sample/nonsense", "/assets/none.css", "/sample%0a", "/favicon.ico"}) {
            var reply = browser.get(path);
            assertThat(reply.status()).as(path).isEqualTo(path.contains("%") ? 400 : 404);
            assertThat(reply.body()).as(path).contains("<!doctype html>", "<main");
        }
    }

    @Test
    void anotherMethodIsRefusedWithTheOnesThatWork() {
        var reply = browser.postForm("/part", "", "X-Test-Viewer", "iris");
        assertThat(reply.status()).isEqualTo(403);
        var api = browser.send("DELETE", "/api/v1/things", "");
        assertThat(api.status()).isEqualTo(405);
        assertThat(api.header("Allow")).contains("GET", "POST");
        assertThat(api.<String>json("$.code")).isEqualTo("METHOD_NOT_ALLOWED");
    }

    @Test
    void aFormWithoutItsTokenIsRefusedOnAPageOfOurs() {
        var reply = browser.postForm("/guarded", "a=b");
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.body()).contains("<!doctype html>", "NOT_ALLOWED");
    }

    @Test
    void aFileThatFailsHalfwayIsBrokenOffAndNotEnded() {
        assertThatThrownBy(() -> browser.get("/broken-off")).hasRootCauseInstanceOf(IOException.class);
    }

    @Test
    void whatNobodyForesawIsNumberedAndKeepsItsWordsToItself() {
        for (String path : new String[] {"/broken", "/broken-filter", "/api/v1/broken"}) {
            var reply = browser.get(path);
            assertThat(reply.status()).as(path).isEqualTo(500);
            assertThat(reply.body())
                    .as(path)
                    .containsPattern("noted under [0-9A-F]{8}")
                    .doesNotContain("secret", "Exception");
        }
    }

    @Test
    void formTextIsCleanAndItsNumbersAreNumbers() {
        assertThat(browser.postForm("/free/form", "name=a%0D%0Ab&count=1").body())
                .contains("a\nb");
        for (String body : new String[] {"name=a%00b&count=1", "name=a&count=x"}) {
            assertThat(browser.postForm("/free/form", body).status()).as(body).isEqualTo(422);
        }
        assertThat(browser.get("/sample?text=a%00b").status()).isEqualTo(422);
    }

    @Test
    void whoAsksForJsonGetsIt() {
        var reply = browser.get("/denied", "Accept", "application/json");
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(browser.get("/denied", "Accept", "text/html,*/*").body()).contains("<!doctype html>");
    }
}
