package io.cairn.goal;

import io.cairn.audit.Entry;
import io.cairn.audit.Journal;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Texts;
import io.cairn.kernel.Viewer;
import io.cairn.metric.Metric;
import io.cairn.metric.Metrics;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Metrics that must not suffer while a goal is pursued: a red one keeps its health at AT_RISK at best (frameworks 2.6). */
@Component
@Transactional
public class Guardrails {
    private static final int MOST = 10;

    private final JdbcClient db;
    private final Goals goals;
    private final GoalReader reader;
    private final FollowedMetrics followed;
    private final Metrics metrics;
    private final FigureStore figures;
    private final Journal journal;

    Guardrails(
            JdbcClient db,
            Goals goals,
            GoalReader reader,
            FollowedMetrics followed,
            Metrics metrics,
            FigureStore figures,
            Journal journal) {
        this.db = db;
        this.goals = goals;
        this.reader = reader;
        this.followed = followed;
        this.metrics = metrics;
        this.figures = figures;
        this.journal = journal;
    }

    /** Adds a guardrail; one that is there already stays. The metric must be open to everybody who sees the goal. */
    public Goal add(Viewer viewer, UUID goalId, UUID metricId) {
        Goal goal = goals.editable(goalId);
        Metric metric = metrics.get(metricId);
        Texts texts = new Texts();
        followed.refuseHidden(List.of(metricId), Measures.intended(goal), texts);
        texts.refuseIfAny();
        if (goal.guardrails().size() >= MOST) {
            throw GeneralProblem.INVALID
                    .saying("A goal has at most ten guardrails.")
                    .exception();
        }
        db.sql("""
                insert into goal.guardrail (goal_id, metric_id, audience_kind, audience_id)
                values (:goal, :metric, :keyKind, :keyId)
                on conflict do nothing
                """)
                .param("goal", goalId)
                .param("metric", metricId)
                .param("keyKind", goal.key().kind().key())
                .param("keyId", goal.key().id())
                .update();
        return told(goal, "goal.guardrail-added", "set “" + metric.name() + "” as a guardrail");
    }

    public Goal remove(Viewer viewer, UUID goalId, UUID metricId) {
        Goal goal = goals.editable(goalId);
        Goal.Guardrail guardrail = goal.guardrails().stream()
                .filter(one -> one.id().equals(metricId))
                .findFirst()
                .orElseThrow(GeneralProblem.NOT_FOUND::exception);
        db.sql("delete from goal.guardrail where goal_id = :goal and metric_id = :metric")
                .param("goal", goalId)
                .param("metric", metricId)
                .update();
        return told(goal, "goal.guardrail-removed", "removed the guardrail “" + guardrail.name() + "”");
    }

    private Goal told(Goal goal, String action, String summary) {
        Goal after = reader.one(goal.id());
        if (goal.state() != GoalStatus.DRAFT) {
            after = figures.renew(after);
        }
        journal.record(
                Entry.of(action, "goal", goal.id(), summary).goal(goal.id()).seenBy(goal.key()));
        return after;
    }
}
