package io.cairn.framework.hybrid;

import io.cairn.audit.Entry;
import io.cairn.audit.Journal;
import io.cairn.framework.FrameworkProblem;
import io.cairn.framework.hybrid.ProposalRows.Decision;
import io.cairn.goal.Goal;
import io.cairn.goal.GoalContent;
import io.cairn.goal.Goals;
import io.cairn.goal.MeasureContent;
import io.cairn.goal.MeasureKind;
import io.cairn.goal.Measures;
import io.cairn.goal.Nature;
import io.cairn.goal.ProposedObjectives;
import io.cairn.kernel.Display;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Role;
import io.cairn.kernel.Texts;
import io.cairn.kernel.Viewer;
import io.cairn.metric.Frequency;
import io.cairn.metric.MetricFigures;
import io.cairn.metric.Period;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Decides proposals: each once, by those who answer for the metric, with its line in the journal (frameworks 2.6). */
@Component
@Transactional
public class Proposals implements ProposedObjectives {
    private static final int LONGEST_REASON = 2000;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final ProposalReader reader;
    private final ProposalRows rows;
    private final Goals goals;
    private final Measures measures;
    private final Journal journal;
    private final DomainClock clock;

    Proposals(
            ProposalReader reader,
            ProposalRows rows,
            Goals goals,
            Measures measures,
            Journal journal,
            DomainClock clock) {
        this.reader = reader;
        this.rows = rows;
        this.goals = goals;
        this.measures = measures;
        this.journal = journal;
        this.clock = clock;
    }

    /** Makes a draft of the proposed objective with a key result that follows the metric. */
    public Proposal accept(Viewer viewer, UUID id, Acceptance wanted) {
        Proposal proposal = open(id, reader.one(id).mayAccept());
        FrameworkProblem.refuseUnlessUsed(viewer, HybridFramework.KEY);
        Goal objective = goals.create(viewer, content(proposal, wanted));
        rows.decide(decision(viewer, id, ProposalState.ACCEPTED, null, objective.id(), null), clock.today());
        return told(proposal, "proposal.accepted", "accepted the objective that “%s” proposed", null);
    }

    @Override
    public Optional<UUID> accept(Viewer viewer, UUID metric, GoalContent placed) {
        Proposal open = reader.open(List.of(metric)).get(metric);
        return open == null
                ? Optional.empty()
                : Optional.ofNullable(accept(
                                viewer,
                                open.id(),
                                new Acceptance(placed.ownerTeamId(), placed.leadId(), placed.title(), placed.cycleId()))
                        .objectiveId());
    }

    /** Adds the proposed key result to an objective there is already. */
    public Proposal merge(Viewer viewer, UUID id, @Nullable UUID goalId) {
        Proposal proposal = open(id, reader.one(id).mayAccept());
        FrameworkProblem.refuseUnlessUsed(viewer, HybridFramework.KEY);
        if (goalId == null) {
            throw GeneralProblem.REQUIRED.at("goalId").exception();
        }
        refuseUnknown(goalId);
        measures.add(viewer, goalId, keyResult(proposal));
        rows.decide(decision(viewer, id, ProposalState.MERGED, null, goalId, null), clock.today());
        return told(proposal, "proposal.merged", "added the key result that “%s” proposed to an objective", null);
    }

    /** Turns it down; the metric proposes nothing for the period after the one it has now. */
    public Proposal dismiss(Viewer viewer, UUID id, @Nullable String reason) {
        Proposal proposal = open(id, mayDismiss(viewer, reader.one(id)));
        Texts texts = new Texts();
        String why = texts.needed("reason", reason, 1, LONGEST_REASON);
        texts.refuseIfAny();
        rows.decide(decision(viewer, id, ProposalState.DISMISSED, why, null, quietUntil(proposal)), clock.today());
        return told(proposal, "proposal.dismissed", "dismissed the objective that “%s” proposed", why);
    }

