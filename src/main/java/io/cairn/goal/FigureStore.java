package io.cairn.goal;

import io.cairn.kernel.DomainClock;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** Computes figures when something is written and stores them; reading computes nothing. */
@Component
class FigureStore {
    private final JdbcClient db;
    private final DomainClock clock;
    private final ObjectMapper json;

    FigureStore(JdbcClient db, DomainClock clock, ObjectMapper json) {
        this.db = db;
        this.clock = clock;
        this.json = json;
    }

    /** Brings one goal's figures up to today, what its measures say included; gives it back as it is stored now. */
    Goal renew(Goal goal) {
        return renew(List.of(goal), clock.today()).getFirst();
    }

    /** Brings many goals' figures up to a day: one statement, and a row of history for each day on which they changed. */
    List<Goal> renew(List<Goal> goals, LocalDate today) {
        List<Goal> renewed = new ArrayList<>(goals.size());
        List<MeasureRow> measures = new ArrayList<>();
        List<GoalRow> figures = new ArrayList<>();
        List<DayRow> days = new ArrayList<>();
        for (Goal goal : goals) {
            if (goal.startsOn() == null || goal.endsOn() == null) {
                renewed.add(goal);
                continue;
            }
            GoalState state = goal.forFigures();
            Figures now = Figures.of(state, today);
            figures.add(GoalRow.of(goal.id(), now, today));
            for (int i = 0; i < now.measures().size(); i++) {
                measures.add(
                        MeasureRow.of(goal.measures().get(i), now.measures().get(i)));
            }
            days.addAll(history(goal, state, today));
            renewed.add(goal.with(now, today));
        }
        store(measures, figures, days);
        return renewed;
    }

    /** The days since the stored figures on which something changed, today's included. */
    private static List<DayRow> history(Goal goal, GoalState state, LocalDate today) {
        List<DayRow> rows = new ArrayList<>();
        LocalDate known = goal.figuresOn();
        DayRow last =
                known == null ? null : new DayRow(goal.id(), known, goal.progress(), goal.expected(), goal.health());
        for (LocalDate day = firstMissing(known, today); !day.isAfter(today); day = day.plusDays(1)) {
            DayRow row = DayRow.of(goal.id(), day, Figures.of(state, day));
            if (last == null || !row.sameAs(last)) {
                rows.add(row);
                last = row;
            }
        }
        return rows;
    }

    private static LocalDate firstMissing(@Nullable LocalDate known, LocalDate today) {
        if (known == null || !known.isBefore(today)) {
            return today;
        }
        LocalDate yearAgo = today.minusDays(366);
        LocalDate next = known.plusDays(1);
        return next.isBefore(yearAgo) ? yearAgo : next;
    }

    private void store(List<MeasureRow> measures, List<GoalRow> goals, List<DayRow> days) {
        if (goals.isEmpty()) {
            return;
        }
        db.sql("""
                with measured as (
                    update goal.measure m
                       set current = x."current", rubric_level = x."level", hits = x."hits", check_ins = x."checkIns",
                           milestones_done = x."milestonesDone", confidence = x."confidence",
                           last_check_in_on = x."lastCheckInOn", next_value_on = x."nextValueOn", health_override = x."healthOverride",
                           confidence_dropped = x."confidenceDropped", raw = x."raw", progress = x."progress",
                           expected = x."expected", pace = x."pace", health = x."health", ahead = x."ahead",
                           overdue = x."overdue", stale = x."stale", achieved = x."achieved", no_data = x."noData"
                      from jsonb_to_recordset(:measures::jsonb) as x (
                           "id" uuid, "current" numeric, "level" text, "hits" int, "checkIns" int, "milestonesDone" jsonb,
                           "confidence" smallint, "lastCheckInOn" date, "nextValueOn" date, "healthOverride" text,
                           "confidenceDropped" boolean, "raw" numeric, "progress" numeric, "expected" numeric,
                           "pace" text, "health" text, "ahead" boolean, "overdue" boolean, "stale" boolean,
                           "achieved" boolean, "noData" boolean)
                     where m.id = x."id"),
                history as (
                    insert into goal.figure as f (goal_id, day, progress, expected, health, audience_kind, audience_id)
                    select d."goalId", d."day", d."progress", d."expected", d."health", g.audience_kind, g.audience_id
                      from jsonb_to_recordset(:days::jsonb) as d (
                           "goalId" uuid, "day" date, "progress" numeric, "expected" numeric, "health" text)
                      join goal.goal g on g.id = d."goalId"
                    on conflict (goal_id, day) do update
                       set progress = excluded.progress, expected = excluded.expected, health = excluded.health)
                update goal.goal g
                   set progress = x."progress", expected = x."expected", pace = x."pace", health = x."health",
                       ahead = x."ahead", overdue = x."overdue", stale = x."stale", achieved = x."achieved",
                       no_data = x."noData", suggested_grade = x."suggestedGrade", weakest_measure_id = x."weakest",
                       figures_on = x."figuresOn"
                  from jsonb_to_recordset(:goals::jsonb) as x (
                       "id" uuid, "progress" numeric, "expected" numeric, "pace" text, "health" text, "ahead" boolean,
                       "overdue" boolean, "stale" boolean, "achieved" boolean, "noData" boolean, "suggestedGrade" numeric,
                       "weakest" uuid, "figuresOn" date)
                 where g.id = x."id"
                """)
                .param("measures", json.writeValueAsString(measures))
                .param("days", json.writeValueAsString(days))
                .param("goals", json.writeValueAsString(goals))
                .update();
    }

