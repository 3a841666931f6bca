package io.cairn.connector;

import io.cairn.access.Audience;
import io.cairn.connector.ConnectorCheck.Checked;
import io.cairn.kernel.Page;
import io.cairn.kernel.PersonRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** The rows of connectors and, apart from them, their sealed secrets. */
@Component
class ConnectorStore {
    private static final TypeReference<List<Feed>> FEEDS = new TypeReference<>() {};
    private static final String CONNECTOR = """
            select c.id, c.name, c.kind, c.settings::text as settings, c.feeds::text as feeds, c.owner_id,
                   p.name as owner_name, c.every_minutes, c.enabled, c.created_at, c.version, c.next_run_at, c.failures,
                   c.last_run_at, c.last_success_at, c.last_outcome, c.message,
                   exists (select 1 from connector.secret s where s.connector_id = c.id) as has_secret
              from connector.connector c
              join organization.person p on p.id = c.owner_id
            """;

    private final JdbcClient db;
    private final ObjectMapper json;
    private final Clock clock;

    ConnectorStore(JdbcClient db, ObjectMapper json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    Optional<Connector> find(UUID connector) {
        return db.sql(CONNECTOR + " where c.id = :connector")
                .param("connector", connector)
                .query(this::connector)
                .optional();
    }

    /** Oldest first. */
    Page<Connector> list(@Nullable ConnectorKind kind, @Nullable UUID owner, int limit, @Nullable UUID after) {
        List<Connector> rows = db.sql(CONNECTOR + """
                 where (:kind::text is null or c.kind = :kind)
                   and (:owner::uuid is null or c.owner_id = :owner)
                   and (:after::uuid is null or c.id > :after)
                 order by c.id
                 limit :rows
                """)
                .param("kind", kind == null ? null : kind.name())
                .param("owner", owner)
                .param("after", after)
                .param("rows", limit + 1)
                .query(this::connector)
                .list();
        return Page.of(rows, limit, row -> row.id().toString());
    }

    /** It runs for the first time as soon as somebody looks for work. */
    void insert(UUID id, UUID owner, Checked checked) {
        Timestamp now = Timestamp.from(clock.instant());
        fields("""
                insert into connector.connector (id, name, kind, settings, feeds, owner_id, every_minutes, enabled,
                                                 created_at, next_run_at, audience_id)
                values (:id, :name, :kind, :settings::jsonb, :feeds::jsonb, :owner, :every, :enabled, :now, :now, :key)
                """, checked)
                .param("id", id)
                .param("owner", owner)
                .param("now", now)
                .param("key", Audience.account(owner).id())
                .update();
    }

    /** A change is a new start: what failed before does not count any more, and it runs soon. */
    boolean update(UUID id, int version, Checked checked) {
        return fields("""
                update connector.connector
                   set name = :name, kind = :kind, settings = :settings::jsonb, feeds = :feeds::jsonb,
                       every_minutes = :every, enabled = :enabled, failures = 0, next_run_at = :now, version = version + 1
                 where id = :id and version = :version
                """, checked)
                        .param("id", id)
                        .param("version", version)
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec fields(String sql, Checked checked) {
        ConnectorContent content = checked.content();
        return db.sql(sql)
                .param("name", checked.name())
                .param("kind", String.valueOf(content.kind()))
                .param("settings", json.writeValueAsString(content.source()))
                .param("feeds", json.writeValueAsString(checked.feeds()))
                .param("every", checked.everyMinutes())
                .param("enabled", checked.enabled());
    }

    boolean delete(UUID id) {
        return db.sql("delete from connector.connector where id = :id")
                        .param("id", id)
                        .update()
                == 1;
    }

    void keepSecret(UUID connector, UUID owner, UUID typedBy, byte[] sealed) {
        db.sql("""
                insert into connector.secret (connector_id, sealed, typed_by, audience_id)
                values (:connector, :sealed, :typedBy, :key)
                on conflict (connector_id) do update set sealed = excluded.sealed, typed_by = excluded.typed_by
                """)
                .param("typedBy", typedBy)
                .param("connector", connector)
                .param("sealed", sealed)
                .param("key", Audience.account(owner).id())
                .update();
    }

    void forgetSecret(UUID connector) {
        db.sql("delete from connector.secret where connector_id = :connector")
                .param("connector", connector)
                .update();
    }

    /** Whether the stored secret was typed by this person. */
    boolean typedBy(UUID connector, UUID person) {
        return db.sql("""
                select exists (select 1 from connector.secret s where s.connector_id = :connector and s.typed_by = :person)
                """)
                .param("connector", connector)
                .param("person", person)
                .query(Boolean.class)
                .single();
    }

    Optional<byte[]> sealedSecret(UUID connector) {
        return db.sql("select sealed from connector.secret where connector_id = :connector")
                .param("connector", connector)
                .query(byte[].class)
                .optional();
    }

    private Connector connector(ResultSet row, int number) throws SQLException {
        int every = row.getInt("every_minutes");
        boolean enabled = row.getBoolean("enabled");
        int failures = row.getInt("failures");
        Instant lastSuccess = instant(row, "last_success_at");
        String outcome = row.getString("last_outcome");
        return new Connector(
                row.getObject("id", UUID.class),
                row.getString("name"),
                ConnectorKind.valueOf(row.getString("kind")),
                new PersonRef(row.getObject("owner_id", UUID.class), row.getString("owner_name")),
                json.readValue(row.getString("settings"), Settings.class),
                row.getBoolean("has_secret"),
                json.readValue(row.getString("feeds"), FEEDS),
                every,
                enabled,
                ConnectorState.of(
                        enabled,
                        failures,
                        Duration.ofMinutes(every),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        lastSuccess,
                        outcome == null ? null : RunOutcome.valueOf(outcome),
                        clock.instant()),
                enabled ? instant(row, "next_run_at") : null,
                instant(row, "last_run_at"),
                lastSuccess,
                failures,
                row.getString("message"),
                row.getInt("version"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
