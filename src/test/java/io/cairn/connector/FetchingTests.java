package io.cairn.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.cairn.connector.Fetching.Limits;
import io.cairn.connector.Fetching.Question;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import io.cairn.testing.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Real sources on this machine, good and bad. */
@Tag("database")
@Timeout(60)
class FetchingTests {
    private static final Instant UNTIL = Instant.parse("2026-08-15T00:00:00Z");
    private static final Set<String> HERE = Set.of("127.0.0.1", "localhost");
    private static HttpServer http;
    private static TestDatabase cairn;
    private static TestDatabase source;
    private static Fetching fetching;
    private static int postgresPort;
    private static final AtomicInteger REQUESTS = new AtomicInteger();
    private static final CountDownLatch END = new CountDownLatch(1);

    @BeforeAll
    static void serve() throws Exception {
        cairn = TestDatabase.fresh();
        source = TestDatabase.fresh();
        run("create role reader login password 'Read-only-1'");
        run("create table public.sale (day date, amount numeric(12, 2), parts int)");
        run("insert into public.sale values ('2026-08-03', 1250.50, 4), ('2026-08-10', 1300, 5)");
        run("grant connect on database " + name(source) + " to reader");
        run("grant select, insert on public.sale to reader");
        var parts = org.postgresql.Driver.parseURL(source.application().url(), null);
        postgresPort = Integer.parseInt(parts.getProperty("PGPORT"));
        fetching = new Fetching(
                new Reach(InetAddress::getAllByName), own(), new Limits(Duration.ofSeconds(1), Duration.ofSeconds(3)));
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.start();
    }

    @AfterAll
    static void end() throws SQLException {
        END.countDown();
        http.stop(0);
        run("drop owned by reader");
        run("drop role reader");
    }

    private static String name(TestDatabase database) {
        return database.owner().url().substring(database.owner().url().lastIndexOf('/') + 1);
    }

