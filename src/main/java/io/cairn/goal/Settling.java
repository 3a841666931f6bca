package io.cairn.goal;

import io.cairn.kernel.DomainClock;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Goes through all check-ins of a measure again: what they say together, each judged by the target of its own day. */
@Component
class Settling {
    private static final TypeReference<List<Milestone>> MILESTONES = new TypeReference<>() {};
    private static final TypeReference<List<Promise>> PROMISES = new TypeReference<>() {};
    private final JdbcClient db;
    private final ObjectMapper json;
    private final CheckInStore checkIns;
    private final DomainClock clock;

    Settling(JdbcClient db, ObjectMapper json, CheckInStore checkIns, DomainClock clock) {
        this.db = db;
        this.json = json;
        this.checkIns = checkIns;
        this.clock = clock;
    }

    /** A target and the day from which it held. */
    private record Promise(
            LocalDate fromOn,
            @Nullable BigDecimal target,
            @Nullable Comparator comparator,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high) {}

    /** A measure's milestones as they were written down, and the targets it has had, oldest first. */
    private record Start(List<Milestone> milestones, List<Promise> promises) {
        MeasureTerms on(MeasureTerms now, LocalDate day) {
            Promise held = null;
            for (Promise promise : promises) {
                if (held == null || !promise.fromOn().isAfter(day)) {
                    held = promise;
                }
            }
            return held == null
                    ? now
                    : now.draft()
                            .band(held.low(), held.high())
                            .way(now.baseline(), held.comparator(), held.target())
                            .terms();
        }
    }

    /** The measure with what all its check-ins say now. */
    Measure of(Goal goal, Measure measure) {
        return all(goal, List.of(measure)).getFirst();
    }

    /** The goal with what all check-ins of its measures say now; two statements. */
    Goal all(Goal goal) {
        return goal.with(all(goal, goal.measures()), goal.parents(), goal.children());
    }

    /** A start after a check-in would make it one from before. */
    void refuseEarlier(Goal goal) {
        boolean earlier = db.sql(
                        "select exists (select 1 from goal.check_in c where c.goal_id = :goal and c.at < :start)")
                .param("goal", goal.id())
                .param(
                        "start",
                        Timestamp.from(Objects.requireNonNull(goal.startsOn())
                                .atStartOfDay(clock.getZone())
                                .toInstant()))
                .query(Boolean.class)
                .single();
        if (earlier) {
            throw GoalProblem.CHECK_IN_BEFORE_START
                    .saying("There are check-ins from before this day.")
                    .at("startsOn")
                    .exception();
        }
    }

    /** Each milestone's share done when it was written down. */
    Map<String, BigDecimal> startOf(Measure measure) {
        return starts(List.of(measure))
                .getOrDefault(measure.id(), new Start(List.of(), List.of()))
                .milestones()
                .stream()
                .collect(Collectors.toMap(Milestone::name, Milestone::done, (first, second) -> first));
    }

    private List<Measure> all(Goal goal, List<Measure> measures) {
        if (goal.startsOn() == null || goal.endsOn() == null) {
            return measures;
        }
        Map<UUID, List<CheckIn>> said = checkIns
                .countingOf(measures.stream().map(Measure::id).toList())
                .stream()
                .collect(Collectors.groupingBy(CheckIn::measureId));
        Map<UUID, Start> starts =
                starts(measures.stream().filter(Settling::dependsOnStart).toList());
        return measures.stream()
                .map(measure -> settled(goal, measure, said.get(measure.id()), starts.get(measure.id())))
                .toList();
    }

    private Measure settled(Goal goal, Measure measure, @Nullable List<CheckIn> said, @Nullable Start start) {
        if (said == null) {
            return measure;
        }
        if (start == null) {
            return Settled.of(goal, measure, said, clock.getZone());
        }
        Function<LocalDate, MeasureTerms> promised = day -> start.on(measure.terms(), day);
        return Settled.of(goal, measure.with(start.milestones()), said, clock.getZone(), promised);
    }

    private static boolean dependsOnStart(Measure measure) {
        return measure.kind() == MeasureKind.MILESTONE
                || (measure.kind() == MeasureKind.MAINTAIN && measure.mode() == MaintainMode.HIT_RATE);
    }

    private Map<UUID, Start> starts(List<Measure> measures) {
        Map<UUID, Start> starts = new HashMap<>();
        if (!measures.isEmpty()) {
            db.sql("""
                    select m.id, coalesce(m.milestones, '[]')::text as milestones,
                           coalesce((select json_agg(json_build_object('fromOn', t.from_on, 'target', t.target,
                                                                       'comparator', t.comparator, 'low', t.low,
                                                                       'high', t.high) order by t.from_on, t.id)
                                       from goal.measure_target t where t.measure_id = m.id), '[]')::text as promises
                      from goal.measure m
                     where m.id = any (:measures)
                    """)
                    .param("measures", measures.stream().map(Measure::id).toArray(UUID[]::new))
                    .query(row -> {
                        starts.put(row.getObject("id", UUID.class), start(row));
                    });
        }
        return starts;
    }

    private Start start(ResultSet row) throws SQLException {
        return new Start(
                json.readValue(row.getString("milestones"), MILESTONES),
                json.readValue(row.getString("promises"), PROMISES));
    }
}
