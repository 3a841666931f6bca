package io.cairn.goal;

import io.cairn.access.Audience;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.Ids;
import io.cairn.kernel.Texts;
import io.cairn.metric.Metric;
import io.cairn.metric.MetricChange;
import io.cairn.metric.MetricFollower;
import io.cairn.metric.MetricUse;
import io.cairn.metric.MetricWindow;
import io.cairn.metric.Metrics;
import io.cairn.metric.Point;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Measures that take their values from a metric, and the guardrails of goals: a metric's new value reaches progress and health
 * of all open goals that hang on it, in its own transaction (frameworks 1.3, 2.6).
 */
@Component
@Order(10)
class FollowedMetrics implements MetricFollower, MetricUse {
    private final JdbcClient db;
    private final GoalReader goals;
    private final FigureStore figures;
    private final Metrics metrics;
    private final DomainClock clock;

    FollowedMetrics(JdbcClient db, GoalReader goals, FigureStore figures, Metrics metrics, DomainClock clock) {
        this.db = db;
        this.goals = goals;
        this.figures = figures;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Override
    public void changed(List<MetricChange> changes) {
        Map<UUID, MetricChange> byMetric = new HashMap<>();
        changes.forEach(change -> byMetric.put(change.metric().id(), change));
        List<Goal> hang = goals.lockedOn(byMetric.keySet());
        LocalDate today = clock.today();
        figures.renew(hang.stream().filter(goal -> isOld(goal, today)).toList(), today);
        figures.renew(
                hang.stream()
                        .map(goal -> following(goal, byMetric).withFiguresOn(today))
                        .toList(),
                today);
    }

    /** Until yesterday its metrics said what they said before. */
    private static boolean isOld(Goal goal, LocalDate today) {
        return goal.figuresOn() != null && goal.figuresOn().isBefore(today);
    }

    private static Goal following(Goal goal, Map<UUID, MetricChange> changes) {
        List<Measure> measures = goal.measures().stream()
                .map(measure -> {
                    MetricChange change = measure.metricId() == null ? null : changes.get(measure.metricId());
                    return change == null
                            ? measure
                            : following(goal, measure, change.metric(), change.series(), measure.baseline());
                })
                .toList();
        return goal.with(measures, goal.parents(), goal.children());
    }

    private static Measure following(
            Goal goal, Measure measure, Metric metric, List<Point> series, @Nullable BigDecimal baseline) {
        LocalDate starts = Objects.requireNonNull(goal.startsOn());
        LocalDate ends = Objects.requireNonNull(goal.endsOn());
        MetricWindow.Told told =
                MetricWindow.of(metric, series, starts, measure.dueOn() == null ? ends : measure.dueOn());
        return measure.following(
                baseline,
                kept(told.value()),
                told.value() == null ? 0 : told.values(),
                told.asOf(),
                metric.figures().staleOn());
    }

    /** Measures keep six decimals. */
    private static @Nullable BigDecimal kept(@Nullable BigDecimal value) {
        return value == null ? null : io.cairn.kernel.Decimals.plain(value.setScale(6, RoundingMode.HALF_UP));
    }

    /**
     * The goal with what its metrics say, its baselines frozen where none was written; two statements when it follows any. The
     * viewer sees these metrics, or {@link #refuseHidden} would have refused.
     */
    Goal settled(Goal goal) {
        return settled(List.of(goal)).getFirst();
    }

    /** The same for many at the price of one. */
    List<Goal> settled(List<Goal> goals) {
        List<UUID> followed = goals.stream()
                .flatMap(goal -> goal.live().stream())
                .map(Measure::metricId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (followed.isEmpty()) {
            return goals;
        }
        Map<UUID, MetricChange> told = new HashMap<>();
        metrics.told(followed).forEach(change -> told.put(change.metric().id(), change));
        return goals.stream().map(goal -> settled(goal, told)).toList();
    }

    private static Goal settled(Goal goal, Map<UUID, MetricChange> told) {
        if (goal.startsOn() == null || goal.endsOn() == null) {
            return goal;
        }
        List<Measure> measures = goal.measures().stream()
                .map(measure -> measure.metricId() == null || !told.containsKey(measure.metricId())
                        ? measure
                        : settled(goal, measure, told.get(measure.metricId())))
                .toList();
        return goal.with(measures, goal.parents(), goal.children());
    }

    private static Measure settled(Goal goal, Measure measure, MetricChange told) {
        BigDecimal baseline = measure.baseline() != null
                ? measure.baseline()
                : kept(MetricWindow.before(told.series(), Objects.requireNonNull(goal.startsOn())));
        return following(goal, measure, told.metric(), told.series(), baseline);
    }

    /** Keeps the baselines that were frozen just now. */
    void freeze(Goal goal) {
        freeze(List.of(goal));
    }

    void freeze(List<Goal> goals) {
        List<Measure> followed = goals.stream()
                .flatMap(goal -> goal.live().stream())
                .filter(measure -> measure.metricId() != null)
                .toList();
        if (followed.isEmpty()) {
            return;
        }
        db.sql("""
                update goal.measure m set baseline = x.baseline
                  from unnest(:measures::uuid[], :baselines::numeric[]) as x (id, baseline)
                 where m.id = x.id and m.baseline is null
                """)
                .param("measures", Ids.array(followed.stream().map(Measure::id).toList()))
                .param("baselines", followed.stream().map(Measure::baseline).toArray(BigDecimal[]::new))
                .update();
    }

    /** Whoever sees the goal sees what it follows; so the metric must be open to all of them. */
    void refuseHidden(List<UUID> followed, Audience goal, Texts texts) {
        Map<UUID, Metric> seen = new HashMap<>();
        metrics.of(followed).forEach(metric -> seen.put(metric.id(), metric));
        for (UUID id : followed) {
            Metric metric = seen.get(id);
            if (metric == null) {
                texts.unknown("metricId", false);
            } else if (!metric.key().equals(Audience.EVERYONE) && !metric.key().equals(goal)) {
                texts.add(GoalProblem.METRIC_TOO_PRIVATE.at("metricId"));
            }
        }
    }

    @Override
    public boolean shownTo(UUID metric, Audience narrower) {
        return db.sql("select goal.metric_shown(:metric, :key)")
                .param("metric", metric)
                .param("key", narrower.id())
                .query(Boolean.class)
                .single();
    }
}
