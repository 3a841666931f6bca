package io.cairn.goal;

import io.cairn.access.Audience;
import io.cairn.access.Viewing;
import io.cairn.kernel.Comparator;
import io.cairn.kernel.Ids;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** Writes measures, any number in one statement. */
@Component
class MeasureWriter {
    private final JdbcClient db;
    private final ObjectMapper json;

    MeasureWriter(JdbcClient db, ObjectMapper json) {
        this.db = db;
        this.json = json;
    }

    /** A measure's terms as stored. */
    record Row(
            UUID id,
            UUID goalId,
            int position,
            String name,
            MeasureKind kind,
            Nature nature,
            String unit,
            @Nullable BigDecimal baseline,
            @Nullable BigDecimal target,
            @Nullable BigDecimal relativeTarget,
            @Nullable Comparator comparator,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            @Nullable BigDecimal floor,
            @Nullable BigDecimal ceiling,
            boolean openAbove,
            @Nullable MaintainMode mode,
            @Nullable Integer expectedCheckIns,
            Counting counting,
            Profile profile,
            @Nullable List<PlanPoint> planPoints,
            @Nullable List<Milestone> milestones,
            @Nullable List<Level> levels,
            BigDecimal weight,
            @Nullable LocalDate dueOn,
            @Nullable UUID ownerId,
            @Nullable String evidenceUrl,
            @Nullable UUID metricId,
            String keyKind,
            UUID keyId) {

        static Row of(UUID id, UUID goal, int position, MeasureContent content, Audience key) {
            return of(id, goal, position, content, key, Map.of());
        }

        /** @param start what was done of milestones when they were written down first, which stays */
        static Row of(
                UUID id, UUID goal, int position, MeasureContent content, Audience key, Map<String, BigDecimal> start) {
            MeasureTerms t = content.terms();
            return new Row(
                    id,
                    goal,
                    position,
                    Objects.requireNonNullElse(content.name(), "").strip(),
                    t.kind(),
                    Objects.requireNonNullElse(content.nature(), Nature.VALUE),
                    Objects.requireNonNullElse(content.unit(), "").strip(),
                    t.baseline(),
                    t.target(),
                    content.relativeTarget(),
                    t.comparator(),
                    t.low(),
                    t.high(),
                    t.floor(),
                    t.ceiling(),
                    t.openAbove(),
                    t.kind() == MeasureKind.MAINTAIN ? t.mode() : null,
                    t.expectedCheckIns(),
                    t.counting(),
                    t.profile(),
                    t.planPoints().isEmpty() ? null : t.planPoints(),
                    t.milestones().isEmpty()
                            ? null
                            : t.milestones().stream()
                                    .map(m -> m.withDone(start.getOrDefault(m.name(), m.done())))
                                    .toList(),
                    t.levels().isEmpty() ? null : t.levels(),
                    t.weight(),
                    content.dueOn(),
                    content.ownerId(),
                    content.evidenceUrl() == null || content.evidenceUrl().isBlank()
                            ? null
                            : content.evidenceUrl().strip(),
                    t.kind() == MeasureKind.KPI_LINKED ? content.metricId() : null,
                    key.kind().key(),
                    key.id());
        }
    }

    /** Rows as a table {@code x}, from the JSON of the parameter put in. */
    static final String ROWS = """
            jsonb_to_recordset(:%s::jsonb) as x (
                "id" uuid, "goalId" uuid, "position" int, "name" text, "kind" text, "nature" text, "unit" text,
                "baseline" numeric, "target" numeric, "relativeTarget" numeric, "comparator" text, "low" numeric,
                "high" numeric, "floor" numeric, "ceiling" numeric, "openAbove" boolean, "mode" text,
                "expectedCheckIns" int, "counting" text, "profile" text, "planPoints" jsonb, "milestones" jsonb,
                "levels" jsonb, "weight" numeric, "dueOn" date, "ownerId" uuid, "evidenceUrl" text, "metricId" uuid, "keyKind" text,
                "keyId" uuid)""";

