package io.cairn.audit;

import io.cairn.access.Viewing;
import io.cairn.access.Viewing.Subject;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Ids;
import io.cairn.kernel.Page;
import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Who did what, when and why. Written inside the action's transaction; row security shows each reader their own part. */
@Component
public class Journal {
    private static final int AT_ONCE = 10_000;

    private final JdbcClient db;
    private final DomainClock clock;
    private final ObjectMapper json;

    Journal(JdbcClient db, DomainClock clock, ObjectMapper json) {
        this.db = db;
        this.clock = clock;
        this.json = json;
    }

    /** A journal entry as it is read. */
    @Schema(name = "JournalLine")
    public record Line(
            UUID id,
            Instant recordedAt,
            @Nullable UUID actorId,
            String actorName,
            String action,
            String subjectKind,
            UUID subjectId,
            @Nullable UUID goalId,
            String summary,
            @Nullable JsonNode before,
            @Nullable JsonNode after,
            @Nullable String reason) {}

    /** Which entries are wanted; null means any. */
    public record Search(
            @Nullable UUID goalId,
            @Nullable UUID actorId,
            @Nullable String actorName,
            @Nullable String subjectKind,
            @Nullable String action,
            @Nullable String q,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        public static Search ofGoal(UUID goal) {
            return new Search(goal, null, null, null, null, null, null, null);
        }
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Entry entry) {
        record(List.of(entry));
    }

    /** Several actions of one step, in their order: a row for each, ten thousand in a statement. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(List<Entry> entries) {
        for (int first = 0; first < entries.size(); first += AT_ONCE) {
            insert(entries.subList(first, Math.min(entries.size(), first + AT_ONCE)));
        }
    }

    private void insert(List<Entry> entries) {
        Subject subject = Viewing.subject();
        String actor =
                switch (subject) {
                    case Subject.Person(var viewer) -> viewer.name();
                    case Subject.System(var name) -> name;
                    case null -> "Cairn";
                };
        db.sql("""
                insert into audit.entry (id, recorded_at, actor_id, actor_name, action, subject_kind, subject_id, goal_id,
                                         summary, before, after, reason, audience_kind, audience_id)
                select x."id", :at, :actorId, :actor, x."action", x."subjectKind", x."subjectId", x."goal",
                       x."summary", x."before", x."after", x."reason", x."keyKind", x."keyId"
                  from jsonb_to_recordset(:rows::jsonb) as x (
                       "id" uuid, "action" text, "subjectKind" text, "subjectId" uuid, "goal" uuid, "summary" text,
                       "before" jsonb, "after" jsonb, "reason" text, "keyKind" text, "keyId" uuid)
                """)
                .param("at", Timestamp.from(clock.instant()))
                .param("actorId", Viewing.personId())
                .param("actor", actor)
                .param(
                        "rows",
                        json.writeValueAsString(entries.stream().map(Row::of).toList()))
                .update();
    }

    private record Row(
            UUID id,
            String action,
            String subjectKind,
            UUID subjectId,
            @Nullable UUID goal,
            String summary,
            @Nullable Object before,
            @Nullable Object after,
            @Nullable String reason,
            String keyKind,
            UUID keyId) {

        static Row of(Entry entry) {
            return new Row(
                    Ids.next(),
                    entry.action(),
                    entry.subjectKind(),
                    entry.subjectId(),
                    entry.goal(),
                    entry.summary(),
                    entry.before(),
                    entry.after(),
                    entry.reason(),
                    entry.audience().kind().key(),
                    entry.audience().id());
        }
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Page<Line> find(Search search, int limit, @Nullable UUID after) {
        List<Line> rows = db.sql("""
                select e.id, e.recorded_at, e.actor_id, e.actor_name, e.action, e.subject_kind, e.subject_id, e.goal_id,
                       e.summary, e.before::text as before, e.after::text as after, e.reason
                  from audit.entry e
                 where (:goal::uuid is null or e.goal_id = :goal::uuid)
                   and (:actor::uuid is null or e.actor_id = :actor::uuid)
                   and (:name::text is null or e.actor_name ilike :name::text)
                   and (:kind::text is null or e.subject_kind = :kind::text)
                   and (:action::text is null or e.action = :action::text)
                   and (:q::text is null or e.summary ilike :q::text or e.actor_name ilike :q::text or e.reason ilike :q::text)
                   and (:from::timestamptz is null or e.recorded_at >= :from::timestamptz)
                   and (:to::timestamptz is null or e.recorded_at < :to::timestamptz)
                   and (:after::uuid is null or e.id < :after::uuid)
                 order by e.id desc
                 limit :rows
                """)
                .param("goal", search.goalId())
                .param("actor", search.actorId())
                .param("name", containing(search.actorName()))
                .param("kind", search.subjectKind())
                .param("action", search.action())
                .param("q", containing(search.q()))
                .param("from", startOf("from", search.from(), 0))
                .param("to", startOf("to", search.to(), 1))
                .param("after", after)
                .param("rows", limit + 1)
                .query(this::line)
                .list();
        return Page.of(rows, limit, line -> line.id().toString());
    }

    /** The newest entries of a goal, for its page. */
    @Transactional(readOnly = true)
    public JournalPart ofGoal(UUID goal, int most) {
        Page<Line> page = find(Search.ofGoal(goal), most, null);
        String more = page.nextCursor() == null ? null : "/journal?goal=" + goal;
        return new JournalPart(page.items(), clock.getZone(), more);
    }

    /** The newest entries about one thing that the reader may see, for its page. */
    @Transactional(readOnly = true)
    public List<Line> about(String subjectKind, UUID subject, int most) {
        return db.sql("""
                select e.id, e.recorded_at, e.actor_id, e.actor_name, e.action, e.subject_kind, e.subject_id, e.goal_id,
                       e.summary, e.before::text as before, e.after::text as after, e.reason
                  from audit.entry e
                 where e.subject_kind = :kind and e.subject_id = :subject
                 order by e.id desc
                 limit :rows
                """)
                .param("kind", subjectKind)
                .param("subject", subject)
                .param("rows", most)
                .query(this::line)
                .list();
    }

    private Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getObject("id", UUID.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getObject("actor_id", UUID.class),
                row.getString("actor_name"),
                row.getString("action"),
                row.getString("subject_kind"),
                row.getObject("subject_id", UUID.class),
                row.getObject("goal_id", UUID.class),
                row.getString("summary"),
                tree(row.getString("before")),
                tree(row.getString("after")),
                row.getString("reason"));
    }

    private @Nullable JsonNode tree(@Nullable String text) {
        return text == null ? null : json.readTree(text);
    }

    private @Nullable Timestamp startOf(String field, @Nullable LocalDate day, int later) {
        if (day == null) {
            return null;
        }
        if (day.getYear() < 1900 || day.getYear() > 9998) {
            throw GeneralProblem.INVALID.at(field).exception();
        }
        return Timestamp.from(day.plusDays(later).atStartOfDay(clock.getZone()).toInstant());
    }

    private static @Nullable String containing(@Nullable String text) {
        return text == null
                ? null
                : "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
