package io.cairn.organization;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody leaves.
 *
 * @param on the last day, not after today; null means today
 * @param handOverTo who takes over the teams the person leads and the open goals, KPIs and connectors; always needed
 */
public record Departure(@Nullable LocalDate on, @Nullable UUID handOverTo) {}
