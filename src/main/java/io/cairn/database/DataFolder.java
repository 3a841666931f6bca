package io.cairn.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The folder Cairn keeps its own PostgreSQL in. One program at a time holds it, for as long as it lives. */
public final class DataFolder implements AutoCloseable {
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
        try {
            PrivateFiles.folder(path);
            var lock = path.resolve(".lock");
            PrivateFiles.create(lock);
            var channel = FileChannel.open(lock, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(new DataFolder(path, channel));
        } catch (IOException e) {
            throw new StartRefused(
                    "Cannot use the folder " + path + " (" + e + "); choose another one with --data.", e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    public Path path() {
        return path;
    }

    Path cluster() {
        return path.resolve("postgres");
    }

    Path log() {
        return path.resolve("postgres.log");
    }

    boolean holdsCluster() {
        return Files.exists(cluster().resolve("PG_VERSION"));
    }

    /** Lets the folder go. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
