package io.cairn.goal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.cairn.access.Audience;
import io.cairn.framework.Visibility;
import io.cairn.kernel.Ratio;
import io.cairn.metric.MetricStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A goal with its figures of {@code figuresOn}, its measures and its links, as pages and the API show it.
 *
 * @param state DRAFT, ACTIVE, ON_HOLD, SCORING, CANCELLED or CLOSED
 * @param visibility who reads it once active; a draft is read by those who write it
 * @param progress 0..1, null where nothing can be said yet
 * @param mayEdit whether the viewer may change it
 */
public record Goal(
        UUID id,
        String framework,
        String kind,
        String title,
        String why,
        @JsonProperty("state") GoalStatus state,
        GoalLevel level,
        Horizon horizon,
        Ambition ambition,
        @JsonProperty("audience") Visibility visibility,
        ProgressMode progressMode,
        Owner owner,
        Ref lead,
        List<Ref> sharedTeams,
        List<Ref> contributors,
        @Nullable CycleRef cycle,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Ratio @Nullable BigDecimal progress,
        @Ratio @Nullable BigDecimal expected,
        @Nullable Pace pace,
        @Nullable Health health,
        boolean ahead,
        boolean overdue,
        boolean stale,
        boolean noData,
        @Nullable BigDecimal suggestedGrade,
        boolean achieved,
        @Nullable UUID weakestMeasureId,
        @Nullable LocalDate activatedOn,
        @Nullable LocalDate figuresOn,
        @Nullable String stateReason,
        List<Measure> measures,
        List<Linked> parents,
        List<Linked> children,
        int version,
        @JsonIgnore @Nullable LocalDate heldOn,
        @JsonIgnore int cadenceDays,
        @JsonIgnore boolean noDataIsZero,
        @JsonIgnore boolean mayEdit,
        @JsonIgnore Audience key,
        List<Guardrail> guardrails) {

    /** @param type {@code team} or {@code person} */
    public record Owner(String type, UUID id, String name) {
        @JsonIgnore
        public boolean isTeam() {
            return type.equals("team");
        }
    }

    public record CycleRef(UUID id, String name, LocalDate startsOn, LocalDate endsOn) {}

    /** A metric that must not suffer: while it is red the goal is at risk at best (frameworks 2.6). */
    public record Guardrail(UUID id, String name, MetricStatus status) {
        @JsonIgnore
        public boolean isRed() {
            return status == MetricStatus.RED;
        }
    }

    /** A goal at the other end of a link. */
    public record Linked(
            UUID id,
            String title,
            LinkKind kind,
            @Nullable Health health,
            GoalStatus state,
            boolean rollup,
            BigDecimal share,
            BigDecimal weight,
            @Nullable UUID measureId) {}

    /** The measures that are not cancelled. */
    @JsonIgnore
    public List<Measure> live() {
        return measures.stream().filter(measure -> !measure.cancelled()).toList();
    }

    /** Whom it names already: its contributors and the owners of its measures, and who owns it. */
    @JsonIgnore
    Placement.Named named() {
        return new Placement.Named(
                Stream.concat(contributors.stream(), measures.stream().map(Measure::owner))
                        .filter(Objects::nonNull)
                        .map(Ref::id)
                        .toList(),
                owner.type().equals("person") ? owner.id() : null);
    }

    @JsonIgnore
    public @Nullable Measure weakest() {
        return measures.stream()
                .filter(measure -> measure.id().equals(weakestMeasureId))
                .findFirst()
                .orElse(null);
    }

    /** As the rules read it; only for a goal that has its dates. */
    @JsonIgnore
    GoalState forFigures() {
        return new GoalState(
                java.util.Objects.requireNonNull(startsOn),
                java.util.Objects.requireNonNull(endsOn),
                activatedOn,
                heldOn,
                cadenceDays,
                progressMode,
                noDataIsZero ? NoDataPolicy.ZERO : NoDataPolicy.EXCLUDE,
                null,
                measures.stream().map(Measure::state).toList(),
                List.of(),
                guardrails.stream().anyMatch(Guardrail::isRed));
    }

    Goal with(List<Measure> newMeasures, List<Linked> newParents, List<Linked> newChildren) {
        return new Goal(
                id,
                framework,
                kind,
                title,
                why,
                state,
                level,
                horizon,
                ambition,
                visibility,
                progressMode,
                owner,
                lead,
                sharedTeams,
                contributors,
                cycle,
                startsOn,
                endsOn,
                progress,
                expected,
                pace,
                health,
                ahead,
                overdue,
                stale,
                noData,
                suggestedGrade,
                achieved,
                weakestMeasureId,
                activatedOn,
                figuresOn,
                stateReason,
                newMeasures,
                newParents,
                newChildren,
                version,
                heldOn,
                cadenceDays,
                noDataIsZero,
                mayEdit,
                key,
                guardrails);
    }

    Goal withState(GoalStatus newState) {
        return new Goal(
                id,
                framework,
                kind,
                title,
                why,
                newState,
                level,
                horizon,
                ambition,
                visibility,
                progressMode,
                owner,
                lead,
                sharedTeams,
                contributors,
                cycle,
                startsOn,
                endsOn,
                progress,
                expected,
                pace,
                health,
                ahead,
                overdue,
                stale,
                noData,
                suggestedGrade,
                achieved,
                weakestMeasureId,
                activatedOn,
                figuresOn,
                stateReason,
                measures,
                parents,
                children,
                version,
                heldOn,
                cadenceDays,
                noDataIsZero,
                mayEdit,
                key,
                guardrails);
    }

    /** The same goal as it is stored once activated. */
    Goal activated(LocalDate day, Audience newKey) {
        return new Goal(
                id,
                framework,
                kind,
                title,
                why,
                GoalStatus.ACTIVE,
                level,
                horizon,
                ambition,
                visibility,
                progressMode,
                owner,
                lead,
                sharedTeams,
                contributors,
                cycle,
                startsOn,
                endsOn,
                progress,
                expected,
                pace,
                health,
                ahead,
                overdue,
                stale,
                noData,
                suggestedGrade,
                achieved,
                weakestMeasureId,
                day,
                figuresOn,
                stateReason,
                measures,
                parents,
                children,
                version + 1,
                heldOn,
                cadenceDays,
                noDataIsZero,
                mayEdit,
                newKey,
                guardrails);
    }

    Goal withFiguresOn(LocalDate day) {
        return new Goal(
                id,
                framework,
                kind,
                title,
                why,
                state,
                level,
                horizon,
                ambition,
                visibility,
                progressMode,
                owner,
                lead,
                sharedTeams,
                contributors,
                cycle,
                startsOn,
                endsOn,
                progress,
                expected,
                pace,
                health,
                ahead,
                overdue,
                stale,
                noData,
                suggestedGrade,
                achieved,
                weakestMeasureId,
                activatedOn,
                day,
                stateReason,
                measures,
                parents,
                children,
                version,
                heldOn,
                cadenceDays,
                noDataIsZero,
                mayEdit,
                key,
                guardrails);
    }

    /** The same goal with figures of that day, its measures' too. */
    Goal with(Figures figures, LocalDate day) {
        List<Measure> judged = IntStream.range(0, measures.size())
                .mapToObj(i -> measures.get(i).with(figures.measures().get(i)))
                .toList();
        return new Goal(
                id,
                framework,
                kind,
                title,
                why,
                state,
                level,
                horizon,
                ambition,
                visibility,
                progressMode,
                owner,
                lead,
                sharedTeams,
                contributors,
                cycle,
                startsOn,
                endsOn,
                figures.progress(),
                figures.expected(),
                figures.pace(),
                figures.health(),
                figures.ahead(),
                figures.overdue(),
                figures.stale(),
                figures.noData(),
                figures.suggestedGrade(),
                figures.achieved(),
                figures.weakest(),
                activatedOn,
                day,
                stateReason,
                judged,
                parents,
                children,
                version,
                heldOn,
                cadenceDays,
                noDataIsZero,
                mayEdit,
                key,
                guardrails);
    }

    /** The same goal with one measure as it is now. */
    Goal withMeasure(Measure changed) {
        return with(
                measures.stream()
                        .map(measure -> measure.id().equals(changed.id()) ? changed : measure)
                        .toList(),
                parents,
                children);
    }
}
