package io.cairn.connector;

import io.cairn.kernel.PersonRef;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A connector as it is read.
 *
 * @param owner on whose behalf the values are entered
 * @param hasSecret whether one is kept; it is never read back
 * @param nextRunAt null while it is off
 * @param failures in a row
 * @param message what the last run said went wrong; empty when nothing did
 */
public record Connector(
        UUID id,
        String name,
        ConnectorKind kind,
        PersonRef owner,
        Settings source,
        boolean hasSecret,
        List<Feed> feeds,
        int everyMinutes,
        boolean enabled,
        ConnectorState state,
        @Nullable Instant nextRunAt,
        @Nullable Instant lastRunAt,
        @Nullable Instant lastSuccessAt,
        int failures,
        String message,
        int version) {

    /** As it would be written again, the secret left out. */
    ConnectorContent content() {
        return new ConnectorContent(name, kind, source, null, feeds, everyMinutes, enabled);
    }
}
