package io.cairn.database;

import java.sql.SQLException;

/** Says in one sentence why a database does not let us in. */
final class Unreachable {
    private Unreachable() {}

    static StartRefused sentence(DatabaseLogin login, SQLException e) {
        var state = e.getSQLState() == null ? "" : e.getSQLState();
        var reason =
                switch (state) {
                    case "28P01", "28000" ->
                        "The database at %s does not accept the user %s with this password; check both.";
                    case "3D000" ->
                        "The server at %s has no such database for %s; ./cairn database-script prints the SQL that makes it.";
                    case "08001", "08004", "08006" ->
                        "No database answers at %s for %s; start it, or correct CAIRN_DATABASE_URL.";
                    default -> "The database at %s does not let %s in (" + StartRefused.reason(e) + ").";
                };
        return new StartRefused(reason.formatted(login.url(), login.user()), e);
    }
}
