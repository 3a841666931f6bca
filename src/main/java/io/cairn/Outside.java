package io.cairn;

import io.cairn.database.DatabaseLogin;
import java.util.Optional;

/** A PostgreSQL of somebody else's, named by the environment. */
record Outside(DatabaseLogin owner, DatabaseLogin application) {

    static boolean isNamed() {
        return variable("CAIRN_DATABASE_URL").isPresent();
    }

    static Outside ofEnvironment() {
        return new Outside(login("CAIRN_OWNER_USER", "CAIRN_OWNER_PASSWORD"), applicationOfEnvironment());
    }

    static DatabaseLogin applicationOfEnvironment() {
        return login("CAIRN_DATABASE_USER", "CAIRN_DATABASE_PASSWORD");
    }

    private static DatabaseLogin login(String user, String password) {
        return new DatabaseLogin(url(needed("CAIRN_DATABASE_URL")), needed(user), needed(password));
    }

    /** Takes the form other programs use as well. */
    private static String url(String text) {
        var url = text.replaceFirst("^(postgres|postgresql)://", "jdbc:postgresql://");
        if (!url.startsWith("jdbc:postgresql:")) {
            throw Options.refused(
                    "CAIRN_DATABASE_URL must look like jdbc:postgresql://host:5432/cairn, and it is \"%s\".", text);
        }
        return url;
    }

    private static String needed(String name) {
        return variable(name)
                .orElseThrow(() -> Options.refused(
                        "With CAIRN_DATABASE_URL, Cairn needs %s as well; ./cairn database-script prints the SQL that makes both roles.",
                        name));
    }

    private static Optional<String> variable(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }
}
