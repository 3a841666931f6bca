package io.cairn.goal;

import io.cairn.goal.Reporting.Report;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.Viewer;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What concerns one person today: their goals, what they report on, and what happens in their teams; five statements. */
@Component
@Transactional(readOnly = true)
public class Desk {
    private static final Duration LATELY = Duration.ofDays(28);
    private static final int MOST_LATEST = 6;
    private static final RowMapper<Latest> LATEST = new SimplePropertyRowMapper<>(Latest.class);
    private final JdbcClient db;
    private final GoalReader reader;
    private final CheckInStore checkIns;
    private final DomainClock clock;

    Desk(JdbcClient db, GoalReader reader, CheckInStore checkIns, DomainClock clock) {
        this.db = db;
        this.reader = reader;
        this.checkIns = checkIns;
        this.clock = clock;
    }

    /** The teams somebody looks after: those they lead with all below, or else those they belong to. */
    public record Scope(List<Viewer.Team> teams, boolean below) {
        public static Scope of(Viewer viewer) {
            List<Viewer.Team> led =
                    viewer.teams().stream().filter(Viewer.Team::leads).toList();
            return led.isEmpty() ? new Scope(viewer.teams(), false) : new Scope(led, true);
        }

        UUID[] ids() {
            return teams.stream().map(Viewer.Team::id).toArray(UUID[]::new);
        }
    }

    /**
     * What was found.
     *
     * @param mine not over yet and led, owned or contributed to by the person
     * @param atRisk of the person's teams, not their own
     * @param reports all that is the person's to report, due first
     * @param checkIns of what is to be reported, by measure, oldest first
     */
    public record Found(
            List<Goal> mine,
            List<Goal> drafts,
            List<Goal> atRisk,
            List<Report> reports,
            Map<UUID, List<CheckIn>> checkIns,
            List<Latest> latest,
            Standing standing) {}

    /** The latest check-in of a measure by somebody else, with the value before it. */
    public record Latest(
            UUID goalId,
            UUID measureId,
            String measure,
            MeasureKind kind,
            String unit,
            Counting counting,
            String author,
            Instant at,
            @Nullable BigDecimal value,
            @Nullable BigDecimal before,
            @Nullable String level,
            String note,
            @Nullable Health health,
            boolean ahead,
            boolean noData) {}

    /** How the running goals of the teams stand against their plan. */
    public record Standing(int ahead, int onPace, int behind, int noData) {
        public int all() {
            return ahead + onPace + behind + noData;
        }
    }

    /** Whether nobody has written a goal or defined a metric, or decided on a framework; asked only where nothing was found. */
    public boolean isFresh(Found found) {
        boolean empty = found.mine().isEmpty()
                && found.drafts().isEmpty()
                && found.standing().all() == 0;
        return empty && db.sql("""
                        select not exists (select 1 from goal.goal)
                           and not exists (select 1 from metric.metric)
                           and not exists (select 1 from audit.entry e where e.subject_kind = 'framework')
                        """).query(Boolean.class).single();
    }

    public Found of(Viewer viewer) {
        Scope scope = Scope.of(viewer);
        List<Place> places = places(viewer, scope);
        Set<UUID> mine = places.stream().filter(Place::mine).map(Place::id).collect(Collectors.toSet());
        List<Goal> all = reader.readUnlinked(places.stream().map(Place::id).toList()).stream()
                .sorted(java.util.Comparator.comparing(Desk::worstFirst)
                        .thenComparing(Goal::title)
                        .thenComparing(Goal::id))
                .toList();
        List<Goal> own = all.stream().filter(goal -> mine.contains(goal.id())).toList();
        Map<UUID, List<CheckIn>> reported = reported(viewer, own);
        Teams teams = teams(viewer, scope);
        return new Found(
                own.stream()
                        .filter(goal -> goal.state() != GoalStatus.DRAFT && !isOver(goal))
                        .toList(),
                own.stream().filter(goal -> goal.state() == GoalStatus.DRAFT).toList(),
                all.stream().filter(goal -> !mine.contains(goal.id())).toList(),
                Reporting.ordered(reports(viewer, own, reported), clock.today()),
                reported,
                teams.latest(),
                teams.standing());
    }

    private static int worstFirst(Goal goal) {
        return goal.health() == null ? 1 : -goal.health().ordinal();
    }

    private record Place(UUID id, boolean mine) {}

