package io.cairn.goal;

import io.cairn.cycle.CycleUse;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which goals keep a cycle from closing. */
@Component
class GoalsOfCycle implements CycleUse {
    private final JdbcClient db;

    GoalsOfCycle(JdbcClient db) {
        this.db = db;
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
}
