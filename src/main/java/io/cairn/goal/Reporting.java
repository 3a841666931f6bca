package io.cairn.goal;

import io.cairn.kernel.DomainClock;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Viewer;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is to report on which measures: a measure's owner or, where it has none, the goal's lead. */
@Component
@Transactional(readOnly = true)
public class Reporting {
    private static final String MINE = """
              from goal.measure m
              join goal.goal g on g.id = m.goal_id
             where not m.cancelled
               and g.state in ('ACTIVE', 'SCORING')
               and g.framework <> all ((select framework.unused())::text[])
               and (m.owner_id = :person or (m.owner_id is null and g.lead_id = :person))
            """;
    private final JdbcClient db;
    private final GoalReader goals;
    private final MeasureReader measures;
    private final CheckInStore checkIns;
    private final DomainClock clock;

    Reporting(JdbcClient db, GoalReader goals, MeasureReader measures, CheckInStore checkIns, DomainClock clock) {
        this.db = db;
        this.goals = goals;
        this.measures = measures;
        this.checkIns = checkIns;
        this.clock = clock;
    }

    /**
     * A measure somebody may report on.
     *
     * @param mine whether it is the viewer's to report
     * @param latest the check-in that says what is now
     */
    public record Report(
            Goal goal,
            Measure measure,
            Due due,
            boolean mine,
            @Nullable CheckIn latest) {
        public Report with(@Nullable CheckIn newest) {
            return new Report(goal, measure, due, mine, newest);
        }
    }

    /** The viewer's, and those of {@code goal} that the viewer may check in; due first, then goal by goal. */
    public List<Report> of(Viewer viewer, @Nullable UUID goal) {
        Map<UUID, UUID> mine = mine(viewer);
        Set<UUID> wanted = new java.util.LinkedHashSet<>(mine.values());
        if (goal != null) {
            wanted.add(goal);
        }
        List<Report> found = goals.readUnlinked(List.copyOf(wanted)).stream()
                .flatMap(each -> each.live().stream()
                        .filter(measure -> mine.containsKey(measure.id())
                                || (each.id().equals(goal) && mayReport(viewer, each, measure)))
                        .map(measure -> report(each, measure, mine.keySet())))
                .filter(report -> !over(report) || report.goal().id().equals(goal))
                .toList();
        return ordered(withLatest(found), clock.today());
    }

    /** One measure as the viewer may report it, whatever its goal's state. */
    public Report one(Viewer viewer, UUID measureId) {
        UUID goalId = measures.one(measureId).goalId();
        Goal goal = goals.readUnlinked(List.of(goalId)).getFirst();
        Measure measure = goal.measures().stream()
                .filter(each -> each.id().equals(measureId))
                .findFirst()
                .orElseThrow(GeneralProblem.NOT_FOUND::exception);
        return of(viewer, goal, measure, checkIns.latestOf(List.of(measureId)).get(measureId));
    }

    /** What was just reported, as its row shows it. */
    public Report of(Viewer viewer, CheckIns.Reported reported) {
        return of(viewer, reported.goal(), reported.measure(), reported.checkIn());
    }

    private static Report of(Viewer viewer, Goal goal, Measure measure, @Nullable CheckIn latest) {
        return new Report(goal, measure, Due.of(goal, measure), isMine(viewer, goal, measure), latest);
    }

    /** How many of the viewer's are due today; one statement. */
    public int due(Viewer viewer) {
        LocalDate today = clock.today();
        return (int) db.sql("""
                select g.activated_on, g.starts_on, coalesce(m.due_on, g.ends_on) as until, m.last_check_in_on as checked_in_on,
                       (select c.cadence from cycle.cycle c where c.id = g.cycle_id) as cadence
                """ + MINE).param("person", viewer.id()).query(Row.class).list().stream()
                .filter(row -> row.due().by(today))
                .count();
    }

    private record Row(
            @Nullable LocalDate activatedOn,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate until,
            @Nullable LocalDate checkedInOn,
            @Nullable String cadence) {
        Due due() {
            return Due.of(activatedOn, startsOn, until, checkedInOn, GoalReader.cadenceDays(cadence));
        }
    }

    private record Place(UUID id, UUID goalId) {}

    /** The goal of each measure that is the viewer's to report. */
    private Map<UUID, UUID> mine(Viewer viewer) {
        return db.sql("select m.id, m.goal_id " + MINE).param("person", viewer.id()).query(Place.class).list().stream()
                .collect(Collectors.toMap(Place::id, Place::goalId));
    }

    /** The measures of an open goal that are the viewer's to report. */
    static List<Measure> measuresOf(Viewer viewer, Goal goal) {
        boolean open = goal.state() == GoalStatus.ACTIVE || goal.state() == GoalStatus.SCORING;
        return goal.live().stream()
                .filter(measure -> open && isMine(viewer, goal, measure))
                .toList();
    }

    private static boolean isMine(Viewer viewer, Goal goal, Measure measure) {
        Ref reporter = measure.owner() == null ? goal.lead() : measure.owner();
        return viewer.id().equals(reporter.id());
    }

    private static boolean mayReport(Viewer viewer, Goal goal, Measure measure) {
        return (goal.state() == GoalStatus.ACTIVE || goal.state() == GoalStatus.SCORING)
                && CheckIns.mayCheckIn(viewer, goal, measure);
    }

    private static Report report(Goal goal, Measure measure, Collection<UUID> mine) {
        return new Report(goal, measure, Due.of(goal, measure), mine.contains(measure.id()), null);
    }

    /** What has ended and had its last check-in asks for nothing any more. */
    private boolean over(Report report) {
        LocalDate until = report.measure().dueOn();
        return until != null && until.isBefore(clock.today()) && !report.due().by(clock.today());
    }

    private List<Report> withLatest(List<Report> reports) {
        if (reports.isEmpty()) {
            return reports;
        }
        Map<UUID, CheckIn> latest = checkIns.latestOf(
                reports.stream().map(report -> report.measure().id()).toList());
        return reports.stream()
                .map(one -> one.with(latest.get(one.measure().id())))
                .toList();
    }

    static List<Report> ordered(List<Report> reports, LocalDate today) {
        return reports.stream()
                .sorted(Comparator.<Report, Boolean>comparing(
                                report -> !report.due().by(today))
                        .thenComparing(report -> report.goal().title())
                        .thenComparing(report -> report.goal().id())
                        .thenComparing(report -> report.measure().position()))
                .toList();
    }
}
