package io.cairn.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL's own folder inside the data folder: made once, with a password asked of everybody. */
record Cluster(DataFolder folder, PostgresBinaries binaries, Unprivileged unprivileged) {
    private static final String SETTINGS = """

            # Cairn's choices; whoever knows better may change them here.
            max_connections = 60
            shared_buffers = 256MB
            effective_cache_size = 1GB
            maintenance_work_mem = 128MB
            work_mem = 16MB
            random_page_cost = 1.1
            max_wal_size = 1GB
            jit = off
            timezone = 'UTC'
            log_timezone = 'UTC'
            """;

    /** Made beside its place and moved there when complete, so a start that is interrupted leaves nothing half-made. */
    void makeOnce(Secrets secrets) throws IOException, InterruptedException {
        unprivileged.passThrough(folder.path());
        if (DataFolder.holdsDatabase(folder.path())) {
            unprivileged.ownTree(folder.cluster());
            return;
        }
        var making = folder.path().resolve("postgres.new");
        PrivateFiles.deleteTree(making);
        PrivateFiles.folder(making);
        unprivileged.own(making);
        initialize(making, secrets);
        Files.writeString(making.resolve("postgresql.conf"), SETTINGS, StandardOpenOption.APPEND);
        Files.writeString(making.resolve("pg_hba.conf"), """
                # Everybody signs in with a password, from this machine only.
                host all all 127.0.0.1/32 scram-sha-256
                """);
        Files.move(making, folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void initialize(Path making, Secrets secrets) throws IOException, InterruptedException {
        var password = folder.path().resolve("password.tmp");
        PrivateFiles.write(password, secrets.superuser());
        try {
            unprivileged.own(password);
            run(initdb(making, password));
        } finally {
            Files.deleteIfExists(password);
        }
    }

    private List<String> initdb(Path making, Path password) throws IOException {
        var command = new ArrayList<>(List.of(
                binaries.program("initdb"),
                "--pgdata=" + making,
                "--username=" + Secrets.SUPERUSER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--data-checksums"));
        command.addAll(locale());
        return command;
    }

    /** By code point and the same on every machine, so that an index never depends on the system's language files. */
    private List<String> locale() throws IOException {
        return binaries.major() >= 17
                ? List.of("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8")
                : List.of("--locale=C", "--lc-ctype=C.UTF-8");
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(unprivileged.command(command))
                .directory(folder.path().toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new StartRefused("PostgreSQL could not make its folder in " + folder.path() + ": "
                    + output.strip().lines().reduce((first, last) -> last).orElse("no reason given"));
        }
    }
}
