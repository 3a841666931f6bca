package io.cairn.audit;

import io.cairn.access.Viewing;
import io.cairn.access.Viewing.Subject;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.Ids;
import io.cairn.kernel.Page;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/** Who did what, when and why. Written inside the action's transaction; row security shows each reader their own part. */
@Component
public class Journal {
    private final JdbcClient db;
    private final DomainClock clock;
    private final ObjectMapper json;

    Journal(JdbcClient db, DomainClock clock, ObjectMapper json) {
        this.db = db;
        this.clock = clock;
        this.json = json;
    }

    /** A journal entry as it is read. */
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
            @Nullable String before,
            @Nullable String after,
            @Nullable String reason) {}

    /** Which entries are wanted; null means any. */
    public record Search(
            @Nullable UUID goalId,
            @Nullable UUID actorId,
            @Nullable String subjectKind,
            @Nullable String action,
            @Nullable String q,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        public static Search ofGoal(UUID goal) {
            return new Search(goal, null, null, null, null, null, null);
        }
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Entry entry) {
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
                values (:id, :at, :actorId, :actor, :action, :subjectKind, :subject, :goal,
                        :summary, :before::jsonb, :after::jsonb, :reason, :audienceKind, :audienceId)
                """)
                .param("id", Ids.next())
                .param("at", Timestamp.from(clock.instant()))
                .param("actorId", Viewing.personId())
                .param("actor", actor)
                .param("action", entry.action())
                .param("subjectKind", entry.subjectKind())
                .param("subject", entry.subjectId())
                .param("goal", entry.goal())
                .param("summary", entry.summary())
                .param("before", text(entry.before()))
                .param("after", text(entry.after()))
                .param("reason", entry.reason())
                .param("audienceKind", entry.audience().kind().key())
                .param("audienceId", entry.audience().id())
                .update();
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Page<Line> find(Search search, int limit, @Nullable UUID after) {
        List<Line> rows = db.sql("""
                select e.id, e.recorded_at, e.actor_id, e.actor_name, e.action, e.subject_kind, e.subject_id, e.goal_id,
                       e.summary, e.before::text as before, e.after::text as after, e.reason
                  from audit.entry e
                 where (:goal::uuid is null or e.goal_id = :goal)
                   and (:actor::uuid is null or e.actor_id = :actor)
                   and (:kind::text is null or e.subject_kind = :kind)
                   and (:action::text is null or e.action = :action)
                   and (:q::text is null or e.summary ilike '%' || :q || '%' or e.actor_name ilike '%' || :q || '%')
                   and (:from::timestamptz is null or e.recorded_at >= :from)
                   and (:to::timestamptz is null or e.recorded_at < :to)
                   and (:after::uuid is null or e.id < :after)
                 order by e.id desc
                 limit :rows
                """)
                .param("goal", search.goalId())
                .param("actor", search.actorId())
                .param("kind", search.subjectKind())
                .param("action", search.action())
                .param("q", search.q() == null ? null : escaped(search.q()))
                .param("from", startOf(search.from()))
                .param("to", search.to() == null ? null : startOf(search.to().plusDays(1)))
                .param("after", after)
                .param("rows", limit + 1)
                .query(Line.class)
                .list();
        return Page.of(rows, limit, line -> line.id().toString());
    }

    private @Nullable Timestamp startOf(@Nullable LocalDate day) {
        return day == null
                ? null
                : Timestamp.from(day.atStartOfDay(clock.getZone()).toInstant());
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private @Nullable String text(@Nullable Object value) {
        return value == null ? null : json.writeValueAsString(value);
    }
}
