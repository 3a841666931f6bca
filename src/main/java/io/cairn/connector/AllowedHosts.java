package io.cairn.connector;

import io.cairn.access.Audience;
import io.cairn.audit.Entry;
import io.cairn.audit.Journal;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.ProblemList;
import io.cairn.kernel.Viewer;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The private hosts that connectors may reach because an administrator said so. */
@Component
@Transactional
public class AllowedHosts {
    private static final int MOST = 1000;
    private static final Pattern WITH_PORT = Pattern.compile("(\\[.+]|[^:]+):([1-9]\\d{0,4})");

    private final JdbcClient db;
    private final Journal journal;
    private final Clock clock;

    AllowedHosts(JdbcClient db, Journal journal, Clock clock) {
        this.db = db;
        this.journal = journal;
        this.clock = clock;
    }

    /** @param host with or without a port */
    public record AllowedHost(String host, String note, Instant addedAt, String addedBy) {}

    @Transactional(readOnly = true)
    public List<AllowedHost> all(Viewer viewer) {
        Connectors.onlyAdministrators(viewer);
        return db.sql("""
                select h.host, h.note, h.added_at, p.name as added_by
                  from connector.allowed_host h
                  join organization.person p on p.id = h.added_by
                 order by h.host
                 limit :most
                """).param("most", MOST).query(AllowedHost.class).list();
    }

    /** For {@link Reach}. */
    @Transactional(readOnly = true)
    Set<String> names() {
        return Set.copyOf(db.sql("select host from connector.allowed_host")
                .query(String.class)
                .list());
    }

    public void allow(Viewer viewer, String typed, String note) {
        Connectors.onlyAdministrators(viewer);
        var problems = new ProblemList();
        Optional<String> host = read(typed);
        problems.when(typed.isBlank(), GeneralProblem.REQUIRED.at("host"));
        problems.when(!typed.isBlank() && host.isEmpty(), ConnectorProblem.INVALID_HOST.at("host"));
        String why = problems.optionalText("note", note, 200);
        problems.throwAny();
        int added = db.sql("""
                insert into connector.allowed_host (host, note, added_at, added_by) values (:host, :note, :now, :by)
                on conflict (host) do nothing
                """)
                .param("host", host.orElseThrow())
                .param("note", why)
                .param("now", Timestamp.from(clock.instant()))
                .param("by", viewer.id())
                .update();
        if (added == 0) {
            throw ConnectorProblem.HOST_LISTED.at("host").exception();
        }
        record(viewer, "host.allowed", host.orElseThrow(), "allowed connectors to reach ");
    }

    public void disallow(Viewer viewer, String host) {
        Connectors.onlyAdministrators(viewer);
        int gone = db.sql("delete from connector.allowed_host where host = :host")
                .param("host", host)
                .update();
        if (gone == 0) {
            throw GeneralProblem.NOT_FOUND.exception();
        }
        record(viewer, "host.disallowed", host, "no longer lets connectors reach ");
    }

    /** A host is its own id, so that its entries are found together. */
    private void record(Viewer viewer, String action, String host, String what) {
        UUID id = UUID.nameUUIDFromBytes(host.getBytes(StandardCharsets.UTF_8));
        journal.record(Entry.of(action, "host", id, what + host).seenBy(Audience.account(viewer.id())));
    }

    static Optional<String> read(String typed) {
        Matcher port = WITH_PORT.matcher(typed.strip());
        if (!port.matches()) {
            return HostName.of(typed).map(HostName::text);
        }
        return HostName.of(port.group(1))
                .filter(host -> Integer.parseInt(port.group(2)) <= 65_535)
                .map(host -> host.bracketed() + ":" + port.group(2));
    }
}
