package io.cairn.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.kernel.DomainClock;
import io.cairn.testing.CairnTest;
import io.cairn.testing.Statements;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CairnTest
class WholeProgramTests {
    @Autowired
    JdbcClient db;

    @Autowired
    Statements statements;

    @Autowired
    Clock clock;

    @Autowired
    DomainClock domainClock;

    @Test
    void worksAsTheApplicationRole() {
        assertThat(db.sql("select current_user").query(String.class).single()).isEqualTo("cairn_app");
    }

    @Test
    void aStatementMayTakeTenSeconds() {
        assertThat(db.sql("show statement_timeout").query(String.class).single())
                .isEqualTo("10s");
    }

    @Test
    void statementsAreCounted() throws Exception {
        var counted =
                statements.during(() -> db.sql("select 1").query(Integer.class).single());
        assertThat(counted.result()).isEqualTo(1);
        assertThat(counted.statements()).containsExactly("select 1");
    }

    @Test
    void aClockThatIsNotNamedIsTheSystems() {
        assertThat(clock).isNotSameAs(domainClock);
    }
}
