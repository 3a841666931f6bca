package io.cairn.framework.hybrid.web;

import io.cairn.framework.hybrid.Proposal;
import io.cairn.kernel.Problem;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import io.cairn.web.part.Option;
import java.time.LocalDate;
import java.util.List;

/**
 * The inbox of proposals: what waits for a decision first, then what was decided.
 *
 * @param more whether more wait than are shown
 * @param teams who may take an objective on
 * @param objectives what a key result may be added to
 * @param problems why the last decision was refused
 */
public record ProposalsPage(
        List<ProposalCard> open,
        boolean more,
        List<Proposal> decided,
        List<Option> teams,
        List<Option> objectives,
        LocalDate today,
        List<Problem> problems)
        implements FullPage {

    @Override
    public String title() {
        return "Proposals";
    }

    @Override
    public Section section() {
        return Section.HYBRID;
    }

    @Override
    public int status() {
        return problems.isEmpty() ? 200 : problems.getFirst().status();
    }

    /** Why it asked, in one sentence. */
    public String why(Proposal proposal) {
        return "%s %s for the period to %s: %s."
                .formatted(
                        proposal.metric().name(),
                        "was " + Shown.value(proposal.value(), proposal.about().sheet()),
                        Shown.day(proposal.period().end(), today),
                        proposal.trigger().label().toLowerCase(java.util.Locale.ROOT));
    }
}
