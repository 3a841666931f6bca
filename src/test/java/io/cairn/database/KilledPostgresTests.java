package io.cairn.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.testing.ChildProgram;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes, killed for real. */
@Tag("processes")
class KilledPostgresTests {
    @TempDir
    Path folder;

    @Test
    void aKilledProgramLeavesNoPostgresBehindAndHoldsItsFolderUntilThen() throws Exception {
        try (var program = keeper()) {
            assertThat(DataFolder.holdIfFree(folder)).isEmpty();
            var server = server();
            program.kill();
            assertThat(server.onExit().orTimeout(20, TimeUnit.SECONDS).join().isAlive())
                    .isFalse();
        }
    }

    @Test
    void aStartRightAfterAKillWaitsForTheOldServerAndFindsWhatWasAcknowledged() throws Exception {
        try (var program = keeper()) {
            program.kill();
            assertThat(keptNumbers()).isEqualTo(1);
        }
    }

    @Test
    void theProgramNoticesThatItsPostgresWasKilledAndTheNextStartRecovers() throws Exception {
        try (var program = keeper()) {
            server().destroyForcibly();
            assertThat(program.ended().code()).isEqualTo(3);
            assertThat(keptNumbers()).isEqualTo(1);
        }
    }

    @Test
    void aStartAfterTheirShellWasKilledStopsTheOldServerItself() throws Exception {
        try (var program = keeper()) {
            var server = server();
            var shell = server.parent().orElseThrow();
            shell.children().filter(child -> child.pid() != server.pid()).forEach(ProcessHandle::destroyForcibly);
            shell.destroyForcibly();
            program.kill();
            assertThat(server.isAlive()).isTrue();
            assertThat(keptNumbers()).isEqualTo(1);
        }
    }

    private ChildProgram keeper() throws InterruptedException {
        return ChildProgram.start(Map.of(), Keeper.class, folder.toString()).waitFor("kept");
    }

    private ProcessHandle server() {
        return PostmasterFile.of(folder.resolve("postgres")).server().orElseThrow();
    }

    private int keptNumbers() throws SQLException {
        try (var postgres = EmbeddedPostgres.start(DataFolder.hold(folder));
                var connection = postgres.owner().connect();
                var rows = connection.createStatement().executeQuery("select count(*) from kept where number = 7")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
