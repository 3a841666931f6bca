package io.cairn.framework.mbo;

import io.cairn.access.Elevation;
import io.cairn.agreement.Agreement;
import io.cairn.agreement.Agreements;
import io.cairn.agreement.Offer;
import io.cairn.agreement.Parties;
import io.cairn.agreement.Party;
import io.cairn.agreement.Subject;
import io.cairn.agreement.Version;
import io.cairn.audit.Journal;
import io.cairn.goal.GoalStatus;
import io.cairn.goal.GovernedGoals;
import io.cairn.incentive.BonusTargets;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Role;
import io.cairn.kernel.Texts;
import io.cairn.kernel.Viewer;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/**
 * How the two agree: either side offers, the other signs or declines, agreed terms are frozen and change by amendments that
 * both sign and, once half the period is over, HR approves (frameworks 2.3).
 */
@Component
@Transactional
public class PlanAgreeing {
    static final String KIND = "plan";
    private static final int LONGEST_REASON = 2000;

    private final PlanReader reader;
    private final PlanWriter writer;
    private final PlanLookup lookup;
    private final ScoreWriter scores;
    private final Agreements agreements;
    private final GovernedGoals goals;
    private final BonusTargets targets;
    private final Elevation elevation;
    private final Journal journal;
    private final DomainClock clock;
    private final ObjectMapper json;

    PlanAgreeing(
            PlanReader reader,
            PlanWriter writer,
            PlanLookup lookup,
            ScoreWriter scores,
            Agreements agreements,
            GovernedGoals goals,
            BonusTargets targets,
            Elevation elevation,
            Journal journal,
            DomainClock clock,
            ObjectMapper json) {
        this.reader = reader;
        this.writer = writer;
        this.lookup = lookup;
        this.scores = scores;
        this.agreements = agreements;
        this.goals = goals;
        this.targets = targets;
        this.elevation = elevation;
        this.journal = journal;
        this.clock = clock;
        this.json = json;
    }

    static Subject subject(UUID plan) {
        return new Subject(KIND, plan);
    }

    /** What was offered, said and signed; as far as the viewer may see it. */
    @Transactional(readOnly = true)
    public Agreement of(UUID plan) {
        return agreements.of(subject(plan));
    }

    /** DRAFT → PENDING: signed by who submits it, to be signed by the other. */
    public Plan submit(Viewer viewer, UUID id, @Nullable String comment) {
        Plan plan = reader.locked(id);
        Plan.Part part = side(plan, viewer);
        PlanLife.require(plan, "submitted", PlanState.DRAFT);
        PlanCheck.complete(plan.terms());
        if (plan.pays() && !targets.heldBy(plan.employee().id(), plan.endsOn())) {
            throw MboProblem.BONUS_TARGET_MISSING.exception();
        }
        agreements.offer(
                viewer,
                subject(id),
                parties(plan),
                Offer.of(plan.key(), json.valueToTree(PlanDocument.of(plan, plan.terms())), comment));
        writer.state(plan, part == Plan.Part.EMPLOYEE ? PlanState.PENDING_MANAGER : PlanState.PENDING_EMPLOYEE, null);
        return reader.one(id);
    }

    /**
     * Signs what is offered; with the last signature the terms hold and their lines become goals.
     *
     * @param digest of the terms that were read; those of now when null
     */
    public Plan accept(Viewer viewer, UUID id, @Nullable String digest, @Nullable String comment) {
        Plan plan = reader.locked(id);
        side(plan, viewer);
        requireOffered(plan, "signed");
        boolean late =
                plan.state() == PlanState.AMENDMENT && PlanLife.halfOver(plan.startsOn(), plan.endsOn(), clock.today());
        Agreement after = agreements.accept(viewer, subject(id), parties(plan), seen(id, digest), comment, late);
        return hold(plan, Objects.requireNonNull(after.current()));
    }

    /** The same where HR is asked; empty for anybody else and for a plan without an open change. */
    public Optional<Plan> approveIfAmended(Viewer viewer, UUID id, @Nullable String digest, @Nullable String comment) {
        boolean amended = viewer.is(Role.HR)
                && reader.of(List.of(id)).stream().anyMatch(plan -> plan.state() == PlanState.AMENDMENT);
        return amended ? Optional.of(approveAmendment(viewer, id, digest, comment)) : Optional.empty();
    }

