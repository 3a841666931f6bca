package io.cairn.organization.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What forms bring: a field that was not sent is empty. */
final class Typed {
    private Typed() {}

    static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    static List<String> texts(@Nullable List<String> given) {
        return given == null ? List.of() : given;
    }

    static Optional<UUID> id(String typed) {
        try {
            return Optional.of(UUID.fromString(typed.strip()));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    /** Nobody changes a hidden field by accident: what is no number is no version we gave. */
    static int version(String typed) {
        try {
            return Integer.parseInt(typed);
        } catch (NumberFormatException forged) {
            return 0;
        }
    }
}
