package io.cairn.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@SampleTest
class ServerTests {
    Browser browser;

    @BeforeEach
    void open(@LocalServerPort int port) {
        browser = new Browser(port);
    }

    @Test
    void everyReplyForbidsWhatOurPagesNeverDo() {
        String htmx = Assets.url("vendor/htmx.min.js");
        for (String path :
                new String[] {"/sample", "/nothing", "/broken", "/broken-filter", "/api/v1/things", "/sample%0a", htmx
                }) {
            var reply = browser.get(path);
            assertThat(reply.headers("Content-Security-Policy"))
                    .as(path)
                    .singleElement()
                    .asString()
                    .contains("default-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(reply.headers("X-Content-Type-Options")).as(path).containsExactly("nosniff");
            assertThat(reply.headers("Referrer-Policy")).as(path).containsExactly("same-origin");
            assertThat(reply.headers("Permissions-Policy"))
                    .as(path)
                    .singleElement()
                    .asString()
                    .contains("camera=()");
            assertThat(reply.headers("Cross-Origin-Opener-Policy")).as(path).containsExactly("same-origin");
            assertThat(reply.headers("Strict-Transport-Security")).as(path).isEmpty();
        }
    }

    @Test
    void whatIsNoHttpIsRefusedInOurWords() throws Exception {
        assertThat(raw("GET /a|b HTTP/1.1\r\nHost: a\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("The request could not be read.", "Content-Security-Policy: default-src 'self'")
                .doesNotContain("<style", "Tomcat");
        assertThat(raw("GET /api/v1/things/%00 HTTP/1.1\r\nHost: a\r\n\r\n"))
                .contains("application/problem+json", "\"code\":\"UNREADABLE\"");
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", browser.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void overTlsTheBrowserRemembersIt() {
        var reply = browser.get("/sample", "X-Forwarded-Proto", "https");
        assertThat(reply.headers("Strict-Transport-Security")).containsExactly("max-age=31536000");
        assertThat(browser.postForm("/free/save", "", "X-Forwarded-Proto", "https")
                        .header("Set-Cookie"))
                .contains("Secure");
    }

    @Test
    void bodiesOverOneMegabyteAreRefused() {
        String large = "{\"title\":\"" + "a".repeat(1_100_000) + "\"}";
        var reply = browser.postJson("/api/v1/things", large);
        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.<String>json("$.code")).isEqualTo("BODY_TOO_LARGE");
        assertThat(browser.postForm("/free/form", large).body()).contains("<!doctype html>", "BODY_TOO_LARGE");
    }

    @Test
    void bodiesOfUnknownLengthAreCounted() {
        String large = "{\"title\":\"" + "a".repeat(1_100_000) + "\"}";
        for (String path : new String[] {"/api/v1/things", "/free/form"}) {
            boolean api = path.startsWith("/api");
            var body = BodyPublishers.ofInputStream(
                    () -> new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8)));
            var reply = browser.send(
                    "POST", path, body, "Content-Type", api ? "application/json" : "application/x-www-form-urlencoded");
            assertThat(reply.status()).as(path).isEqualTo(413);
            assertThat(reply.body()).as(path).contains("BODY_TOO_LARGE");
        }
    }

    @Test
    void anAssetIsKeptForEverUnderItsContentsAddress() {
        String url = Assets.url("vendor/htmx.min.js");
        assertThat(url).matches("/assets/vendor/htmx\\.min\\.js\\?v=[0-9a-f]{12}");
        var reply = browser.get(url, "Accept-Encoding", "gzip");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.headers("Cache-Control")).containsExactly("public, max-age=31536000, immutable");
        assertThat(reply.header("Content-Type")).isEqualTo("text/javascript;charset=UTF-8");
        assertThat(reply.header("Content-Encoding")).isEqualTo("gzip");
    }

    @Test
    void withoutTheHashAnAssetIsAskedForAgain() {
        var reply = browser.get("/assets/vendor/htmx.min.js");
        assertThat(reply.headers("Cache-Control")).containsExactly("public, no-cache");
        var again = browser.get("/assets/vendor/htmx.min.js", "If-None-Match", reply.header("ETag"));
        assertThat(again.status()).isEqualTo(304);
    }

    @Test
    void onlyWhatWeShipIsServed() {
        for (String path : new String[] {
            "/assets/application.properties",
            "/assets/../application.properties",
            "/assets/",
            "/assets/vendor",
            "/static/vendor/htmx.min.js"
        }) {
            assertThat(browser.get(path).status()).as(path).isIn(400, 404);
        }
        assertThatThrownBy(() -> Assets.url("none.css")).hasMessageContaining("none.css");
    }
}
