package io.cairn.access;

import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Ids;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Proving who one is: by e-mail and password, or by a one-time link; the proof is a session's secret. */
@Component
public class SignIn {
    public static final Duration SESSION = Duration.ofDays(14);
    private final JdbcClient db;
    private final Passwords passwords;

    SignIn(JdbcClient db, Passwords passwords) {
        this.db = db;
        this.passwords = passwords;
    }

    private record Credential(
            @Nullable UUID personId, @Nullable String passwordHash, int waitSeconds) {}

    /** Whose link this is. */
    public record LinkHolder(UUID personId, String name, String email) {}

    /**
     * @param address the client's address; five failures of one account from one address are free
     * @throws io.cairn.kernel.ProblemException WRONG_CREDENTIALS, or TOO_MANY_ATTEMPTS with {@code retryAfter} seconds
     */
    public Secret withPassword(String email, String password, String address) {
        Credential credential = credentialOf(email, address);
        if (credential.waitSeconds() > 0) {
            throw GeneralProblem.TOO_MANY_ATTEMPTS
                    .saying("Too many attempts. Try again in " + credential.waitSeconds() + " seconds.")
                    .with("retryAfter", credential.waitSeconds())
                    .exception();
        }
        if (!passwords.matches(password, credential.passwordHash()) || credential.personId() == null) {
            call("select access.note_failure(?, ?)", shorten(email), address);
            throw AccessProblem.WRONG_CREDENTIALS.at("password").exception();
        }
        call("select access.forget_failures(?, ?)", shorten(email), address);
        return openSession(credential.personId());
    }

    /** Opens a session without a password: the demo's one-click sign-in and the first administrator after set-up. */
    public Secret openSession(UUID person) {
        return issue(person, "SESSION", "Session", SESSION);
    }

    /** A one-time link's secret, valid for 24 hours. */
    Secret openLink(UUID person) {
        return issue(person, "LINK", "One-time link", Duration.ofHours(24));
    }

    Secret issue(UUID person, String kind, String name, Duration valid) {
        Secret secret = Secret.random();
        db.sql("select access.issue(:id, :hash, :person, :kind, :name, make_interval(secs => :seconds))")
                .param("id", Ids.next())
                .param("hash", secret.hash())
                .param("person", person)
                .param("kind", kind)
                .param("name", name)
                .param("seconds", (double) valid.toSeconds())
                .query((row, n) -> n)
                .list();
        return secret;
    }

    public void signOut(Secret session) {
        call("select access.end_session(?)", session.hash());
    }

    public Optional<LinkHolder> holderOf(Secret link) {
        return db.sql("select person_id, name, email from access.link_holder(:hash)")
                .param("hash", link.hash())
                .query(LinkHolder.class)
                .optional();
    }

    /** Uses a one-time link up: sets the password and signs the person in. */
    @Transactional
    public Secret withLink(Secret link, String password) {
        LinkHolder holder = holderOf(link).orElseThrow(AccessProblem.LINK_EXPIRED::exception);
        passwords.set(holder.personId(), holder.email(), password);
        return openSession(holder.personId());
    }

    private Credential credentialOf(String email, String address) {
        return db.sql("select person_id, password_hash, wait_seconds from access.credential_of(:email, :address)")
                .param("email", shorten(email))
                .param("address", address)
                .query(Credential.class)
                .single();
    }

    private static String shorten(String email) {
        String plain = email.replace("\u0000", "").strip();
        return plain.length() > 254 ? plain.substring(0, 254) : plain;
    }

    private void call(String function, Object... params) {
        db.sql(function).params(params).query((row, n) -> n).list();
    }
}
