package io.cairn.access;

import io.cairn.access.AccessEvent.PasswordChanged;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Ids;
import io.cairn.kernel.Viewer;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Proving who one is by e-mail and password; the proof is a session's secret. */
@Component
public class SignIn {
    public static final Duration SESSION = Duration.ofDays(14);
    private final JdbcClient db;
    private final Passwords passwords;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    SignIn(
            JdbcClient db,
            Passwords passwords,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.db = db;
        this.passwords = passwords;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    private record Try(@Nullable UUID personId, @Nullable String passwordHash, int waitSeconds) {}

    /**
     * @param address the client's address; five failures of one account from one address are free
     * @param device what the session is called in the list of sessions
     * @throws io.cairn.kernel.ProblemException WRONG_CREDENTIALS, or TOO_MANY_ATTEMPTS with {@code retryAfter} seconds
     */
    public Secret withPassword(String email, String password, String address, String device) {
        UUID person = proved(email, password, address);
        if (person == null) {
            throw AccessProblem.WRONG_CREDENTIALS.at("password").exception();
        }
        return openSession(person, device);
    }

    /** Opens a session without a password: the demo's one-click sign-in and the first administrator after set-up. */
    public Secret openSession(UUID person) {
        return openSession(person, "Session");
    }

    public Secret openSession(UUID person, String device) {
        return issue(Ids.next(), person, "SESSION", device, SESSION);
    }

    public void signOut(Secret session) {
        call("select access.end_session(?)", session.hash());
    }

    /** Ends all the person's sessions and opens a new one here. A wrong current password counts as a failure to sign in. */
    public Secret changePassword(Viewer viewer, String current, String password, String address, String device) {
        if (!viewer.id().equals(proved(viewer.email(), current, address))) {
            throw AccessProblem.PASSWORD_WRONG.at("current").exception();
        }
        return Objects.requireNonNull(transaction.execute(status -> change(viewer, password, device)));
    }

    private Secret change(Viewer viewer, String password, String device) {
        passwords.set(viewer.id(), viewer.email(), password);
        events.publishEvent(new PasswordChanged(viewer.id()));
        return openSession(viewer.id(), device);
    }

    Secret issue(UUID token, UUID person, String kind, String name, Duration valid) {
        Secret secret = Secret.random();
        db.sql("select access.issue(:id, :hash, :person, :kind, :name, make_interval(secs => :seconds))")
                .param("id", token)
                .param("hash", secret.hash())
                .param("person", person)
                .param("kind", kind)
                .param("name", name)
                .param("seconds", (double) valid.toSeconds())
                .query((row, n) -> n)
                .list();
        return secret;
    }

    /** The person of this account, or null when the password is not theirs; each failure makes the next try wait longer. */
    private @Nullable UUID proved(String email, String password, String address) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A failed attempt must stay counted when the request is refused");
        }
        String account = shorten(email);
        Try credential = db.sql(
                        "select person_id, password_hash, wait_seconds from access.try_password(:account, :address)")
                .param("account", account)
                .param("address", address)
                .query(Try.class)
                .single();
        if (credential.waitSeconds() > 0) {
            throw tooMany(credential.waitSeconds());
        }
        if (!passwords.matches(password, credential.passwordHash())) {
            return null;
        }
        call("select access.forget_failures(?, ?)", account, address);
        return credential.personId();
    }

    private static RuntimeException tooMany(int seconds) {
        return GeneralProblem.TOO_MANY_ATTEMPTS
                .saying("Too many attempts. Try again in " + seconds + (seconds == 1 ? " second." : " seconds."))
                .with("retryAfter", seconds)
                .exception();
    }

    private static String shorten(String email) {
        String plain = email.replace("\u0000", "").strip();
        return plain.length() > 254 ? plain.substring(0, 254) : plain;
    }

    private void call(String sql, Object... params) {
        db.sql(sql).params(params).query((row, n) -> n).list();
    }
}
