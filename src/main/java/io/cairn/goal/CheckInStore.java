package io.cairn.goal;

import io.cairn.access.Audience;
import io.cairn.kernel.Decimals;
import io.cairn.kernel.Page;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** The check-ins' table: versions are appended, the newest of each entry is read. */
@Component
class CheckInStore {
    private static final TypeReference<List<CheckInContent.MilestoneDone>> DONE = new TypeReference<>() {};
    private static final String NEWEST = """
            select c.entry_id, c.measure_id, c.goal_id, c.author_id, p.name as author_name, c.at, c.recorded_at, c.value,
                   c.milestones::text as milestones, c.level, c.confidence, c.health_override, c.note, c.version,
                   (select f.value from goal.check_in f
                     where f.measure_id = c.measure_id and f.entry_id = c.entry_id and f.version = 1 and c.version > 1)
                       as first_value,
                   case when c.version = 1 then c.recorded_at
                        else (select f.recorded_at from goal.check_in f
                               where f.measure_id = c.measure_id and f.entry_id = c.entry_id and f.version = 1)
                   end as first_recorded_at
              from goal.check_in c
              left join organization.person p on p.id = c.author_id
             where not exists (select 1 from goal.check_in n
                                where n.measure_id = c.measure_id and n.entry_id = c.entry_id and n.version > c.version)
            """;
    private final JdbcClient db;
    private final ObjectMapper json;

    CheckInStore(JdbcClient db, ObjectMapper json) {
        this.db = db;
        this.json = json;
    }

    /** One version to append. */
    record Row(
            UUID entry,
            int version,
            Measure measure,
            Audience key,
            @Nullable UUID author,
            Instant at,
            Instant recordedAt,
            CheckInContent content) {}

    /** A row as it is written down. */
    private record Fresh(
            UUID measure,
            UUID entry,
            int version,
            UUID goal,
            @Nullable UUID author,
            Instant at,
            Instant recordedAt,
            @Nullable BigDecimal value,
            @Nullable List<CheckInContent.MilestoneDone> milestones,
            @Nullable String level,
            @Nullable Integer confidence,
            @Nullable Health override,
            String note,
            String keyKind,
            UUID keyId) {
        static Fresh of(Row row) {
            CheckInContent content = row.content();
            return new Fresh(
                    row.measure().id(),
                    row.entry(),
                    row.version(),
                    row.measure().goalId(),
                    row.author(),
                    row.at(),
                    row.recordedAt(),
                    content.value(),
                    content.milestones(),
                    content.level(),
                    content.confidence(),
                    content.healthOverride(),
                    content.note() == null ? "" : content.note().strip(),
                    row.key().kind().key(),
                    row.key().id());
        }
    }

    /** Any number; one statement. */
    void insert(List<Row> rows) {
        db.sql("""
                insert into goal.check_in (measure_id, entry_id, version, goal_id, author_id, at, recorded_at, value,
                                           milestones, level, confidence, health_override, note, audience_kind, audience_id)
                select x."measure", x."entry", x."version", x."goal", x."author", x."at", x."recordedAt", x."value",
                       x."milestones", x."level", x."confidence", x."override", x."note", x."keyKind", x."keyId"
                  from jsonb_to_recordset(:rows::jsonb) as x (
                       "measure" uuid, "entry" uuid, "version" int, "goal" uuid, "author" uuid, "at" timestamptz,
                       "recordedAt" timestamptz, "value" numeric, "milestones" jsonb, "level" text, "confidence" smallint,
                       "override" text, "note" text, "keyKind" text, "keyId" uuid)
                """)
                .param(
                        "rows",
                        json.writeValueAsString(rows.stream().map(Fresh::of).toList()))
                .update();
    }

    CheckIn insert(Row row) {
        CheckInContent content = row.content();
        String note = content.note() == null ? "" : content.note().strip();
        insert(List.of(row));
        return new CheckIn(
                row.entry(),
                row.measure().id(),
                row.measure().goalId(),
                null,
                row.at(),
                row.recordedAt(),
                content.value(),
                content.milestones(),
                content.level(),
                content.confidence(),
                content.healthOverride(),
                note,
                null,
                row.version(),
                row.recordedAt());
    }

    Optional<CheckIn> find(UUID entry) {
        return db.sql(NEWEST + " and c.entry_id = :entry")
                .param("entry", entry)
                .query(this::checkIn)
                .optional();
    }

    Page<CheckIn> ofMeasure(UUID measure, int limit, @Nullable UUID after) {
        List<CheckIn> rows = db.sql(NEWEST + """
                 and c.measure_id = :measure
                 and (:after::uuid is null
                      or (c.at, c.entry_id) < (select a.at, a.entry_id from goal.check_in a
                                                where a.measure_id = :measure and a.entry_id = :after and a.version = 1))
                 order by c.at desc, c.entry_id desc
                 limit :rows
                """)
                .param("measure", measure)
                .param("after", after)
                .param("rows", limit + 1)
                .query(this::checkIn)
                .list();
        return Page.of(rows, limit, checkIn -> checkIn.id().toString());
    }

    List<CheckIn> ofGoal(UUID goal, int most) {
        return db.sql(NEWEST + " and c.goal_id = :goal order by c.at desc, c.entry_id desc limit :most")
                .param("goal", goal)
                .param("most", most)
                .query(this::checkIn)
                .list();
    }