    /** HR's consent to a change when more than half of the period is over. */
    public Plan approveAmendment(Viewer viewer, UUID id, @Nullable String digest, @Nullable String comment) {
        Plan plan = reader.locked(id);
        Plans.refuseUnless(plan.partOf(viewer), Plan.Part.HR);
        PlanLife.require(plan, "approved by HR", PlanState.AMENDMENT);
        Agreement after = agreements.approve(
                viewer,
                subject(id),
                parties(plan).withApprover(new Party(viewer.id(), Plan.Part.HR.word())),
                seen(id, digest),
                comment);
        return hold(plan, Objects.requireNonNull(after.current()));
    }

    /** The other side, or HR for a change, says no and why; a first offer is a draft again, a change is off. */
    public Plan decline(Viewer viewer, UUID id, @Nullable String comment) {
        Plan plan = reader.locked(id);
        Plan.Part part = plan.partOf(viewer);
        Plans.refuseUnless(part, Plan.Part.values());
        requireOffered(plan, "declined");
        Parties parties =
                part == Plan.Part.HR ? parties(plan).withApprover(new Party(viewer.id(), part.word())) : parties(plan);
        agreements.decline(viewer, subject(id), parties, comment);
        return back(plan);
    }

    /** Whoever offered takes the offer back. */
    public Plan withdraw(Viewer viewer, UUID id, @Nullable String comment) {
        Plan plan = reader.locked(id);
        side(plan, viewer);
        requireOffered(plan, "taken back");
        agreements.withdraw(viewer, subject(id), parties(plan), comment);
        return back(plan);
    }

    public Plan comment(Viewer viewer, UUID id, @Nullable String comment) {
        Plan plan = reader.one(id);
        Plan.Part part = plan.partOf(viewer);
        Plans.refuseUnless(part, Plan.Part.values());
        Parties parties =
                part == Plan.Part.HR ? parties(plan).withApprover(new Party(viewer.id(), part.word())) : parties(plan);
        agreements.comment(viewer, subject(id), parties, comment);
        return plan;
    }

    /**
     * ACTIVE → AMENDMENT: the manager offers other terms from a day on.
     *
     * @param change what becomes of an amendment that holds the agreed terms as they are
     */
    public Plan amend(Viewer viewer, UUID id, UnaryOperator<Amendment> change) {
        Plan plan = reader.locked(id);
        Plans.refuseUnless(plan.partOf(viewer), Plan.Part.MANAGER);
        PlanLife.require(plan, "amended", PlanState.AGREED, PlanState.ACTIVE);
        PlanContent agreed = PlanContent.of(plan);
        Amendment amendment = change.apply(Amendment.of(agreed));
        PlanContent content = amendment.onto(agreed);
        PlanReferences found = lookup.find(plan.employee().id(), content);
        Texts texts = new Texts();
        LocalDate from = from(plan, amendment.effectiveFrom(), texts);
        Plans.refuseForeign(content, known(plan), texts);
        texts.refuseIfAny();
        PlanCheck.draft(content, found);
        PlanTerms terms = content.terms(found);
        PlanCheck.complete(terms);
        PlanCheck.alike(plan.terms(), terms);
        agreements.offer(
                viewer,
                subject(id),
                parties(plan),
                Offer.of(plan.key(), json.valueToTree(PlanDocument.of(plan, terms)), amendment.comment())
                        .from(from, amendment.reason())
                        .withApproval(PlanLife.halfOver(plan.startsOn(), plan.endsOn(), clock.today())));
        writer.state(plan, PlanState.AMENDMENT, null);
        return reader.one(id);
    }

    /** A plan that is not signed by both yet is given up, by the manager or HR. */
    public Plan cancel(Viewer viewer, UUID id, @Nullable String reason) {
        Plan plan = reader.locked(id);
        Plan.Part part = plan.partOf(viewer);
        Plans.refuseUnless(part, Plan.Part.MANAGER, Plan.Part.HR);
        PlanLife.require(plan, "cancelled", PlanState.DRAFT, PlanState.PENDING_EMPLOYEE, PlanState.PENDING_MANAGER);
        Texts texts = new Texts();
        String why = texts.optional("reason", reason, LONGEST_REASON);
        texts.refuseIfAny();
        agreements.end(viewer, subject(id), Objects.requireNonNull(part).word(), why);
        elevation.<@Nullable Object>asSystem("Cairn", () -> {
            writer.state(plan, PlanState.CANCELLED, why.isEmpty() ? null : why);
            return null;
        });
        journal.record(Plans.entry(plan, "plan.cancelled", "cancelled the plan").reason(why));
        return reader.one(id);
    }

