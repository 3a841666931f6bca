package io.cairn.access;

import io.cairn.access.AccessEvent.SessionEnded;
import io.cairn.access.AccessEvent.SignedOutEverywhere;
import io.cairn.access.AccessEvent.TokenIssued;
import io.cairn.access.AccessEvent.TokenRevoked;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Ids;
import io.cairn.kernel.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sessions and API tokens as their owner and administrators see them: names and dates, never the secret. */
@Component
@Transactional
public class Tokens {
    private static final int LONGEST_NAME = 200;
    private final JdbcClient db;
    private final SignIn signIn;
    private final ApplicationEventPublisher events;

    Tokens(JdbcClient db, SignIn signIn, ApplicationEventPublisher events) {
        this.db = db;
        this.signIn = signIn;
        this.events = events;
    }

    public enum Kind {
        SESSION,
        API,
        LINK
    }

    public record Token(
            UUID id,
            UUID personId,
            String personName,
            Kind kind,
            String name,
            Instant createdAt,
            @Nullable Instant seenAt,
            Instant expiresAt) {}

    /** A new token: its text is shown once and kept nowhere. */
    public record Issued(UUID id, String name, Secret secret) {}

    @Transactional(readOnly = true)
    public List<Token> of(UUID person) {
        return db.sql("""
                select t.id, t.person_id, p.name as person_name, t.kind, t.name, t.created_at, t.seen_at, t.expires_at
                  from access.token t
                  join organization.person p on p.id = t.person_id
                 where t.person_id = :person and t.expires_at > now() and t.kind <> 'LINK'
                 order by t.kind, t.created_at desc
                """).param("person", person).query(Token.class).list();
    }

    /** Everybody's API tokens, for administrators; others see only their own. */
    @Transactional(readOnly = true)
    public List<Token> all(int most) {
        return db.sql("""
                select t.id, t.person_id, p.name as person_name, t.kind, t.name, t.created_at, t.seen_at, t.expires_at
                  from access.token t
                  join organization.person p on p.id = t.person_id
                 where t.expires_at > now() and t.kind = 'API'
                 order by p.name, t.created_at desc
                 limit :most
                """).param("most", most).query(Token.class).list();
    }

    /** @throws io.cairn.kernel.ProblemException at {@code name} or {@code days} */
    public Issued issue(Viewer viewer, String name, int days) {
        String label = name.strip();
        if (label.isEmpty() || label.length() > LONGEST_NAME || label.chars().anyMatch(Character::isISOControl)) {
            throw GeneralProblem.REQUIRED
                    .saying("Give the token a name of up to 200 characters.")
                    .at("name")
                    .exception();
        }
        if (days < 1 || days > 365) {
            throw AccessProblem.TOKEN_LIFETIME.at("days").exception();
        }
        UUID id = Ids.next();
        Secret secret = signIn.issue(id, viewer.id(), Kind.API.name(), label, Duration.ofDays(days));
        events.publishEvent(new TokenIssued(viewer.id(), id, label));
        return new Issued(id, label, secret);
    }

    private record Gone(UUID id, UUID personId, Kind kind, String name) {}

    /** Row security lets owners and administrators delete; for anybody else the token is not there. */
    public void revoke(UUID token) {
        Gone gone = db.sql("delete from access.token where id = :token returning id, person_id, kind, name")
                .param("token", token)
                .query(Gone.class)
                .optional()
                .orElseThrow(GeneralProblem.NOT_FOUND::exception);
        events.publishEvent(
                switch (gone.kind()) {
                    case API, LINK -> new TokenRevoked(gone.personId(), gone.id(), gone.name());
                    case SESSION -> new SessionEnded(gone.personId(), gone.id(), gone.name());
                });
    }

    public void signOutEverywhere(UUID person) {
        db.sql("delete from access.token where person_id = :person and kind = 'SESSION'")
                .param("person", person)
                .update();
        events.publishEvent(new SignedOutEverywhere(person));
    }
}
