package io.cairn.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;

/** Where unpacked programs are kept for all data folders of a user; nobody else may write there. */
final class BinariesCache {
    private BinariesCache() {}

    static Path folder() throws IOException {
        var folder = place().resolve("cairn");
        if (Files.notExists(folder)) {
            Files.createDirectories(place());
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        }
        refuseWhenOthersMayWrite(folder);
        return folder;
    }

    /** Root's is a system folder, because PostgreSQL may have to run as another user who cannot look into root's home. */
    private static Path place() {
        var chosen = System.getenv("XDG_CACHE_HOME");
        if (chosen != null && Path.of(chosen).isAbsolute()) {
            return Path.of(chosen);
        }
        if (System.getProperty("user.name").equals("root")) {
            return Path.of("/var/cache");
        }
        var mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
        return Path.of(System.getProperty("user.home")).resolve(mac ? "Library/Caches" : ".cache");
    }

    private static void refuseWhenOthersMayWrite(Path folder) throws IOException {
        var permissions = Files.getPosixFilePermissions(folder);
        var owner = Files.getOwner(folder).getName();
        if (permissions.contains(PosixFilePermission.OTHERS_WRITE)
                || permissions.contains(PosixFilePermission.GROUP_WRITE)
                || !owner.equals(System.getProperty("user.name"))) {
            throw new StartRefused("Others may write into the cache folder " + folder
                    + ", so Cairn would not trust the programs in it; remove it or set XDG_CACHE_HOME.");
        }
    }
}
