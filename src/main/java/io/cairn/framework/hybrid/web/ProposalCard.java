package io.cairn.framework.hybrid.web;

import io.cairn.framework.hybrid.Proposal;
import io.cairn.kernel.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An open proposal with what the viewer may do about it.
 *
 * @param typed what was typed when the last decision about it was refused
 * @param problems why it was refused
 */
public record ProposalCard(
        Proposal proposal, boolean mayDismiss, String refused, DecisionForm typed, List<Problem> problems) {

    public KpiLine kpi() {
        return new KpiLine(proposal.about());
    }

    public String way() {
        return Shown.way(proposal.suggestedKeyResult(), proposal.about().sheet());
    }

    public String at(String decision) {
        return "/proposals/" + proposal.id() + "/" + decision;
    }

    /** A field's id, one for each card. */
    public String id(String field) {
        return field + "-" + proposal.id();
    }

    public @Nullable String title() {
        return refused.equals("acceptance") ? typed.title() : proposal.suggestedObjective();
    }

    public @Nullable String team() {
        var team = proposal.about().sheet().team();
        return refused.equals("acceptance") || team == null
                ? typed.ownerTeamId()
                : team.id().toString();
    }

    public List<Problem> problems(String decision) {
        return refused.equals(decision) ? problems : List.of();
    }
}
