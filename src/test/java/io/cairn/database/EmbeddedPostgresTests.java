package io.cairn.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("processes")
class EmbeddedPostgresTests {
    @TempDir
    static Path folder;

    static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() {
        postgres = EmbeddedPostgres.start(DataFolder.hold(folder));
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @Test
    void writesReachTheDiskBeforeTheyAreAcknowledged() throws SQLException {
        assertThat(setting("fsync")).isEqualTo("on");
        assertThat(setting("synchronous_commit")).isEqualTo("on");
        assertThat(setting("full_page_writes")).isEqualTo("on");
        assertThat(setting("data_checksums")).isEqualTo("on");
    }

    @Test
    void listensOnThisMachineOnly() throws SQLException {
        assertThat(setting("listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(setting("unix_socket_directories")).isEmpty();
    }

    @Test
    void nobodyComesInWithoutThePassword() {
        for (var user : new String[] {"cairn_superuser", "cairn_owner", "cairn_app"}) {
            var guess = new DatabaseLogin(postgres.application().url(), user, "guess");
            assertThatThrownBy(guess::connect).isInstanceOf(SQLException.class).hasMessageContaining("password");
        }
    }

    @Test
    void noLineOfTheAccessListTrusts() throws Exception {
        assertThat(Files.readString(folder.resolve("postgres/pg_hba.conf"))).doesNotContain("trust");
    }

    @Test
    void passwordsAndDataAreReadableByTheirOwnerOnly() throws Exception {
        assertThat(permissions("secrets.properties")).isEqualTo("rw-------");
        assertThat(permissions("server.properties")).isEqualTo("rw-------");
        assertThat(permissions("postgres")).isEqualTo("rwx------");
    }

    @Test
    void theApplicationOwnsNothingAndMayNotMakeAnything() throws SQLException {
        try (var connection = postgres.application().connect();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("create schema mine")).hasMessageContaining("permission denied");
            assertThatThrownBy(() -> statement.execute("create table public.mine(id int)"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void aSecondStartOnTheFolderIsRefused() {
        assertThatThrownBy(() -> DataFolder.hold(folder))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("already running");
    }

    @Test
    void textSortsAndFoldsTheSameEverywhere() throws SQLException {
        assertThat(one("select lower('ÄÉ') || string_agg(x, '' order by x) from (values ('b'), ('B'), ('a')) t(x)"))
                .isEqualTo("äéBab");
    }

    @Test
    void stopsAndStartsAgainWithItsData(@TempDir Path other) throws SQLException {
        try (var first = EmbeddedPostgres.start(DataFolder.hold(other), PostgresBinaries.bundled(), Map.of());
                var connection = first.owner().connect()) {
            connection.createStatement().execute("create table kept as select 7 as number");
        }
        try (var second = EmbeddedPostgres.start(DataFolder.hold(other));
                var connection = second.owner().connect();
                var rows = connection.createStatement().executeQuery("select number from kept")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(7);
        }
    }

    private static String setting(String name) throws SQLException {
        return one("show " + name);
    }

    private static String one(String sql) throws SQLException {
        try (var connection = postgres.superuser("cairn").connect();
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static String permissions(String file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file)));
    }
}
