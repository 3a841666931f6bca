package io.cairn.framework.mbo;

import io.cairn.incentive.Pool;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** Writes estimates, final values and disputes; each of them one statement. */
@Component
class ScoreWriter {
    private final JdbcClient db;
    private final ObjectMapper json;

    ScoreWriter(JdbcClient db, ObjectMapper json) {
        this.db = db;
        this.json = json;
    }

    /** What a line is settled at. */
    record Final(
            UUID id,
            @Nullable BigDecimal value,
            @Nullable String level,
            @Nullable BigDecimal awarded,
            String comment,
            boolean late) {
        static Final asItIs(PlanObjective line) {
            Assessed now = line.finalValue().isGiven() ? line.finalValue() : line.current();
            return new Final(
                    line.id(),
                    now.value(),
                    now.level(),
                    line.awarded(),
                    line.managerEstimate().comment(),
                    line.lateOverride());
        }

        Assessed assessed() {
            return new Assessed(value, level, comment);
        }

        Final overridden() {
            return new Final(id, value, level, awarded, comment, true);
        }

        /** Whether a pool is to give another amount than the line has. */
        boolean givesOtherThan(PlanObjective line) {
            return awarded != null && (line.awarded() == null || awarded.compareTo(line.awarded()) != 0);
        }

        boolean isComplete(PlanObjective line) {
            return switch (line.terms().scope()) {
                case INDIVIDUAL -> value != null || level != null;
                case COMPANY -> line.finalValue().isGiven();
                case DISCRETIONARY -> awarded != null;
            };
        }
    }

    void estimate(Plan.Part part, List<ObjectiveValue> values) {
        if (values.isEmpty()) {
            return;
        }
        String side = part == Plan.Part.EMPLOYEE ? "employee" : "manager";
        db.sql("""
                update mbo.objective o
                   set %1$s_estimate = x."value", %1$s_level = x."level",
                       %1$s_comment = coalesce(btrim(x."comment"), o.%1$s_comment)
                  from jsonb_to_recordset(:values::jsonb) as x (
                       "objectiveId" uuid, "value" numeric, "level" text, "comment" text)
                 where o.id = x."objectiveId"
                """.formatted(side))
                .param("values", json.writeValueAsString(values))
                .update();
    }

    void settle(List<Final> finals) {
        if (finals.isEmpty()) {
            return;
        }
        db.sql("""
                update mbo.objective o
                   set final_value = x."value", final_level = x."level", awarded = x."awarded",
                       manager_comment = x."comment", late_override = x."late"
                  from jsonb_to_recordset(:finals::jsonb) as x (
                       "id" uuid, "value" numeric, "level" text, "awarded" numeric, "comment" text, "late" boolean)
                 where o.id = x."id"
                """)
                .param(
                        "finals",
                        json.writeValueAsString(
                                finals.stream().map(ScoreWriter::row).toList()))
                .update();
    }

    private record Charge(UUID line, UUID pool, String currency) {}

    /** Which pool pays for what was given, and in which money. */
    void charge(Map<UUID, Pool> charged) {
        if (charged.isEmpty()) {
            return;
        }
        List<Charge> charges = charged.entrySet().stream()
                .map(one -> new Charge(
                        one.getKey(), one.getValue().id(), one.getValue().currency()))
                .toList();
        db.sql("""
                update mbo.objective o
                   set pool_id = x."pool", awarded_currency = x."currency"
                  from jsonb_to_recordset(:charges::jsonb) as x ("line" uuid, "pool" uuid, "currency" text)
                 where o.id = x."line"
                """).param("charges", json.writeValueAsString(charges)).update();
    }

    private static Map<String, @Nullable Object> row(Final one) {
        Map<String, @Nullable Object> row = new java.util.HashMap<>();
        row.put("id", one.id());
        row.put("value", one.value());
        row.put("level", one.level());
        row.put("awarded", one.awarded());
        row.put("comment", one.comment());
        row.put("late", one.late());
        return row;
    }

    void dispute(Plan plan, UUID by, LocalDate today, String reason) {
        db.sql("""
                insert into mbo.dispute (plan_id, number, raised_by, raised_on, reason, audience_kind, audience_id)
                values (:plan, :number, :by, :today, :reason, :keyKind, :keyId)
                """)
                .param("plan", plan.id())
                .param("number", plan.dispute() == null ? 1 : plan.dispute().number() + 1)
                .param("by", by)
                .param("today", today)
                .param("reason", reason)
                .param("keyKind", plan.key().kind().key())
                .param("keyId", plan.key().id())
                .update();
    }

    void resolve(Plan plan, UUID by, LocalDate today, String resolution) {
        db.sql("""
                update mbo.dispute d set resolved_by = :by, resolved_on = :today, resolution = :resolution
                 where d.plan_id = :plan and d.resolved_on is null
                """)
                .param("plan", plan.id())
                .param("by", by)
                .param("today", today)
                .param("resolution", resolution)
                .update();
    }
}
