package io.cairn.framework.hybrid.web;

import io.cairn.framework.hybrid.Proposal;
import io.cairn.framework.hybrid.ProposalReader;
import io.cairn.framework.hybrid.ProposalState;
import io.cairn.framework.hybrid.Proposals;
import io.cairn.goal.Goal;
import io.cairn.goal.GoalSearch;
import io.cairn.goal.GoalStatus;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.Page;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Viewer;
import io.cairn.organization.TeamBranch;
import io.cairn.organization.Teams;
import io.cairn.web.Html;
import io.cairn.web.Redirect;
import io.cairn.web.part.Option;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The inbox of proposals; a refused decision shows it again with what was typed. */
@Controller
@RequestMapping("/proposals")
class ProposalPages {
    private static final int OPEN = 30;
    private static final int DECIDED = 30;
    private static final int OBJECTIVES = 100;

    private final ProposalReader reader;
    private final Proposals proposals;
    private final GoalSearch goals;
    private final Teams teams;
    private final DomainClock clock;
    private final TransactionTemplate transaction;

    ProposalPages(
            ProposalReader reader,
            Proposals proposals,
            GoalSearch goals,
            Teams teams,
            DomainClock clock,
            TransactionTemplate transaction) {
        this.reader = reader;
        this.proposals = proposals;
        this.goals = goals;
        this.teams = teams;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** A decision that was refused, and what was typed. */
    private record Refused(UUID proposal, String decision, DecisionForm typed, List<Problem> problems) {}

    @GetMapping
    @Transactional(readOnly = true)
    Html inbox(Viewer viewer) {
        return page(viewer, null);
    }

    @PostMapping("/{proposal}/acceptance")
    Html accept(Viewer viewer, @PathVariable UUID proposal, DecisionForm form) {
        return decided(viewer, proposal, "acceptance", form, () -> {
            Proposal accepted = proposals.accept(viewer, proposal, form.acceptance());
            return Redirect.to("/objectives/" + accepted.objectiveId() + "/edit")
                    .saying("The draft is written. Add one more key result.");
        });
    }

    @PostMapping("/{proposal}/merge")
    Html merge(Viewer viewer, @PathVariable UUID proposal, DecisionForm form) {
        return decided(viewer, proposal, "merge", form, () -> {
            Proposal merged = proposals.merge(viewer, proposal, form.goal());
            return Redirect.to("/objectives/" + merged.objectiveId()).saying("The key result is added.");
        });
    }

    @PostMapping("/{proposal}/dismissal")
    Html dismiss(Viewer viewer, @PathVariable UUID proposal, DecisionForm form) {
        return decided(viewer, proposal, "dismissal", form, () -> {
            proposals.dismiss(viewer, proposal, form.reason());
            return Redirect.to("/proposals").saying("The proposal is dismissed.");
        });
    }

    private Html decided(
            Viewer viewer, UUID proposal, String decision, DecisionForm form, Supplier<Redirect> deciding) {
        try {
            return deciding.get();
        } catch (ProblemException refused) {
            int status = refused.first().status();
            if (status == 404) {
                throw refused;
            }
            Refused why = new Refused(proposal, decision, form, refused.problems());
            return java.util.Objects.requireNonNull(transaction.execute(begun -> page(viewer, why)));
        }
    }

    private ProposalsPage page(Viewer viewer, @Nullable Refused refused) {
        Page<Proposal> open = reader.find(ProposalReader.Wanted.in(ProposalState.OPEN), OPEN, null);
        boolean any = !open.items().isEmpty();
        return new ProposalsPage(
                open.items().stream()
                        .map(proposal -> card(viewer, proposal, refused))
                        .toList(),
                open.nextCursor() != null,
                reader.decided(DECIDED),
                any ? teams() : List.of(),
                any ? objectives() : List.of(),
                clock.today(),
                refused == null ? List.of() : refused.problems());
    }

    private static ProposalCard card(Viewer viewer, Proposal proposal, @Nullable Refused refused) {
        boolean mayDismiss = Proposals.mayDismiss(viewer, proposal);
        return refused != null && refused.proposal().equals(proposal.id())
                ? new ProposalCard(proposal, mayDismiss, refused.decision(), refused.typed(), refused.problems())
                : new ProposalCard(proposal, mayDismiss, "", DecisionForm.EMPTY, List.of());
    }

    private List<Option> teams() {
        return TeamBranch.inOrder(teams.all()).stream()
                .map(branch -> new Option(
                        branch.team().id().toString(),
                        "\u2003".repeat(branch.depth()) + branch.team().name()))
                .toList();
    }

    private List<Option> objectives() {
        GoalSearch.Wanted wanted = GoalSearch.Wanted.ANY.inStates(GoalStatus.DRAFT, GoalStatus.ACTIVE);
        return goals.page(wanted, GoalSearch.Order.TITLE, null, 0, OBJECTIVES).goals().stream()
                .filter(Goal::mayEdit)
                .map(goal -> new Option(
                        goal.id().toString(),
                        goal.title() + " · " + goal.owner().name()
                                + (goal.cycle() == null
                                        ? ""
                                        : " · " + goal.cycle().name())))
                .toList();
    }
}
