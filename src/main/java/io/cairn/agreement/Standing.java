package io.cairn.agreement;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a subject stands, for lists: its newest round without the terms.
 *
 * @param agreedVersion the newest version that is agreed; 0 before the first
 * @param turn whose answer is awaited; null when nobody's
 */
public record Standing(
        UUID subjectId, int version, State state, @Nullable Side turn, int agreedVersion, Instant since) {}
