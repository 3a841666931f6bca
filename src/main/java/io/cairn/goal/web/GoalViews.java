package io.cairn.goal.web;

import io.cairn.goal.CheckIn;
import io.cairn.goal.Goal;
import io.cairn.goal.GoalHistory;
import io.cairn.goal.HitRate;
import io.cairn.goal.Measure;
import io.cairn.goal.Window;
import io.cairn.kernel.DomainClock;
import io.cairn.web.part.Point;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes goals ready to be shown, with their check-ins: one statement, however many there are. */
@Component
class GoalViews {
    private static final int WEEKS = 7;

    private final GoalHistory history;
    private final DomainClock clock;

    GoalViews(GoalHistory history, DomainClock clock) {
        this.history = history;
        this.clock = clock;
    }

    List<GoalView> of(List<Goal> goals) {
        List<Measure> live =
                goals.stream().flatMap(goal -> goal.live().stream()).toList();
        return of(goals, history.toldOf(live));
    }

    GoalView of(Goal goal, GoalHistory.Told told) {
        return of(List.of(goal), told).getFirst();
    }

    private List<GoalView> of(List<Goal> goals, GoalHistory.Told told) {
        Map<UUID, List<CheckIn>> checkIns = told.checkIns();
        return goals.stream()
                .map(goal -> new GoalView(
                        goal,
                        goal.live().stream()
                                .map(measure -> measure(
                                        goal,
                                        measure,
                                        checkIns.getOrDefault(measure.id(), List.of()),
                                        told.values().getOrDefault(measure.id(), List.of())))
                                .toList(),
                        confidences(goal, checkIns),
                        clock.today()))
                .toList();
    }

    private MeasureView measure(
            Goal goal, Measure measure, List<CheckIn> checkIns, List<GoalHistory.MetricValue> told) {
        return new MeasureView(
                goal,
                measure,
                measure.metricId() == null
                        ? MeasurePoints.actual(measure, checkIns, clock.getZone())
                        : told.stream()
                                .map(one -> new Point(one.on(), one.value()))
                                .toList(),
                MeasurePoints.plan(goal, measure),
                parts(goal, measure, checkIns),
                clock.today());
    }

    private List<HitRate.Part> parts(Goal goal, Measure measure, List<CheckIn> checkIns) {
        if (goal.startsOn() == null || goal.endsOn() == null || !MeasureWords.isHitRate(measure)) {
            return List.of();
        }
        List<HitRate.Value> values = checkIns.stream()
                .filter(checkIn -> checkIn.value() != null)
                .map(checkIn -> new HitRate.Value(day(checkIn), Objects.requireNonNull(checkIn.value())))
                .toList();
        Window window = Window.of(measure.terms(), goal.startsOn(), goal.endsOn());
        return HitRate.parts(measure.terms(), window, values, clock.today(), measure::termsOn);
    }

    private List<Integer> confidences(Goal goal, Map<UUID, List<CheckIn>> checkIns) {
        List<Integer> means = new ArrayList<>();
        for (int weeksAgo = WEEKS - 1; weeksAgo >= 0; weeksAgo--) {
            LocalDate day = clock.today().minusWeeks(weeksAgo);
            Integer mean = GoalView.mean(goal.live().stream()
                    .map(measure -> lastConfidence(checkIns.getOrDefault(measure.id(), List.of()), day))
                    .filter(known -> known >= 0)
                    .toList());
            if (mean != null) {
                means.add(mean);
            }
        }
        return means;
    }

    /** −1 where none was given by then. */
    private int lastConfidence(List<CheckIn> checkIns, LocalDate until) {
        int last = -1;
        for (CheckIn checkIn : checkIns) {
            if (checkIn.confidence() != null && !day(checkIn).isAfter(until)) {
                last = checkIn.confidence();
            }
        }
        return last;
    }

    private LocalDate day(CheckIn checkIn) {
        return LocalDate.ofInstant(checkIn.at(), clock.getZone());
    }
}
