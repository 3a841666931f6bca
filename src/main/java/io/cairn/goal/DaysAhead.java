package io.cairn.goal;

import io.cairn.kernel.DomainClock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Days that had come and lie ahead again: a demo's time began anew, or the organisation's days turn in another zone. */
@Component
@Transactional
public class DaysAhead {
    private final JdbcClient db;
    private final DomainClock clock;

    DaysAhead(JdbcClient db, DomainClock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Forgets the figures of the days to come; the turning of the day makes today's anew. */
    public void forget() {
        LocalDate today = clock.today();
        db.sql("delete from goal.figure where day > :today")
                .param("today", today)
                .update();
        db.sql("update goal.goal set figures_on = :yesterday where figures_on > :today")
                .param("yesterday", today.minusDays(1))
                .param("today", today)
                .update();
    }
}
