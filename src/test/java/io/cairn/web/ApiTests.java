package io.cairn.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.web.Browser.Reply;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@SampleTest
class ApiTests {
    private static final String ID = "0198a000-0000-7000-8000-000000000001";
    private static final String THING = """
            {"title":"T","count":1,"value":0.50,"colour":"RED","day":"2026-08-15","at":"2026-08-15T12:00:00+02:00",
             "owner":"0198a000-0000-7000-8000-000000000001","open":true,"parts":[{"name":"a","target":1},{"name":"b","target":null}],
             "words":{}}""";

    Browser browser;

    @BeforeEach
    void open(@LocalServerPort int port) {
        browser = new Browser(port);
    }

    @Test
    void whatIsCreatedIsReadBackExactly() {
        var reply = browser.postJson("/api/v1/things", THING.replace("0.50", "1E+3"));
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.header("Location")).isEqualTo("/api/v1/things/7");
        assertThat(reply.body()).contains("\"value\":1000,", "\"at\":\"2026-08-15T10:00:00Z\"", "\"target\":null");
        assertThat(browser.postJson("/api/v1/things", THING).body())
                .contains("\"value\":0.50,", "\"day\":\"2026-08-15\"");
    }

    @Test
    void unreadableJsonIs400() {
        for (String body : new String[] {
            "",
            "{",
            "nonsense",
            THING + "{}",
            THING.replace("1,", "NaN,"),
            "null",
            THING.replace("{\"title\"", "{\"title\":\"S\",\"title\"")
        }) {
            var reply = browser.postJson("/api/v1/things", body);
            assertThat(reply.status()).as(body).isEqualTo(400);
            assertThat(reply.<String>json("$.code")).as(body).isEqualTo("UNREADABLE");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"title\":\"T\"|\"title\":\"a\\u0000b\"|title INVALID",
                "\"title\":\"T\"|\"title\":\"a\\u001bb\"|title INVALID",
                "\"title\":\"T\"|\"title\":\"a\\ud800b\"|title INVALID",
                "\"title\":\"T\"|\"title\":7|title INVALID",
                "\"title\":\"T\"|\"title\":true|title INVALID",
                "\"title\":\"T\"|\"title\":[\"a\"]|title INVALID",
                "\"title\":\"T\"|\"name\":\"T\"|name UNKNOWN_FIELD",
                "\"count\":1|\"count\":\"1\"|count INVALID",
                "\"count\":1|\"count\":1.0|count INVALID",
                "\"count\":1|\"count\":99999999999|count INVALID",
                "\"count\":1|\"count\":null|count REQUIRED",
                "\"count\":1,|~~|count REQUIRED",
                "\"value\":0.50|\"value\":\"0.50\"|value INVALID",
                "\"value\":0.50|\"value\":\"NaN\"|value INVALID",
                "\"value\":0.50|\"value\":1e400|value INVALID",
                "\"value\":0.50|\"value\":1e-400|value INVALID",
                "\"value\":0.50|\"value\":1e99999999999999999999|value INVALID",
                "\"value\":0.50|\"value\":1234567890123456789012345678901234567890|value INVALID",
                "\"value\":0.50|\"value\":0.123456789012345678901234567890123456789|value INVALID",
                "\"colour\":\"RED\"|\"colour\":\"BLUE\"|colour INVALID",
                "\"colour\":\"RED\"|\"colour\":0|colour INVALID",
                "\"colour\":\"RED\"|\"colour\":\"\"|colour INVALID",
                "\"day\":\"2026-08-15\"|\"day\":\"2026-02-30\"|day INVALID",
                "\"day\":\"2026-08-15\"|\"day\":\"\"|day INVALID",
                "\"day\":\"2026-08-15\"|\"day\":20|day INVALID",
                "\"day\":\"2026-08-15\"|\"day\":\"+12026-08-15\"|day INVALID",
                "\"at\":\"2026-08-15T12:00:00+02:00\"|\"at\":17|at INVALID",
                "\"at\":\"2026-08-15T12:00:00+02:00\"|\"at\":\"2026-08-15\"|at INVALID",
                "\"owner\":\"0198a000-0000-7000-8000-000000000001\"|\"owner\":\"\"|owner INVALID",
                "\"owner\":\"0198a000-0000-7000-8000-000000000001\"|\"owner\":\"x\"|owner INVALID",
                "\"open\":true|\"open\":1|open INVALID",
                "\"open\":true|\"open\":\"true\"|open INVALID",
                "\"target\":null|\"target\":\"9\"|parts[1].target INVALID",
                "\"target\":null|\"goal\":9|parts[1].goal UNKNOWN_FIELD",
                "\"words\":{}|\"words\":{\"a\":\"\\u0001\"}|words.a INVALID",
            })
    void wrongContentIsRefusedAtItsField(String right, String wrong, String error) {
        String body = THING.replace(right, wrong);
        assertThat(body).isNotEqualTo(THING);
        var reply = browser.postJson("/api/v1/things", body);
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.error()).isEqualTo(error);
    }

    @Test
    void numbersTooLongToReadAreRefusedAsWell() {
        var reply = browser.postJson("/api/v1/things", THING.replace("0.50", "1".repeat(5000)));
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.<String>json("$.code")).isEqualTo("INVALID");
    }

    @Test
    void anotherContentTypeIs415() {
        var reply = browser.send("POST", "/api/v1/things", THING, "Content-Type", "text/plain");
        assertThat(reply.status()).isEqualTo(415);
        assertThat(reply.<String>json("$.code")).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
        assertThat(browser.send("PATCH", "/api/v1/things/" + ID, "{}", "Content-Type", "text/plain")
                        .status())
                .isEqualTo(415);
        assertThat(browser.get("/api/v1/things", "Accept", "image/png").status())
                .isEqualTo(406);
    }

    @Test
    void aMalformedIdIsNotThere() {
        assertThat(browser.get("/api/v1/things/x").<String>json("$.code")).isEqualTo("NOT_FOUND");
        assertThat(browser.get("/api/v1/things/x").status()).isEqualTo(404);
        assertThat(browser.get("/api/v1/nothing").header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(browser.get("/api/v1/things/" + ID + "?depth=x").error()).isEqualTo("depth INVALID");
    }

    @Test
    void aProblemSaysWhatWhereAndWhatElse() {
        Reply several = browser.get("/api/v1/several");
        assertThat(several.status()).isEqualTo(422);
        assertThat(several.<Map<String, Object>>json("$"))
                .containsEntry("type", "urn:cairn:problem:required")
                .containsEntry("title", "Unprocessable Content")
                .containsEntry("detail", "This is needed.")
                .containsEntry("instance", "/api/v1/several")
                .containsEntry("code", "REQUIRED")
                .doesNotContainKey("details");
        assertThat(several.<String>json("$.errors[1].field")).isEqualTo("measures[1].target");
        assertThat(several.<String>json("$.errors[1].message")).isEqualTo("Too low.");
        assertThat(browser.get("/api/v1/stale").<Integer>json("$.details.current"))
                .isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({
        "23505,409,CONFLICT",
        "23503,409,CONFLICT",
        "40001,409,BUSY",
        "40P01,409,BUSY",
        "55P03,409,BUSY",
        "42501,403,KEY_NOT_HELD",
        "57014,503,TOOK_TOO_LONG",
        "08006,503,UNAVAILABLE",
        "57P01,503,UNAVAILABLE",
        "23514,422,INVALID",
        "22003,422,INVALID",
        "42703,500,INTERNAL",
        "28000,500,INTERNAL"
    })
    void theDatabasesRefusalsNameNothing(String state, int status, String code) {
        var reply = browser.get("/api/v1/sql/" + state);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.<String>json("$.code")).isEqualTo(code);
        assertThat(reply.body()).doesNotContain("secret", "duplicate");
    }

    @Test
    void aListKnowsItsFilters() {
        var reply = browser.get("/api/v1/things?limit=200&team=" + ID + "&team=" + ID + "&q=%20a%20&colour=");
        assertThat(reply.body()).isEqualTo("{\"limit\":200,\"teams\":[\"" + ID + "\"],\"q\":\"a\",\"colour\":null}");
        assertThat(browser.get("/api/v1/things").<Integer>json("$.limit")).isEqualTo(50);
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0,limit INVALID_LIMIT",
        "limit=201,limit INVALID_LIMIT",
        "limit=x,limit INVALID_LIMIT",
        "limit=99999999999,limit INVALID_LIMIT",
        "limit=1&limit=2,limit INVALID_LIMIT",
        "cycle=1,cycle UNKNOWN_FILTER",
        "team=x,team INVALID",
        "team=1-1-1-1-1,team INVALID",
        "q=a%00,q INVALID",
        "q=a&q=b,q INVALID",
        "colour=red,colour INVALID"
    })
    void aListRefusesWhatItDoesNotKnow(String query, String error) {
        var reply = browser.get("/api/v1/things?" + query);
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.error()).isEqualTo(error);
    }

    @Test
    void aPatchChangesWhatItNames() {
        var reply = browser.patch("/api/v1/things/" + ID, "{\"version\":3,\"part\":{\"target\":2.50}}");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body())
                .contains(
                        "\"version\":3",
                        "\"title\":\"Title\",\"target\":1.50,\"part\":{\"name\":\"Part\",\"target\":2.50}");
        assertThat(browser.patch("/api/v1/things/" + ID, "{\"version\":3,\"target\":null}")
                        .body())
                .contains("\"target\":null");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"title\":\"a\"}|422|version REQUIRED",
                "{\"version\":\"3\"}|422|version INVALID",
                "{\"version\":3.5}|422|version INVALID",
                "{\"version\":3,\"nonsense\":1}|422|nonsense UNKNOWN_FIELD",
                "{\"version\":3,\"part\":{\"x\":1}}|422|part.x UNKNOWN_FIELD",
                "{\"version\":3,\"title\":7}|422|title INVALID",
                "{\"version\":3,\"title\":\"\\u0000\"}|422|title INVALID",
                "{\"version\":3,\"target\":1e1000}|422|target INVALID",
                "{\"version\":3,\"target\":\"1\"}|422|target INVALID",
            })
    void aPatchRefusesAtTheField(String body, int status, String error) {
        var reply = browser.patch("/api/v1/things/" + ID, body);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.error()).isEqualTo(error);
    }

    @Test
    void aPatchIsAnObject() {
        var statuses = Arrays.stream(new String[] {"", "{", "[]", "{\"version\":1e99999999999}"})
                .map(body -> browser.patch("/api/v1/things/" + ID, body).status());
        assertThat(statuses).containsExactly(400, 400, 422, 422);
    }
}
