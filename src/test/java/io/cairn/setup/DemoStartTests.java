package io.cairn.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.Cairn;
import io.cairn.testing.ChildProgram;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a process of its own. */
@Tag("processes")
class DemoStartTests {
    @TempDir
    Path folder;

    @Test
    void aFirstStartThatWasKilledLeavesNoHalfCompanyAndADayThatIsOverIsRefused() throws Exception {
        try (var demo = demo()) {
            whileItLoads();
            demo.kill();
        }
        try (var demo = demo()) {
            demo.waitFor("Cairn is ready").waitFor("omar@example.com");
            demo.stop();
        }
        var refused = ChildProgram.run(
                Map.of(), Cairn.class, "demo", "--data", folder.toString(), "--port", port(), "--today", "2026-08-14");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.output().strip().lines()).singleElement().asString().contains("has reached 2026-08-15");
    }

    private ChildProgram demo() throws Exception {
        return ChildProgram.start(Map.of(), Cairn.class, "demo", "--data", folder.toString(), "--port", port());
    }

    /** The company is told within a few seconds after PostgreSQL answers; whenever it is cut off, the result is the same. */
    private void whileItLoads() throws InterruptedException {
        var server = folder.resolve("postgres").resolve("postmaster.pid");
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (Files.notExists(server) && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        Thread.sleep(5_000);
    }

    private static String port() throws Exception {
        try (var socket = new ServerSocket(0)) {
            return Integer.toString(socket.getLocalPort());
        }
    }
}