    /** A measure's terms, set from {@link #ROWS}. */
    static final String CHANGE = """
            update goal.measure m
               set position = x."position", name = x."name", kind = x."kind", nature = x."nature", unit = x."unit",
                   baseline = x."baseline", target = x."target", relative_target = x."relativeTarget",
                   comparator = x."comparator", low = x."low", high = x."high", floor = x."floor",
                   ceiling = x."ceiling", open_above = x."openAbove", mode = x."mode",
                   expected_check_ins = x."expectedCheckIns", counting = x."counting", profile = x."profile",
                   plan_points = x."planPoints", milestones = x."milestones", levels = x."levels",
                   weight = x."weight", due_on = x."dueOn", owner_id = x."ownerId", evidence_url = x."evidenceUrl",
                   metric_id = x."metricId",
                   version = m.version + 1
              from %s
             where m.id = x."id"
            """.formatted(ROWS);

    static final String ADD = """
            insert into goal.measure (id, goal_id, position, name, kind, nature, unit, baseline, target, relative_target,
                                      comparator, low, high, floor, ceiling, open_above, mode, expected_check_ins,
                                      counting, profile, plan_points, milestones, levels, weight, due_on, owner_id,
                                      evidence_url, metric_id, audience_kind, audience_id)
            select "id", "goalId", "position", "name", "kind", "nature", "unit", "baseline", "target", "relativeTarget",
                   "comparator", "low", "high", "floor", "ceiling", "openAbove", "mode", "expectedCheckIns",
                   "counting", "profile", "planPoints", "milestones", "levels", "weight", "dueOn", "ownerId",
                   "evidenceUrl", "metricId", "keyKind", "keyId"
              from %s
            """.formatted(ROWS);

    /** Targets kept beside those before, from the JSON of {@code :promises}. */
    static final String PROMISE = """
            insert into goal.measure_target (measure_id, id, from_on, target, comparator, low, high, changed_by,
                                             audience_kind, audience_id)
            select x."measureId", x."id", :from, x."target", x."comparator", x."low", x."high", :by, :keyKind, :keyId
              from jsonb_to_recordset(:promises::jsonb) as x (
                   "measureId" uuid, "id" uuid, "target" numeric, "comparator" text, "low" numeric, "high" numeric)
            """;

    void insert(List<Row> rows) {
        if (!rows.isEmpty()) {
            db.sql(ADD.formatted("rows"))
                    .param("rows", json.writeValueAsString(rows))
                    .update();
        }
    }

    void update(Row row) {
        db.sql(CHANGE.formatted("rows"))
                .param("rows", json.writeValueAsString(List.of(row)))
                .update();
    }

    void cancel(UUID measure) {
        db.sql("update goal.measure set cancelled = true, version = version + 1 where id = :id")
                .param("id", measure)
                .update();
    }

    void delete(UUID measure) {
        db.sql("delete from goal.measure where id = :id").param("id", measure).update();
    }

    /** Keeps the targets as they are on activation, so that later changes stand beside them. */
    void rememberTargets(Goal goal, Audience key, LocalDate from) {
        rememberTargets(goal.live(), key, from);
    }

    void rememberTargets(List<Measure> measures, Audience key, LocalDate from) {
        if (measures.isEmpty()) {
            return;
        }
        keep(measures.stream().map(m -> Promise.of(m.id(), m.terms())).toList(), key, from);
    }

    void rememberTarget(UUID measure, MeasureTerms terms, Audience key, LocalDate from) {
        keep(List.of(Promise.of(measure, terms)), key, from);
    }

    private void keep(List<Promise> promises, Audience key, LocalDate from) {
        db.sql(PROMISE)
                .param("promises", json.writeValueAsString(promises))
                .param("from", from)
                .param("by", Viewing.personId())
                .param("keyKind", key.kind().key())
                .param("keyId", key.id())
                .update();
    }

    /** A target as it is kept. */
    record Promise(
            UUID measureId,
            UUID id,
            @Nullable BigDecimal target,
            @Nullable Comparator comparator,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high) {

        static Promise of(UUID measure, MeasureTerms terms) {
            return new Promise(measure, Ids.next(), terms.target(), terms.comparator(), terms.low(), terms.high());
        }
    }
}
