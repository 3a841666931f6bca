package io.cairn.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One set of terms with the rounds that led to it: version 1 is the first that is agreed, later ones are amendments. A version
 * that was declined or withdrawn may be offered again.
 *
 * @param turn whose answer is awaited; null when nobody's
 * @param terms what lies on the table, or what was agreed
 * @param digest SHA-256 of the signed document; who signs names it
 * @param effectiveFrom the day from which an amendment holds; null holds from the beginning
 * @param approval whether a third consent is asked
 * @param signatures of these terms, oldest first; those of earlier terms are in the rounds
 * @param rounds newest first
 */
public record Version(
        int number,
        State state,
        @Nullable Side turn,
        JsonNode terms,
        String digest,
        @Nullable LocalDate effectiveFrom,
        @Nullable String reason,
        boolean approval,
        List<Signature> signatures,
        List<Round> rounds) {

    /** Of rounds of one version, oldest first; the first is always an offer. */
    static Version of(List<Round> rounds) {
        Round last = rounds.getLast();
        Round offer = rounds.reversed().stream()
                .filter(round -> round.terms() != null)
                .findFirst()
                .orElseThrow();
        List<Signature> signatures = rounds.stream()
                .filter(round -> round.number() >= offer.number() && round.act().signs())
                .map(round -> new Signature(round.side(), round.person(), round.role(), round.at(), round.digest()))
                .toList();
        JsonNode terms = offer.terms();
        if (terms == null) {
            throw new IllegalStateException("An offer has terms");
        }
        return new Version(
                last.version(),
                last.state(),
                last.turn(),
                terms,
                offer.digest(),
                offer.effectiveFrom(),
                offer.reason(),
                offer.approval(),
                signatures,
                rounds.reversed());
    }

    public boolean agreed() {
        return state == State.AGREED;
    }

    /** When the last needed signature was given; null before. */
    public @Nullable Instant agreedAt() {
        return agreed() ? signatures.getLast().at() : null;
    }

    boolean holdsOn(LocalDate day) {
        return agreed() && (effectiveFrom == null || !effectiveFrom.isAfter(day));
    }
}
