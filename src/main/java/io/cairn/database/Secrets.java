package io.cairn.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** The random passwords of the embedded server's three roles, kept in the data folder where only its owner reads them. */
record Secrets(String superuser, String owner, String application) {
    static final String SUPERUSER = "cairn_superuser";
    static final String OWNER = "cairn_owner";
    static final String APPLICATION = "cairn_app";
    private static final SecureRandom RANDOM = new SecureRandom();

    static Secrets of(Path folder) throws IOException {
        var file = folder.resolve("secrets.properties");
        if (Files.notExists(file)) {
            PrivateFiles.write(file, new Secrets(password(), password(), password()).toText());
        }
        var stored = PrivateFiles.properties(file);
        return new Secrets(stored.getProperty(SUPERUSER), stored.getProperty(OWNER), stored.getProperty(APPLICATION));
    }

    /** Letters and digits only, so that a password needs no quoting anywhere. */
    static String password() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(bytes)
                .replace("-", "A")
                .replace("_", "B");
    }

    private String toText() {
        return "%s=%s%n%s=%s%n%s=%s%n".formatted(SUPERUSER, superuser, OWNER, owner, APPLICATION, application);
    }

    @Override
    public String toString() {
        return "Secrets[…]";
    }
}
