package io.cairn.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The folder Cairn keeps its own PostgreSQL in. One program at a time holds it, for as long as it lives. */
public final class DataFolder implements AutoCloseable {
    private static final String LOCK = ".lock";
    private static final String CLUSTER = "postgres";

    /** Asked first, because closing any channel of a file would end this program's lock on it. */
    private static final Set<Path> HELD_BY_US = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** Holds the folder, made when it is not there; refuses when another program has it. */
    public static DataFolder hold(Path folder) {
        return holdIfFree(folder)
                .orElseThrow(() -> new StartRefused("Another Cairn is already running on the folder " + folder
                        + "; stop it first, or choose another folder with --data."));
    }

    /** Empty when another program has the folder. */
    public static Optional<DataFolder> holdIfFree(Path folder) {
        var path = folder.toAbsolutePath().normalize();
        if (!HELD_BY_US.add(path)) {
            return Optional.empty();
        }
        var held = lock(path);
        if (held.isEmpty()) {
            HELD_BY_US.remove(path);
        }
        return held;
    }

    private static Optional<DataFolder> lock(Path path) {
        try {
            PrivateFiles.folder(path);
            var lock = path.resolve(LOCK);
            PrivateFiles.create(lock);
            var channel = FileChannel.open(lock, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(new DataFolder(path, channel));
        } catch (IOException e) {
            HELD_BY_US.remove(path);
            throw new StartRefused(
                    "Cannot use the folder " + path + " (" + e + "); choose another one with --data.", e);
        }
    }

    /** True when another program has the folder now. */
    public static boolean isHeld(Path folder) {
        var free = holdIfFree(folder);
        free.ifPresent(DataFolder::close);
        return free.isEmpty();
    }

    /** True when Cairn has kept data in the folder before. */
    public static boolean holdsDatabase(Path folder) {
        return Files.exists(folder.resolve(CLUSTER).resolve("PG_VERSION"));
    }

    public Path path() {
        return path;
    }

    Path cluster() {
        return path.resolve(CLUSTER);
    }

    Path log() {
        return path.resolve("postgres.log");
    }

    /** True when nothing but our own lock is in it. */
    public boolean isEmpty() {
        return contents().isEmpty();
    }

    /** Removes everything in it, once a server that was killed has let go. */
    public void empty() {
        try {
            PostmasterFile.of(cluster()).waitUntilStopped();
            for (var content : contents()) {
                PrivateFiles.deleteTree(content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> contents() {
        try (var paths = Files.list(path)) {
            return paths.filter(content -> !content.endsWith(LOCK)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets the folder go. */
    @Override
    public void close() {
        try {
            channel.close();
            HELD_BY_US.remove(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
