package io.cairn;

import io.cairn.database.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps demo and real data apart: only a folder Cairn made as a demo is ever shown as one, or emptied. */
final class DemoFolder {
    private static final String MARKER = ".cairn-demo";

    private DemoFolder() {}

    static DataFolder hold(Path path, boolean fresh) {
        var folder = DataFolder.hold(path);
        var marker = folder.path().resolve(MARKER);
        if (Files.notExists(marker) && !folder.isEmpty()) {
            throw Options.refused(
                    "The folder %s was not made by ./cairn demo, so the demo leaves it alone; choose another one with --data.",
                    path);
        }
        if (fresh) {
            folder.empty();
        }
        mark(marker);
        return folder;
    }

    static DataFolder holdUnlessDemo(Path path) {
        if (Files.exists(path.resolve(MARKER))) {
            throw Options.refused(
                    "The folder %s holds a demo; start it with ./cairn demo, or choose another one with --data.", path);
        }
        return DataFolder.hold(path);
    }

    private static void mark(Path marker) {
        try {
            Files.writeString(marker, "Made by ./cairn demo, which may empty this folder.\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
