package io.cairn.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The SQL that makes Cairn's two roles and its database: run by us on our own server, by an administrator elsewhere. */
public final class DatabaseScript {
    private DatabaseScript() {}

    /** The steps not yet done on the server. */
    static List<String> missing(Connection connection, Secrets secrets) throws SQLException {
        var steps = new ArrayList<String>();
        if (!exists(connection, "select 1 from pg_roles where rolname = ?", Secrets.OWNER)) {
            steps.add(role(Secrets.OWNER, secrets.owner()));
        }
        if (!exists(connection, "select 1 from pg_roles where rolname = ?", Secrets.APPLICATION)) {
            steps.add(role(Secrets.APPLICATION, secrets.application()));
        }
        if (!exists(connection, "select 1 from pg_database where datname = ?", EmbeddedPostgres.DATABASE)) {
            steps.add(database());
        }
        steps.addAll(rights());
        return steps;
    }

    /** For an outside server, to be run with psql by its administrator; the passwords are new at each call. */
    public static String text() {
        var owner = Secrets.password();
        var application = Secrets.password();
        var steps = Stream.concat(
                Stream.of(role(Secrets.OWNER, owner), role(Secrets.APPLICATION, application), database()),
                rights().stream());
        return """
                -- Makes Cairn's two roles and its database; run it with psql as the server's administrator.
                %s

                -- Then start Cairn with:
                --   CAIRN_DATABASE_URL=jdbc:postgresql://HOST:5432/%s
                --   CAIRN_OWNER_USER=%s
                --   CAIRN_OWNER_PASSWORD=%s
                --   CAIRN_DATABASE_USER=%s
                --   CAIRN_DATABASE_PASSWORD=%s
                """.formatted(
                        steps.map(step -> step + ";").collect(Collectors.joining("\n")),
                        EmbeddedPostgres.DATABASE,
                        Secrets.OWNER,
                        owner,
                        Secrets.APPLICATION,
                        application);
    }

    private static String role(String name, String password) {
        return "create role %s login nosuperuser nobypassrls nocreatedb nocreaterole password '%s'"
                .formatted(name, password);
    }

    private static String database() {
        return "create database %s owner %s encoding 'UTF8' template template0"
                .formatted(EmbeddedPostgres.DATABASE, Secrets.OWNER);
    }

    private static List<String> rights() {
        return List.of(
                "revoke all on database %s from public".formatted(EmbeddedPostgres.DATABASE),
                "grant connect on database %s to %s".formatted(EmbeddedPostgres.DATABASE, Secrets.APPLICATION));
    }

    private static boolean exists(Connection connection, String question, String name) throws SQLException {
        try (var statement = connection.prepareStatement(question)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }
}
