package io.cairn.goal;

import io.cairn.cycle.CycleUse;
import io.cairn.kernel.DomainClock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which goals keep a cycle from closing, and what becomes of their figures when it changes. */
@Component
class GoalsOfCycle implements CycleUse {
    private final JdbcClient db;
    private final DomainClock clock;
    private final DayTurn dayTurn;

    GoalsOfCycle(JdbcClient db, DomainClock clock, DayTurn dayTurn) {
        this.db = db;
        this.clock = clock;
        this.dayTurn = dayTurn;
    }

    /** Those the viewer may see; at least one when there are only others, because they keep the cycle open as well. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int openGoals(UUID cycle) {
        return db.sql("""
                select greatest(
                           (select count(*) from goal.goal g
                             where g.cycle_id = :cycle and g.state not in ('CLOSED', 'CANCELLED')),
                           case when goal.cycle_in_use(:cycle) then 1 else 0 end)
                """).param("cycle", cycle).query(Integer.class).single();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean leavesOut(UUID cycle, LocalDate first, LocalDate last) {
        return db.sql("select goal.cycle_leaves_out(:cycle, :first, :last)")
                .param("cycle", cycle)
                .param("first", first)
                .param("last", last)
                .query(Boolean.class)
                .single();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean inUse(UUID cycle) {
        return db.sql("select goal.cycle_has_goals(:cycle)")
                .param("cycle", cycle)
                .query(Boolean.class)
                .single();
    }

    /** Staleness counts in cadences. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void cadenceChanged(UUID cycle) {
        db.sql("select goal.outdate_cycle(:cycle, :today)")
                .param("cycle", cycle)
                .param("today", clock.today())
                .query((row, n) -> n)
                .list();
        dayTurn.soon();
    }
}