    /** The metric's owner; the champion and executives besides, as everywhere. */
    public static boolean mayDismiss(Viewer viewer, Proposal proposal) {
        return viewer.id().equals(proposal.owner().id()) || viewer.isAny(Role.EXEC, Role.CHAMP);
    }

    /** The proposal, locked: 404 unseen, 403 seen but not one's to decide, 409 decided. */
    private Proposal open(UUID id, boolean allowed) {
        if (!allowed) {
            throw GeneralProblem.NOT_ALLOWED
                    .saying("Only those who answer for this KPI may decide what it proposes.")
                    .exception();
        }
        rows.lock(id);
        Proposal proposal = reader.one(id);
        if (!proposal.open()) {
            throw ProposalProblem.PROPOSAL_CLOSED.exception();
        }
        return proposal;
    }

    private void refuseUnknown(UUID goal) {
        try {
            goals.get(goal);
        } catch (ProblemException unseen) {
            throw GeneralProblem.INVALID
                    .saying("There is no such objective that you may see.")
                    .at("goalId")
                    .exception();
        }
    }

    private GoalContent content(Proposal proposal, Acceptance wanted) {
        return new GoalContent(
                "okr",
                null,
                wanted.title() == null || wanted.title().isBlank() ? proposal.suggestedObjective() : wanted.title(),
                why(proposal),
                wanted.cycleId() != null
                        ? wanted.cycleId()
                        : proposal.cycle() == null ? null : proposal.cycle().id(),
                team(proposal, wanted),
                null,
                Objects.requireNonNullElse(wanted.leadId(), proposal.owner().id()),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(keyResult(proposal)));
    }

    private @Nullable UUID team(Proposal proposal, Acceptance wanted) {
        if (wanted.ownerTeamId() != null) {
            return wanted.ownerTeamId();
        }
        var own = proposal.about().sheet().team();
        UUID team = own != null ? own.id() : rows.teamOf(proposal.owner().id());
        if (team == null) {
            throw GeneralProblem.REQUIRED
                    .saying("This KPI belongs to no team; choose the one that takes the objective on.")
                    .at("ownerTeamId")
                    .exception();
        }
        return team;
    }

    private static String why(Proposal proposal) {
        String unit = proposal.about().sheet().unit();
        SuggestedKeyResult keyResult = proposal.suggestedKeyResult();
        return "“%s” was %s on %s; it should be %s %s."
                .formatted(
                        proposal.metric().name(),
                        Display.value(proposal.value(), unit),
                        DAY.format(proposal.period().end()),
                        keyResult.comparator().label(),
                        Display.value(keyResult.target(), unit));
    }

    private static MeasureContent keyResult(Proposal proposal) {
        SuggestedKeyResult suggested = proposal.suggestedKeyResult();
        return new MeasureContent(
                suggested.name(),
                MeasureKind.KPI_LINKED,
                Nature.VALUE,
                proposal.about().sheet().unit(),
                suggested.baseline(),
                suggested.target(),
                null,
                suggested.comparator(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                proposal.metric().id());
    }

    private static @Nullable LocalDate quietUntil(Proposal proposal) {
        MetricFigures now = proposal.about().figures();
        Frequency frequency = proposal.about().sheet().frequency();
        Period newest = now.periodStart() == null || now.asOf() == null
                ? proposal.period()
                : new Period(now.periodStart(), now.asOf());
        return frequency.next(newest).end();
    }

    private static Decision decision(
            Viewer viewer,
            UUID id,
            ProposalState state,
            @Nullable String reason,
            @Nullable UUID objective,
            @Nullable LocalDate quietUntil) {
        return new Decision(id, state, viewer.id(), reason, objective, quietUntil);
    }

    private Proposal told(Proposal before, String action, String summary, @Nullable String reason) {
        journal.record(Entry.of(
                        action,
                        "metric",
                        before.metric().id(),
                        summary.formatted(before.metric().name()))
                .before(before)
                .reason(reason)
                .seenBy(before.about().key()));
        return reader.one(before.id());
    }
}
