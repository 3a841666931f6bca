package io.cairn.access;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The key of a row's audience, as {@code access.key(kind, subject)} makes it. Source: frameworks 1.12 and the house's "a key
 * and a keyring".
 */
public record Audience(Kind kind, UUID id) {

    public enum Kind {
        EVERYONE,
        TEAM,
        PAIR,
        PAY,
        LIST,
        ACCOUNT;

        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public static final Audience EVERYONE = of(Kind.EVERYONE, "");

    public static Audience team(UUID team) {
        return of(Kind.TEAM, team.toString());
    }

    /** P, P's manager and HR. */
    public static Audience pair(UUID person) {
        return of(Kind.PAIR, person.toString());
    }

    /** The pair and compensation. */
    public static Audience pay(UUID person) {
        return of(Kind.PAY, person.toString());
    }

    /** Named people. */
    public static Audience list(UUID list) {
        return of(Kind.LIST, list.toString());
    }

    /** A person and the administrators: sign-in matters. */
    public static Audience account(UUID person) {
        return of(Kind.ACCOUNT, person.toString());
    }

    /** As the two columns of a row say it. */
    public static Audience of(String key, UUID id) {
        return new Audience(Kind.valueOf(key.toUpperCase(java.util.Locale.ROOT)), id);
    }

    private static Audience of(Kind kind, String subject) {
        return new Audience(
                kind, UUID.nameUUIDFromBytes((kind.key() + ":" + subject).getBytes(StandardCharsets.UTF_8)));
    }
}
