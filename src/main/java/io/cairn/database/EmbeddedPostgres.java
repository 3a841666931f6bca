package io.cairn.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** A real PostgreSQL of our own in a data folder: durable, on this machine only, a password for everybody. */
public final class EmbeddedPostgres implements AutoCloseable {
    static final String DATABASE = "cairn";
    private static final int ATTEMPTS = 20;
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Map<String, String> ALWAYS = Map.of(
            "listen_addresses", "127.0.0.1",
            "unix_socket_directories", "",
            "password_encryption", "scram-sha-256",
            "fsync", "on",
            "full_page_writes", "on",
            "synchronous_commit", "on");

    private final DataFolder folder;
    private final Secrets secrets;
    private final int port;
    private final ServerProcess process;

    private EmbeddedPostgres(DataFolder folder, Secrets secrets, int port, ServerProcess process) {
        this.folder = folder;
        this.secrets = secrets;
        this.port = port;
        this.process = process;
    }

    /** Starts the server that comes with Cairn on the folder, and makes its roles and database when they are not there. */
    public static EmbeddedPostgres start(DataFolder folder) {
        return start(folder, PostgresBinaries.bundled(), Map.of());
    }

    /** The settings go over Cairn's own; tests give up durability for speed. */
    public static EmbeddedPostgres start(DataFolder folder, PostgresBinaries binaries, Map<String, String> settings) {
        try {
            var secrets = Secrets.of(folder.path());
            var cluster = new Cluster(folder, binaries, Unprivileged.find(folder.cluster()));
            cluster.makeOnce(secrets);
            PostmasterFile.of(folder.cluster()).waitUntilStopped();
            return launch(cluster, secrets, settings).withRolesAndDatabase();
        } catch (IOException e) {
            throw new StartRefused("Cannot start PostgreSQL in " + folder.path() + " (" + e + ").", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartRefused("Starting PostgreSQL was interrupted.", e);
        }
    }

    /** Tries again when the port was taken in between or a killed server's children have not all gone yet. */
    private static EmbeddedPostgres launch(Cluster cluster, Secrets secrets, Map<String, String> settings)
            throws IOException, InterruptedException {
        var folder = cluster.folder();
        startLogAfresh(folder.log());
        var all = new LinkedHashMap<>(ALWAYS);
        all.putAll(settings);
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var port = attempt == 0 ? usualPort(folder) : freePort();
            var process = ServerProcess.start(cluster, port, all);
            if (process.ready()) {
                PrivateFiles.write(folder.path().resolve("server.properties"), "port=" + port + "\n");
                return new EmbeddedPostgres(folder, secrets, port, process);
            }
            process.stop();
            Thread.sleep(PAUSE);
        }
        throw new StartRefused("PostgreSQL does not start; its reason is at the end of " + folder.log() + ".");
    }

    private static void startLogAfresh(Path log) throws IOException {
        if (Files.exists(log)) {
            Files.move(log, log.resolveSibling("postgres.before.log"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static int usualPort(DataFolder folder) throws IOException {
        var usual = portOf(folder.path());
        if (usual == 0) {
            return freePort();
        }
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), usual));
            return usual;
        } catch (IOException taken) {
            return freePort();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return socket.getLocalPort();
        }
    }

    private static int portOf(Path folder) throws IOException {
        var file = folder.resolve("server.properties");
        return Files.exists(file)
                ? Integer.parseInt(PrivateFiles.properties(file).getProperty("port", "0"))
                : 0;
    }

    private EmbeddedPostgres withRolesAndDatabase() {
        try (var connection = superuser("postgres").connect();
                var statement = connection.createStatement()) {
            for (var step : DatabaseScript.missing(connection, secrets)) {
                statement.execute(step);
            }
            return this;
        } catch (SQLException e) {
            close();
            throw new StartRefused(
                    "PostgreSQL in " + folder.path() + " does not let Cairn in (" + e.getMessage() + ").", e);
        }
    }

    /** The application's way into the server that another program runs on this folder. */
    public static DatabaseLogin applicationOfRunning(Path folder) {
        try {
            var secrets = Secrets.of(folder);
            return login(portOf(folder), DATABASE, Secrets.APPLICATION, secrets.application());
        } catch (IOException e) {
            throw new StartRefused("Cannot read Cairn's passwords in " + folder + " (" + e + ").", e);
        }
    }

    /** Owns the tables and migrates them; used for nothing else. */
    public DatabaseLogin owner() {
        return login(port, DATABASE, Secrets.OWNER, secrets.owner());
    }

    public DatabaseLogin application() {
        return login(port, DATABASE, Secrets.APPLICATION, secrets.application());
    }

    /** For tests and backups of the whole server. */
    public DatabaseLogin superuser(String database) {
        return login(port, database, Secrets.SUPERUSER, secrets.superuser());
    }

    private static DatabaseLogin login(int port, String database, String user, String password) {
        return new DatabaseLogin("jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database), user, password);
    }

    public void whenItEndsByItself(Runnable action) {
        process.whenItEndsByItself(action);
    }

    /** Stops the server cleanly and lets the folder go. */
    @Override
    public void close() {
        process.stop();
        folder.close();
    }
}
