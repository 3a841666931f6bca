package io.cairn.web;

import org.jspecify.annotations.Nullable;

/** Sends the browser on to a page of ours after a form (303), with a short message to show there once. */
public record Redirect(String path, @Nullable String toast) implements Html {
    public Redirect {
        if (!isOurs(path)) {
            throw new IllegalArgumentException("Not a path of ours: " + path);
        }
    }

    public static Redirect to(String path) {
        return new Redirect(path, null);
    }

    public Redirect saying(String message) {
        return new Redirect(path, message);
    }

    /** Whether this is a path on this server; {@code //host} and {@code /\host} are other servers to a browser. */
    public static boolean isOurs(String path) {
        return path.startsWith("/")
                && !path.startsWith("//")
                && !path.startsWith("/\\")
                && path.chars().allMatch(c -> c > ' ' && c < 127);
    }
}