    private List<Place> places(Viewer viewer, Scope scope) {
        return db.sql("""
                with related as (
                    select g.id from goal.goal g
                     where g.lead_id = :person or g.owner_person_id = :person
                        or (g.author_id = :person and g.state = 'DRAFT')
                    union
                    select c.goal_id from goal.contributor c where c.person_id = :person
                    union
                    select m.goal_id from goal.measure m where m.owner_id = :person and not m.cancelled)
                select g.id, true as mine
                  from goal.goal g
                 where g.id in (select r.id from related r) and g.state in ('DRAFT', 'ACTIVE', 'ON_HOLD', 'SCORING')
                   and g.framework <> all ((select framework.unused())::text[])
                 union all
                select g.id, false
                  from goal.goal g
                 where g.owner_team_id in (select l.team_id from organization.team_line l
                                            where l.above_id = any (:teams) and (:below or l.depth = 0))
                   and g.state in ('ACTIVE', 'SCORING')
                   and g.health in ('AT_RISK', 'OFF_TRACK')
                   and :today between g.starts_on and g.ends_on
                   and g.framework <> all ((select framework.unused())::text[])
                   and g.id not in (select r.id from related r)
                """)
                .param("person", viewer.id())
                .param("teams", scope.ids())
                .param("below", scope.below())
                .param("today", clock.today())
                .query(Place.class)
                .list();
    }

    private boolean isOver(Goal goal) {
        return goal.endsOn() != null && goal.endsOn().isBefore(clock.today());
    }

    private Map<UUID, List<CheckIn>> reported(Viewer viewer, List<Goal> own) {
        List<UUID> measures = own.stream()
                .flatMap(goal -> Reporting.measuresOf(viewer, goal).stream())
                .map(Measure::id)
                .toList();
        return checkIns.countingOf(measures).stream().collect(Collectors.groupingBy(CheckIn::measureId));
    }

    private List<Report> reports(Viewer viewer, List<Goal> own, Map<UUID, List<CheckIn>> reported) {
        return own.stream()
                .flatMap(goal -> Reporting.measuresOf(viewer, goal).stream()
                        .map(measure -> new Report(
                                goal,
                                measure,
                                Due.of(goal, measure),
                                true,
                                reported.containsKey(measure.id())
                                        ? reported.get(measure.id()).getLast()
                                        : null)))
                .toList();
    }

    private record Teams(List<Latest> latest, Standing standing) {}

    /** Both at once: Home has no statement to spare. */
    private Teams teams(Viewer viewer, Scope scope) {
        List<Latest> latest = new ArrayList<>();
        List<Standing> standing = db.sql("""
                with goals as (
                    select g.* from goal.goal g
                     where g.owner_team_id in (select l.team_id from organization.team_line l
                                                where l.above_id = any (:teams) and (:below or l.depth = 0))
                       and g.framework <> all ((select framework.unused())::text[]))
                select s.*, newest.*
                  from (select count(*) filter (where g.ahead)::int as all_ahead,
                               count(*) filter (where g.pace = 'ON_TRACK' and not g.ahead)::int as all_on_pace,
                               count(*) filter (where g.pace in ('AT_RISK', 'OFF_TRACK'))::int as all_behind,
                               count(*) filter (where g.pace is null)::int as all_no_data
                          from goals g
                         where g.state in ('ACTIVE', 'SCORING') and :today between g.starts_on and g.ends_on) as s
                  left join (
                        select *
                          from (select distinct on (c.measure_id)
                                       c.goal_id, c.measure_id, m.name as measure, m.kind, m.unit, m.counting,
                                       p.name as author, c.at, c.value,
                                       (select b.value from goal.check_in b
                                         where b.measure_id = c.measure_id and b.entry_id <> c.entry_id
                                           and (b.at, b.entry_id) < (c.at, c.entry_id)
                                         order by b.at desc, b.entry_id desc, b.version desc
                                         limit 1) as before,
                                       c.level, c.note, m.health, m.ahead, m.no_data
                                  from goals g
                                  join goal.check_in c on c.goal_id = g.id
                                  join goal.measure m on m.id = c.measure_id
                                  join organization.person p on p.id = c.author_id
                                 where g.state in ('ACTIVE', 'SCORING', 'ON_HOLD')
                                   and c.author_id <> :person
                                   and c.at >= :since
                                 order by c.measure_id, c.at desc, c.entry_id desc, c.version desc) as each
                         order by each.at desc, each.measure_id
                         limit :most) as newest on true
                 order by newest.at desc, newest.measure_id
                """)
                .param("teams", scope.ids())
                .param("below", scope.below())
                .param("person", viewer.id())
                .param("today", clock.today())
                .param("since", Timestamp.from(clock.instant().minus(LATELY)))
                .param("most", MOST_LATEST)
                .query((row, number) -> {
                    if (row.getObject("measure_id") != null) {
                        latest.add(LATEST.mapRow(row, number));
                    }
                    return new Standing(
                            row.getInt("all_ahead"),
                            row.getInt("all_on_pace"),
                            row.getInt("all_behind"),
                            row.getInt("all_no_data"));
                })
                .list();
        return new Teams(latest, standing.getFirst());
    }
}
