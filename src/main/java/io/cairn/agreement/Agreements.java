package io.cairn.agreement;

import io.cairn.access.Elevation;
import io.cairn.agreement.Rounds.Kept;
import io.cairn.agreement.Table.Laid;
import io.cairn.agreement.Table.Move;
import io.cairn.agreement.Turns.Next;
import io.cairn.audit.Journal;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Texts;
import io.cairn.kernel.Viewer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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
    private static final int LONGEST_REASON = 2000;

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
        Next next = Turns.offer(table.newest(), table.side());
        int version = table.newest() == null
                ? 1
                : table.newest().number() + (table.newest().agreed() ? 1 : 0);
        Texts texts = new Texts();
        if (version > 1 && offer.effectiveFrom() == null) {
            texts.add(GeneralProblem.REQUIRED.at("effectiveFrom"));
        }
        String reason = version > 1
                ? texts.needed("reason", offer.reason(), 1, LONGEST_REASON)
                : texts.optional("reason", offer.reason(), LONGEST_REASON);
        String comment = texts.optional("comment", offer.comment(), Table.LONGEST_COMMENT);
        texts.refuseIfAny();
        return keep(
                table,
                table.lay(
                        Act.OFFER,
                        comment,
                        next,
                        offer.key(),
                        new Laid(
                                version,
                                offer.terms(),
                                offer.effectiveFrom(),
                                reason.isEmpty() ? null : reason,
                                offer.approval())));
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
        Next next = Turns.counter(table.newest(), table.side(), viewer.id());
        Version open = table.open();
        LocalDate day = effectiveFrom == null ? open.effectiveFrom() : effectiveFrom;
        return keep(
                table,
                table.lay(
                        Act.COUNTER,
                        Table.said(Act.COUNTER, comment),
                        next,
                        table.key(),
                        new Laid(open.number(), terms, day, open.reason(), open.approval())));
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
        return accept(viewer, subject, parties, seen, comment, false);
    }

    /**
     * The same where the third consent may have become needed since the offer.
     *
     * @param approval whether it is asked now, though the offer did not
     */
    public Agreement accept(
            Viewer viewer,
            Subject subject,
            Parties parties,
            @Nullable String seen,
            @Nullable String comment,
            boolean approval) {
        Table table = table(viewer, subject, parties, true);
        Next next = Turns.accept(table.newest(), table.side(), viewer.id(), named(seen), approval);
        return keep(table, table.move(Act.ACCEPT, comment, next));
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
        return keep(
                table,
                table.move(
                        Act.APPROVE, comment, Turns.approve(table.newest(), table.side(), viewer.id(), named(seen))));
    }

    /**
     * Says no and why, when it is the viewer's turn; the terms may be offered anew.
     *
     * @throws io.cairn.kernel.ProblemException {@code NOTHING_OFFERED}, {@code NOT_YOUR_TURN}, {@code APPROVAL_MISSING},
     *     {@code COMMENT_REQUIRED}
     */
    public Agreement decline(Viewer viewer, Subject subject, Parties parties, @Nullable String comment) {
        Table table = table(viewer, subject, parties, false);
        return keep(table, table.move(Act.DECLINE, comment, Turns.decline(table.newest(), table.side())));
    }

    /**
     * Takes one's side's offer back.
     *
     * @throws io.cairn.kernel.ProblemException {@code NOTHING_OFFERED}, {@code NOT_YOUR_TURN}
     */
    public Agreement withdraw(Viewer viewer, Subject subject, Parties parties, @Nullable String comment) {
        Table table = table(viewer, subject, parties, false);
        return keep(table, table.move(Act.WITHDRAW, comment, Turns.withdraw(table.newest(), table.side())));
    }

    /**
     * Says something; nothing else changes.
     *
     * @throws io.cairn.kernel.ProblemException {@code NOTHING_OFFERED} before the first offer, {@code COMMENT_REQUIRED}
     */
    public Agreement comment(Viewer viewer, Subject subject, Parties parties, @Nullable String comment) {
        Table table = table(viewer, subject, parties, false);
        Version now = table.newest();
        if (now == null) {
            throw AgreementProblem.NOTHING_OFFERED.exception();
        }
        return keep(table, table.move(Act.COMMENT, comment, new Next(now.state(), now.turn())));
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
        Table table = new Table(viewer, ending, Side.APPROVER, kept, agreement, moment());
        return keep(table, table.move(Act.WITHDRAW, comment, new Next(State.WITHDRAWN, null)));
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
        return new Table(viewer, party, side, kept, agreement(subject, kept), moment());
    }

    private List<Kept> read(Subject subject) {
        return rounds.of(subject.kind(), List.of(subject.id())).getOrDefault(subject.id(), List.of());
    }

    private static Agreement agreement(Subject subject, List<Kept> kept) {
        return Agreement.of(subject, kept.stream().map(Kept::round).toList());
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

    private Agreement keep(Table table, Move move) {
        Round round = move.round();
        if (round.side() == Side.APPROVER) {
            // who reads a whole kind has no right to write it; that this person may was checked before
            elevation.asSystem("Agreement", () -> add(move));
        } else {
            add(move);
        }
        journal.record(Told.entry(move.subject(), round, move.key()));
        return table.with(round);
    }

    private Move add(Move move) {
        rounds.add(move.subject(), move.round(), move.document(), move.key());
        return move;
    }

    /** As the table keeps it. */
    private Instant moment() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
