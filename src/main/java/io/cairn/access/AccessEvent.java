package io.cairn.access;

import java.util.UUID;

/** What happened to somebody's account, told inside the transaction in which it happened; never with a secret. */
public sealed interface AccessEvent {
    /** Whose account it is. */
    UUID person();

    record TokenIssued(UUID person, UUID token, String name) implements AccessEvent {}

    record TokenRevoked(UUID person, UUID token, String name) implements AccessEvent {}

    record SessionEnded(UUID person, UUID session, String name) implements AccessEvent {}

    record SignedOutEverywhere(UUID person) implements AccessEvent {}

    record PasswordChanged(UUID person) implements AccessEvent {}

    record LinkIssued(UUID person, String name) implements AccessEvent {}

    record LinkUsed(UUID person) implements AccessEvent {}
}
