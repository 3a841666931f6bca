package io.cairn.goal;

import io.cairn.access.Audience;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A goal and its measures as they will be read once they are written; names of people and teams aside. */
final class Rewritten {
    private Rewritten() {}

    /** What of the goal its figures and the rules read; {@code measures} are to replace those it has. */
    static Goal goal(
            Goal g, GoalContent content, Placement.Found found, boolean activate, LocalDate today, Audience key) {
        LocalDate starts = GoalWriter.startsOn(content, found);
        LocalDate ends = GoalWriter.endsOn(content, found);
        return new Goal(
                g.id(),
                g.framework(),
                g.kind(),
                Objects.requireNonNullElse(content.title(), "").strip(),
                Objects.requireNonNullElse(content.why(), "").strip(),
                activate ? GoalStatus.ACTIVE : g.state(),
                GoalWriter.level(content),
                Objects.requireNonNullElse(content.horizon(), g.horizon()),
                Objects.requireNonNullElse(content.ambition(), g.ambition()),
                Objects.requireNonNullElse(content.audience(), g.visibility()),
                g.progressMode(),
                g.owner(),
                g.lead(),
                g.sharedTeams(),
                g.contributors(),
                cycle(content.cycleId(), found),
                starts,
                ends,
                g.progress(),
                g.expected(),
                g.pace(),
                g.health(),
                g.ahead(),
                g.overdue(),
                g.stale(),
                g.noData(),
                g.suggestedGrade(),
                g.achieved(),
                g.weakestMeasureId(),
                activate ? today : g.activatedOn(),
                g.figuresOn(),
                g.stateReason(),
                g.measures(),
                List.of(),
                List.of(),
                g.version() + 1,
                g.heldOn(),
                GoalReader.cadenceDays(found.cadence()),
                g.noDataIsZero(),
                g.mayEdit(),
                key,
                g.guardrails());
    }

    private static Goal.@Nullable CycleRef cycle(@Nullable UUID id, Placement.Found found) {
        return id == null
                ? null
                : new Goal.CycleRef(
                        id,
                        Objects.requireNonNullElse(found.cycleName(), ""),
                        Objects.requireNonNull(found.cycleStartsOn()),
                        Objects.requireNonNull(found.cycleEndsOn()));
    }

    /** One that keeps its terms, in its place; due with the goal where no day of its own is stored. */
    static Measure kept(MeasureReader.Written written, @Nullable LocalDate goalEnds, int position) {
        Measure m = written.measure();
        LocalDate due = written.dueOn() == null ? goalEnds : written.dueOn();
        return of(m, position, m.terms().draft().dueOn(due).terms(), MeasureContent.of(m), m.targets(), m.version());
    }

    /** One with other terms; its milestones start where they were written down first. */
    static Measure changed(
            MeasureReader.Written written,
            MeasureContent content,
            Goal goal,
            int position,
            boolean active,
            LocalDate today) {
        Measure m = written.measure();
        MeasureTerms terms = content.terms();
        Map<String, BigDecimal> start = active ? startOf(written) : Map.of();
        List<Milestone> milestones = terms.milestones().stream()
                .map(milestone -> milestone.withDone(start.getOrDefault(milestone.name(), milestone.done())))
                .toList();
        LocalDate due = content.dueOn() == null ? goal.endsOn() : content.dueOn();
        return of(
                m,
                position,
                terms.draft().milestones(milestones).dueOn(due).terms(),
                content,
                active && Measures.promiseChanged(m, terms) ? targets(m, terms, goal, today) : m.targets(),
                m.version() + 1);
    }

    /** Each milestone's share done when it was written down. */
    static Map<String, BigDecimal> startOf(MeasureReader.Written written) {
        return written.measure().kind() == MeasureKind.MILESTONE
                ? written.milestones().stream()
                        .collect(Collectors.toMap(Milestone::name, Milestone::done, (first, second) -> first))
                : Map.of();
    }

    private static List<Target> targets(Measure before, MeasureTerms terms, Goal goal, LocalDate today) {
        List<Target> targets = new ArrayList<>(before.targets());
        if (targets.isEmpty()) {
            targets.add(new Target(
                    Objects.requireNonNull(goal.activatedOn()),
                    before.target(),
                    before.comparator(),
                    before.low(),
                    before.high()));
        }
        targets.add(new Target(today, terms.target(), terms.comparator(), terms.low(), terms.high()));
        return targets;
    }

    /** One that nobody has reported on. */
    static Measure added(UUID id, MeasureContent content, Goal goal, int position) {
        LocalDate due = content.dueOn() == null ? goal.endsOn() : content.dueOn();
        return of(
                blank(id, goal.id()),
                position,
                content.terms().draft().dueOn(due).terms(),
                content,
                List.of(),
                1);
    }

    private static Measure blank(UUID id, UUID goal) {
        return new Measure(
                id,
                goal,
                0,
                "",
                MeasureKind.INCREASE,
                Nature.VALUE,
                "",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                Counting.TOTAL,
                Profile.LINEAR,
                List.of(),
                List.of(),
                List.of(),
                BigDecimal.ONE,
                null,
                null,
                null,
                false,
                null,
                null,
                0,
                0,
                null,
                null,
                null,
                null,
                null,
                false,
                true,
                null,
                null,
                null,
                false,
                false,
                false,
                false,
                1,
                List.of(),
                null,
                null);
    }

    private static Measure of(
            Measure m, int position, MeasureTerms terms, MeasureContent content, List<Target> targets, int version) {
        return new Measure(
                m.id(),
                m.goalId(),
                position,
                Objects.requireNonNullElse(content.name(), "").strip(),
                terms.kind(),
                Objects.requireNonNullElse(content.nature(), Nature.VALUE),
                Objects.requireNonNullElse(content.unit(), "").strip(),
                terms.baseline(),
                terms.target(),
                content.relativeTarget(),
                terms.comparator(),
                terms.low(),
                terms.high(),
                terms.floor(),
                terms.ceiling(),
                terms.openAbove(),
                terms.kind() == MeasureKind.MAINTAIN ? terms.mode() : null,
                terms.expectedCheckIns(),
                terms.counting(),
                terms.profile(),
                terms.planPoints(),
                terms.milestones(),
                terms.levels(),
                terms.weight(),
                terms.dueOn(),
                m.owner(),
                content.evidenceUrl(),
                m.cancelled(),
                m.current(),
                m.level(),
                m.hits(),
                m.checkIns(),
                m.confidence(),
                m.lastCheckInOn(),
                m.healthOverride(),
                m.raw(),
                m.progress(),
                m.achieved(),
                m.noData(),
                m.expected(),
                m.pace(),
                m.health(),
                m.ahead(),
                m.overdue(),
                m.stale(),
                m.confidenceDropped(),
                version,
                targets,
                content.metricId(),
                m.nextValueOn());
    }
}
