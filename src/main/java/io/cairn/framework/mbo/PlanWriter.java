package io.cairn.framework.mbo;

import io.cairn.access.Audience;
import io.cairn.kernel.Ids;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** Writes plans and their lines. */
@Component
class PlanWriter {
    private final JdbcClient db;
    private final ObjectMapper json;

    PlanWriter(JdbcClient db, ObjectMapper json) {
        this.db = db;
        this.json = json;
    }

    /** A plan that is new. */
    record Fresh(
            UUID id,
            UUID employee,
            UUID manager,
            PlanPeriod period,
            @Nullable UUID cycle,
            LocalDate startsOn,
            LocalDate endsOn,
            boolean pays,
            PlanTerms terms,
            UUID draftedBy) {}

    void insert(Fresh fresh) {
        Audience key = Audience.pair(fresh.employee());
        db.sql("""
                insert into mbo.plan (id, employee_id, manager_id, period, cycle_id, starts_on, ends_on, pays, state, terms,
                                      drafted_by, audience_kind, audience_id)
                values (:id, :employee, :manager, :period, :cycle, :startsOn, :endsOn, :pays, 'DRAFT', :terms::jsonb,
                        :by, :keyKind, :keyId)
                """)
                .param("id", fresh.id())
                .param("employee", fresh.employee())
                .param("manager", fresh.manager())
                .param("period", fresh.period().name())
                .param("cycle", fresh.cycle())
                .param("startsOn", fresh.startsOn())
                .param("endsOn", fresh.endsOn())
                .param("pays", fresh.pays())
                .param("terms", json.writeValueAsString(fresh.terms()))
                .param("by", fresh.draftedBy())
                .param("keyKind", key.kind().key())
                .param("keyId", key.id())
                .update();
        lines(fresh.id(), key, fresh.terms(), fresh.startsOn());
    }

    /** The plan's row must be locked. */
    void rewrite(Plan plan, PlanContent content, LocalDate startsOn, LocalDate endsOn, PlanTerms terms, boolean pays) {
        db.sql("""
                update mbo.plan
                   set period = :period, cycle_id = :cycle, starts_on = :startsOn, ends_on = :endsOn, pays = :pays,
                       terms = :terms::jsonb, version = version + 1
                 where id = :id
                """)
                .param("id", plan.id())
                .param("period", (content.period() == null ? PlanPeriod.QUARTER : content.period()).name())
                .param("cycle", content.cycleId())
                .param("startsOn", startsOn)
                .param("endsOn", endsOn)
                .param("pays", pays)
                .param("terms", json.writeValueAsString(terms))
                .update();
        lines(plan.id(), plan.key(), terms, startsOn);
    }

    /** Puts agreed terms in force. */
    void agree(Plan plan, PlanTerms terms, PlanState state, LocalDate today) {
        db.sql("""
                update mbo.plan
                   set terms = :terms::jsonb, state = :state, manager_id = :manager, agreed_on = coalesce(agreed_on, :today),
                       reason = null, version = version + 1
                 where id = :id
                """)
                .param("id", plan.id())
                .param("terms", json.writeValueAsString(terms))
                .param("state", state.name())
                .param("manager", plan.manager().id())
                .param("today", today)
                .update();
        lines(plan.id(), plan.key(), terms, today);
    }

    void state(Plan plan, PlanState state, @Nullable String reason) {
        db.sql("""
                update mbo.plan set state = :state, manager_id = :manager, reason = :reason, version = version + 1
                 where id = :id
                """)
                .param("id", plan.id())
                .param("state", state.name())
                .param("manager", plan.manager().id())
                .param("reason", reason)
                .update();
    }

    void scored(Plan plan, UUID by, LocalDate today) {
        db.sql("""
                update mbo.plan
                   set state = 'SCORED', manager_id = :manager, scored_by = :by, scored_on = :today, reason = null,
                       version = version + 1
                 where id = :id
                """)
                .param("id", plan.id())
                .param("manager", plan.manager().id())
                .param("by", by)
                .param("today", today)
                .update();
    }

    /** @param by who gave the final values last, and so does not decide about the pay */
    void resolved(Plan plan, @Nullable UUID by) {
        db.sql("""
                update mbo.plan
                   set state = 'SCORED', manager_id = :manager, scored_by = :by, reason = null, version = version + 1
                 where id = :id
                """)
                .param("id", plan.id())
                .param("manager", plan.manager().id())
                .param("by", by)
                .update();
    }

    void delete(UUID plan) {
        db.sql("delete from mbo.plan where id = :id").param("id", plan).update();
    }

    /** A line's row, as far as its terms say it. */
    private record Line(UUID id, int position, @Nullable UUID companyObjectiveId, List<UUID> supports) {}

    private record Bridge(UUID objectiveId, UUID goalId) {}

    /** Makes the lines what the terms say: one that has become a goal is dropped and kept, another is gone. */
    private void lines(UUID plan, Audience key, PlanTerms terms, LocalDate today) {
        List<ObjectiveTerms> wanted = terms.objectives();
        List<Line> lines = IntStream.range(0, wanted.size())
                .mapToObj(i -> new Line(
                        wanted.get(i).id(),
                        i,
                        wanted.get(i).companyObjectiveId(),
                        wanted.get(i).supports()))
                .toList();
        List<Bridge> bridges = wanted.stream()
                .flatMap(line -> line.supports().stream().map(goal -> new Bridge(line.id(), goal)))
                .toList();
        db.sql("""
                with wanted as (
                    select x."id", x."position", x."companyObjectiveId"
                      from jsonb_to_recordset(:lines::jsonb) as x ("id" uuid, "position" int, "companyObjectiveId" uuid)),
                bridges as (
                    select x."objectiveId", x."goalId"
                      from jsonb_to_recordset(:bridges::jsonb) as x ("objectiveId" uuid, "goalId" uuid)),
                gone as (
                    delete from mbo.objective o
                     where o.plan_id = :plan and o.goal_id is null and o.id not in (select w."id" from wanted w)),
                dropped as (
                    update mbo.objective o set dropped_on = :today
                     where o.plan_id = :plan and o.goal_id is not null and o.dropped_on is null
                       and o.id not in (select w."id" from wanted w)),
                cut as (
                    delete from mbo.support s
                     where s.objective_id in (select o.id from mbo.objective o where o.plan_id = :plan)
                       and not exists (select 1 from bridges b
                                        where b."objectiveId" = s.objective_id and b."goalId" = s.goal_id)),
                bridged as (
                    insert into mbo.support (objective_id, goal_id, audience_kind, audience_id)
                    select b."objectiveId", b."goalId", :keyKind, :keyId from bridges b
                    on conflict do nothing)
                insert into mbo.objective as o (id, plan_id, position, company_objective_id, audience_kind, audience_id)
                select w."id", :plan, w."position", w."companyObjectiveId", :keyKind, :keyId from wanted w
                on conflict (id) do update
                   set position = excluded.position, company_objective_id = excluded.company_objective_id, dropped_on = null
                 where o.plan_id = :plan
                """)
                .param("plan", plan)
                .param("today", today)
                .param("lines", json.writeValueAsString(lines))
                .param("bridges", json.writeValueAsString(bridges))
                .param("keyKind", key.kind().key())
                .param("keyId", key.id())
                .update();
    }

    /** Remembers which goals the lines became. */
    void begun(List<UUID> objectives) {
        db.sql("update mbo.objective o set goal_id = o.id where o.id = any (:ids::uuid[]) and o.goal_id is null")
                .param("ids", Ids.array(objectives))
                .update();
    }
}
