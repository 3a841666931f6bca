package io.cairn.goal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody other than its owner said a goal, or one of its measures, can be reached.
 *
 * @param measureId null for the goal as a whole
 * @param title what it said then, and so are {@code promise} and {@code dueOn}
 */
public record SmartAttestation(
        UUID id,
        @Nullable UUID measureId,
        Ref by,
        Instant at,
        String note,
        String title,
        String promise,
        @Nullable LocalDate dueOn) {}
