package io.cairn.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.access.SignIn;
import io.cairn.kernel.Viewer;
import io.cairn.testing.Api;
import io.cairn.testing.Browser;
import io.cairn.testing.CairnTest;
import io.cairn.testing.SmallCompany;
import io.cairn.testing.SmallCompany.Cast;
import io.cairn.testing.Statements;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@CairnTest
class GuidePagesTests {
    private static final String API = "/api/v1/guide/recommendations";

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

    @BeforeEach
    void meet() {
        cast = company.cast();
    }

    Browser browser(Viewer viewer) {
        return Browser.in(port, signIn.openSession(viewer.id()).text());
    }

    @Test
    void theApiRecommendsBestFirstWithEveryRow() {
        var reply = api.post(
                cast.stranger(),
                API,
                Map.of("employees", 120, "functions", List.of("SALES"), "needs", List.of("EXECUTION_WEAK")));
        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(200);
        JsonNode first = reply.body().path("recommendations").path(0);
        assertThat(first.path("framework").asString()).isEqualTo("fourdx");
        assertThat(first.path("score").asInt()).isEqualTo(7);
        assertThat(first.path("derived").asBoolean()).isFalse();
        assertThat(first.path("inCairn").asBoolean()).isFalse();
        assertThat(first.path("pros").asString()).isEqualTo("Simple and focused");
        assertThat(first.path("reasons")
                        .valueStream()
                        .map(reason -> reason.path("table").asString() + " "
                                + reason.path("row").asString() + " "
                                + reason.path("points").asInt()))
                .containsExactly("NEED EXECUTION_WEAK 3", "STAGE SCALE_UP 2", "FUNCTION SALES 2");
        assertThat(reply.body()
                        .path("combinations")
                        .valueStream()
                        .map(each -> each.path("combination").asString()))
                .containsExactly("OKR_MBO_BRIDGE", "OKR_KPI_HYBRID");
        assertThat(api.post(cast.stranger(), API, Map.of("employees", 48))
                        .body()
                        .path("stages")
                        .valueStream()
                        .map(stage -> stage.path("row").asString()
                                + stage.path("points").asInt()))
                .containsExactly("STARTUP2", "SCALE_UP0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"functions\":[\"SALES\"]} | REQUIRED | employees",
                "{\"employees\":-1} | INVALID | employees",
                "{\"employees\":10000001} | INVALID | employees",
                "{\"employees\":99999999999999999999} | INVALID | employees",
                "{\"employees\":30.5} | INVALID | employees",
                "{\"employees\":\"30\"} | INVALID | employees",
                "{\"employees\":30,\"functions\":[\"SALES\",\"COOKING\"]} | INVALID | functions[1]",
                "{\"employees\":30,\"needs\":[\"sales\"]} | INVALID | needs[0]",
                "{\"employees\":30,\"needs\":[null]} | REQUIRED | needs[0]",
                "{\"employees\":30,\"needs\":\"EXECUTION_WEAK\"} | INVALID | needs",
                "{\"employees\":30,\"signals\":[\"LUCKY\"]} | INVALID | signals[0]",
                "{\"employees\":30,\"people\":3} | UNKNOWN_FIELD | people"
            })
    void unknownWordsAndImpossibleNumbersAreRefusedAtTheirField(String body, String code, String field) {
        var reply = api.post(cast.stranger(), API, body);
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.body().path("errors").path(0).path("field").asString()).isEqualTo(field);
    }

    @Test
    void strangersAreNotAnswered() {
        assertThat(api.post(null, API, Map.of("employees", 3)).status()).isEqualTo(401);
    }

    @Test
    void theAnswersAddressHoldsWhatWasSaid() {
        Browser browser = browser(cast.stranger());
        assertThat(browser.get("/guide").body())
                .contains("Execution or alignment is weak", "Clear roles in projects across functions", "derived");
        String page = browser.get("/guide/answer?employees=120&functions=SALES&needs=EXECUTION_WEAK&needs=CLEAR_ROLES")
                .body();
        assertThat(page)
                .contains("120 people · Sales · Execution or alignment is weak")
                .contains(
                        "The 4 Disciplines of Execution",
                        "Not in Cairn yet",
                        "Company stage:",
                        "OKR and MBO, the bridge")
                .contains("/guide?employees=120&amp;functions=SALES&amp;needs=EXECUTION_WEAK&amp;needs=CLEAR_ROLES")
                .doesNotContain("Between two stages", cast.stranger().email());
        assertThat(page.indexOf("id=\"fourdx\"")).isLessThan(page.indexOf("id=\"v2mom\""));
        assertThat(browser.get("/guide?employees=120&needs=CLEAR_ROLES").body())
                .contains("value=\"120\"", "value=\"CLEAR_ROLES\" checked");
        assertThat(browser.get("/guide/answer?employees=1,020").body())
                .contains("Between two stages", "Enterprise, 1,000 people and more", "Growth, 250 to 999 people");
    }

    @ParameterizedTest
    @CsvSource({
        "employees=, employees-error",
        "employees=many, employees-error",
        "employees=-4, employees-error",
        "employees=99999999999, employees-error",
        "employees=12&needs=LUCK, needs-error",
        "employees=12&functions=X, functions-error"
    })
    void whatCannotBeIsSaidAtItsQuestion(String query, String error) {
        var page = browser(cast.stranger()).get("/guide/answer?" + query);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("id=\"" + error + "\"", "Which framework fits?");
    }

    @Test
    void thePagesTakeFewStatements() throws Exception {
        Browser browser = browser(cast.leader());
        Map<String, Integer> counts = new HashMap<>();
        for (String path :
                List.of("/guide", "/guide/answer?employees=48&needs=CLEAR_ROLES", "/frameworks", "/glossary")) {
            browser.get(path);
            counts.put(path, statements.during(() -> browser.get(path)).count());
        }
        assertThat(counts).allSatisfy((path, count) -> assertThat(count).isLessThanOrEqualTo(6));
    }
}
