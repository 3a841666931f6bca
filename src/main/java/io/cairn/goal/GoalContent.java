package io.cairn.goal;

import io.cairn.framework.Visibility;
import io.cairn.kernel.Needed;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person writes down of a goal. A draft may leave out all but the title, the framework and the owner; activation
 * says what is missing.
 *
 * @param kind the framework's usual kind when null
 * @param ownerTeamId the one accountable owner: either this or {@code ownerPersonId}
 * @param leadId the one person who answers for it; the writer when null
 * @param startsOn the cycle's first day when null
 * @param endsOn the cycle's last day when null
 * @param audience the framework's own when null
 * @param measures with a new goal only; later they are added and changed one by one
 */
public record GoalContent(
        @Needed @Nullable String framework,
        @Nullable String kind,
        @Needed @Nullable String title,
        @Nullable String why,
        @Nullable UUID cycleId,
        @Nullable UUID ownerTeamId,
        @Nullable UUID ownerPersonId,
        @Nullable UUID leadId,
        @Nullable GoalLevel level,
        @Nullable Horizon horizon,
        @Nullable Ambition ambition,
        @Nullable List<UUID> sharedTeamIds,
        @Nullable List<UUID> contributorIds,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable Visibility audience,
        @Nullable List<MeasureContent> measures) {

    /** What of a stored goal can be edited, as content. */
    static GoalContent of(Goal goal) {
        return new GoalContent(
                goal.framework(),
                goal.kind(),
                goal.title(),
                goal.why(),
                goal.cycle() == null ? null : goal.cycle().id(),
                goal.owner().isTeam() ? goal.owner().id() : null,
                goal.owner().isTeam() ? null : goal.owner().id(),
                goal.lead().id(),
                goal.level(),
                goal.horizon(),
                goal.ambition(),
                goal.sharedTeams().stream().map(Ref::id).toList(),
                goal.contributors().stream().map(Ref::id).toList(),
                goal.startsOn(),
                goal.endsOn(),
                goal.visibility(),
                null);
    }

    /** What a form leaves out stays as it is: a person as owner, and days of its own while the cycle is the same. */
    public GoalContent keeping(Goal goal) {
        boolean sameCycle = goal.cycle() != null && goal.cycle().id().equals(cycleId);
        boolean ofPerson = !goal.owner().isTeam() && ownerTeamId == null;
        return new GoalContent(
                goal.framework(),
                goal.kind(),
                title,
                why,
                cycleId,
                ownerTeamId,
                ofPerson ? goal.owner().id() : ownerPersonId,
                leadId,
                level,
                horizon,
                ambition,
                sharedTeamIds,
                contributorIds,
                sameCycle ? goal.startsOn() : startsOn,
                sameCycle ? goal.endsOn() : endsOn,
                audience,
                measures);
    }

    /** The same with the days of its cycle where none are given. */
    public GoalContent between(@Nullable LocalDate first, @Nullable LocalDate last) {
        return new GoalContent(
                framework,
                kind,
                title,
                why,
                cycleId,
                ownerTeamId,
                ownerPersonId,
                leadId,
                level,
                horizon,
                ambition,
                sharedTeamIds,
                contributorIds,
                first,
                last,
                audience,
                measures);
    }

    public GoalContent with(@Nullable List<MeasureContent> newMeasures) {
        return new GoalContent(
                framework,
                kind,
                title,
                why,
                cycleId,
                ownerTeamId,
                ownerPersonId,
                leadId,
                level,
                horizon,
                ambition,
                sharedTeamIds,
                contributorIds,
                startsOn,
                endsOn,
                audience,
                newMeasures);
    }

    List<MeasureContent> measuresOrNone() {
        return measures == null ? List.of() : measures;
    }
}
