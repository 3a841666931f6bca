package io.cairn.access;

import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sessions and API tokens as their owner and administrators see them: names and dates, never the secret. */
@Component
@Transactional
public class Tokens {
    private final JdbcClient db;
    private final SignIn signIn;

    Tokens(JdbcClient db, SignIn signIn) {
        this.db = db;
        this.signIn = signIn;
    }

    /** @param kind SESSION, API or LINK */
    public record Token(
            UUID id,
            UUID personId,
            String personName,
            String kind,
            String name,
            Instant createdAt,
            @Nullable Instant seenAt,
            Instant expiresAt) {}

    @Transactional(readOnly = true)
    public List<Token> of(UUID person) {
        return db.sql("""
                select t.id, t.person_id, p.name as person_name, t.kind, t.name, t.created_at, t.seen_at, t.expires_at
                  from access.token t
                  join organization.person p on p.id = t.person_id
                 where t.person_id = :person and t.expires_at > now()
                 order by t.kind, t.created_at desc
                """).param("person", person).query(Token.class).list();
    }

    /** Everybody's, for administrators; others see only their own. */
    @Transactional(readOnly = true)
    public List<Token> all(int most) {
        return db.sql("""
                select t.id, t.person_id, p.name as person_name, t.kind, t.name, t.created_at, t.seen_at, t.expires_at
                  from access.token t
                  join organization.person p on p.id = t.person_id
                 where t.expires_at > now() and t.kind <> 'LINK'
                 order by p.name, t.kind, t.created_at desc
                 limit :most
                """).param("most", most).query(Token.class).list();
    }

    /** The token's text is returned once and kept nowhere. */
    public Secret issue(Viewer viewer, String name, int days) {
        if (name.isBlank() || name.length() > 200) {
            throw GeneralProblem.REQUIRED
                    .saying("Give the token a name of up to 200 characters.")
                    .at("name")
                    .exception();
        }
        if (days < 1 || days > 365) {
            throw AccessProblem.TOKEN_LIFETIME.at("days").exception();
        }
        return signIn.issue(viewer.id(), "API", name.strip(), Duration.ofDays(days));
    }

    /** Row security lets owners and administrators delete; for anybody else the token is not there. */
    public void revoke(UUID token) {
        if (db.sql("delete from access.token where id = :token")
                        .param("token", token)
                        .update()
                == 0) {
            throw GeneralProblem.NOT_FOUND.exception();
        }
    }

    public void signOutEverywhere(UUID person) {
        db.sql("delete from access.token where person_id = :person and kind = 'SESSION'")
                .param("person", person)
                .update();
    }
}
