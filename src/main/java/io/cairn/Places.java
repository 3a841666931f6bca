package io.cairn;

import java.nio.file.Path;

/** The folders Cairn uses when none is named; the launcher says where it lies itself. */
final class Places {
    private Places() {}

    static Path data() {
        return Path.of(System.getProperty("cairn.home", ""), "data");
    }

    static Path demo() {
        return data().resolve("demo");
    }
}
