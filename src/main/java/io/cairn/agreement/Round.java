package io.cairn.agreement;

import io.cairn.kernel.PersonRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One move, kept as it was made.
 *
 * @param number counts all rounds of the subject from 1
 * @param comment empty when nothing was said
 * @param terms what an offer or a counter put on the table; null otherwise
 * @param digest SHA-256 of what lay on the table after this round, in small hexadecimal; an act that signs signs this
 * @param effectiveFrom the day from which an amendment would hold; null holds from the beginning
 * @param reason why the terms are amended; null for the first version
 * @param approval whether a third consent is asked
 * @param state how the version stood after this round
 * @param turn whose answer was awaited after this round; null when nobody's
 */
public record Round(
        UUID id,
        int number,
        int version,
        Act act,
        Side side,
        PersonRef person,
        String role,
        String comment,
        @Nullable JsonNode terms,
        String digest,
        @Nullable LocalDate effectiveFrom,
        @Nullable String reason,
        boolean approval,
        State state,
        @Nullable Side turn,
        Instant at) {}
