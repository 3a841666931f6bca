package io.cairn.goal;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The goals that hang on a metric: those it moves and those it guards, as far as the viewer sees them. */
@Component
@Transactional(readOnly = true)
public class GoalsOfMetric {
    private static final int MOST = 50;

    private final JdbcClient db;

    GoalsOfMetric(JdbcClient db) {
        this.db = db;
    }

    /** @param measure the measure that follows the metric; null where the metric guards the goal */
    public record Hanging(
            UUID goalId,
            String title,
            GoalStatus state,
            @Nullable Health health,
            boolean ahead,
            @Nullable String measure,
            @Nullable BigDecimal progress) {
        public boolean guarded() {
            return measure == null;
        }
    }

    /** Those that are not over first, the newest first among them; one statement. */
    public List<Hanging> of(UUID metric) {
        return db.sql("""
                select g.id as goal_id, g.title, g.state, g.health, g.ahead, x.measure, x.progress
                  from (select m.goal_id, m.name as measure, m.progress
                          from goal.measure m where m.metric_id = :metric and not m.cancelled
                        union all
                        select r.goal_id, null, null from goal.guardrail r where r.metric_id = :metric) x
                  join goal.goal g on g.id = x.goal_id
                 where g.state <> 'CANCELLED' and g.framework <> all ((select framework.unused())::text[])
                 order by (g.state = 'CLOSED'), g.id desc, x.measure
                 limit :most
                """)
                .param("metric", metric)
                .param("most", MOST)
                .query(Hanging.class)
                .list();
    }
}
