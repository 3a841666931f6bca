package io.cairn.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cairn.testing.TestDatabase;
import java.sql.SQLException;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class MigrationsTests {
    private final TestDatabase database = TestDatabase.fresh();

    @Test
    void runningThemAgainChangesNothing() throws SQLException {
        var before = applied();
        Migrations.run(database.owner(), database.application().user());
        assertThat(applied()).isEqualTo(before);
    }

    @Test
    void aDatabaseOfANewerVersionIsRefused() throws SQLException {
        asSuperuser("""
                insert into cairn_history.flyway_schema_history
                    (installed_rank, version, description, type, script, installed_by, execution_time, success)
                values (9999, '999912312359', 'from the future', 'SQL', 'V999912312359__from_the_future.sql', 'x', 1, true)
                """);
        refusesRole("cairn_app").hasMessageContaining("newer version of Cairn").hasMessageContaining("999912312359");
    }

    @Test
    void theOwnerIsNoApplicationRole() {
        refusesRole("cairn_owner").hasMessageContaining("must not work as the database's owner");
    }

    @Test
    void aRoleThatDoesNotExistIsNamed() {
        refusesRole("nobody_here").hasMessageContaining("nobody_here does not exist");
    }

    @Test
    void aSuperuserIsNoApplicationRole() {
        refusesRole("cairn_superuser").hasMessageContaining("is a superuser");
    }

    @Test
    void aRoleThatBypassesRowSecurityIsNoApplicationRole() throws SQLException {
        asSuperuser("drop role if exists test_bypassing; create role test_bypassing login bypassrls");
        refusesRole("test_bypassing").hasMessageContaining("bypasses row security");
    }

    @Test
    void aRoleThatOwnsATableIsNoApplicationRole() throws SQLException {
        asSuperuser("create table public.mine (id int); alter table public.mine owner to cairn_app");
        refusesRole("cairn_app").hasMessageContaining("owns tables");
    }

    @Test
    void aMemberOfTheOwnerIsNoApplicationRole() throws SQLException {
        asSuperuser("drop role if exists test_member; create role test_member login in role cairn_owner");
        refusesRole("test_member").hasMessageContaining("member of their owner");
    }

    @Test
    void anUnreachableServerIsNamed() {
        var nowhere = new DatabaseLogin("jdbc:postgresql://127.0.0.1:1/cairn", "cairn_owner", "x");
        assertThatThrownBy(() -> Migrations.run(nowhere, "cairn_app"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("No database answers at jdbc:postgresql://127.0.0.1:1/cairn");
    }

    @Test
    void aWrongPasswordIsNotCalledUnreachable() {
        var wrong = new DatabaseLogin(database.owner().url(), "cairn_owner", "wrong");
        assertThatThrownBy(() -> Migrations.run(wrong, "cairn_app")).hasMessageContaining("does not accept the user");
    }

    private AbstractThrowableAssert<?, ? extends Throwable> refusesRole(String role) {
        return assertThatThrownBy(() -> Migrations.run(database.owner(), role)).isInstanceOf(StartRefused.class);
    }

    private int applied() throws SQLException {
        try (var connection = database.superuser().connect();
                var rows = connection
                        .createStatement()
                        .executeQuery("select count(*) from cairn_history.flyway_schema_history")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private void asSuperuser(String sql) throws SQLException {
        try (var connection = database.superuser().connect()) {
            connection.createStatement().execute(sql);
        }
    }
}