    private record MeasureRow(
            UUID id,
            @Nullable BigDecimal current,
            @Nullable String level,
            int hits,
            int checkIns,
            @Nullable Map<String, BigDecimal> milestonesDone,
            @Nullable Integer confidence,
            @Nullable LocalDate lastCheckInOn,
            @Nullable LocalDate nextValueOn,
            @Nullable Health healthOverride,
            boolean confidenceDropped,
            @Nullable BigDecimal raw,
            @Nullable BigDecimal progress,
            @Nullable BigDecimal expected,
            @Nullable Pace pace,
            @Nullable Health health,
            boolean ahead,
            boolean overdue,
            boolean stale,
            boolean achieved,
            boolean noData) {

        static MeasureRow of(Measure m, MeasureFigures f) {
            return new MeasureRow(
                    m.id(),
                    m.current(),
                    m.level(),
                    m.hits(),
                    m.checkIns(),
                    m.checkIns() == 0 ? null : done(m),
                    m.confidence(),
                    m.lastCheckInOn(),
                    m.nextValueOn(),
                    m.healthOverride(),
                    m.confidenceDropped(),
                    f.raw(),
                    f.progress(),
                    f.expected(),
                    f.pace(),
                    f.health(),
                    f.ahead(),
                    f.overdue(),
                    f.stale(),
                    f.achieved(),
                    f.noData());
        }
    }

    private static @Nullable Map<String, BigDecimal> done(Measure m) {
        return m.milestones().isEmpty()
                ? null
                : m.milestones().stream()
                        .collect(Collectors.toMap(Milestone::name, Milestone::done, (first, second) -> second));
    }

    private record GoalRow(
            UUID id,
            @Nullable BigDecimal progress,
            @Nullable BigDecimal expected,
            @Nullable Pace pace,
            @Nullable Health health,
            boolean ahead,
            boolean overdue,
            boolean stale,
            boolean achieved,
            boolean noData,
            @Nullable BigDecimal suggestedGrade,
            @Nullable UUID weakest,
            LocalDate figuresOn) {

        static GoalRow of(UUID goal, Figures f, LocalDate today) {
            return new GoalRow(
                    goal,
                    f.progress(),
                    f.expected(),
                    f.pace(),
                    f.health(),
                    f.ahead(),
                    f.overdue(),
                    f.stale(),
                    f.achieved(),
                    f.noData(),
                    f.suggestedGrade(),
                    f.weakest(),
                    today);
        }
    }

    private record DayRow(
            UUID goalId,
            LocalDate day,
            @Nullable BigDecimal progress,
            @Nullable BigDecimal expected,
            @Nullable Health health) {

        static DayRow of(UUID goal, LocalDate day, Figures f) {
            return new DayRow(goal, day, f.progress(), f.expected(), f.health());
        }

        boolean sameAs(DayRow other) {
            return same(progress, other.progress) && same(expected, other.expected) && health == other.health;
        }

        private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
            return one == null || other == null ? Objects.equals(one, other) : one.compareTo(other) == 0;
        }
    }
}
