package io.cairn.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder with PostgreSQL's programs {@code initdb} and {@code postgres}. */
public record PostgresBinaries(Path folder) {

    /** Those that come with Cairn, unpacked once into the user's cache. */
    public static PostgresBinaries bundled() {
        return new PostgresBinaries(BinariesArchive.ofThisMachine().unpacked().resolve("bin"));
    }

    /** Those of a given major version in the usual install folders of Linux and macOS. */
    public static Optional<PostgresBinaries> installed(int major) {
        return Stream.of(
                        "/usr/lib/postgresql/%d/bin",
                        "/usr/pgsql-%d/bin",
                        "/opt/homebrew/opt/postgresql@%d/bin",
                        "/usr/local/opt/postgresql@%d/bin",
                        "/Library/PostgreSQL/%d/bin")
                .map(place -> Path.of(place.formatted(major)))
                .filter(place -> Files.isExecutable(place.resolve("postgres")))
                .map(PostgresBinaries::new)
                .findFirst();
    }

    String program(String name) {
        return folder.resolve(name).toString();
    }

    int major() throws IOException {
        var process = new ProcessBuilder(List.of(program("postgres"), "--version")).start();
        var version = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return Integer.parseInt(version.replaceAll("\\D*(\\d+)[\\s\\S]*", "$1"));
    }
}
