package io.cairn.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the server on a cluster's folder says of itself in postmaster.pid. */
record PostmasterFile(Path cluster, List<String> lines) {
    private static final int STATUS_LINE = 7;

    static PostmasterFile of(Path cluster) {
        try {
            return new PostmasterFile(cluster, Files.readAllLines(cluster.resolve("postmaster.pid")));
        } catch (IOException e) {
            return new PostmasterFile(cluster, List.of());
        }
    }

    boolean ready() {
        return lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
    }

    /** The server that wrote the file, as long as it lives. */
    Optional<ProcessHandle> server() {
        return process().filter(this::isServerOfThisCluster);
    }

    /** True when the number in the file belongs to something else by now, which would keep PostgreSQL from starting. */
    boolean namesAnotherProcess() {
        return process().isPresent() && server().isEmpty();
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
                    .orElse(false);
        }
    }
}
