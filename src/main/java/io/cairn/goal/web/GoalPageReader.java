package io.cairn.goal.web;

import io.cairn.audit.Journal;
import io.cairn.framework.Frameworks;
import io.cairn.goal.CheckIn;
import io.cairn.goal.CheckIns;
import io.cairn.goal.Goal;
import io.cairn.goal.GoalHistory;
import io.cairn.goal.GoalHistory.Reported;
import io.cairn.goal.GoalStatus;
import io.cairn.goal.Goals;
import io.cairn.goal.Initiatives;
import io.cairn.goal.SmartChecks;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.Problem;
import io.cairn.kernel.Viewer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what a goal's pages show; a page that repeats a refused form is read anew, after the refusal. */
@Component
@Transactional(readOnly = true)
class GoalPageReader {
    private static final int NEWEST = 5;
    private static final int JOURNAL_LINES = 4;
    private static final int ON_ONE_PAGE = 50;

    private final Goals goals;
    private final GoalHistory history;
    private final GoalViews views;
    private final CheckIns checkIns;
    private final Initiatives initiatives;
    private final Journal journal;
    private final Frameworks frameworks;
    private final SmartChecks smart;
    private final DomainClock clock;

    GoalPageReader(
            Goals goals,
            GoalHistory history,
            GoalViews views,
            CheckIns checkIns,
            Initiatives initiatives,
            Journal journal,
            Frameworks frameworks,
            SmartChecks smart,
            DomainClock clock) {
        this.goals = goals;
        this.history = history;
        this.views = views;
        this.checkIns = checkIns;
        this.initiatives = initiatives;
        this.journal = journal;
        this.frameworks = frameworks;
        this.smart = smart;
        this.clock = clock;
    }

    GoalPage page(Viewer viewer, UUID id, boolean table, List<Problem> problems) {
        Goal goal = goals.get(id);
        GoalHistory.Told told = history.toldOf(goal.measures());
        Map<UUID, List<CheckIn>> byMeasure = told.checkIns();
        List<Reported> reported = history.reported(goal, byMeasure, 0, NEWEST);
        return new GoalPage(
                views.of(goal, told),
                reported.stream().map(one -> view(viewer, goal, one)).toList(),
                all(byMeasure),
                initiatives.ofSeen(id),
                journal.find(Journal.Search.ofGoal(id), JOURNAL_LINES, null).items(),
                problems,
                goal.mayEdit() ? goals.obstacles(goal) : List.of(),
                frameworks.of(goal.framework()).compensation().label(),
                smart.shown(viewer, goal),
                mayCheckIn(viewer, goal),
                table,
                clock.getZone());
    }

    CheckInsPage checkIns(Viewer viewer, UUID id, int page) {
        Goal goal = goals.get(id);
        Map<UUID, List<CheckIn>> byMeasure = history.checkInsOf(goal.measures());
        int from = (int) Math.min(all(byMeasure), (page - 1L) * ON_ONE_PAGE);
        List<Reported> reported = history.reported(goal, byMeasure, from, ON_ONE_PAGE);
        return new CheckInsPage(
                goal,
                reported.stream().map(one -> view(viewer, goal, one)).toList(),
                all(byMeasure),
                page,
                from + reported.size() < all(byMeasure));
    }

    private static int all(Map<UUID, List<CheckIn>> byMeasure) {
        return byMeasure.values().stream().mapToInt(List::size).sum();
    }

    private CheckInView view(Viewer viewer, Goal goal, Reported reported) {
        boolean open = goal.state() == GoalStatus.ACTIVE || goal.state() == GoalStatus.SCORING;
        return new CheckInView(
                reported,
                open && !reported.after().cancelled() && checkIns.mayCorrect(viewer, reported.checkIn()),
                clock.getZone(),
                clock.today());
    }

    private static boolean mayCheckIn(Viewer viewer, Goal goal) {
        return (goal.state() == GoalStatus.ACTIVE || goal.state() == GoalStatus.SCORING)
                && goal.live().stream().anyMatch(measure -> CheckIns.mayCheckIn(viewer, goal, measure));
    }
}
