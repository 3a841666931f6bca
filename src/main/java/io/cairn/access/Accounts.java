package io.cairn.access;

import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everybody's account as administrators see it: names and dates. */
@Component
@Transactional(readOnly = true)
public class Accounts {
    private final JdbcClient db;

    Accounts(JdbcClient db) {
        this.db = db;
    }

    /** @param linkUntil until when an unused one-time link works */
    public record Account(
            UUID personId,
            String name,
            String email,
            int sessions,
            int tokens,
            @Nullable Instant seenAt,
            @Nullable Instant linkUntil) {}

    /** The active people whose name or e-mail has this text in it, by name. Only for administrators. */
    public List<Account> find(Viewer administrator, String text, int most) {
        if (!administrator.is(Role.ADMIN)) {
            throw GeneralProblem.NOT_ALLOWED.exception();
        }
        return db.sql("""
                select p.id as person_id, p.name, p.email,
                       count(*) filter (where t.kind = 'SESSION') as sessions,
                       count(*) filter (where t.kind = 'API') as tokens,
                       max(t.seen_at) as seen_at,
                       max(t.expires_at) filter (where t.kind = 'LINK') as link_until
                  from organization.person p
                  left join access.token t on t.person_id = p.id and t.expires_at > now()
                 where p.status = 'ACTIVE'
                   and (position(lower(:text) in lower(p.name)) > 0 or position(lower(:text) in lower(p.email)) > 0)
                 group by p.id, p.name, p.email
                 order by p.name, p.id
                 limit :most
                """)
                .param("text", text)
                .param("most", most)
                .query(Account.class)
                .list();
    }
}
