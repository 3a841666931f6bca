package io.cairn.access;

import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a password must be, and how it is kept (bcrypt). */
@Component
public class Passwords {
    private static final Set<String> COMMON = readCommon();
    private final JdbcClient db;
    private final BCryptPasswordEncoder encoder = new BCryptPasswordEncoder(10);
    private final String hashOfNobody = encoder.encode("nobody's password");

    Passwords(JdbcClient db) {
        this.db = db;
    }

    /** Refuses a weak password with every reason at once; the field is {@code password}. */
    public static void check(String password, String email) {
        List<Problem> problems = new ArrayList<>();
        String plain = password.toLowerCase(Locale.ROOT).strip();
        if (password.codePointCount(0, password.length()) < 10) {
            problems.add(AccessProblem.PASSWORD_TOO_SHORT.at("password"));
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > 72) {
            problems.add(AccessProblem.PASSWORD_TOO_LONG.at("password"));
        }
        if (plain.equals(email.toLowerCase(Locale.ROOT))) {
            problems.add(AccessProblem.PASSWORD_IS_EMAIL.at("password"));
        }
        if (COMMON.contains(plain) || plain.chars().distinct().count() < 3) {
            problems.add(AccessProblem.PASSWORD_COMMON.at("password"));
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
    }

    /** Sets a checked password and ends that person's sessions and one-time links. */
    @Transactional
    public void set(UUID person, String email, String password) {
        check(password, email);
        setUnchecked(person, password);
    }

    /** Only for the demo company, whose passwords are known to everybody. */
    @Transactional
    public void setUnchecked(UUID person, String password) {
        setHash(person, encoder.encode(password));
    }

    /** Sets one password for many people with one hash; only for the demo company. */
    @Transactional
    public void setForAll(List<UUID> people, String password) {
        db.sql("select access.set_password(p, :hash) from unnest(:people) as p")
                .param("hash", encoder.encode(password))
                .param("people", people.toArray(UUID[]::new))
                .query((row, n) -> n)
                .list();
    }

    private void setHash(UUID person, String hash) {
        db.sql("select access.set_password(:person, :hash)")
                .param("person", person)
                .param("hash", hash)
                .query((row, n) -> n)
                .list();
    }

    /** Takes as long for an account that does not exist, so that nobody learns which do. */
    boolean matches(String password, @Nullable String hash) {
        boolean same = encoder.matches(shorten(password), hash == null ? hashOfNobody : hash);
        return same && hash != null;
    }

    private static String shorten(String password) {
        return password.length() > 200 ? password.substring(0, 200) : password;
    }

    private static Set<String> readCommon() {
        try (var list = Passwords.class.getResourceAsStream("/io/cairn/access/common-passwords.txt")) {
            if (list == null) {
                throw new IllegalStateException("common-passwords.txt is missing");
            }
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
