package io.cairn.connector;

import java.time.Instant;
import java.util.UUID;

/**
 * One run of a connector.
 *
 * @param byHand whether somebody asked for it
 * @param stored values that were new or different
 * @param unchanged values that were known already
 * @param refused values that could not be stored
 * @param message what went wrong, in words; never a secret or a value
 */
public record ConnectorRun(
        UUID id,
        Instant startedAt,
        Instant endedAt,
        boolean byHand,
        RunOutcome outcome,
        int rowsRead,
        int stored,
        int unchanged,
        int refused,
        String message) {}
