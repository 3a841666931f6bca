package io.cairn.web;

import java.net.URI;
import org.springframework.http.ResponseEntity;

/** The answer to a POST that made something: 201, where it is, and the thing itself. */
public final class Created {
    private Created() {}

    public static <T> ResponseEntity<T> at(String path, T body) {
        return ResponseEntity.created(URI.create(path)).body(body);
    }
}
