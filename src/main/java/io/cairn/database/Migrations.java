package io.cairn.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/** Brings the database to this program's version as its owner, and refuses one that Cairn must not run on. */
public final class Migrations {
    private static final int OLDEST = 15;

    private Migrations() {}

    /** Runs what is missing, then checks that the application's role is bound by row security. */
    public static void run(DatabaseLogin owner, String application) {
        try (var connection = owner.connect()) {
            refuseOldServer(connection);
            ApplicationRole.refuseUnlessBound(connection, owner.user(), application);
            migrate(owner, application);
            ApplicationRole.refuseIfOwning(connection, application);
        } catch (SQLException e) {
            throw owner.unreachable(e);
        }
    }

    private static void refuseOldServer(Connection connection) throws SQLException {
        var major = connection.getMetaData().getDatabaseMajorVersion();
        if (major < OLDEST) {
            throw new StartRefused("Cairn needs PostgreSQL %d or newer and this server is %d; upgrade it first."
                    .formatted(OLDEST, major));
        }
    }

    private static void migrate(DatabaseLogin owner, String application) {
        try {
            var flyway = flyway(owner, application);
            refuseNewerDatabase(flyway.info().applied());
            flyway.migrate();
        } catch (FlywayException e) {
            throw new StartRefused(
                    "The database could not be brought to this version of Cairn: " + StartRefused.reason(e), e);
        }
    }

    /** Modules number their migrations by time, each in its own folder, so an older one may arrive after a newer. */
    private static Flyway flyway(DatabaseLogin owner, String application) {
        return Flyway.configure()
                .dataSource(owner.url(), owner.user(), owner.password())
                .locations("classpath:db/migration")
                .failOnMissingLocations(false)
                .defaultSchema("cairn_history")
                .createSchemas(true)
                .outOfOrder(true)
                .placeholders(Map.of("app", application))
                .load();
    }

    private static void refuseNewerDatabase(MigrationInfo[] applied) {
        var unknown = Arrays.stream(applied)
                .filter(migration -> !migration.getState().isResolved())
                .filter(migration -> migration.getVersion() != null)
                .findFirst();
        if (unknown.isPresent()) {
            throw new StartRefused(
                    "The database belongs to a newer version of Cairn (it knows migration %s, this program does not); start that version."
                            .formatted(unknown.get().getVersion()));
        }
    }
}
