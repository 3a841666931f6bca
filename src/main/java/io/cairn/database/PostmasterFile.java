package io.cairn.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What the server on a cluster's folder says of itself in postmaster.pid. */
record PostmasterFile(Path cluster, List<String> lines) {
    private static final int STATUS_LINE = 7;
    private static final boolean UNKNOWN_IS_TAKEN_FOR_OURS = true;
    private static final Duration BY_ITSELF = Duration.ofSeconds(2);
    private static final Duration WHEN_TOLD = Duration.ofSeconds(60);

    static PostmasterFile of(Path cluster) {
        try {
            return new PostmasterFile(cluster, Files.readAllLines(cluster.resolve("postmaster.pid")));
        } catch (IOException e) {
            return new PostmasterFile(cluster, List.of());
        }
    }

    /** A file left behind by a killed server may say ready as well, so its server must live. */
    boolean ready() {
        return server().isPresent()
                && lines.size() > STATUS_LINE
                && lines.get(STATUS_LINE).strip().equals("ready");
    }

    /** The server that wrote the file, as long as it lives. */
    Optional<ProcessHandle> server() {
        return process().filter(this::isServerOfThisCluster);
    }

    /** True when the number in the file belongs to something else by now, which would keep PostgreSQL from starting. */
    boolean namesAnotherProcess() {
        return process().isPresent() && server().isEmpty();
    }

    /**
     * After a kill the old server may still be writing its last pages: its shell has told it to stop. Should the shell
     * have been killed as well, we tell it.
     */
    void waitUntilStopped() throws IOException {
        var server = server();
        if (server.isPresent() && !gone(server.get(), BY_ITSELF)) {
            new ProcessBuilder("kill", "-INT", Long.toString(server.get().pid())).start();
            if (!gone(server.get(), WHEN_TOLD)) {
                throw new StartRefused("The PostgreSQL of an earlier Cairn (process %d) does not stop; stop it first."
                        .formatted(server.get().pid()));
            }
        }
        if (of(cluster).namesAnotherProcess()) {
            Files.deleteIfExists(cluster.resolve("postmaster.pid"));
        }
    }

    private static boolean gone(ProcessHandle process, Duration within) {
        try {
            process.onExit().get(within.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Optional<ProcessHandle> process() {
        return lines.stream()
                .findFirst()
                .filter(line -> line.matches("-?\\d+"))
                .flatMap(line -> ProcessHandle.of(Math.abs(Long.parseLong(line))))
                .filter(ProcessHandle::isAlive);
    }

    private boolean isServerOfThisCluster(ProcessHandle process) {
        try {
            return Path.of("/proc", Long.toString(process.pid()), "cwd")
                    .toRealPath()
                    .equals(cluster.toRealPath());
        } catch (IOException e) {
            return process.info()
                    .command()
                    .map(command -> command.endsWith("postgres"))
                    .orElse(UNKNOWN_IS_TAKEN_FOR_OURS);
        }
    }
}