    /** All that counts of these measures, oldest first. */
    List<CheckIn> countingOf(List<UUID> measures) {
        return db.sql(NEWEST + " and c.measure_id = any (:measures) order by c.measure_id, c.at, c.entry_id")
                .param("measures", measures.toArray(UUID[]::new))
                .query(this::checkIn)
                .list();
    }

    /** The same, and with version 0 the values of the metrics that some of them follow, on the last day of each period. */
    List<CheckIn> toldOf(List<UUID> measures, ZoneId zone) {
        if (measures.isEmpty()) {
            return List.of();
        }
        return db.sql("select * from (" + NEWEST + """
                   and c.measure_id = any (:measures)
                union all
                select * from (
                    select distinct on (m.id, x.period_start) m.id, m.id, m.goal_id, null::uuid, null::text,
                           x.period_end::timestamp at time zone :zone, x.recorded_at, x.value, null::text, null::text,
                           null::smallint, null::text, '', 0, null::numeric, x.recorded_at
                      from goal.measure m
                      join goal.goal g on g.id = m.goal_id
                      join metric.measurement x on x.metric_id = m.metric_id
                     where m.id = any (:measures) and x.period_end between g.starts_on and g.ends_on
                     order by m.id, x.period_start, x.revision desc) as followed) as told
                 order by measure_id, at, entry_id
                """)
                .param("measures", measures.toArray(UUID[]::new))
                .param("zone", zone.getId())
                .query(this::checkIn)
                .list();
    }

    /**
     * The end of a measure's story, and what all of it comes to.
     *
     * @param last the last check-in and the last three with a confidence, oldest first
     * @param sum of all values
     */
    record Tail(List<CheckIn> last, int count, BigDecimal sum) {}

    /** At most four rows, however long the story is; empty without any. */
    Optional<Tail> tailOf(UUID measure) {
        List<Tail> rows = db.sql("select * from (select newest.*, count(*) over ()::int as all_of_it,"
                        + " coalesce(sum(value) over (), 0) as sum_of_it, " + """
                               row_number() over (order by at desc, entry_id desc) as place,
                               row_number() over (partition by confidence is null order by at desc, entry_id desc) as sure
                          from (%s and c.measure_id = :measure) as newest) as placed
                 where place = 1 or (sure <= 3 and confidence is not null)
                 order by at, entry_id
                """.formatted(NEWEST))
                .param("measure", measure)
                .query((row, number) -> new Tail(
                        List.of(checkIn(row, number)),
                        row.getInt("all_of_it"),
                        Decimals.plain(row.getBigDecimal("sum_of_it"))))
                .list();
        return rows.stream()
                .reduce((one, next) -> new Tail(
                        Stream.concat(one.last().stream(), next.last().stream()).toList(), one.count(), one.sum()));
    }

    /** The one check-in of each measure that says what is now. */
    List<CheckIn> latestOfGoals(List<UUID> goals) {
        return db.sql("select distinct on (measure_id) * from (" + NEWEST + """
                 and c.goal_id = any (:goals)) as newest order by measure_id, at desc, entry_id desc
                """)
                .param("goals", goals.toArray(UUID[]::new))
                .query(this::checkIn)
                .list();
    }

    /** The check-in of each of these measures that says what is now, by measure. */
    Map<UUID, CheckIn> latestOf(List<UUID> measures) {
        Map<UUID, CheckIn> latest = new HashMap<>();
        db.sql("select distinct on (measure_id) * from (" + NEWEST + """
                 and c.measure_id = any (:measures)) as newest order by measure_id, at desc, entry_id desc
                """)
                .param("measures", measures.toArray(UUID[]::new))
                .query(this::checkIn)
                .list()
                .forEach(checkIn -> latest.put(checkIn.measureId(), checkIn));
        return latest;
    }

    static Map<String, BigDecimal> done(List<CheckIn> all) {
        Map<String, BigDecimal> done = new HashMap<>();
        all.stream()
                .map(CheckIn::milestones)
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .filter(one -> one.done() != null)
                .forEach(one -> done.put(one.name(), Objects.requireNonNull(one.done())));
        return done;
    }

    private CheckIn checkIn(ResultSet row, int number) throws SQLException {
        UUID author = row.getObject("author_id", UUID.class);
        String milestones = row.getString("milestones");
        return new CheckIn(
                row.getObject("entry_id", UUID.class),
                row.getObject("measure_id", UUID.class),
                row.getObject("goal_id", UUID.class),
                author == null ? null : new Ref(author, row.getString("author_name")),
                row.getTimestamp("at").toInstant(),
                row.getTimestamp("recorded_at").toInstant(),
                Decimals.plainOrNull(row.getBigDecimal("value")),
                milestones == null ? null : json.readValue(milestones, DONE),
                row.getString("level"),
                row.getObject("confidence", Integer.class),
                GoalReader.optional(Health.class, row.getString("health_override")),
                row.getString("note"),
                Decimals.plainOrNull(row.getBigDecimal("first_value")),
                row.getInt("version"),
                row.getTimestamp("first_recorded_at").toInstant());
    }
}
