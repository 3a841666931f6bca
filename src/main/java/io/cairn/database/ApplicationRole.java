package io.cairn.database;

import java.sql.Connection;
import java.sql.SQLException;

/** The role Cairn works with must be one that row security binds: the privacy of everything rests on it. */
final class ApplicationRole {
    private ApplicationRole() {}

    static void refuseUnlessBound(Connection connection, String owner, String role) throws SQLException {
        if (role.equals(owner)) {
            throw new StartRefused(
                    "Cairn must not work as the database's owner %s; give it an application role of its own (./cairn database-script prints one)."
                            .formatted(owner));
        }
        refuseIf(
                connection,
                role,
                """
                select not exists (select 1 from pg_roles where rolname = ?)
                """,
                "The application role %s does not exist; ./cairn database-script prints the SQL that makes it.");
        refuseIf(
                connection,
                role,
                """
                select rolsuper from pg_roles where rolname = ?
                """,
                "The application role %s is a superuser, whom row security does not bind; take that from it.");
        refuseIf(
                connection,
                role,
                """
                select rolbypassrls from pg_roles where rolname = ?
                """,
                "The application role %s bypasses row security; take that from it with \"alter role … nobypassrls\".");
    }

    /** A member of the owner could become the owner, so membership counts as owning. */
    static void refuseIfOwning(Connection connection, String role) throws SQLException {
        refuseIf(
                connection,
                role,
                """
                select exists (
                    select 1
                      from pg_class c
                      join pg_namespace n on n.oid = c.relnamespace
                     where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                       and pg_has_role(?, c.relowner, 'member'))
                """,
                "The application role %s owns tables or is a member of their owner, so row security does not bind it; use a role that owns nothing.");
    }

    private static void refuseIf(Connection connection, String role, String question, String sentence)
            throws SQLException {
        try (var statement = connection.prepareStatement(question)) {
            statement.setString(1, role);
            var answer = statement.executeQuery();
            if (answer.next() && answer.getBoolean(1)) {
                throw new StartRefused(sentence.formatted(role));
            }
        }
    }
}
