package io.cairn.goal;

import io.cairn.kernel.DomainClock;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Goes through all check-ins of measures again, from the milestones as they were written down. */
@Component
class Settling {
    private static final TypeReference<List<Milestone>> MILESTONES = new TypeReference<>() {};
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

    /** The measure with what all its check-ins say now. */
    Measure of(Goal goal, Measure measure) {
        if (!needsAll(measure)) {
            return checkIns.tailOf(measure.id())
                    .map(tail -> Settled.of(measure, tail, clock.getZone()))
                    .orElse(measure);
        }
        return all(goal, List.of(measure)).getFirst();
    }

    /** The goals with what all check-ins of some of their measures say now; at most two statements. */
    List<Goal> of(Collection<Goal> goals, Set<UUID> reported) {
        List<Measure> measures = goals.stream()
                .flatMap(goal -> goal.measures().stream())
                .filter(measure -> reported.contains(measure.id()))
                .toList();
        Map<UUID, List<CheckIn>> said = checkIns
                .countingOf(measures.stream().map(Measure::id).toList())
                .stream()
                .collect(Collectors.groupingBy(CheckIn::measureId));
        Map<UUID, List<Milestone>> starts = starts(measures.stream()
                .filter(measure -> measure.kind() == MeasureKind.MILESTONE)
                .toList());
        return goals.stream()
                .map(goal -> goal.with(
                        goal.measures().stream()
                                .map(measure ->
                                        settled(goal, measure, said.get(measure.id()), starts.get(measure.id())))
                                .toList(),
                        goal.parents(),
                        goal.children()))
                .toList();
    }

    /** The goal with what all check-ins of its measures say now; two statements. */
    Goal all(Goal goal) {
        return goal.with(all(goal, goal.measures()), goal.parents(), goal.children());
    }

    /** Each check-in of milestones says something that stays, and each of a hit rate is a hit or a miss. */
    private static boolean needsAll(Measure measure) {
        return measure.kind() == MeasureKind.MILESTONE || measure.kind() == MeasureKind.MAINTAIN;
    }

    /**
     * The measures with what their check-ins say under their terms now, where those terms have a say in it: a hit rate and
     * milestones; what is said of others is the same under any. One statement, or none.
     *
     * @param measures with their milestones as they were written down, or as they were settled last
     * @param changed those whose terms or days are new
     */
    List<Measure> anew(Goal goal, List<Measure> measures, Set<UUID> changed) {
        List<UUID> reported = measures.stream()
                .filter(m -> m.checkIns() > 0 && changed.contains(m.id()))
                .filter(Settling::needsAll)
                .map(Measure::id)
                .toList();
        if (reported.isEmpty()) {
            return measures;
        }
        Map<UUID, List<CheckIn>> said =
                checkIns.countingOf(reported).stream().collect(Collectors.groupingBy(CheckIn::measureId));
        return measures.stream()
                .map(measure -> settled(goal, measure, said.get(measure.id()), null))
                .toList();
    }

    /** Each milestone's share done when it was written down. */
    Map<String, BigDecimal> startOf(Measure measure) {
        return starts(List.of(measure)).getOrDefault(measure.id(), List.of()).stream()
                .collect(Collectors.toMap(Milestone::name, Milestone::done, (first, second) -> first));
    }

    /** A later start would make a check-in one from before. */
    void refuseEarlier(Goal goal, List<MeasureReader.Written> written) {
        Instant start = Objects.requireNonNull(goal.startsOn())
                .atStartOfDay(clock.getZone())
                .toInstant();
        boolean earlier = written.stream()
                .map(MeasureReader.Written::saidFirst)
                .anyMatch(first -> first != null && first.isBefore(start));
        if (earlier) {
            throw GoalProblem.CHECK_IN_BEFORE_START
                    .saying("There are check-ins from before this day.")
                    .at("startsOn")
                    .exception();
        }
    }

    private List<Measure> all(Goal goal, List<Measure> measures) {
        if (goal.startsOn() == null || goal.endsOn() == null) {
            return measures;
        }
        Map<UUID, List<CheckIn>> said = checkIns
                .countingOf(measures.stream().map(Measure::id).toList())
                .stream()
                .collect(Collectors.groupingBy(CheckIn::measureId));
        Map<UUID, List<Milestone>> starts = starts(measures.stream()
                .filter(measure -> measure.kind() == MeasureKind.MILESTONE)
                .toList());
        return measures.stream()
                .map(measure -> settled(goal, measure, said.get(measure.id()), starts.get(measure.id())))
                .toList();
    }

    private Measure settled(Goal goal, Measure measure, @Nullable List<CheckIn> said, @Nullable List<Milestone> start) {
        if (said == null) {
            return measure;
        }
        return Settled.of(goal, start == null ? measure : measure.with(start), said, clock.getZone());
    }

    private Map<UUID, List<Milestone>> starts(List<Measure> measures) {
        Map<UUID, List<Milestone>> starts = new HashMap<>();
        if (measures.isEmpty()) {
            return starts;
        }
        db.sql("""
                select m.id, m.milestones::text as milestones
                  from goal.measure m
                 where m.id = any (:measures) and m.milestones is not null
                """)
                .param("measures", measures.stream().map(Measure::id).toArray(UUID[]::new))
                .query(row -> {
                    starts.put(
                            row.getObject("id", UUID.class), json.readValue(row.getString("milestones"), MILESTONES));
                });
        return starts;
    }
}
