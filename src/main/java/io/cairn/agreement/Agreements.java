package io.cairn.agreement;

import io.cairn.access.Audience;
import io.cairn.access.Elevation;
import io.cairn.agreement.Rounds.Kept;
import io.cairn.agreement.Turns.Next;
import io.cairn.audit.Journal;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Ids;
import io.cairn.kernel.PersonRef;
import io.cairn.kernel.Texts;
import io.cairn.kernel.Viewer;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/**
 * Rounds, turns and signatures over any subject. The subject's owner checks first that the viewer may see the subject (404) and
 * tells who the parties are now; who is no party is refused with 403, a move out of turn with 409. A move takes four statements.
 */
@Component
@Transactional
public class Agreements {
    private static final int LONGEST_COMMENT = 4000;
    private static final int LONGEST_REASON = 2000;
    private static final int LONGEST_DOCUMENT = 400_000;

    private final Rounds rounds;
    private final Elevation elevation;
    private final Journal journal;
    private final DomainClock clock;

    Agreements(Rounds rounds, Elevation elevation, Journal journal, DomainClock clock) {
        this.rounds = rounds;
        this.elevation = elevation;
        this.journal = journal;
        this.clock = clock;
    }

    /** As far as the viewer may read it; one statement. */
    @Transactional(readOnly = true)
    public Agreement of(Subject subject) {
        return agreement(subject, read(subject));
    }

