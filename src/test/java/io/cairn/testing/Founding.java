package io.cairn.testing;

import io.cairn.kernel.Ids;
import io.cairn.kernel.Role;
import java.sql.SQLException;
import java.util.UUID;

/** Puts an organisation and its people straight into the database, for tests of what stands below the use cases that would. */
public final class Founding {
    private final TestDatabase database;

    /** The organisation itself, once. */
    public Founding(TestDatabase database) {
        this.database = database;
        run("insert into organization.organization (name, zone) values ('Lumina', 'UTC') on conflict do nothing");
    }

    public UUID person(String name, String email, Role... roles) {
        UUID id = Ids.next();
        run("insert into organization.person (id, name, email) values (?, ?, ?)", id, name, email);
        run("insert into organization.reporting_line (manager_id, person_id, depth) values (?, ?, 0)", id, id);
        for (Role role : roles) {
            run("insert into access.role_grant (person_id, role) values (?, ?)", id, role.name());
        }
        return id;
    }

    /** Any statement, past row security. */
    public void run(String sql, Object... values) {
        try (var connection = database.superuser().connect();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
