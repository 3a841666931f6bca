package io.cairn.framework.smart;

import io.cairn.goal.Goal;
import io.cairn.goal.GoalSearch;
import io.cairn.goal.GoalSmart;
import io.cairn.goal.SmartChecks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads many worksheets at once, as many statements however many there are. */
@Component
@Transactional(readOnly = true)
class ManySheets {
    private final JdbcClient db;
    private final GoalSearch search;
    private final SmartChecks checks;

    ManySheets(JdbcClient db, GoalSearch search, SmartChecks checks) {
        this.db = db;
        this.search = search;
        this.checks = checks;
    }

    private record Written(UUID goal, SmartSheetText text) {}

    /** In the order they were written. */
    List<SmartSheet> find(GoalSearch.Wanted wanted, int most) {
        return of(
                search.find(wanted.ofFramework(SmartFramework.KEY), most, null).items());
    }

    /** In the same order; goals of other frameworks have none. */
    List<SmartSheet> of(List<Goal> found) {
        List<Goal> goals = found.stream()
                .filter(goal -> goal.framework().equals(SmartFramework.KEY))
                .toList();
        Map<UUID, GoalSmart> smart = checks.of(goals);
        Map<UUID, SmartSheetText> texts = texts(goals);
        return goals.stream()
                .map(goal -> SmartSheets.sheet(
                        goal,
                        Objects.requireNonNull(smart.get(goal.id())),
                        texts.getOrDefault(goal.id(), SmartSheetText.NONE)))
                .toList();
    }

    private Map<UUID, SmartSheetText> texts(List<Goal> goals) {
        Map<UUID, SmartSheetText> texts = new HashMap<>();
        db.sql("""
                select w.goal_id, w.specific, w.measurable, w.achievable, w.time_bound, w.obstacles, w.first_step, w.review_on
                  from smart.worksheet w
                 where w.goal_id = any (:goals)
                """)
                .param("goals", goals.stream().map(Goal::id).toArray(UUID[]::new))
                .query((row, number) -> new Written(
                        row.getObject("goal_id", UUID.class),
                        new SmartSheetText(
                                row.getString("specific"),
                                row.getString("measurable"),
                                row.getString("achievable"),
                                row.getString("time_bound"),
                                row.getString("obstacles"),
                                row.getString("first_step"),
                                row.getObject("review_on", java.time.LocalDate.class))))
                .list()
                .forEach(one -> texts.put(one.goal(), one.text()));
        return texts;
    }
}
