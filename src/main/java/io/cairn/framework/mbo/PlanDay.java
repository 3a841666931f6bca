package io.cairn.framework.mbo;

import io.cairn.access.Audience;
import io.cairn.access.Viewing;
import io.cairn.audit.Entry;
import io.cairn.audit.Journal;
import io.cairn.database.BeforeOpening;
import io.cairn.goal.GoalStatus;
import io.cairn.goal.GovernedGoals;
import io.cairn.kernel.DomainClock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Begins agreed plans on their first day, has running ones measured from 14 days before their last, and closes the goals of those
 * that no bonus hangs on once their score cannot be disputed any more; of others paying does that.
 */
@Component
@Order(110)
public class PlanDay implements BeforeOpening {
    private final JdbcClient db;
    private final GovernedGoals goals;
    private final Journal journal;
    private final DomainClock clock;
    private final TransactionTemplate transaction;

    PlanDay(JdbcClient db, GovernedGoals goals, Journal journal, DomainClock clock, TransactionTemplate transaction) {
        this.db = db;
        this.goals = goals;
        this.journal = journal;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public void beforeOpening() {
        turn();
    }

    @Scheduled(initialDelay = 30_000, fixedDelay = 30_000)
    void turnIfDue() {
        turn();
    }

    /** Safe to run on several nodes at once. A plan with an open change stays until that is answered. */
    public int turn() {
        Integer moved = Viewing.asSystem(
                "Day turn",
                () -> transaction.execute(status -> {
                    LocalDate today = clock.today();
                    List<Moved> begun = move("""
                            update mbo.plan p
                               set state = case when p.ends_on - 14 <= :today then 'MEASURE' else 'ACTIVE' end,
                                   version = version + 1
                             where p.state = 'AGREED' and p.starts_on <= :today
                            """, today);
                    List<Moved> measured = move("""
                            update mbo.plan p set state = 'MEASURE', version = version + 1
                             where p.state = 'ACTIVE' and p.ends_on <= :today + 14
                            """, today);
                    journal.record(begun.stream()
                            .map(plan -> entry(plan, "plan.begun", "noted that the plan has begun"))
                            .toList());
                    journal.record(measured.stream()
                            .map(plan -> entry(plan, "plan.measured", "noted that the plan is to be measured"))
                            .toList());
                    List<UUID> settled = settled(today);
                    if (!settled.isEmpty()) {
                        goals.end(settled, GoalStatus.CLOSED, "Scored");
                    }
                    return begun.size() + measured.size();
                }));
        return moved == null ? 0 : moved;
    }

    private record Moved(UUID id, String audienceKind, UUID audienceId) {}

    private List<Moved> move(String update, LocalDate today) {
        return db.sql(update + " returning p.id, p.audience_kind, p.audience_id")
                .param("today", today)
                .query(Moved.class)
                .list();
    }

    private List<UUID> settled(LocalDate today) {
        return db.sql("""
                select g.id
                  from mbo.plan p
                  join mbo.objective o on o.plan_id = p.id
                  join goal.goal g on g.id = o.goal_id
                 where p.state = 'SCORED' and not p.pays and p.scored_on < :today - :days::int and g.state = 'ACTIVE'
                """)
                .param("today", today)
                .param("days", PlanLife.DISPUTE_DAYS)
                .query(UUID.class)
                .list();
    }

    private static Entry entry(Moved plan, String action, String summary) {
        return Entry.of(action, "plan", plan.id(), summary).seenBy(Audience.of(plan.audienceKind(), plan.audienceId()));
    }
}