    private Plan back(Plan plan) {
        PlanState before = plan.state() == PlanState.AMENDMENT
                ? PlanLife.running(plan.startsOn(), plan.endsOn(), clock.today())
                : PlanState.DRAFT;
        elevation.<@Nullable Object>asSystem("Cairn", () -> {
            writer.state(plan, before, null);
            return null;
        });
        return reader.one(plan.id());
    }

    /** Puts terms in force once nobody's signature is missing. */
    private Plan hold(Plan plan, Version version) {
        if (!version.agreed()) {
            return reader.one(plan.id());
        }
        PlanTerms terms = json.treeToValue(version.terms(), PlanDocument.class).terms();
        PlanState state = PlanLife.running(plan.startsOn(), plan.endsOn(), clock.today());
        LocalDate from = version.effectiveFrom() == null ? plan.startsOn() : version.effectiveFrom();
        elevation.<@Nullable Object>asSystem("Cairn", () -> {
            writer.agree(plan, terms, state, clock.today());
            begin(plan, terms, from);
            return null;
        });
        journal.record(Plans.entry(plan, "plan.agreed", "signed the plan; its terms hold from " + from)
                .before(plan.agreedOn() == null ? null : plan.terms())
                .after(terms));
        return reader.one(plan.id());
    }

    private void begin(Plan plan, PlanTerms terms, LocalDate from) {
        List<ObjectiveTerms> own = terms.objectives().stream()
                .filter(line -> line.scope() == ObjectiveScope.INDIVIDUAL)
                .toList();
        goals.put(
                MboFramework.KEY,
                plan.employee().id(),
                own.stream().map(line -> PlannedMeasure.goal(plan, line)).toList(),
                from);
        writer.begun(own.stream().map(ObjectiveTerms::id).toList());
        drop(plan, own);
    }

    /** What is dropped keeps the value it has now: the terms before hold until the change only. */
    private void drop(Plan plan, List<ObjectiveTerms> own) {
        Set<UUID> kept = own.stream().map(ObjectiveTerms::id).collect(Collectors.toSet());
        List<PlanObjective> dropped = plan.objectives().stream()
                .filter(line -> line.goalId() != null && !kept.contains(line.id()))
                .toList();
        if (!dropped.isEmpty()) {
            scores.settle(dropped.stream().map(ScoreWriter.Final::asItIs).toList());
            goals.end(
                    dropped.stream()
                            .map(PlanObjective::goalId)
                            .filter(Objects::nonNull)
                            .toList(),
                    GoalStatus.CANCELLED,
                    "Dropped from the plan");
        }
    }

    private @Nullable String seen(UUID plan, @Nullable String digest) {
        return digest != null
                ? digest
                : agreements.of(subject(plan)).open().map(Version::digest).orElse(null);
    }

    private static LocalDate from(Plan plan, @Nullable LocalDate day, Texts texts) {
        if (day == null) {
            texts.add(GeneralProblem.REQUIRED.at("effectiveFrom"));
            return plan.startsOn();
        }
        if (!day.isAfter(plan.startsOn()) || day.isAfter(plan.endsOn())) {
            texts.add(GeneralProblem.INVALID
                    .saying("A change holds from a day within the plan, after its first.")
                    .at("effectiveFrom"));
        }
        return day;
    }

    private static Set<UUID> known(Plan plan) {
        return plan.terms().objectives().stream().map(ObjectiveTerms::id).collect(Collectors.toSet());
    }

    private static void requireOffered(Plan plan, String done) {
        if (!plan.state().isOffered()) {
            throw PlanLife.wrong(plan, done);
        }
    }

    private static Plan.Part side(Plan plan, Viewer viewer) {
        Plan.Part part = plan.partOf(viewer);
        Plans.refuseUnless(part, Plan.Part.EMPLOYEE, Plan.Part.MANAGER);
        return Objects.requireNonNull(part);
    }

    static Parties parties(Plan plan) {
        return Parties.of(
                new Party(plan.employee().id(), Plan.Part.EMPLOYEE.word()),
                new Party(plan.manager().id(), Plan.Part.MANAGER.word()));
    }
}
