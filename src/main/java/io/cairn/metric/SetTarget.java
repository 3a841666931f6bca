package io.cairn.metric;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.cairn.kernel.PersonRef;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A target that was set, by whom and when. */
public record SetTarget(
        UUID id,
        @JsonUnwrapped MetricTarget target,
        @Nullable PersonRef setBy,
        Instant recordedAt) {}
