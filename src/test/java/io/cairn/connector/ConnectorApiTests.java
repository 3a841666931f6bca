package io.cairn.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.cairn.access.Viewing;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import io.cairn.testing.Api;
import io.cairn.testing.CairnTest;
import io.cairn.testing.SmallCompany;
import io.cairn.testing.Statements;
import io.cairn.testing.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** Connectors from end to end, against a server on this machine. */
@CairnTest
@TestPropertySource(properties = "CAIRN_SECRET_KEY=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=")
@DirtiesContext
class ConnectorApiTests {
    private static final String SECRET = "Bearer s3cret-Word";

    @Autowired
    Api api;

    @Autowired
    SmallCompany company;

    @Autowired
    TestDatabase database;

    @Autowired
    ConnectorRuns runs;

    @Autowired
    Statements statements;

    private HttpServer http;
    private final AtomicReference<String> answer = new AtomicReference<>("{\"total\": 12.5}");
    private final AtomicReference<String> seen = new AtomicReference<>("");
    private final AtomicInteger asked = new AtomicInteger();
    private Viewer owner;
    private Viewer admin;
    private UUID metric;

    @BeforeEach
    void begin() throws IOException {
        var cast = company.cast();
        owner = cast.leader();
        admin = company.with(Role.ADMIN);
        metric = metric(Map.of());
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/", exchange -> {
            asked.incrementAndGet();
            seen.set(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            byte[] body = answer.get().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        http.start();
        sql("delete from connector.connector");
        sql("delete from connector.allowed_host");
        sql("insert into connector.allowed_host (host, added_at, added_by) values ('127.0.0.1', '2026-01-01', '%s')"
                .formatted(admin.id()));
    }

    @AfterEach
    void end() {
        http.stop(0);
    }

    private UUID metric(Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(
                Map.of("name", "Revenue", "direction", "HIGHER", "frequency", "WEEKLY", "targets", List.of()));
        body.putAll(more);
        var made = api.post(owner, "/api/v1/metrics", body);
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        return made.id();
    }

    /** Newest first, as {@code start value status source}. */
    private List<String> values() {
        List<String> values = new ArrayList<>();
        api.get(owner, "/api/v1/metrics/" + metric + "/measurements")
                .body()
                .path("items")
                .forEach(item -> values.add(String.join(
                        " ",
                        item.path("periodStart").asString(),
                        item.path("value").asString(),
                        item.path("status").asString(),
                        item.path("source").asString())));
        return values;
    }

    private Map<String, Object> body(Object... more) {
        Map<String, Object> body = new HashMap<>();
        body.put("name", "Shop");
        body.put("kind", "HTTP");
        body.put("source", new HashMap<>(Map.of("url", url("/a"), "headerName", "Authorization")));
        body.put("secret", SECRET);
        body.put("feeds", List.of(Map.of("metricId", metric, "value", "/total")));
        body.put("enabled", false);
        for (int i = 0; i < more.length; i += 2) {
            body.put((String) more[i], more[i + 1]);
        }
        return body;
    }

    private String url(String path) {
        return "http://127.0.0.1:" + http.getAddress().getPort() + path;
    }

    private Api.Reply made(Object... more) {
        Api.Reply made = api.post(owner, "/api/v1/connectors", body(more));
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        return made;
    }

    private static String at(Api.Reply made) {
        return "/api/v1/connectors/" + made.id();
    }

    private void sql(String sql) {
        try (var connection = database.superuser().connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> stored(String sql) {
        try (var connection = database.superuser().connect();
                var rows = connection.createStatement().executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aRunEntersWhatItReadsOnItsOwnersBehalf() {
        var made = made();
        var run = api.post(admin, at(made) + "/run", null);
        assertThat(run.status()).isEqualTo(200);
        assertThat(run.text("outcome")).as(run.raw().body()).isEqualTo("SUCCEEDED");
        assertThat(run.body().path("stored").asInt()).isEqualTo(1);
        assertThat(seen).hasValue(SECRET);
        assertThat(values()).containsExactly("2026-08-03 12.5 FINAL CONNECTOR");
        assertThat(stored("select entered_by::text from metric.measurement where metric_id = '" + metric + "'"))
                .containsExactly(owner.id().toString());
        assertThat(api.post(owner, at(made) + "/run", null)
                        .body()
                        .path("unchanged")
                        .asInt())
                .isEqualTo(1);
        var read = api.get(owner, at(made));
        assertThat(read.text("state")).isEqualTo("OFF");
        assertThat(read.body().path("lastSuccessAt").isNull()).isFalse();
        assertThat(api.get(owner, at(made) + "/runs").body().path("items")).hasSize(2);
    }

    @Test
    void aSecretIsNeverReadBackNorWrittenAnywhere() {
        var made = made();
        answer.set("<html>");
        List<Api.Reply> replies = new ArrayList<>(List.of(
                made,
                api.get(owner, at(made)),
                api.post(owner, at(made) + "/run", null),
                api.post(owner, at(made) + "/trial", null),
                api.get(owner, at(made) + "/runs"),
                api.patch(owner, at(made), Map.of("version", 1, "secret", "Bearer s3cret-Word two")),
                api.get(admin, "/api/v1/journal"),
                api.get(owner, "/api/v1/connectors")));
        replies.add(api.post(owner, "/api/v1/connectors", body("secret", "Bearer s3cret-Word\n")));
        assertThat(seen).hasValue(SECRET);
        assertThat(replies)
                .allSatisfy(reply -> assertThat(reply.raw().body()).doesNotContain("s3cret"))
                .extracting(Api.Reply::status)
                .containsExactly(201, 200, 200, 422, 200, 200, 200, 200, 422);
        assertThat(made.body().path("hasSecret").asBoolean()).isTrue();
        for (String table : List.of("connector.connector", "connector.run", "connector.secret", "audit.entry")) {
            assertThat(stored("select t::text from " + table + " t")).noneMatch(row -> row.contains("s3cret"));
        }
    }

    @Test
    void aSecretDoesNotTravelToAnotherPlaceByItself() {
        var made = made();
        var elsewhere = Map.of("version", 1, "source", Map.of("url", url("/elsewhere")));
        var refused = api.patch(owner, at(made), elsewhere);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/code").asString()).isEqualTo("SECRET_AGAIN");
        assertThat(api.patch(owner, at(made), Map.of("version", 1, "source", Map.of("rows", "/data")))
                        .status())
                .as("its owner asks another question")
                .isEqualTo(200);
        assertThat(api.patch(admin, at(made), Map.of("version", 2, "source", Map.of("rows", "/other")))
                        .body()
                        .at("/errors/0/code")
                        .asString())
                .as("an administrator asks another question")
                .isEqualTo("SECRET_AGAIN");
        Map<String, Object> forgetting = new HashMap<>(Map.of("version", 2));
        forgetting.put("secret", null);
        assertThat(api.patch(admin, at(made), forgetting)
                        .body()
                        .path("hasSecret")
                        .asBoolean())
                .isFalse();
        assertThat(api.patch(owner, at(made), Map.of("version", 3, "name", "Shop two"))
                        .text("name"))
                .isEqualTo("Shop two");
    }

    @Test
    void anAdministratorRunsButDoesNotPeek() {
        metric = metric(Map.of("audience", "PRIVATE_PAIR_HR"));
        var made = made();
        assertThat(api.get(admin, at(made)).status()).isEqualTo(200);
        assertThat(api.post(admin, at(made) + "/run", null).text("outcome")).isEqualTo("SUCCEEDED");
        assertThat(values()).hasSize(1);
        assertThat(api.post(admin, at(made) + "/trial", null).status()).isEqualTo(403);
        assertThat(api.post(owner, at(made) + "/trial", null).status()).isEqualTo(200);
    }

    @Test
    void nobodyElseSeesAConnector() {
        var made = made();
        var stranger = company.cast().stranger();
        assertThat(api.get(stranger, "/api/v1/connectors").body().path("items")).isEmpty();
        for (String path : List.of("", "/runs")) {
            assertThat(api.get(stranger, at(made) + path).status()).isEqualTo(404);
        }
        for (String path : List.of("/run", "/trial")) {
            assertThat(api.post(stranger, at(made) + path, null).status()).isEqualTo(404);
        }
        assertThat(api.patch(stranger, at(made), Map.of("version", 1, "name", "Mine"))
                        .status())
                .isEqualTo(404);
        assertThat(api.delete(stranger, at(made)).status()).isEqualTo(404);
        assertThat(asked).hasValue(0);
    }

    @Test
    void onlyWhoMayEnterAMetricFeedsIt() {
        for (String code : List.of("NOT_ALLOWED", "NO_SUCH_METRIC")) {
            var refused = api.post(admin, "/api/v1/connectors", body());
            assertThat(refused.body().at("/errors/0/code").asString()).isEqualTo(code);
            assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo("feeds[0].metricId");
            metric = metric(Map.of("audience", "PRIVATE_PAIR_HR"));
        }
    }

    @Test
    void aMetricThatItsOwnerMayNoLongerEnterTakesNothing() {
        var made = made();
        sql("update metric.metric set owner_id = '" + admin.id() + "' where id = '" + metric + "'");
        var run = api.post(owner, at(made) + "/run", null);
        assertThat(run.text("outcome")).isEqualTo("FAILED");
        assertThat(run.text("message")).contains("may see this but not change it");
        assertThat(values()).isEmpty();
    }

    @Test
    void oneBadRowLosesNoOther() {
        var feed = Map.of("metricId", metric, "period", "COLUMN", "periodAt", "/day", "value", "/total");
        var made = made("feeds", List.of(feed));
        answer.set("""
                [{"day": "2026-08-03", "total": 1}, {"day": "2026-08-10", "total": "twelve"}, {"day": "soon", "total": 3},
                 {"total": 4}, {"day": "2026-08-24", "total": null}, {"day": "2026-12-07", "total": 9}, {"day": "2026-08-12T23:30:00-05:00", "total": "6.25"}]
                """);
        var run = api.post(owner, at(made) + "/run", null);
        assertThat(run.text("outcome")).isEqualTo("PARTLY");
        assertThat(run.body().path("rowsRead").asInt()).isEqualTo(7);
        assertThat(run.body().path("stored").asInt()).isEqualTo(2);
        assertThat(run.body().path("refused").asInt()).isEqualTo(5);
        assertThat(run.text("message"))
                .contains("Row 2", "Row 3", "Row 4", "2 more")
                .doesNotContain("twelve");
        assertThat(values()).containsExactly("2026-08-10 6.25 PROVISIONAL CONNECTOR", "2026-08-03 1 FINAL CONNECTOR");
    }

    @Test
    void aTrialShowsRowsAndStoresNothing() {
        var made = made();
        var trial = api.post(owner, at(made) + "/trial", null);
        assertThat(trial.body().at("/rows/0/cells/0").asString()).isEqualTo("12.5");
        assertThat(trial.body().at("/rows/0/values/0/day").asString()).isEqualTo("2026-08-03");
        assertThat(values()).isEmpty();
        assertThat(api.get(owner, at(made) + "/runs").body().path("items")).isEmpty();
        answer.set("{}");
        assertThat(api.post(owner, at(made) + "/trial", null)
                        .body()
                        .at("/rows/0/values/0/code")
                        .asString())
                .isEqualTo("NO_COLUMN");
    }

    @Test
    void whatFailsIsTriedAgainLaterAndLater() throws Exception {
        var made = made();
        answer.set("nothing");
        for (int failure = 1; failure <= 5; failure++) {
            var run = api.post(owner, at(made) + "/run", null);
            assertThat(run.text("outcome")).isEqualTo("FAILED");
            assertThat(run.text("message")).isEqualTo("The answer is not JSON.");
        }
        sql("update connector.connector set enabled = true, next_run_at = next_run_at + interval '1 day'");
        var failing = api.get(owner, at(made));
        assertThat(failing.text("state")).isEqualTo("FAILING");
        assertThat(failing.body().path("failures").asInt()).isEqualTo(5);
        assertThat(
                        stored(
                                "select round(extract(epoch from next_run_at - last_run_at) / 60)::text from connector.connector"))
                .containsExactly("1456");
        answer.set("{\"total\": 1}");
        api.post(owner, at(made) + "/run", null);
        assertThat(api.get(owner, at(made)).text("state")).isEqualTo("WORKING");
    }

    @Test
    void aHundredRunsAreKept() {
        var made = made();
        sql("""
            insert into connector.run (connector_id, id, started_at, ended_at, by_hand, outcome, rows_read, stored, unchanged,
                                       refused, message, audience_id)
            select c.id, ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, '2026-01-01', '2026-01-01', false,
                   'SUCCEEDED', 1, 1, 0, 0, '', c.audience_id
              from connector.connector c, generate_series(1, 120) as n
            """);
        api.post(owner, at(made) + "/run", null);
        assertThat(stored("select count(*)::text from connector.run")).containsExactly("100");
        assertThat(stored("select count(*)::text from connector.run where by_hand"))
                .containsExactly("1");
        assertThat(api.get(owner, at(made) + "/runs?limit=7").body().path("items"))
                .hasSize(7);
    }

    @Test
    void twoNodesNeverRunTheSame() throws Exception {
        for (int number = 0; number < 5; number++) {
            made("enabled", true, "name", "Number " + number);
        }
        List<Callable<Boolean>> nodes = new ArrayList<>();
        for (int node = 0; node < 12; node++) {
            nodes.add(() -> {
                var due = runs.nextDue();
                due.ifPresent(Runnable::run);
                return due.isPresent();
            });
        }
        try (var threads = Executors.newFixedThreadPool(12)) {
            long worked = threads.invokeAll(nodes).stream()
                    .filter(node -> node.resultNow())
                    .count();
            assertThat(worked).isLessThanOrEqualTo(5);
        }
        for (var due = runs.nextDue(); due.isPresent(); due = runs.nextDue()) {
            due.get().run();
        }
        assertThat(asked).hasValue(5);
        assertThat(stored("select outcome from connector.run")).hasSize(5).containsOnly("SUCCEEDED");
        assertThat(values()).hasSize(1);
    }

    @Test
    void whatRunsIsNotRunAgain() {
        var made = made();
        sql("update connector.connector set claim = gen_random_uuid(), claimed_until = now() + interval '1 minute'");
        var refused = api.post(owner, at(made) + "/run", null);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("ALREADY_RUNNING");
        sql("update connector.connector set claimed_until = now() - interval '1 minute'");
        assertThat(api.post(owner, at(made) + "/run", null).status()).isEqualTo(200);
    }

    @Test
    void aPersonWhoHasLeftEntersNothing() {
        var made = made();
        sql("update organization.person set status = 'LEFT' where id = '" + owner.id() + "'");
        var run = api.post(admin, at(made) + "/run", null);
        assertThat(run.text("outcome")).isEqualTo("FAILED");
        assertThat(run.text("message")).contains("has left");
        assertThat(asked).hasValue(0);
    }

    @Test
    void aSuccessorTakesConnectorsOverButAsksNoOtherQuestionWithTheirSecrets() {
        Viewer successor = company.with(Role.CHAMP);
        metric = metric(Map.of("audience", "PUBLIC_ORG"));
        var made = made();
        api.post(owner, at(made) + "/run", null);
        var left = api.post(
                admin,
                "/api/v1/people/" + owner.id() + "/departure",
                Map.of("on", "2026-08-15", "handOverTo", successor.id()));
        assertThat(left.status()).as(left.raw().body()).isEqualTo(200);
        var taken = api.get(successor, at(made));
        assertThat(taken.body().at("/owner/id").asString())
                .isEqualTo(successor.id().toString());
        assertThat(api.get(successor, at(made) + "/runs").body().path("items")).hasSize(1);
        answer.set("{\"total\": 13}");
        var run = api.post(successor, at(made) + "/run", null);
        assertThat(run.text("outcome")).as(run.raw().body()).isEqualTo("SUCCEEDED");
        assertThat(seen).hasValue(SECRET);
        assertThat(api.patch(successor, at(made), Map.of("version", 2, "source", Map.of("rows", "/data")))
                        .body()
                        .at("/errors/0/code")
                        .asString())
                .isEqualTo("SECRET_AGAIN");
        assertThat(api.patch(
                                successor,
                                at(made),
                                Map.of("version", 2, "secret", SECRET, "source", Map.of("rows", "/data")))
                        .status())
                .isEqualTo(200);
        assertThat(api.patch(successor, at(made), Map.of("version", 3, "source", Map.of("rows", "")))
                        .status())
                .as("it is the successor's secret now")
                .isEqualTo(200);
        assertThat(stored("select summary from audit.entry where action = 'connector.handed-over' and subject_id = '"
                        + made.id() + "'"))
                .singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING)
                .startsWith("handed the connector “Shop” from");
    }

    @Test
    void privateHostsNeedAnAdministrator() {
        sql("delete from connector.allowed_host");
        var made = made();
        assertThat(api.post(owner, at(made) + "/run", null).text("message")).contains("private network");
        assertThat(asked).hasValue(0);
    }

    @Test
    void badInputIsToldFieldByField() {
        Map<String, Object> bad = body(
                "name",
                " ",
                "kind",
                "POSTGRESQL",
                "source",
                Map.of("host", "0x7f.1", "port", 70000, "database", "", "query", "drop table x; select 1"),
                "feeds",
                List.of(Map.of("value", "a", "numerator", "b"), Map.of("metricId", metric, "period", "COLUMN")),
                "everyMinutes",
                1);
        var refused = api.post(owner, "/api/v1/connectors", bad);
        assertThat(refused.status()).isEqualTo(422);
        List<String> told = new ArrayList<>();
        refused.body()
                .path("errors")
                .forEach(error -> told.add(error.path("field").asString() + " "
                        + error.path("code").asString()));
        assertThat(told)
                .containsExactlyInAnyOrder(
                        "name REQUIRED",
                        "source.host INVALID_HOST",
                        "source.port INVALID",
                        "source.database REQUIRED",
                        "source.user REQUIRED",
                        "source.query ONE_QUERY",
                        "feeds[0].metricId FEED_REQUIRED",
                        "feeds[0].value VALUE_REQUIRED",
                        "feeds[0].denominator REQUIRED",
                        "feeds[1].periodAt REQUIRED",
                        "feeds[1].value VALUE_REQUIRED",
                        "everyMinutes INVALID");
        assertThat(api.post(owner, "/api/v1/connectors", body("source", Map.of("url", "jdbc:postgresql://x/y")))
                        .body()
                        .at("/errors/0/code")
                        .asString())
                .isEqualTo("INVALID_ADDRESS");
        assertThat(api.patch(
                                owner,
                                at(made()),
                                Map.of("version", 1, "kind", "PROMETHEUS", "source", Map.of("query", "up")))
                        .body()
                        .at("/errors/0/code")
                        .asString())
                .isEqualTo("KIND_FIXED");
    }

    @Test
    void anOldVersionIsRefused() {
        var made = made();
        assertThat(api.patch(owner, at(made), Map.of("version", 1, "name", "One"))
                        .status())
                .isEqualTo(200);
        assertThat(api.patch(owner, at(made), Map.of("version", 1, "name", "Two"))
                        .code())
                .isEqualTo("STALE_VERSION");
        assertThat(api.delete(owner, at(made)).status()).isEqualTo(204);
        assertThat(stored("select connector_id::text from connector.secret")).isEmpty();
    }

    @Test
    void everyRequestTakesFewStatements() throws Exception {
        var made = made();
        for (Callable<Api.Reply> request : List.<Callable<Api.Reply>>of(
                () -> api.get(owner, "/api/v1/connectors"),
                () -> api.get(owner, at(made)),
                () -> api.patch(owner, at(made), Map.of("version", 1, "secret", "Bearer other")),
                () -> api.post(owner, "/api/v1/connectors", body()))) {
            assertThat(statements.during(request).statements()).hasSizeLessThanOrEqualTo(12);
        }
    }

    @Test
    void rowSecurityHidesConnectorsFromAllButOwnerAndAdministrators() {
        made();
        var stranger = company.cast().stranger();
        for (String table : List.of("connector", "secret")) {
            assertThat(counted(owner, table)).isEqualTo(1);
            assertThat(counted(admin, table)).isEqualTo(1);
            assertThat(counted(stranger, table)).isZero();
        }
    }

    @Autowired
    org.springframework.transaction.support.TransactionTemplate transaction;

    @Autowired
    org.springframework.jdbc.core.simple.JdbcClient db;

    private long counted(Viewer viewer, String table) {
        Long count = Viewing.as(
                viewer,
                () -> transaction.execute(status -> db.sql("select count(*) from connector." + table)
                        .query(Long.class)
                        .single()));
        return count == null ? -1 : count;
    }
}
