package io.cairn.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.database.ReadyLines;
import io.cairn.kernel.DomainClock;
import io.cairn.testing.Browser;
import io.cairn.testing.CairnTest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.MethodMode;
import org.springframework.test.context.TestPropertySource;

/** An empty installation; each test has one of its own. */
@CairnTest
@TestPropertySource(properties = "cairn.test.empty=true")
class SetUpTests {
    private static final String PASSWORD = "stones upon stones";

    @LocalServerPort
    int port;

    @Autowired
    ObjectProvider<ReadyLines> readyLines;

    @Autowired
    DomainClock clock;

    private String code() {
        String line = readyLines
                .orderedStream()
                .flatMap(lines -> lines.lines().stream())
                .filter(each -> each.contains("code"))
                .findFirst()
                .orElseThrow();
        return line.substring(line.lastIndexOf(' ') + 1);
    }

    private String[] form(String code) {
        return new String[] {
            "code",
            code,
            "organization",
            "Lumina",
            "zone",
            "Pacific/Auckland",
            "currency",
            "NZD",
            "name",
            "Iris",
            "email",
            "iris@example.com",
            "password",
            PASSWORD,
            "again",
            PASSWORD
        };
    }

    @Test
    @DirtiesContext(methodMode = MethodMode.AFTER_METHOD)
    void anEmptyInstallationIsSetUpOnceWithTheCode() {
        var stranger = new Browser(port);
        assertThat(stranger.get("/sign-in").header("location")).isEqualTo("/set-up");
        assertThat(stranger.get("/objectives").header("location")).isEqualTo("/set-up");
        assertThat(stranger.get("/api/v1/journal").status()).isEqualTo(401);

        var browser = new Browser(port);
        assertThat(browser.get("/set-up").body()).contains("Pacific/Auckland", "NZD · New Zealand Dollar");
        var wrong = browser.post("/set-up", form("AAAA-BBBB-CCCC"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("not the code on the console", "value=\"Lumina\"")
                .doesNotContain(PASSWORD);

        var done = browser.post("/set-up", form(code().toLowerCase(java.util.Locale.ROOT)));
        assertThat(done.status()).isEqualTo(303);
        assertThat(done.header("location")).isEqualTo("/administration/frameworks?first=yes");
        assertThat(browser.get("/administration/frameworks?first=yes").body())
                .contains("Which of these will you use?", "Decide later");
        assertThat(browser.get("/").body())
                .contains("To begin with", "action=\"/guide/answer\"", "/administration/frameworks?first=yes");
        assertThat(browser.post("/administration/frameworks", "first", "yes", "used", "okr", "used", "kpi")
                        .header("location"))
                .isEqualTo("/");
        assertThat(browser.get("/").body()).doesNotContain("To begin with", "href=\"/plans\"");
        assertThat(browser.get("/account").body()).contains("Iris", "Administrator", "Lumina");
        assertThat(clock.getZone().getId()).isEqualTo("Pacific/Auckland");
        assertThat(browser.get("/journal").body()).contains("set Cairn up", "FY");
        assertThat(readyLines.orderedStream().flatMap(lines -> lines.lines().stream()))
                .noneMatch(line -> line.contains("code"));

        var late = new Browser(port);
        assertThat(late.get("/set-up").header("location")).isEqualTo("/");
        late.get("/sign-in");
        assertThat(late.post("/set-up", form("AAAA-BBBB-CCCC")).status()).isEqualTo(409);
        assertThat(late.signIn("iris@example.com", PASSWORD).status()).isEqualTo(303);
    }

    @Test
    @DirtiesContext(methodMode = MethodMode.AFTER_METHOD)
    void ofTwoWhoSetUpAtOnceOneDoes() {
        String code = code();
        List<Integer> answers = Stream.of(new Browser(port), new Browser(port), new Browser(port))
                .map(browser -> CompletableFuture.supplyAsync(() -> {
                    browser.get("/set-up");
                    return browser.post("/set-up", form(code)).status();
                }))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers).containsOnlyOnce(303);
        assertThat(answers.stream().filter(status -> status == 409)).hasSize(2);
    }

    @Test
    @DirtiesContext(methodMode = MethodMode.AFTER_METHOD)
    void tenWrongCodesShutTheDoorForAWhile() {
        var browser = new Browser(port);
        browser.get("/set-up");
        for (int wrong = 0; wrong < 10; wrong++) {
            assertThat(browser.post("/set-up", form("guess" + wrong)).status()).isEqualTo(422);
        }
        assertThat(browser.post("/set-up", form(code())).status()).isEqualTo(429);
    }

    @Test
    @DirtiesContext(methodMode = MethodMode.AFTER_METHOD)
    void everythingWrongIsSaidAtOnce() {
        var browser = new Browser(port);
        browser.get("/set-up");
        var reply = browser.post(
                "/set-up",
                "code",
                code(),
                "organization",
                " ",
                "zone",
                "UTC",
                "currency",
                "EUR",
                "name",
                "Iris",
                "email",
                "not an address",
                "password",
                "short",
                "again",
                "short");
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.body()).contains("organization-error", "email-error", "password-error");
    }
}
