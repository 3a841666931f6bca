package io.cairn.kernel;

import java.security.SecureRandom;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;

/** Time-ordered ids (UUID version 7), made here so that a row's id is known before it is written. */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    public static UUID next() {
        return of(System.currentTimeMillis());
    }

    /** As the text of a PostgreSQL array, for {@code = any (:ids::uuid[])}: one parameter however many ids. */
    public static String array(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }

    static UUID of(long millis) {
        long random = RANDOM.nextLong();
        long high = (millis << 16) | 0x7000L | (random & 0x0FFFL);
        long low = (RANDOM.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
