package io.cairn.agreement;

import io.cairn.access.Audience;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Terms that are put on the table.
 *
 * @param key who reads every round of the subject; the first offer's is kept
 * @param terms the document both sides sign; arrays of objects with an {@code id} are compared by it
 * @param comment may be empty
 * @param effectiveFrom the day from which an amendment holds; needed when a version is agreed already
 * @param reason why the terms are amended; needed with a day
 * @param approval whether a third consent is asked
 */
public record Offer(
        Audience key,
        JsonNode terms,
        @Nullable String comment,
        @Nullable LocalDate effectiveFrom,
        @Nullable String reason,
        boolean approval) {

    public static Offer of(Audience key, JsonNode terms, @Nullable String comment) {
        return new Offer(key, terms, comment, null, null, false);
    }

    public Offer from(@Nullable LocalDate day, @Nullable String why) {
        return new Offer(key, terms, comment, day, why, approval);
    }

    public Offer withApproval(boolean asked) {
        return new Offer(key, terms, comment, effectiveFrom, reason, asked);
    }
}
