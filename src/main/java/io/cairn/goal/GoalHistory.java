package io.cairn.goal;

import io.cairn.cycle.Cycle;
import io.cairn.cycle.Cycles;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Ratio;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What goals and measures were on earlier days. */
@Component
@Transactional(readOnly = true)
public class GoalHistory {
    /** A year and a month: what a chart of a goal shows at once. */
    static final int MOST_DAYS = 400;

    private static final Comparator<CheckIn> NEWEST_FIRST =
            Comparator.comparing(CheckIn::at).thenComparing(CheckIn::id).reversed();
    private final JdbcClient db;
    private final GoalReader reader;
    private final CheckInStore checkIns;
    private final Cycles cycles;
    private final DomainClock clock;

    GoalHistory(JdbcClient db, GoalReader reader, CheckInStore checkIns, Cycles cycles, DomainClock clock) {
        this.cycles = cycles;
        this.clock = clock;
        this.db = db;
        this.reader = reader;
        this.checkIns = checkIns;
    }

    /** A goal's figures as they stood at the end of a day. */
    public record Day(
            LocalDate day,
            @Ratio @Nullable BigDecimal progress,
            @Ratio @Nullable BigDecimal expected,
            @Nullable Health health) {}

    /**
     * One row a day from activation to the figures' day; days without a change repeat the row before. At most
     * {@link #MOST_DAYS}: the latest where neither end is named, and as many beside the one that is.
     */
    public List<Day> of(UUID goalId, @Nullable LocalDate from, @Nullable LocalDate to) {
        Goal goal = reader.one(goalId);
        LocalDate known = goal.figuresOn();
        if (known == null) {
            return List.of();
        }
        LocalDate last = to != null ? to : from != null ? from.plusDays(MOST_DAYS - 1) : known;
        LocalDate first = from != null ? from : last.minusDays(MOST_DAYS - 1);
        if (last.isBefore(first) || first.plusDays(MOST_DAYS).isBefore(last.plusDays(1))) {
            throw GeneralProblem.INVALID
                    .saying("Ask for 1 to %d days, the last not before the first.".formatted(MOST_DAYS))
                    .at("to")
                    .exception();
        }
        return filled(changes(goalId, first, last), first, last.isBefore(known) ? last : known);
    }

    /** Those between the two days, and the one before that still held on the first. */
    private List<Day> changes(UUID goal, LocalDate first, LocalDate last) {
        return db.sql("""
                select f.day, f.progress, f.expected, f.health
                  from goal.figure f
                 where f.goal_id = :goal and f.day <= :last
                   and f.day >= coalesce((select max(b.day) from goal.figure b where b.goal_id = :goal and b.day <= :first),
                                         :first)
                 order by f.day
                """)
                .param("goal", goal)
                .param("first", first)
                .param("last", last)
                .query(Day.class)
                .list();
    }

