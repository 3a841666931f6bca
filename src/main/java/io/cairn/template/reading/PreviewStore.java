package io.cairn.template.reading;

import io.cairn.kernel.DomainClock;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Ids;
import io.cairn.kernel.Page;
import io.cairn.kernel.Problem;
import io.cairn.kernel.Viewer;
import io.cairn.template.RowChange;
import io.cairn.template.reading.Planning.Plan;
import io.cairn.template.reading.TemplatePreviewRow.TemplateCellChange;
import io.cairn.template.reading.TemplatePreviewRow.TemplateRowProblem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Keeps what was sent and what it would change; each person's own, for a day. */
@Component
class PreviewStore {
    static final Duration KEPT = Duration.ofDays(1);
    private static final TypeReference<List<TemplateCellChange>> CELLS = new TypeReference<>() {};
    private static final TypeReference<List<TemplateRowProblem>> PROBLEMS = new TypeReference<>() {};
    private static final String ROW = """
            select r.place, r.part, r.sheet, r.line, r.kind, r.outcome, r.item_id, r.about, r.cells::text as cells,
                   r.refusals::text as refusals
              from template.preview_row r
            """;

    private final JdbcClient db;
    private final ObjectMapper json;
    private final DomainClock domain;
    private final Clock clock;

    PreviewStore(JdbcClient db, ObjectMapper json, DomainClock domain, Clock clock) {
        this.db = db;
        this.json = json;
        this.domain = domain;
        this.clock = clock;
    }

    /** A row as it is written down. */
    private record Fresh(
            int place,
            int part,
            String sheet,
            int line,
            RowChange.Kind kind,
            @Nullable UUID itemId,
            String about,
            List<TemplateCellChange> cells,
            List<TemplateRowProblem> refusals) {}

    /** A stored row with its place and the part it is applied with. */
    record Stored(int place, int part, TemplatePreviewRow row) {}

    /** What was sent. */
    record Sent(String template, String name, byte[] content) {}

    /** In place of what the person has not applied of the same template; three statements. */
    UUID keep(Viewer viewer, String template, String name, byte[] content, Plan plan) {
        UUID id = Ids.next();
        db.sql("""
                with old as (delete from template.preview p
                              where p.person_id = :person and p.template = :template and p.applying_at is null)
                insert into template.preview (id, person_id, template, name, content, missing, sent_at)
                values (:id, :person, :template, :name, :content, :missing, :at)
                """)
                .param("id", id)
                .param("person", viewer.id())
                .param("template", template)
                .param("name", name)
                .param("content", content)
                .param("missing", plan.missing())
                .param("at", Timestamp.from(domain.instant()))
                .update();
        db.sql("""
                insert into template.preview_row (preview_id, person_id, place, part, sheet, line, kind, item_id, about,
                                                  cells, refusals)
                select :id, :person, x.place, x.part, x.sheet, x.line, x.kind, x."itemId", x.about, x.cells, x.refusals
                  from jsonb_to_recordset(:rows::jsonb)
                       as x (place integer, part integer, sheet text, line integer, kind text, "itemId" uuid, about text,
                             cells jsonb, refusals jsonb)
                """)
                .param("id", id)
                .param("person", viewer.id())
                .param("rows", json.writeValueAsString(fresh(plan)))
                .update();
        return id;
    }

    private static List<Fresh> fresh(Plan plan) {
        List<Fresh> rows = new ArrayList<>();
        for (RowChange change : plan.changes()) {
            rows.add(new Fresh(
                    rows.size(),
                    plan.part(change.sheet(), change.row()),
                    change.sheet(),
                    change.row(),
                    change.kind(),
                    change.id(),
                    change.about(),
                    cells(change),
                    problems(change.refusals())));
        }
        return rows;
    }

    static List<TemplateCellChange> cells(RowChange change) {
        return change.cells().stream()
                .map(cell -> new TemplateCellChange(cell.column(), cell.before(), cell.after()))
                .toList();
    }