    /** Several of one kind, each with all rounds; subjects without any are left out; one statement. */
    @Transactional(readOnly = true)
    public Map<UUID, Agreement> of(String kind, Collection<UUID> subjects) {
        return rounds.of(kind, subjects).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> agreement(new Subject(kind, one.getKey()), one.getValue())));
    }

    /** How each of these subjects stands, without the terms; those without rounds are left out; one statement. */
    @Transactional(readOnly = true)
    public Map<UUID, Standing> standings(String kind, Collection<UUID> subjects) {
        return rounds.standings(kind, subjects).stream()
                .collect(Collectors.toMap(Standing::subjectId, Function.identity()));
    }

    /** As pages show it. */
    public AgreementPart part(Agreement agreement) {
        return new AgreementPart(agreement, clock.getZone());
    }

    /**
     * Puts terms on the table, signed by who offers them: the first version, an amendment of the agreed ones, or once more what
     * was declined or withdrawn.
     *
     * @throws io.cairn.kernel.ProblemException {@code OFFER_OPEN}, {@code SAME_PERSON}; {@code REQUIRED} at
     *     {@code effectiveFrom} and {@code reason} of an amendment
     */
    public Agreement offer(Viewer viewer, Subject subject, Parties parties, Offer offer) {
        Table table = table(viewer, subject, parties, true);
        Next next = Turns.offer(table.now(), table.side());
        int version =
                table.now() == null ? 1 : table.now().number() + (table.now().agreed() ? 1 : 0);
        Texts texts = new Texts();
        if (version > 1 && offer.effectiveFrom() == null) {
            texts.add(GeneralProblem.REQUIRED.at("effectiveFrom"));
        }
        String reason = version > 1
                ? texts.needed("reason", offer.reason(), 1, LONGEST_REASON)
                : texts.optional("reason", offer.reason(), LONGEST_REASON);
        String comment = texts.optional("comment", offer.comment(), LONGEST_COMMENT);
        texts.refuseIfAny();
        return table.lay(
                Act.OFFER,
                comment,
                next,
                offer.key(),
                new Laid(
                        version,
                        offer.terms(),
                        offer.effectiveFrom(),
                        reason.isEmpty() ? null : reason,
                        offer.approval()));
    }

    /**
     * Answers an offer with other terms; its day, reason and approval stay.
     *
     * @param effectiveFrom another day for an amendment; null keeps the offered one
     * @throws io.cairn.kernel.ProblemException {@code NOTHING_OFFERED}, {@code NOT_YOUR_TURN}, {@code ALREADY_SIGNED},
     *     {@code APPROVAL_MISSING}, {@code COMMENT_REQUIRED}, {@code SAME_TERMS}, {@code SAME_PERSON}
     */
    public Agreement counter(
            Viewer viewer,
            Subject subject,
            Parties parties,
            JsonNode terms,
            @Nullable LocalDate effectiveFrom,
            @Nullable String comment) {
        Table table = table(viewer, subject, parties, true);
        Next next = Turns.counter(table.now(), table.side(), viewer.id());
        Version open = table.open();
        LocalDate day = effectiveFrom == null ? open.effectiveFrom() : effectiveFrom;
        return table.lay(
                Act.COUNTER,
                said(Act.COUNTER, comment),
                next,
                table.key(),
                new Laid(open.number(), terms, day, open.reason(), open.approval()));
    }

    /**
     * Signs what lies on the table.
     *
     * @param seen the digest of the terms that were read ({@link Version#digest})
     * @throws io.cairn.kernel.ProblemException {@code NOTHING_OFFERED}, {@code NOT_YOUR_TURN}, {@code ALREADY_SIGNED},
     *     {@code APPROVAL_MISSING}, {@code TERMS_CHANGED}, {@code SAME_PERSON}
     */
    public Agreement accept(
            Viewer viewer, Subject subject, Parties parties, @Nullable String seen, @Nullable String comment) {
        Table table = table(viewer, subject, parties, true);
        return table.move(Act.ACCEPT, comment, Turns.accept(table.now(), table.side(), viewer.id(), named(seen)));
    }

    /**
     * Gives the third consent, after both sides signed; who signed for a side cannot. The parties name the viewer as approver.
     *
     * @param seen the digest of the terms that were read
     * @throws io.cairn.kernel.ProblemException {@code NOTHING_OFFERED}, {@code NOT_AGREED}, {@code ALREADY_SIGNED},
     *     {@code TERMS_CHANGED}, {@code SAME_PERSON}
     */
    public Agreement approve(
            Viewer viewer, Subject subject, Parties parties, @Nullable String seen, @Nullable String comment) {
        Table table = table(viewer, subject, parties, false);
        return table.move(Act.APPROVE, comment, Turns.approve(table.now(), table.side(), viewer.id(), named(seen)));
    }

    /**
     * Says no and why, when it is the viewer's turn; the terms may be offered anew.
     *
     * @throws io.cairn.kernel.ProblemException {@code NOTHING_OFFERED}, {@code NOT_YOUR_TURN}, {@code APPROVAL_MISSING},
     *     {@code COMMENT_REQUIRED}
     */
    public Agreement decline(Viewer viewer, Subject subject, Parties parties, @Nullable String comment) {
        Table table = table(viewer, subject, parties, false);
        return table.move(Act.DECLINE, comment, Turns.decline(table.now(), table.side()));
    }

    /**
     * Takes one's side's offer back.
     *
     * @throws io.cairn.kernel.ProblemException {@code NOTHING_OFFERED}, {@code NOT_YOUR_TURN}
     */
    public Agreement withdraw(Viewer viewer, Subject subject, Parties parties, @Nullable String comment) {
        Table table = table(viewer, subject, parties, false);
        return table.move(Act.WITHDRAW, comment, Turns.withdraw(table.now(), table.side()));
    }

    /**
     * Says something; nothing else changes.
     *
     * @throws io.cairn.kernel.ProblemException {@code NOTHING_OFFERED} before the first offer, {@code COMMENT_REQUIRED}
     */
    public Agreement comment(Viewer viewer, Subject subject, Parties parties, @Nullable String comment) {
        Table table = table(viewer, subject, parties, false);
        Version now = table.now();
        if (now == null) {
            throw AgreementProblem.NOTHING_OFFERED.exception();
        }
        return table.move(Act.COMMENT, comment, new Next(now.state(), now.turn()));
    }

    /**
     * Takes an open offer off the table because the subject itself ends; does nothing when none is open. Whether the viewer may
     * end it is the caller's to check.
     *
     * @param role what the viewer is to the subject
     */
    public Agreement end(Viewer viewer, Subject subject, String role, @Nullable String comment) {
        rounds.lock(subject);
        List<Kept> kept = read(subject);
        Agreement agreement = agreement(subject, kept);
        if (agreement.open().isEmpty()) {
            return agreement;
        }
        Party ending = new Party(viewer.id(), role);
        Table table = new Table(viewer, subject, ending, Side.APPROVER, kept, agreement);
        return table.move(Act.WITHDRAW, comment, new Next(State.WITHDRAWN, null));
    }

    private Table table(Viewer viewer, Subject subject, Parties parties, boolean signing) {
        rounds.lock(subject);
        List<Kept> kept = read(subject);
        Side side = parties.sideOf(viewer.id());
        Party party = side == null ? null : parties.on(side);
        if (side == null || party == null) {
            throw kept.isEmpty() ? GeneralProblem.NOT_FOUND.exception() : Turns.notAParty();
        }
        if (signing && parties.onePersonOnly()) {
            throw AgreementProblem.SAME_PERSON.exception();
        }
        return new Table(viewer, subject, party, side, kept, agreement(subject, kept));
    }

    private List<Kept> read(Subject subject) {
        return rounds.of(subject.kind(), List.of(subject.id())).getOrDefault(subject.id(), List.of());
    }

    private static Agreement agreement(Subject subject, List<Kept> kept) {
        return Agreement.of(subject, kept.stream().map(Kept::round).toList());
    }

    private static String said(Act act, @Nullable String comment) {
        if (act.needsComment() && (comment == null || comment.isBlank())) {
            throw AgreementProblem.COMMENT_REQUIRED.at("comment").exception();
        }
        Texts texts = new Texts();
        String said = texts.optional("comment", comment, LONGEST_COMMENT);
        texts.refuseIfAny();
        return said;
    }

    private static String named(@Nullable String seen) {
        if (seen == null || seen.isBlank()) {
            throw GeneralProblem.REQUIRED
                    .saying("Name the digest of the terms you have read.")
                    .at("seen")
                    .exception();
        }
        return seen.strip();
    }

    /** Terms that are put on the table, with what is signed besides. */
    private record Laid(
            int version,
            JsonNode terms,
            @Nullable LocalDate effectiveFrom,
            @Nullable String reason,
            boolean approval) {}

    /** A subject's rounds, locked, with one who sits at the table. */
    private final class Table {
        private final Viewer viewer;
        private final Subject subject;
        private final Party party;
        private final Side side;
        private final List<Kept> kept;
        private final Agreement agreement;

        Table(Viewer viewer, Subject subject, Party party, Side side, List<Kept> kept, Agreement agreement) {
            this.viewer = viewer;
            this.subject = subject;
            this.party = party;
            this.side = side;
            this.kept = kept;
            this.agreement = agreement;
        }

        Side side() {
            return side;
        }

        @Nullable
        Version now() {
            return agreement.current();
        }

        Version open() {
            return agreement.open().orElseThrow(AgreementProblem.NOTHING_OFFERED::exception);
        }

        Audience key() {
            return kept.getFirst().key();
        }

        /** A round with new terms. */
        Agreement lay(Act act, String comment, Next next, Audience key, Laid laid) {
            Document document = Document.of(subject, laid.version(), laid.terms(), laid.effectiveFrom(), laid.reason());
            if (act == Act.COUNTER && document.digest().equals(open().digest())) {
                throw AgreementProblem.SAME_TERMS.at("terms").exception();
            }
            if (!laid.terms().isObject() || document.text().length() > LONGEST_DOCUMENT) {
                throw GeneralProblem.INVALID.at("terms").exception();
            }
            return keep(round(act, comment, next, laid, document.digest(), document.terms()), document, key);
        }

        /** A round about the terms that lie there. */
        Agreement move(Act act, @Nullable String comment, Next next) {
            Version now = agreement.versions().getFirst();
            Laid same = new Laid(now.number(), now.terms(), now.effectiveFrom(), now.reason(), now.approval());
            return keep(round(act, said(act, comment), next, same, now.digest(), null), null, key());
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
                    clock.instant().truncatedTo(ChronoUnit.MICROS));
        }

        private Agreement keep(Round round, @Nullable Document document, Audience asked) {
            Audience key = kept.isEmpty() ? asked : key();
            if (side == Side.APPROVER) {
                // who reads a whole kind has no right to write it; that this person may was checked above
                elevation.asSystem("Agreement", () -> {
                    rounds.add(subject, round, document, key);
                    return null;
                });
            } else {
                rounds.add(subject, round, document, key);
            }
            journal.record(Told.entry(subject, round, key));
            List<Kept> all = new ArrayList<>(kept);
            all.add(new Kept(subject.id(), round, key));
            return agreement(subject, all);
        }
    }
}
