package io.cairn.agreement;

import io.cairn.access.Audience;
import io.cairn.agreement.Rounds.Kept;
import io.cairn.agreement.Turns.Next;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Ids;
import io.cairn.kernel.PersonRef;
import io.cairn.kernel.Texts;
import io.cairn.kernel.Viewer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A subject's rounds with one who sits at the table, about to make the next one.
 *
 * @param kept oldest first
 */
record Table(Viewer viewer, Party party, Side side, List<Kept> kept, Agreement agreement, Instant moment) {
    static final int LONGEST_COMMENT = 4000;
    private static final int LONGEST_DOCUMENT = 400_000;

    /** Terms that are put on the table, with what is signed besides. */
    record Laid(
            int version,
            JsonNode terms,
            @Nullable LocalDate effectiveFrom,
            @Nullable String reason,
            boolean approval) {}

    /** A round that is to be kept. */
    record Move(Subject subject, Round round, @Nullable Document document, Audience key) {}

    @Nullable
    Version newest() {
        return agreement.current();
    }

    Version open() {
        return agreement.open().orElseThrow(AgreementProblem.NOTHING_OFFERED::exception);
    }

    Audience key() {
        return kept.getFirst().key();
    }

    /** A round with new terms; the key counts when it is the first. */
    Move lay(Act act, String comment, Next next, Audience key, Laid laid) {
        Document document =
                Document.of(agreement.subject(), laid.version(), laid.terms(), laid.effectiveFrom(), laid.reason());
        if (!laid.terms().isObject() || document.text().length() > LONGEST_DOCUMENT) {
            throw GeneralProblem.INVALID.at("terms").exception();
        }
        if (act == Act.COUNTER && document.digest().equals(open().digest())) {
            throw AgreementProblem.SAME_TERMS.at("terms").exception();
        }
        Round round = round(act, comment, next, laid, document.digest(), document.terms());
        return new Move(agreement.subject(), round, document, kept.isEmpty() ? key : key());
    }

    /** A round about the terms that lie there. */
    Move move(Act act, @Nullable String comment, Next next) {
        Version now = agreement.versions().getFirst();
        Laid same = new Laid(now.number(), now.terms(), now.effectiveFrom(), now.reason(), now.approval());
        return new Move(
                agreement.subject(), round(act, said(act, comment), next, same, now.digest(), null), null, key());
    }

    /** After the round was kept. */
    Agreement with(Round round) {
        return Agreement.of(
                agreement.subject(),
                Stream.concat(kept.stream().map(Kept::round), Stream.of(round)).toList());
    }

    static String said(Act act, @Nullable String comment) {
        if (act.needsComment() && (comment == null || comment.isBlank())) {
            throw AgreementProblem.COMMENT_REQUIRED.at("comment").exception();
        }
        Texts texts = new Texts();
        String said = texts.optional("comment", comment, LONGEST_COMMENT);
        texts.refuseIfAny();
        return said;
    }

    private Round round(Act act, String comment, Next next, Laid laid, String digest, @Nullable JsonNode terms) {
        return new Round(
                Ids.next(),
                kept.size() + 1,
                laid.version(),
                act,
                side,
                new PersonRef(viewer.id(), viewer.name()),
                party.role(),
                comment,
                terms,
                digest,
                laid.effectiveFrom(),
                laid.reason(),
                laid.approval(),
                next.state(),
                next.turn(),
                moment);
    }
}
