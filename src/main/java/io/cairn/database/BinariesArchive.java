package io.cairn.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs for one kind of machine, packed in a jar on the class path. */
record BinariesArchive(URL url, String name) {
    private static final Pattern VERSION = Pattern.compile("-(\\d[\\w.]*)\\.jar");

    static BinariesArchive ofThisMachine() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        var processor = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        var file = "postgres-%s-%s".formatted(system, processor);
        var url = BinariesArchive.class.getResource("/" + file + ".txz");
        if (url == null) {
            throw new StartRefused(
                    "Cairn brings no PostgreSQL for this machine (%s on %s); give it one with CAIRN_DATABASE_URL."
                            .formatted(system, processor));
        }
        var version = VERSION.matcher(url.toString());
        return new BinariesArchive(url, file + (version.find() ? "-" + version.group(1) : ""));
    }

    /** The folder it is unpacked in; the first program to come unpacks, others wait for it. */
    synchronized Path unpacked() {
        try {
            var cache = BinariesCache.folder();
            var target = cache.resolve(name);
            return Files.isDirectory(target) ? target : unpackOnce(cache, target);
        } catch (IOException e) {
            throw new StartRefused("Cannot unpack PostgreSQL into the cache folder (" + e + ").", e);
        }
    }

    private Path unpackOnce(Path cache, Path target) throws IOException {
        synchronized (BinariesArchive.class) {
            try (var channel = FileChannel.open(
                            cache.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                if (lock.isValid() && Files.notExists(target)) {
                    var unpacking = cache.resolve(name + ".new");
                    PrivateFiles.deleteTree(unpacking);
                    unpackInto(unpacking);
                    Files.move(unpacking, target, StandardCopyOption.ATOMIC_MOVE);
                }
                return target;
            }
        }
    }

    private void unpackInto(Path folder) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(url.openStream())))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, folder);
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder) throws IOException {
        var path = folder.resolve(entry.getName()).normalize();
        if (!path.startsWith(folder)) {
            throw new IOException("The archive reaches outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.resolveSibling(""));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, path);
            permit(path, (entry.getMode() & 0100) != 0);
        }
    }

    private static void permit(Path file, boolean executable) throws IOException {
        var permissions = PosixFilePermissions.fromString("rw-r--r--");
        if (executable) {
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
            permissions.add(PosixFilePermission.GROUP_EXECUTE);
            permissions.add(PosixFilePermission.OTHERS_EXECUTE);
        }
        Files.setPosixFilePermissions(file, permissions);
    }
}