    private static List<TemplateRowProblem> problems(List<Problem> problems) {
        return problems.stream()
                .map(problem -> new TemplateRowProblem(
                        problem.field() == null || problem.field().isEmpty() ? null : problem.field(),
                        problem.code(),
                        problem.message()))
                .toList();
    }

    /** @throws io.cairn.kernel.ProblemException NOT_FOUND for others' and for what is older than a day */
    TemplatePreview require(UUID id) {
        return db.sql("""
                select p.id, p.template, p.name, p.missing, p.sent_at, p.applying_at, p.finished_at, c.*
                  from template.preview p,
                       lateral (select count(*) filter (where r.kind = 'CREATE' and r.outcome is distinct from 'REFUSED') as to_create,
                                       count(*) filter (where r.kind = 'CHANGE' and r.outcome is distinct from 'REFUSED') as to_change,
                                       count(*) filter (where r.kind = 'NONE') as unchanged,
                                       count(*) filter (where r.kind = 'REFUSED' or r.outcome = 'REFUSED') as refused,
                                       count(*) filter (where r.outcome = 'APPLIED') as applied
                                  from template.preview_row r
                                 where r.preview_id = p.id) as c
                 where p.id = :id and p.sent_at > :oldest
                """)
                .param("id", id)
                .param("oldest", Timestamp.from(domain.instant().minus(KEPT)))
                .query(PreviewStore::preview)
                .optional()
                .orElseThrow(() -> GeneralProblem.NOT_FOUND
                        .saying("This preview is no longer here; send the file again.")
                        .exception());
    }

