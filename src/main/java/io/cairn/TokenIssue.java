package io.cairn;

import io.cairn.access.Secret;
import io.cairn.database.DataFolder;
import io.cairn.database.DatabaseLogin;
import io.cairn.database.EmbeddedPostgres;
import io.cairn.database.Migrations;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;

/** Makes an API token from the console, beside a running Cairn or without one. */
final class TokenIssue {
    private TokenIssue() {}

    /** Ends with the token as its last word. */
    static String sentence(Command.Token command) {
        if (command.data() == null && Outside.isNamed()) {
            return issue(Outside.applicationOfEnvironment(), command.email());
        }
        var folder = command.data() == null ? folderInUse() : command.data();
        if (!DataFolder.holdsDatabase(folder)) {
            throw Options.refused("There is no Cairn in the folder %s; name its folder with --data.", folder);
        }
        return DataFolder.holdIfFree(folder)
                .map(held -> issueInBetween(held, command.email()))
                .orElseGet(() -> issue(EmbeddedPostgres.applicationOfRunning(folder), command.email()));
    }

    /** The real one before the demo, a running one before both. */
    private static Path folderInUse() {
        var places = Stream.of(Places.data(), Places.demo())
                .filter(DataFolder::holdsDatabase)
                .toList();
        return places.stream()
                .filter(DataFolder::isHeld)
                .findFirst()
                .or(() -> places.stream().findFirst())
                .orElse(Places.data());
    }

    private static String issueInBetween(DataFolder folder, String email) {
        try (var postgres = EmbeddedPostgres.start(folder)) {
            Migrations.run(postgres.owner(), postgres.application().user());
            return issue(postgres.application(), email);
        }
    }

    /** The door writes the line in the journal as well. */
    private static String issue(DatabaseLogin login, String email) {
        var secret = Secret.random();
        try (var connection = login.connect();
                var statement = connection.prepareStatement("select access.issue_token(?, ?, 'Console')")) {
            statement.setString(1, email);
            statement.setBytes(2, secret.hash());
            var answer = statement.executeQuery();
            if (!answer.next() || !answer.getBoolean(1)) {
                throw Options.refused("Nobody here has the e-mail address %s.", email);
            }
            return "A new API token for %s, valid for a year and shown only now: %s".formatted(email, secret.text());
        } catch (SQLException e) {
            throw login.unreachable(e);
        }
    }
}
