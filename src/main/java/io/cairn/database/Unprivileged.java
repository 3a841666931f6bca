package io.cairn.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How to run PostgreSQL, which refuses to be root. Root runs it in a user namespace of its own, where it is nobody in
 * particular and still owns its files; where the kernel forbids that, as another user who is given the files.
 */
record Unprivileged(List<String> prefix, @Nullable String user) {
    private static final String ROOT = "root";
    private static final Unprivileged AS_WE_ARE = new Unprivileged(List.of(), null);

    /** For the cluster in this folder, which keeps the owner it has when that is not root. */
    static Unprivileged find(Path cluster) throws IOException {
        if (!System.getProperty("user.name").equals(ROOT)) {
            return AS_WE_ARE;
        }
        if (Files.exists(cluster) && !Files.getOwner(cluster).getName().equals(ROOT)) {
            return as(Stream.of(Files.getOwner(cluster).getName()));
        }
        var namespace = List.of("unshare", "-U");
        return works(namespace) ? new Unprivileged(namespace, null) : as(Stream.of("postgres", "nobody"));
    }

    private static Unprivileged as(Stream<String> users) {
        return users.flatMap(user -> Stream.of(
                        new Unprivileged(
                                List.of("setpriv", "--reuid=" + user, "--regid=" + groupOf(user), "--clear-groups"),
                                user),
                        new Unprivileged(List.of("runuser", "-u", user, "--"), user)))
                .filter(way -> works(way.prefix()))
                .findFirst()
                .orElseThrow(
                        () -> new StartRefused(
                                "PostgreSQL does not run as root, and neither unshare nor setpriv nor runuser works here; start Cairn as an ordinary user."));
    }

    private static String groupOf(String user) {
        return output(List.of("id", "-g", user)).orElse("-1");
    }

    private static boolean works(List<String> prefix) {
        return output(Stream.concat(prefix.stream(), Stream.of("true")).toList())
                .isPresent();
    }

    private static Optional<String> output(List<String> command) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0
                    ? Optional.of(text.strip())
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** The same for a folder and everything in it. */
    void ownTree(Path folder) throws IOException {
        if (user == null) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (var path : paths.toList()) {
                own(path);
            }
        }
    }

    /** Gives the path to the user PostgreSQL runs as, when that is not us. */
    void own(Path path) throws IOException {
        if (user == null) {
            return;
        }
        var owner = path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user);
        Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .setOwner(owner);
    }

    /** Lets the user PostgreSQL runs as walk through a folder that stays ours. */
    void passThrough(Path folder) throws IOException {
        if (user != null) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        }
    }

    List<String> command(List<String> command) {
        return Stream.concat(prefix.stream(), command.stream()).toList();
    }
}