    private static TemplatePreview preview(ResultSet row, int number) throws SQLException {
        Instant finished = instant(row.getTimestamp("finished_at"));
        boolean begun = row.getTimestamp("applying_at") != null;
        return new TemplatePreview(
                row.getObject("id", UUID.class),
                row.getString("template"),
                row.getString("name"),
                finished != null
                        ? TemplatePreview.State.DONE
                        : begun ? TemplatePreview.State.APPLYING : TemplatePreview.State.SHOWN,
                row.getInt("to_create"),
                row.getInt("to_change"),
                row.getInt("unchanged"),
                row.getInt("refused"),
                row.getInt("applied"),
                row.getInt("missing"),
                row.getTimestamp("sent_at").toInstant(),
                finished);
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    /**
     * Rows in the file's order.
     *
     * @param kinds none for all; REFUSED are also those refused while applying
     */
    Page<TemplatePreviewRow> rows(UUID preview, List<RowChange.Kind> kinds, int after, int limit) {
        List<Stored> rows = db.sql(ROW + """
                 where r.preview_id = :preview and r.place > :after
                   and (cardinality(:kinds::text[]) = 0
                        or case when r.outcome = 'REFUSED' then 'REFUSED' else r.kind end = any (:kinds::text[]))
                 order by r.place
                 limit :rows
                """)
                .param("preview", preview)
                .param("after", after)
                .param("kinds", kinds.stream().map(Enum::name).toArray(String[]::new))
                .param("rows", limit + 1)
                .query(this::stored)
                .list();
        return Page.of(rows, limit, row -> String.valueOf(row.place())).map(Stored::row);
    }

    private Stored stored(ResultSet row, int number) throws SQLException {
        String outcome = row.getString("outcome");
        return new Stored(
                row.getInt("place"),
                row.getInt("part"),
                new TemplatePreviewRow(
                        row.getString("sheet"),
                        row.getInt("line"),
                        RowChange.Kind.valueOf(row.getString("kind")),
                        outcome == null ? null : TemplatePreviewRow.Outcome.valueOf(outcome),
                        row.getObject("item_id", UUID.class),
                        row.getString("about"),
                        json.readValue(row.getString("cells"), CELLS),
                        json.readValue(row.getString("refusals"), PROBLEMS)));
    }

    /** Begins the application; false where it has begun before. */
    boolean begin(UUID preview) {
        Timestamp now = Timestamp.from(clock.instant());
        return db.sql("""
                        update template.preview p set applying_at = :now, touched_at = :now, attempts = 1
                         where p.id = :preview and p.applying_at is null
                        """).param("preview", preview).param("now", now).update() > 0;
    }

    Sent sent(UUID preview) {
        return db.sql("select p.template, p.name, p.content from template.preview p where p.id = :preview")
                .param("preview", preview)
                .query((row, number) ->
                        new Sent(row.getString("template"), row.getString("name"), row.getBytes("content")))
                .single();
    }

    /** The rows that are still to be applied, in parts. */
    List<Stored> waiting(UUID preview) {
        return db.sql(ROW + """
                 where r.preview_id = :preview and r.kind in ('CREATE', 'CHANGE') and r.outcome is null
                 order by r.part, r.place
                """).param("preview", preview).query(this::stored).list();
    }

    /** Which of the parts are still to be applied; they stay so for this transaction only. */
    Set<Integer> holding(UUID preview, List<Integer> parts) {
        db.sql("select p.id from template.preview p where p.id = :preview for update")
                .param("preview", preview)
                .query()
                .singleRow();
        return new LinkedHashSet<>(db.sql("""
                        select distinct r.part from template.preview_row r
                         where r.preview_id = :preview and r.part = any (:parts) and r.kind in ('CREATE', 'CHANGE')
                           and r.outcome is null
                         order by r.part
                        """)
                .param("preview", preview)
                .param("parts", parts.toArray(Integer[]::new))
                .query(Integer.class)
                .list());
    }

    void applied(UUID preview, Set<Integer> parts) {
        db.sql("""
                with touched as (update template.preview p set touched_at = :now, attempts = 1 where p.id = :preview)
                update template.preview_row r set outcome = 'APPLIED'
                 where r.preview_id = :preview and r.part = any (:parts) and r.kind in ('CREATE', 'CHANGE')
                   and r.outcome is null
                """)
                .param("preview", preview)
                .param("parts", parts.toArray(Integer[]::new))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    void refused(UUID preview, int part, List<Problem> problems) {
        db.sql("""
                with touched as (update template.preview p set touched_at = :now, attempts = 1 where p.id = :preview)
                update template.preview_row r set outcome = 'REFUSED', refusals = :problems::jsonb
                 where r.preview_id = :preview and r.part = :part and r.kind in ('CREATE', 'CHANGE') and r.outcome is null
                """)
                .param("preview", preview)
                .param("part", part)
                .param("problems", json.writeValueAsString(problems(problems)))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    void finished(UUID preview) {
        db.sql("update template.preview p set finished_at = :now where p.id = :preview and p.finished_at is null")
                .param("preview", preview)
                .param("now", Timestamp.from(domain.instant()))
                .update();
    }

    /** An application that stopped. */
    record Stopped(UUID id, UUID personId, int attempts) {}

    /** Says that somebody is at them, but for those that a transaction holds just now; as the system. */
    void touch(List<UUID> previews) {
        if (previews.isEmpty()) {
            return;
        }
        db.sql("""
                update template.preview p set touched_at = :now
                 where p.id in (select s.id from template.preview s
                                 where s.id = any (:previews::uuid[]) and s.finished_at is null for update skip locked)
                """)
                .param("now", Timestamp.from(clock.instant()))
                .param("previews", Ids.array(previews))
                .update();
    }

    /** Takes one up that nobody touched for so long; as the system. */
    Optional<Stopped> takeUp(Duration untouched) {
        Instant now = clock.instant();
        return db.sql("""
                update template.preview p set touched_at = :now, attempts = p.attempts + 1
                 where p.id = (select s.id from template.preview s
                                where s.applying_at is not null and s.finished_at is null and s.touched_at < :before
                                order by s.touched_at limit 1 for update skip locked)
                returning p.id, p.person_id, p.attempts
                """)
                .param("now", Timestamp.from(now))
                .param("before", Timestamp.from(now.minus(untouched)))
                .query(Stopped.class)
                .optional();
    }

    /** As the system. */
    void forget() {
        db.sql("delete from template.preview p where p.sent_at <= :oldest")
                .param("oldest", Timestamp.from(domain.instant().minus(KEPT)))
                .update();
    }
}
