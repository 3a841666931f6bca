package io.cairn;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.database.DataFolder;
import io.cairn.testing.ChildProgram;
import io.cairn.testing.TestDatabase;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as its own process: what it refuses in one sentence, and one whole life of a demo. */
@Tag("database")
class CairnTests {
    @TempDir
    Path folder;

    @Test
    void anOccupiedPortIsRefused() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = Integer.toString(taken.getLocalPort());
            refuses("Port " + port + " of 127.0.0.1 is not free", "start", "--data", folder.toString(), "--port", port);
        }
    }

    @Test
    void aFolderInUseIsRefused() throws Exception {
        try (var held = DataFolder.hold(folder)) {
            refuses(
                    "already running on the folder",
                    "start",
                    "--data",
                    held.path().toString());
        }
    }

    @Test
    void anUnreachableDatabaseIsRefused() throws Exception {
        refuses(outside("jdbc:postgresql://127.0.0.1:1/cairn", "x", "x"), "No database answers at", "start", port());
    }

    @Test
    void anOutsideDatabaseNeedsBothRoles() throws Exception {
        refuses(
                Map.of("CAIRN_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/cairn"),
                "Cairn needs CAIRN_OWNER_USER as well",
                "start",
                port());
    }

    @Test
    void aNewerDatabaseIsRefused() throws Exception {
        var database = TestDatabase.fresh();
        try (var connection = database.superuser().connect()) {
            connection.createStatement().execute("""
                    insert into cairn_history.flyway_schema_history
                        (installed_rank, version, description, type, script, installed_by, execution_time, success)
                    values (9999, '999912312359', 'future', 'SQL', 'V999912312359__future.sql', 'x', 1, true)
                    """);
        }
        refuses(
                outside(
                        database.owner().url(),
                        database.owner().password(),
                        database.application().password()),
                "newer version of Cairn",
                "start",
                port());
    }

    @Test
    void anotherProgramsFolderIsNeverADemo() throws Exception {
        Files.writeString(folder.resolve("letter.txt"), "Dear all");
        refuses("was not made by ./cairn demo", "demo", "--fresh", "--data", folder.toString());
        assertThat(folder.resolve("letter.txt")).exists();
    }

    @Test
    void aDemoIsNeverUsedForReal() throws Exception {
        Files.writeString(folder.resolve(".cairn-demo"), "");
        refuses("holds a demo", "start", "--data", folder.toString());
    }

    @Test
    void aTokenNeedsACairn() throws Exception {
        refuses("There is no Cairn in the folder", "token", "iris@example.com", "--data", folder.toString());
    }

    @Test
    void aDemoStartsGivesATokenBesideItAndStopsWithItsPostgres() throws Exception {
        var port = freePort();
        var data = folder.resolve("demo").toString();
        try (var demo = ChildProgram.start(Map.of(), Cairn.class, "demo", "--data", data, "--port=" + port)) {
            demo.waitFor("Cairn is ready at http://localhost:" + port);
            assertThat(answers(port)).isTrue();
            refuses("Nobody here has the e-mail address", "token", "nobody@example.com", "--data", data);
            refuses("already running", "demo", "--data", data, "--fresh");
            assertThat(demo.stop().code()).isEqualTo(143);
        }
        assertThat(Path.of(data, "postgres", "postmaster.pid")).doesNotExist();
    }

    @Test
    void anOutsideDatabaseServesRealUseAndGivesTokens() throws Exception {
        var database = TestDatabase.fresh();
        try (var connection = database.superuser().connect()) {
            connection.createStatement().execute("""
                    insert into organization.person (id, name, email)
                    values (gen_random_uuid(), 'Ada', 'ada@example.com')
                    """);
        }
        var environment = outside(
                database.owner().url(),
                database.owner().password(),
                database.application().password());
        var port = freePort();
        try (var program = ChildProgram.start(environment, Cairn.class, "start", "--port", Integer.toString(port))) {
            program.waitFor("Cairn is ready at http://localhost:" + port);
            var token = ChildProgram.run(environment, Cairn.class, "token", "Ada@example.com");
            assertThat(token.code()).isZero();
            assertThat(token.output().strip()).matches("(?s).* cairn_[A-Za-z0-9_-]{43}");
            try (var connection = database.superuser().connect();
                    var lines = connection.createStatement().executeQuery("""
                            select e.actor_name || ' ' || e.summary from audit.entry e join organization.person p
                                on e.audience_id = access.key('account', p.id::text) where p.name = 'Ada'
                            """)) {
                assertThat(lines.next()).isTrue();
                assertThat(lines.getString(1)).isEqualTo("Console made the API token “Console” for Ada");
            }
        }
    }

    @Test
    void theScriptForAnOutsideServerMakesBothRoles() throws Exception {
        var script = ChildProgram.run(Map.of(), Cairn.class, "database-script");
        assertThat(script.code()).isZero();
        assertThat(script.output())
                .contains("create role cairn_owner login nosuperuser nobypassrls")
                .contains("create role cairn_app login nosuperuser nobypassrls")
                .contains("create database cairn owner cairn_owner");
    }

    private static void refuses(String reason, String... arguments) throws InterruptedException {
        refuses(Map.of(), reason, arguments);
    }

    private static void refuses(Map<String, String> environment, String reason, String... arguments)
            throws InterruptedException {
        var ended = ChildProgram.run(environment, Cairn.class, arguments);
        assertThat(ended.output().strip().lines()).singleElement().asString().contains(reason);
        assertThat(ended.code()).isEqualTo(2);
    }

    private static Map<String, String> outside(String url, String owner, String application) {
        return Map.of(
                "CAIRN_DATABASE_URL", url,
                "CAIRN_OWNER_USER", "cairn_owner",
                "CAIRN_OWNER_PASSWORD", owner,
                "CAIRN_DATABASE_USER", "cairn_app",
                "CAIRN_DATABASE_PASSWORD", application);
    }

    private static boolean answers(int port) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode() < 500;
        }
    }

    private static String port() throws Exception {
        return "--port=" + freePort();
    }

    private static int freePort() throws Exception {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
