package io.cairn.goal;

import io.cairn.audit.Entry;
import io.cairn.audit.Journal;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Ids;
import io.cairn.kernel.NumberProblem;
import io.cairn.kernel.Page;
import io.cairn.kernel.Quantity;
import io.cairn.kernel.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reports on measures. Append-only: a correction within 24 hours is a new version by the same author; the newest version of
 * each check-in counts, and the one that counts latest is the current value, whatever was corrected when.
 */
@Component
@Transactional
public class CheckIns {
    static final Duration EDITABLE = Duration.ofHours(24);
    private final GoalReader goals;
    private final MeasureReader measures;
    private final CheckInStore store;
    private final Settling settling;
    private final FigureStore figures;
    private final Journal journal;
    private final DomainClock clock;

    CheckIns(
            GoalReader goals,
            MeasureReader measures,
            CheckInStore store,
            Settling settling,
            FigureStore figures,
            Journal journal,
            DomainClock clock) {
        this.goals = goals;
        this.measures = measures;
        this.store = store;
        this.settling = settling;
        this.figures = figures;
        this.journal = journal;
        this.clock = clock;
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Page<CheckIn> of(UUID measure, int limit, @Nullable UUID after) {
        measures.one(measure);
        return store.ofMeasure(measure, limit, after);
    }

    /** The newest of a goal, over all its measures. */
    @Transactional(readOnly = true)
    public List<CheckIn> ofGoal(UUID goal, int most) {
        return store.ofGoal(goal, most);
    }

    @Transactional(readOnly = true)
    public CheckIn get(UUID checkIn) {
        return store.find(checkIn).orElseThrow(GeneralProblem.NOT_FOUND::exception);
    }

    public CheckIn record(Viewer viewer, UUID measureId, CheckInContent content) {
        return report(viewer, measureId, measure -> content).checkIn();
    }

    /** A check-in that is wanted, one of many. */
    public record Wanted(UUID goal, UUID measure, CheckInContent content) {}

    /**
     * Records many, all or none of them, in their order; goals are locked and figures brought up to date once for all.
     *
     * @throws io.cairn.kernel.ProblemException what is wrong with the first that may not be recorded
     */
    public void record(Viewer viewer, List<Wanted> all) {
        if (all.isEmpty()) {
            return;
        }
        LocalDate today = clock.today();
        Map<UUID, Goal> locked =
                goals.lockedAll(all.stream().map(Wanted::goal).distinct().toList());
        figures.renew(
                locked.values().stream()
                        .filter(goal ->
                                goal.figuresOn() != null && goal.figuresOn().isBefore(today))
                        .toList(),
                today);
        List<CheckInStore.Row> rows = new ArrayList<>();
        for (Wanted wanted : all) {
            Goal goal = locked.computeIfAbsent(wanted.goal(), goals::locked);
            Measure measure = measureOf(goal, wanted.measure());
            refuseUnlessAllowed(viewer, goal, measure);
            rows.add(row(viewer, goal, measure, wanted.content()));
        }
        store.insert(rows);
        List<Goal> after = settling.of(
                locked.values(), rows.stream().map(row -> row.measure().id()).collect(Collectors.toSet()));
        figures.renew(after.stream().map(goal -> goal.withFiguresOn(today)).toList(), today);
        Map<UUID, Goal> told = after.stream().collect(Collectors.toMap(Goal::id, Function.identity()));
        journal.record(all.stream().map(wanted -> recorded(told, wanted)).toList());
    }

    private static Entry recorded(Map<UUID, Goal> told, Wanted wanted) {
        Goal goal = Objects.requireNonNull(told.get(wanted.goal()));
        Measure measure = measureOf(goal, wanted.measure());
        refuseTooMuch(measure);
        return recorded(goal, measure, measure, wanted.content());
    }

    /** A check-in with the goal and its measure as they are now. */
    public record Reported(Goal goal, Measure measure, CheckIn checkIn) {}

    /** @param read makes the content of what was typed for this measure; may throw what is wrong with it */
    public Reported report(Viewer viewer, UUID measureId, Function<Measure, CheckInContent> read) {
        Goal goal = openFor(viewer, measureId);
        Measure measure = measureOf(goal, measureId);
        CheckInContent content = read.apply(measure);
        CheckIn checkIn = append(viewer, goal, measure, content);
        Measure after = settle(goal, measure);
        journal.record(recorded(goal, measure, after, content));
        return new Reported(goal, after, checkIn.by(new Ref(viewer.id(), viewer.name())));
    }

    private CheckIn append(Viewer viewer, Goal goal, Measure measure, CheckInContent content) {
        return store.insert(row(viewer, goal, measure, content));
    }

    private CheckInStore.Row row(Viewer viewer, Goal goal, Measure measure, CheckInContent content) {
        Instant now = clock.instant();
        Instant at = CheckInCheck.at(content.at(), now, clock.getZone());
        CheckInCheck.content(measure, content);
        CheckInCheck.time(goal, at, now, clock.getZone());
        return new CheckInStore.Row(Ids.next(), 1, measure, goal.key(), viewer.id(), at, now, content);
    }

    private static Entry recorded(Goal goal, Measure measure, Measure after, CheckInContent content) {
        return entry(
                goal,
                measure,
                "check-in.recorded",
                "checked in “%s”: %s".formatted(measure.name(), CheckInWords.said(after, content)),
                content);
    }

    /** A new version of one's own check-in, within 24 hours of the first; its place in time stays. */
    public CheckIn amend(Viewer viewer, UUID checkInId, CheckInContent content, int version) {
        return correct(viewer, checkInId, version, (measure, before) -> content).checkIn();
    }

    /** @param change what its content becomes */
    public CheckIn amend(Viewer viewer, UUID checkInId, UnaryOperator<CheckInContent> change, int version) {
        return correct(viewer, checkInId, version, (measure, before) -> change.apply(before.content()))
                .checkIn();
    }

    /**
     * The same with the goal and its measure as they are now.
     *
     * @param read makes the content of what was typed for this measure, and of what the check-in said before
     */
    public Reported correct(
            Viewer viewer, UUID checkInId, int version, BiFunction<Measure, CheckIn, CheckInContent> read) {
        CheckIn seen = store.find(checkInId).orElseThrow(GeneralProblem.NOT_FOUND::exception);
        Goal goal = goals.locked(seen.goalId());
        CheckIn before = store.find(checkInId).orElseThrow(GeneralProblem.NOT_FOUND::exception);
        if (before.author() == null || !viewer.id().equals(before.author().id())) {
            throw GeneralProblem.NOT_ALLOWED
                    .saying("Only its author may correct a check-in.")
                    .exception();
        }
        if (before.version() != version) {
            throw GeneralProblem.STALE_VERSION.problem().with("current", before).exception();
        }
        refuseUnlessOpen(goal);
        Instant moment = clock.instant();
        if (before.firstRecordedAt().plus(EDITABLE).isBefore(moment)) {
            throw GoalProblem.CHECK_IN_LOCKED.exception();
        }
        Measure measure = measureOf(goal, before.measureId());
        CheckInContent content = read.apply(measure, before);
        if (content.at() != null) {
            throw GeneralProblem.INVALID
                    .saying("A correction keeps its place in time.")
                    .at("at")
                    .exception();
        }
        CheckInCheck.content(measure, content);
        CheckIn after = store.insert(new CheckInStore.Row(
                before.id(), before.version() + 1, measure, goal.key(), viewer.id(), before.at(), moment, content));
        Measure now = settle(goal, measure);
        String summary =
                "corrected a check-in of “%s” to %s".formatted(measure.name(), CheckInWords.said(now, content));
        journal.record(
                entry(goal, measure, "check-in.corrected", summary, content).before(before));
        return new Reported(goal, now, after.correcting(before));
    }

    /** Whether the viewer may still correct it: its author, within 24 hours of the first version. */
    public boolean mayCorrect(Viewer viewer, CheckIn checkIn) {
        return checkIn.author() != null
                && viewer.id().equals(checkIn.author().id())
                && !checkIn.firstRecordedAt().plus(EDITABLE).isBefore(clock.instant());
    }

    private Goal openFor(Viewer viewer, UUID measureId) {
        Measure seen = measures.one(measureId);
        Goal goal = goals.locked(seen.goalId());
        refuseUnlessAllowed(viewer, goal, seen);
        return goal;
    }

    private static void refuseUnlessAllowed(Viewer viewer, Goal goal, Measure measure) {
        if (!mayCheckIn(viewer, goal, measure)) {
            throw GeneralProblem.NOT_ALLOWED.exception();
        }
        refuseUnlessOpen(goal);
    }

    /** The measure's owner, the lead, contributors, leaders above, the champion and executives (frameworks 1.0). */
    public static boolean mayCheckIn(Viewer viewer, Goal goal, Measure measure) {
        return goal.mayEdit()
                || (measure.owner() != null
                        && viewer.id().equals(measure.owner().id()))
                || goal.contributors().stream().anyMatch(person -> person.id().equals(viewer.id()));
    }

    private static void refuseUnlessOpen(Goal goal) {
        switch (goal.state()) {
            case ACTIVE, SCORING -> {}
            case DRAFT, ON_HOLD, CANCELLED ->
                throw GoalProblem.GOAL_NOT_ACTIVE
                        .saying("This goal is %s; only an active one is checked in."
                                .formatted(goal.state().label().toLowerCase(java.util.Locale.ROOT)))
                        .exception();
            case CLOSED -> throw GoalProblem.GOAL_CLOSED.exception();
        }
    }

    private static Measure measureOf(Goal goal, UUID id) {
        Measure measure = goal.measures().stream()
                .filter(m -> m.id().equals(id))
                .findFirst()
                .orElseThrow(GeneralProblem.NOT_FOUND::exception);
        if (measure.cancelled()) {
            throw GoalProblem.MEASURE_CANCELLED.exception();
        }
        return measure;
    }

    /** What the check-ins say now, and the figures that follow from it, in this transaction. */
    private Measure settle(Goal goal, Measure measure) {
        LocalDate today = clock.today();
        if (goal.figuresOn() != null && goal.figuresOn().isBefore(today)) {
            figures.renew(goal);
        }
        Measure now = settling.of(goal, measure);
        refuseTooMuch(now);
        figures.renew(List.of(goal.withMeasure(now).withFiguresOn(today)), today);
        return now;
    }

    private static void refuseTooMuch(Measure now) {
        NumberProblem tooMuch = now.current() == null ? null : Quantity.problem(now.current());
        if (tooMuch != null) {
            throw tooMuch.at("value").exception();
        }
    }

    private static Entry entry(Goal goal, Measure measure, String action, String summary, CheckInContent content) {
        return Entry.of(action, "measure", measure.id(), summary)
                .goal(goal.id())
                .after(content)
                .seenBy(goal.key());
    }
}
