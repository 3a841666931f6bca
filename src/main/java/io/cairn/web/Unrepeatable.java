package io.cairn.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.web.util.UriUtils;

/**
 * Where a key for a request is ignored: what shows a secret once must not keep its reply, and what counts failed attempts
 * must not undo the count when it refuses.
 *
 * @param paths the beginnings of their addresses
 */
public record Unrepeatable(List<String> paths) {
    public Unrepeatable {
        paths = List.copyOf(paths);
    }

    /** Controllers match the decoded address, so {@code /%61ccount} is the same place. */
    boolean covers(String uri) {
        String path = UriUtils.decode(uri, StandardCharsets.UTF_8);
        return paths.stream().anyMatch(path::startsWith);
    }
}