    private static List<Day> filled(List<Day> changes, LocalDate first, LocalDate last) {
        List<Day> days = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            Day change = changes.get(i);
            LocalDate until = i + 1 < changes.size() ? changes.get(i + 1).day() : last.plusDays(1);
            LocalDate day = change.day().isBefore(first) ? first : change.day();
            for (; day.isBefore(until) && !day.isAfter(last); day = day.plusDays(1)) {
                days.add(new Day(day, change.progress(), change.expected(), change.health()));
            }
        }
        return days;
    }

    /** How the goal's figures came about, of the day for which they are stored. */
    public GoalExplanation explain(UUID goalId) {
        return explain(reader.one(goalId));
    }

    /** The same for a goal that has been read already. */
    public GoalExplanation explain(Goal goal) {
        if (goal.startsOn() == null || goal.endsOn() == null || goal.figuresOn() == null) {
            throw GoalProblem.GOAL_NOT_ACTIVE
                    .saying("A draft has no figures to explain yet.")
                    .exception();
        }
        return GoalExplanation.of(goal.forFigures(), goal.figuresOn());
    }

    /** Each measure's check-ins, oldest first, in their newest version; one statement. */
    public Map<UUID, List<CheckIn>> checkInsOf(List<Measure> measures) {
        if (measures.isEmpty()) {
            return Map.of();
        }
        return checkIns.countingOf(measures.stream().map(Measure::id).toList()).stream()
                .collect(Collectors.groupingBy(CheckIn::measureId));
    }

    /** A period of a metric that a measure follows, counted on its last day. */
    public record MetricValue(UUID measureId, LocalDate on, BigDecimal value) {}

    /** What was said of measures: people's check-ins, and the values of the metrics that some follow; both oldest first. */
    public record Told(Map<UUID, List<CheckIn>> checkIns, Map<UUID, List<MetricValue>> values) {}

    /** One statement. */
    public Told toldOf(List<Measure> measures) {
        List<CheckIn> all = checkIns.toldOf(measures.stream().map(Measure::id).toList(), clock.getZone());
        return new Told(
                all.stream().filter(one -> one.version() > 0).collect(Collectors.groupingBy(CheckIn::measureId)),
                all.stream()
                        .filter(one -> one.version() == 0 && one.value() != null)
                        .map(one -> new MetricValue(
                                one.measureId(),
                                LocalDate.ofInstant(one.at(), clock.getZone()),
                                Objects.requireNonNull(one.value())))
                        .collect(Collectors.groupingBy(MetricValue::measureId)));
    }

    /** A check-in with what its measure said before and after it. */
    public record Reported(CheckIn checkIn, Measure before, Measure after) {}

    /**
     * A page of a goal's check-ins, newest first, each with how the measure fared on its day; only these are judged.
     *
     * @param checkIns all of each measure, oldest first
     */
    public List<Reported> reported(Goal goal, Map<UUID, List<CheckIn>> checkIns, int from, int most) {
        if (goal.startsOn() == null || goal.endsOn() == null) {
            return List.of();
        }
        Set<CheckIn> page = goal.measures().stream()
                .flatMap(measure -> checkIns.getOrDefault(measure.id(), List.of()).stream())
                .sorted(NEWEST_FIRST)
                .skip(from)
                .limit(most)
                .collect(Collectors.toSet());
        return goal.measures().stream()
                .flatMap(measure -> Reports.of(
                        goal, measure, checkIns.getOrDefault(measure.id(), List.of()), page::contains, clock.getZone())
                        .stream())
                .sorted(Comparator.comparing(Reported::checkIn, NEWEST_FIRST))
                .toList();
    }

    /** Teams with their goals of a cycle in one reply: all teams when none are named, and the cycle of today without one. */
    public Overview overview(@Nullable UUID named, List<UUID> teams) {
        UUID cycle = cycleOf(named);
        return new Overview(cycle, teamParts(cycle, teams));
    }

    private @Nullable UUID cycleOf(@Nullable UUID named) {
        return named != null
                ? cycles.require(named).id()
                : Cycles.usual(cycles.all(), clock.today()).map(Cycle::id).orElse(null);
    }

    private List<Overview.TeamPart> teamParts(@Nullable UUID cycle, List<UUID> teams) {
        List<Ref> found = db.sql("""
                select t.id, t.name from organization.team t
                 where cardinality(:teams::uuid[]) = 0 or t.id = any (:teams)
                 order by t.name, t.id
                """)
                .param("teams", teams.toArray(UUID[]::new))
                .query(Ref.class)
                .list();
        if (found.size() < teams.size()) {
            throw GeneralProblem.NOT_FOUND.exception();
        }
        List<UUID> ids = db.sql("""
                select g.id from goal.goal g
                 where g.owner_team_id = any (:teams) and g.cycle_id = :cycle::uuid
                   and g.framework <> all ((select framework.unused())::text[])
                 order by g.id
                """)
                .param("teams", found.stream().map(Ref::id).toArray(UUID[]::new))
                .param("cycle", cycle)
                .query(UUID.class)
                .list();
        Map<UUID, List<CheckIn>> latest =
                checkIns.latestOfGoals(ids).stream().collect(Collectors.groupingBy(CheckIn::goalId));
        Map<UUID, List<Overview.GoalPart>> byTeam = reader.read(ids).stream()
                .collect(Collectors.groupingBy(
                        goal -> goal.owner().id(),
                        Collectors.mapping(goal -> Overview.part(goal, latest.get(goal.id())), Collectors.toList())));
        return found.stream()
                .map(team -> new Overview.TeamPart(team.id(), team.name(), byTeam.getOrDefault(team.id(), List.of())))
                .toList();
    }
}
