package io.cairn.testing;

import io.cairn.database.DataFolder;
import io.cairn.database.DatabaseLogin;
import io.cairn.database.EmbeddedPostgres;
import io.cairn.database.Migrations;
import io.cairn.database.PostgresBinaries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.util.FileSystemUtils;

/** One PostgreSQL for all tests of this JVM, migrated once; each caller gets a database of its own, copied from that. */
public record TestDatabase(DatabaseLogin owner, DatabaseLogin application) {
    /** Safe here and only here: what a test database loses with the power, nobody misses. */
    private static final Map<String, String> FAST =
            Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off", "max_connections", "200");

    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** A migrated, empty database that nobody else uses. */
    public static TestDatabase fresh() {
        var name = "cairn_" + NUMBER.incrementAndGet();
        Server.copyTemplate(name);
        return new TestDatabase(in(name, Server.POSTGRES.owner()), in(name, Server.POSTGRES.application()));
    }

    /** Past row security, to look at what is really stored. */
    public DatabaseLogin superuser() {
        var name = owner.url().substring(owner.url().lastIndexOf('/') + 1);
        return Server.POSTGRES.superuser(name);
    }

    private static DatabaseLogin in(String database, DatabaseLogin login) {
        var url = login.url().substring(0, login.url().lastIndexOf('/') + 1) + database;
        return new DatabaseLogin(url, login.user(), login.password());
    }

    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                var folder = Files.createTempDirectory("cairn-test");
                var postgres = EmbeddedPostgres.start(DataFolder.hold(folder), binaries(), FAST);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(postgres, folder)));
                Migrations.run(postgres.owner(), postgres.application().user());
                return postgres;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private static void remove(EmbeddedPostgres postgres, Path folder) {
            postgres.close();
            FileSystemUtils.deleteRecursively(folder.toFile());
        }

        /** The bundled PostgreSQL, or the installed one of the major version in CAIRN_TEST_POSTGRES. */
        private static PostgresBinaries binaries() {
            var major = System.getenv("CAIRN_TEST_POSTGRES");
            return major == null || major.isBlank()
                    ? PostgresBinaries.bundled()
                    : PostgresBinaries.installed(Integer.parseInt(major)).orElseThrow();
        }

        static synchronized void copyTemplate(String name) {
            try (var connection = POSTGRES.superuser("postgres").connect();
                    var statement = connection.createStatement()) {
                statement.execute("create database %s template cairn owner cairn_owner".formatted(name));
                statement.execute("revoke all on database %s from public".formatted(name));
                statement.execute("grant connect on database %s to cairn_app".formatted(name));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
