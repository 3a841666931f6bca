package io.cairn.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.access.Viewing;
import io.cairn.goal.Goal;
import io.cairn.goal.Goals;
import io.cairn.testing.CairnTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@CairnTest
@TestPropertySource(properties = "cairn.mode=demo")
class DemoCompanyTests {
    @Autowired
    private JdbcClient db;

    @Autowired
    private Goals goals;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void looks() {
        Viewing.runAsSystem("test", () -> transaction.executeWithoutResult(s -> {
            List<UUID> ids = db.sql("select id from goal.goal order by title").query(UUID.class).list();
            for (UUID id : ids) {
                Goal g = goals.get(id);
                System.err.println(g.title() + " " + g.state() + " " + g.progress() + " " + g.expected() + " " + g.health() + " " + g.suggestedGrade() + " " + g.figuresOn());
                g.measures().forEach(m -> System.err.println("    " + m.name() + " " + m.current() + " " + m.progress() + " " + m.expected() + " " + m.health()+ " " + m.confidence() + " " + m.lastCheckInOn()));
            }
            System.err.println(db.sql("select count(*) from goal.figure").query(Integer.class).single() + " " + db.sql("select count(*) from goal.check_in").query(Integer.class).single()+ " " + db.sql("select count(*) from audit.entry").query(Integer.class).single());
        }));
        assertThat(1).isEqualTo(1);
    }
}
