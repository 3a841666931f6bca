package io.cairn.framework.hybrid;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.cairn.kernel.PersonRef;
import io.cairn.metric.Metric;
import io.cairn.metric.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An objective that a red metric asks for.
 *
 * @param period the one whose value made it ask
 * @param owner who answers for the metric now
 * @param objectiveId what came of it, if the viewer may see it
 * @param recoveredOn the last day of the first period after it that was back on target
 * @param recoveredAfter how many periods that took
 * @param about the metric as it stands now
 */
public record Proposal(
        UUID id,
        Named metric,
        Trigger trigger,
        Period period,
        BigDecimal value,
        String suggestedObjective,
        SuggestedKeyResult suggestedKeyResult,
        @Nullable InCycle cycle,
        PersonRef owner,
        ProposalState state,
        LocalDate raisedOn,
        @Nullable LocalDate decidedOn,
        @Nullable PersonRef decidedBy,
        @Nullable String reason,
        @Nullable UUID objectiveId,
        @JsonIgnore @Nullable String objectiveTitle,
        @Nullable LocalDate recoveredOn,
        @Nullable Integer recoveredAfter,
        int version,
        @JsonIgnore Metric about) {

    /** A metric as others mention it. */
    public record Named(UUID id, String name) {}

    public record InCycle(UUID id, String name, LocalDate startsOn, LocalDate endsOn) {}

    public boolean open() {
        return state == ProposalState.OPEN;
    }

    /** Whether the viewer may accept it or add it to an objective: the metric's owner, those who lead it, the champion, executives. */
    public boolean mayAccept() {
        return about.mayEdit();
    }
}