    private static void run(String sql) throws SQLException {
        try (var connection = source.superuser().connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    // JSON over HTTP

    @Test
    void jsonRowsKeepTheDigitsTheyWereWrittenWith() {
        at("/ok", exchange -> send(exchange, 200, """
                {"data": [{"day": "2026-08-03", "sum": {"total": 12345678901234567.10}},
                          {"day": "2026-08-10", "sum": {"total": "n/a"}}, {"day": null}]}
                """));
        Rows rows = json("/ok", "/data", "/day", "/sum/total");
        assertThat(rows.rows().get(0))
                .containsExactly(Map.entry("/day", "2026-08-03"), Map.entry("/sum/total", "12345678901234567.10"));
        assertThat(rows.rows().get(1)).containsEntry("/sum/total", "n/a");
        assertThat(rows.rows().get(2)).containsEntry("/day", null).doesNotContainKey("/sum/total");
    }

    @Test
    void theSecretTravelsInItsHeaderAndTheHostAsItWasWritten() {
        var seen = new AtomicReference<String>();
        at("/secret", exchange -> {
            var headers = exchange.getRequestHeaders();
            seen.set(headers.getFirst("X-Key") + " " + headers.getFirst("Host") + " " + headers.getFirst("Cookie"));
            exchange.getResponseHeaders().add("Set-Cookie", "a=b");
            send(exchange, 200, "[]");
        });
        var question = question(http("localhost", "/secret", "X-Key", ""), "s3cret");
        fetching.fetch(question);
        fetching.fetch(question);
        assertThat(seen).hasValue("s3cret localhost:" + http.getAddress().getPort() + " null");
        assertThat(question.toString()).doesNotContain("s3cret");
    }

    @Test
    void whatHangsIsCutOff() {
        at("/hang", exchange -> waitForTheEnd());
        assertThat(refusal(() -> json("/hang", "")).code()).isEqualTo("TIMED_OUT");
    }

    @Test
    void whatDripsIsCutOffAsAWhole() {
        at("/drip", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var body = exchange.getResponseBody()) {
                while (END.getCount() > 0) {
                    body.write(' ');
                    body.flush();
                    Thread.sleep(200);
                }
            }
        });
        long before = System.nanoTime();
        assertThat(refusal(() -> json("/drip", "")).code()).isEqualTo("TIMED_OUT");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(6));
    }

    @Test
    void twoGigabytesAreCutOffAfterFiveMegabytes() {
        var sent = new java.util.concurrent.atomic.AtomicLong();
        at("/flood", exchange -> {
            exchange.sendResponseHeaders(200, 2_000_000_000L);
            byte[] block = " ".repeat(65_536).getBytes(StandardCharsets.UTF_8);
            try (var body = exchange.getResponseBody()) {
                while (sent.get() < 2_000_000_000L) {
                    body.write(block);
                    sent.addAndGet(block.length);
                }
            }
        });
        assertThat(refusal(() -> json("/flood", "")).code()).isEqualTo("TOO_LARGE");
        assertThat(sent.get()).isLessThan(100_000_000L);
    }

    @Test
    void aBombIsCutOffWhileItUnpacks() {
        at("/bomb", exchange -> {
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, 0);
            try (var body = new GZIPOutputStream(exchange.getResponseBody())) {
                byte[] zeros = new byte[1_000_000];
                for (int megabytes = 0; megabytes < 1000; megabytes++) {
                    body.write(zeros);
                }
            }
        });
        assertThat(refusal(() -> json("/bomb", "")).code()).isEqualTo("TOO_LARGE");
    }

    @Test
    void packedAnswersAreUnpacked() {
        at("/packed", exchange -> {
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, 0);
            try (var body = new GZIPOutputStream(exchange.getResponseBody())) {
                body.write("{\"v\": 3}".getBytes(StandardCharsets.UTF_8));
            }
        });
        assertThat(json("/packed", "", "/v").rows().getFirst()).containsEntry("/v", "3");
    }

    @Test
    void redirectsAreNotFollowed() {
        var followed = new AtomicInteger();
        at("/private", exchange -> {
            followed.incrementAndGet();
            send(exchange, 200, "{}");
        });
        at("/redirect", exchange -> {
            exchange.getResponseHeaders()
                    .add("Location", "http://127.0.0.1:" + http.getAddress().getPort() + "/private");
            send(exchange, 302, "");
        });
        assertThat(refusal(() -> json("/redirect", "")).code()).isEqualTo("REDIRECTED");
        assertThat(followed).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "", "{\"a\": 1", "{} {}", "nul"})
    void whatIsNoJsonIsSaidToBe(String body) {
        String path = "/broken" + Math.abs(body.hashCode());
        at(path, exchange -> send(exchange, 200, body));
        assertThat(refusal(() -> json(path, "")).code()).isEqualTo("NOT_JSON");
    }

    @Test
    void aPointerToNothingIsSaidToBe() {
        at("/pointer", exchange -> send(exchange, 200, "{\"data\": []}"));
        Problem problem = refusal(() -> json("/pointer", "/items"));
        assertThat(problem.code()).isEqualTo("POINTER_MISSING");
        assertThat(problem.field()).isEqualTo("source.rows");
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 404, 500, 401})
    void otherAnswersThanOkAreErrors(int status) {
        at("/status" + status, exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        assertThat(refusal(() -> json("/status" + status, "")).code())
                .isEqualTo(status == 401 ? "SIGN_IN_REFUSED" : "WRONG_STATUS");
    }

    @Test
    void moreThanAThousandRowsAreTooMany() {
        at("/rows", exchange -> send(exchange, 200, "[" + "1,".repeat(1000) + "1]"));
        assertThat(refusal(() -> json("/rows", "")).code()).isEqualTo("TOO_MANY_ROWS");
    }

    @Test
    void thisMachineIsNotReachedUnlessItIsAllowed() {
        int before = REQUESTS.get();
        at("/closed", exchange -> send(exchange, 200, "{}"));
        for (String host : List.of("127.0.0.1", "localhost")) {
            var closed = new Question(http(host, "/closed", "", ""), null, List.of(), UNTIL, Set.of());
            Problem problem = refusal(() -> fetching.fetch(closed));
            assertThat(problem.code()).isEqualTo("HOST_NOT_ALLOWED");
            assertThat(problem.field()).isEqualTo("source.url");
        }
        assertThat(REQUESTS).hasValue(before);
    }

    @Test
    void theNameIsNotAskedForAgainWhenConnecting() {
        at("/pinned", exchange -> send(exchange, 200, "{\"v\": 1}"));
        var question = new Question(
                http("nowhere.invalid", "/pinned", "", ""), null, List.of("/v"), UNTIL, Set.of("nowhere.invalid"));
        assertThat(pinned().fetch(question).rows()).hasSize(1);
    }

    // Prometheus

    @Test
    void aRangeOfPrometheusIsARowForEachSample() {
        var asked = new AtomicReference<String>();
        at("/api/v1/query_range", exchange -> {
            asked.set(exchange.getRequestURI().getRawQuery());
            send(exchange, 200, """
                    {"status": "success", "data": {"resultType": "matrix", "result": [
                      {"metric": {"job": "shop"}, "values": [[1786060800, "0.30000000000000004"], [1786147200.5, "NaN"]]}]}}
                    """);
        });
        Rows rows = fetching.fetch(
                question(new Source.Prometheus(endpoint("127.0.0.1", ""), "", "sum(up{a=\"b\"}) + 1", 48, 60), null));
        assertThat(asked.get())
                .isEqualTo("query=sum%28up%7Ba%3D%22b%22%7D%29+%2B+1&start=1786579200&end=1786752000&step=3600");
        assertThat(rows.rows().get(0))
                .containsEntry("time", "2026-08-07T00:00:00Z")
                .containsEntry("value", "0.30000000000000004")
                .containsEntry("job", "shop");
        assertThat(rows.rows().get(1)).containsEntry("value", "NaN");
    }

    @Test
    void anInstantOfPrometheusIsAskedForItsMoment() {
        at(
                "/api/v1/query",
                exchange -> send(exchange, 200, """
                {"status": "success", "data": {"resultType": "vector", "result": [{"metric": {}, "value": [%s, "7"]}]}}
                """.formatted(
                                exchange.getRequestURI().getRawQuery().replaceAll(".*time=", ""))));
        Rows rows = fetching.fetch(question(new Source.Prometheus(endpoint("127.0.0.1", ""), "", "up", 0, 60), null));
        assertThat(rows.rows().getFirst())
                .containsEntry("time", "2026-08-15T00:00:00Z")
                .containsEntry("value", "7");
    }

    // Databases

    @Test
    void aQueryGivesItsRows() {
        Rows rows = sql("select day, amount, parts from sale order by day");
        assertThat(rows.columns()).containsExactly("day", "amount", "parts");
        assertThat(rows.rows().getFirst())
                .containsEntry("day", "2026-08-03")
                .containsEntry("amount", "1250.50")
                .containsEntry("parts", "4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "with made as (insert into sale values ('2026-08-17', 1, 1) returning *) select * from made",
                "select set_config('transaction_read_only', 'off', false)",
                "select 1; delete from sale"
            })
    void nothingIsWritten(String query) throws SQLException {
        assertThat(refusal(() -> sql(query)).code()).isEqualTo("QUERY_FAILED");
        assertThat(sql("select count(*) as n from sale").rows().getFirst()).containsEntry("n", "2");
    }

    /** Before version 16 a read-only transaction could still make a large object; it ends with ours, which is not committed. */
    @Test
    void whatAnOlderServerLetsThroughIsTakenBack() throws SQLException {
        var refused = catchThrowable(() -> sql("select pg_catalog.lo_create(0)"));
        assertThat(refused == null || refused instanceof ProblemException).isTrue();
        assertThat(sql("select count(*) as n from pg_catalog.pg_largeobject_metadata")
                        .rows()
                        .getFirst())
                .containsEntry("n", "0");
    }

    @Test
    void aDriverConnectsToTheAddressThatWasChecked() {
        var elsewhere = postgres("nowhere.invalid", postgresPort, name(source), "select count(*) as n from sale");
        assertThat(pinned().fetch(new Question(elsewhere, "Read-only-1", List.of(), UNTIL, Set.of("nowhere.invalid")))
                        .rows()
                        .getFirst())
                .containsEntry("n", "2");
    }

    /** Every name is this machine. */
    private static Fetching pinned() {
        var reach = new Reach(host -> new InetAddress[] {InetAddress.getLoopbackAddress()});
        return new Fetching(reach, own(), new Limits(Duration.ofSeconds(1), Duration.ofSeconds(3)));
    }

    @Test
    void aQueryThatTakesTooLongIsCutOff() {
        Problem problem = refusal(() -> sql("select pg_sleep(60)"));
        assertThat(problem.code()).isEqualTo("TIMED_OUT");
    }

    @Test
    void aQueryWithTooMuchToSayIsCutOff() {
        assertThat(refusal(() -> sql("select n from generate_series(1, 1001) as n"))
                        .code())
                .isEqualTo("TOO_MANY_ROWS");
        assertThat(refusal(() -> sql("select repeat('x', 1000000) from generate_series(1, 900) as n"))
                        .code())
                .isEqualTo("TOO_LARGE");
        assertThat(refusal(() -> sql("select repeat('x', 50000000)")).code()).isEqualTo("TOO_LARGE");
    }

    @Test
    void wrongQueriesAreRefusedInTheServersWords() {
        Problem problem = refusal(() -> sql("select amountt from sale"));
        assertThat(problem.code()).isEqualTo("QUERY_FAILED");
        assertThat(problem.field()).isEqualTo("source.query");
        assertThat(problem.message()).contains("amountt");
    }

    @Test
    void aWrongPasswordIsRefusedWithoutTellingIt() {
        var wrong = question(postgres("127.0.0.1", postgresPort, name(source), "select 1"), "Wrong-word-9");
        Problem problem = refusal(() -> fetching.fetch(wrong));
        assertThat(problem.code()).isEqualTo("SIGN_IN_REFUSED");
        assertThat(problem.toString()).doesNotContain("Wrong-word-9");
    }

    @Test
    void cairnsOwnDatabaseIsRefusedByPlaceAndByItself() {
        for (String host : List.of("127.0.0.1", "localhost")) {
            assertThat(refusal(() -> fetching.fetch(
                                    question(postgres(host, postgresPort, name(cairn), "select 1"), "Read-only-1")))
                            .code())
                    .isEqualTo("OWN_DATABASE");
        }
    }

    @Test
    void cairnsOwnDatabaseIsRefusedThroughATunnel() throws Exception {
        try (var tunnel = new Tunnel(postgresPort)) {
            var login = cairn.application();
            var through = new Source.Sql(
                    ConnectorKind.POSTGRESQL,
                    new HostName("127.0.0.1"),
                    tunnel.port(),
                    name(cairn),
                    login.user(),
                    Tls.OFF,
                    "select 1");
            assertThat(refusal(() -> fetching.fetch(question(through, login.password())))
                            .code())
                    .isEqualTo("OWN_DATABASE");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POSTGRESQL", "MARIADB"})
    void aDatabaseThatNeverAnswersIsCutOff(String kind) throws IOException {
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var sql = new Source.Sql(
                    ConnectorKind.valueOf(kind),
                    new HostName("127.0.0.1"),
                    silent.getLocalPort(),
                    "shop",
                    "reader",
                    Tls.OFF,
                    "select 1");
            long before = System.nanoTime();
            assertThat(refusal(() -> fetching.fetch(question(sql, "word"))).code())
                    .isIn("TIMED_OUT", "NOT_REACHED");
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(6));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POSTGRESQL", "MARIADB"})
    void aDatabaseThatIsNotThereIsSaidToBe(String kind) throws IOException {
        int free;
        try (var socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        var sql = new Source.Sql(
                ConnectorKind.valueOf(kind), new HostName("127.0.0.1"), free, "shop", "reader", Tls.OFF, "select 1");
        assertThat(refusal(() -> fetching.fetch(question(sql, "word"))).code()).isEqualTo("NOT_REACHED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POSTGRESQL", "MARIADB"})
    void aDatabaseThatFloodsIsCutOff(String kind) throws Exception {
        try (var flood = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> flood(flood));
            var sql = new Source.Sql(
                    ConnectorKind.valueOf(kind),
                    new HostName("127.0.0.1"),
                    flood.getLocalPort(),
                    "shop",
                    "reader",
                    Tls.OFF,
                    "select 1");
            assertThat(refusal(() -> fetching.fetch(question(sql, "word"))).code())
                    .isIn("TOO_LARGE", "NOT_REACHED", "TIMED_OUT");
        }
    }

    @Test
    void mariadbIsGreetedAndItsRefusalUnderstood() throws Exception {
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var sent = new AtomicReference<>("");
            Thread.ofVirtual().start(() -> refuseAsMariadb(server, sent));
            var sql = new Source.Sql(
                    ConnectorKind.MARIADB,
                    new HostName("nowhere.invalid"),
                    server.getLocalPort(),
                    "shop&allowLocalInfile=true",
                    "reader?sslMode=disable",
                    Tls.OFF,
                    "select 1");
            Problem problem = refusal(() ->
                    pinned().fetch(new Question(sql, "Wrong-word-9", List.of(), UNTIL, Set.of("nowhere.invalid"))));
            assertThat(problem.code()).isEqualTo("SIGN_IN_REFUSED");
            assertThat(problem.toString()).doesNotContain("Wrong-word-9");
            assertThat(sent.get()).contains("shop&allowLocalInfile=true", "reader?sslMode=disable");
        }
    }

    /** The server's greeting of protocol 10, and error 1045 for whatever comes back. */
    private static void refuseAsMariadb(ServerSocket server, AtomicReference<String> sent) {
        try (var socket = server.accept()) {
            var greeting = new java.io.ByteArrayOutputStream();
            greeting.write(10);
            greeting.writeBytes("10.11.6-MariaDB\0".getBytes(StandardCharsets.US_ASCII));
            greeting.writeBytes(new byte[] {7, 0, 0, 0});
            greeting.writeBytes("saltsalt\0".getBytes(StandardCharsets.US_ASCII));
            greeting.writeBytes(new byte[] {(byte) 0xfe, (byte) 0xf7, 45, 2, 0, (byte) 0xff, (byte) 0x81, 21});
            greeting.writeBytes(new byte[10]);
            greeting.writeBytes("saltsaltsalt\0mysql_native_password\0".getBytes(StandardCharsets.US_ASCII));
            packet(socket.getOutputStream(), 0, greeting.toByteArray());
            byte[] header = socket.getInputStream().readNBytes(4);
            int length = (header[0] & 0xff) | (header[1] & 0xff) << 8;
            sent.set(new String(socket.getInputStream().readNBytes(length), StandardCharsets.ISO_8859_1));
            byte[] refused = "...#28000Access denied for user".getBytes(StandardCharsets.US_ASCII);
            refused[0] = (byte) 0xff;
            refused[1] = (byte) (1045 & 0xff);
            refused[2] = (byte) (1045 >> 8);
            packet(socket.getOutputStream(), header[3] + 1, refused);
        } catch (IOException cutOff) {
            // the driver has seen enough
        }
    }

    private static void packet(java.io.OutputStream out, int number, byte[] body) throws IOException {
        out.write(new byte[] {(byte) body.length, (byte) (body.length >> 8), 0, (byte) number});
        out.write(body);
        out.flush();
    }

    @Test
    void tlsThatIsAskedForIsNeverLeftOut() {
        var sql = new Source.Sql(
                ConnectorKind.POSTGRESQL,
                new HostName("127.0.0.1"),
                postgresPort,
                name(source),
                "reader",
                Tls.UNVERIFIED,
                "select 1");
        assertThat(refusal(() -> fetching.fetch(question(sql, "Read-only-1"))).code())
                .isEqualTo("TLS_FAILED");
    }

    // Ways to ask

    private static OwnDatabase own() {
        var login = cairn.application();
        return new OwnDatabase(
                login.url(),
                JdbcClient.create(new DriverManagerDataSource(login.url(), login.user(), login.password())));
    }

    private static Rows json(String path, String rows, String... places) {
        Source source = http("127.0.0.1", path, "", rows);
        return fetching.fetch(new Question(source, null, List.of(places), UNTIL, HERE));
    }

    private static Rows sql(String query) {
        return fetching.fetch(question(postgres("127.0.0.1", postgresPort, name(source), query), "Read-only-1"));
    }

    private static Question question(Source source, @Nullable String secret) {
        return new Question(source, secret, List.of(), UNTIL, HERE);
    }

    private static Source postgres(String host, int port, String database, String query) {
        return new Source.Sql(ConnectorKind.POSTGRESQL, new HostName(host), port, database, "reader", Tls.OFF, query);
    }

    private static Source http(String host, String path, String header, String rows) {
        return new Source.Http(endpoint(host, path), header, rows);
    }

    private static Endpoint endpoint(String host, String path) {
        return Endpoint.of("http://" + host + ":" + http.getAddress().getPort() + path)
                .orElseThrow();
    }

    private static Problem refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable asking) {
        return catchThrowableOfType(ProblemException.class, asking).first();
    }

    private interface Answer {
        void to(HttpExchange exchange) throws Exception;
    }

    private static void at(String path, Answer answer) {
        http.createContext(path, exchange -> {
            REQUESTS.incrementAndGet();
            try {
                answer.to(exchange);
            } catch (IOException cutOff) {
                exchange.close();
            } catch (Exception broken) {
                throw new IllegalStateException(broken);
            }
        });
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static void waitForTheEnd() throws InterruptedException {
        END.await(20, TimeUnit.SECONDS);
    }

    private static void flood(ServerSocket server) {
        try (var socket = server.accept()) {
            byte[] block = new byte[65_536];
            java.util.Arrays.fill(block, (byte) 'R');
            for (int blocks = 0; blocks < 2000; blocks++) {
                socket.getOutputStream().write(block);
            }
        } catch (IOException cutOff) {
            // that is the point
        }
    }
}
