package io.cairn.database;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The running PostgreSQL. It is tied to us by a pipe: when we close it, or die in any way, the shell in between reads the
 * end and stops the server cleanly.
 */
final class ServerProcess {
    private static final String TIED_TO_A_PIPE = """
            trap '' INT
            exec 3<&0
            "$@" </dev/null 3<&- &
            server=$!
            (cat <&3; kill -INT $server) >/dev/null 2>&1 &
            exec 3<&-
            wait $server
            """;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Process process;
    private final Path cluster;
    private volatile boolean stopping;

    private ServerProcess(Process process, Path cluster) {
        this.process = process;
        this.cluster = cluster;
    }

    static ServerProcess start(Cluster cluster, int port, Map<String, String> settings) throws IOException {
        var command = new ArrayList<String>();
        if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac")) {
            command.add("setsid");
        }
        command.addAll(cluster.unprivileged().command(List.of("sh", "-c", TIED_TO_A_PIPE, "cairn-postgres")));
        command.addAll(server(cluster, port, settings));
        var log = cluster.folder().log();
        PrivateFiles.create(log);
        var process = new ProcessBuilder(command)
                .directory(cluster.folder().path().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        return new ServerProcess(process, cluster.folder().cluster());
    }

    private static List<String> server(Cluster cluster, int port, Map<String, String> settings) {
        var command = new ArrayList<>(List.of(
                cluster.binaries().program("postgres"),
                "-D",
                cluster.folder().cluster().toString(),
                "-p",
                Integer.toString(port)));
        settings.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return command;
    }

    /** True when the server takes connections, false when it ended before it did. */
    boolean ready() throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            if (PostmasterFile.of(cluster).ready()) {
                return true;
            }
            Thread.sleep(10);
        }
        return false;
    }

    void whenItEndsByItself(Runnable action) {
        process.onExit().thenRun(() -> {
            if (!stopping) {
                action.run();
            }
        });
    }

    /** Stops cleanly and waits until it has. */
    void stop() {
        stopping = true;
        try {
            process.getOutputStream().close();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
