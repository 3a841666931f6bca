package io.cairn.incentive;

import io.cairn.access.Audience;
import io.cairn.access.Viewing;
import io.cairn.kernel.Ids;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/**
 * Writes payouts and their lines, and locks those that are decided about. Ids come as a set to join, not as an array to
 * compare with: PostgreSQL would read the array anew for every row.
 */
@Component
class PayoutStore {
    private final JdbcClient db;
    private final ObjectMapper json;

    PayoutStore(JdbcClient db, ObjectMapper json) {
        this.db = db;
        this.json = json;
    }

    /** A payout to be written; what it does not name it is born with. */
    record Draft(
            UUID id,
            PayoutKind kind,
            @Nullable UUID adjusts,
            String adjustmentReason,
            Submission submission,
            List<Line> lines) {}

    record Line(
            int position,
            @Nullable UUID goal,
            BigDecimal weight,
            @Nullable BigDecimal attainment,
            @Nullable BigDecimal factor,
            BigDecimal amount,
            String label) {}

    /** False when the plan has a payout already that was not rejected, or the payout an adjustment that is under way. */
    boolean insert(Draft draft, Instant at) {
        Submission given = draft.submission();
        UUID key = Audience.pay(given.employee()).id();
        int made = db.sql("""
                insert into incentive.payout (id, plan_id, kind, adjusts, adjustment_reason, employee_id, manager_id, scored_by,
                                              period_start, period_end, currency, target_amount, modifier, gate, plan_cap,
                                              total, capped, late_override, estimates_differ, submitted_by, submitted_at,
                                              explanation, audience_id)
                values (:id, :plan, :kind, :adjusts, :because, :employee, :manager, :scorer, :start, :end, :currency, :target,
                        :modifier, :gate, :cap, :total, :capped, :late, :differ, :by, :at, :explanation::jsonb, :key)
                on conflict do nothing
                """)
                .param("id", draft.id())
                .param("plan", given.plan())
                .param("kind", draft.kind().name())
                .param("adjusts", draft.adjusts())
                .param("because", draft.adjustmentReason())
                .param("employee", given.employee())
                .param("manager", given.manager())
                .param("scorer", given.scoredBy())
                .param("start", given.periodStart())
                .param("end", given.periodEnd())
                .param("currency", given.currency().getCurrencyCode())
                .param("target", given.target())
                .param("modifier", given.modifier())
                .param("gate", given.gate())
                .param("cap", given.planCap())
                .param("total", given.total())
                .param("capped", given.capped())
                .param("late", given.lateOverride())
                .param("differ", given.estimatesDiffer())
                .param("by", Viewing.personId())
                .param("at", Timestamp.from(at))
                .param("explanation", json.writeValueAsString(given.explanation()))
                .param("key", key)
                .update();
        if (made == 0) {
            return false;
        }
        db.sql("""
                insert into incentive.payout_line (payout_id, position, goal_id, weight, attainment, factor, amount, label,
                                                   audience_id)
                select :payout, x."position", x."goal", x."weight", x."attainment", x."factor", x."amount", x."label", :key
                  from jsonb_to_recordset(:lines::jsonb) as x (
                       "position" int, "goal" uuid, "weight" numeric, "attainment" numeric, "factor" numeric,
                       "amount" numeric, "label" text)
                """)
                .param("payout", draft.id())
                .param("lines", json.writeValueAsString(draft.lines()))
                .param("key", key)
                .update();
        keep(draft.id(), given);
        return true;
    }

    private void keep(UUID payout, Submission given) {
        if (given.terms() != null) {
            db.sql("""
                    insert into incentive.payout_terms (payout_id, explanation, audience_id)
                    values (:payout, :explanation::jsonb, :key)
                    """)
                    .param("payout", payout)
                    .param("explanation", json.writeValueAsString(given.terms()))
                    .param("key", Audience.pair(given.employee()).id())
                    .update();
        }
    }

    Optional<UUID> standing(UUID plan) {
        return db.sql("""
                select p.id from incentive.payout p
                 where p.plan_id = :plan and p.kind = 'PLAN' and p.state <> 'REJECTED'
                """).param("plan", plan).query(UUID.class).optional();
    }

    /** Of these goals, those that exist, the viewer may see and that may be paid for, or that may not. */
    record Payable(UUID id, boolean payable) {}

    List<Payable> payable(Collection<UUID> goals) {
        return db.sql("select g.id, g.payable from goal.goal g where g.id in (select unnest(:goals::uuid[]))")
                .param("goals", Ids.array(goals))
                .query(Payable.class)
                .list();
    }

    /**
     * A payout that is decided about, with whoever may not.
     *
     * @param leader who leads the employee now
     */
    record Held(
            UUID id,
            PayoutKind kind,
            UUID plan,
            UUID employee,
            @Nullable UUID scoredBy,
            @Nullable UUID submittedBy,
            @Nullable UUID leader,
            PayoutState state,
            @Nullable UUID run) {

        boolean isNear(UUID person) {
            return person.equals(scoredBy) || person.equals(submittedBy) || person.equals(leader);
        }

        PayoutChange to(PayoutState after, String reason, @Nullable UUID by, Instant at) {
            return new PayoutChange(id, kind, plan, employee, state, after, reason, by, at);
        }
    }

    private static final String HELD = """
            select p.id, p.kind, p.plan_id as plan, p.employee_id as employee, p.scored_by, p.submitted_by,
                   e.manager_id as leader, p.state, p.run_id as run
              from incentive.payout p
              join organization.person e on e.id = p.employee_id
            """;

    /** Locks those that exist for the viewer, in the order of their ids; only compensation can. */
    List<Held> lock(Collection<UUID> ids) {
        return db.sql(HELD + " where p.id in (select unnest(:ids::uuid[])) order by p.id for update of p")
                .param("ids", Ids.array(ids))
                .query(PayoutStore::held)
                .list();
    }

    /** Locks what of a run is in this state, or in any, in the order of the ids. */
    List<Held> lockOfRun(UUID run, @Nullable Collection<UUID> only, @Nullable PayoutState state, int most) {
        return db.sql(HELD + RunScope.JOIN + """
                 where r.id = :run and (:state::text is null or p.state = :state) and (:only::uuid[] is null or p.id in (select unnest(:only::uuid[]))) and
                """ + RunScope.BELONGS + " order by p.id limit :most for update of p")
                .param("run", run)
                .param("state", state == null ? null : state.name())
                .param("only", only == null ? null : Ids.array(only))
                .param("most", most)
                .query(PayoutStore::held)
                .list();
    }

    /** What the adjustments of a payout that were not rejected add up to. */
    BigDecimal adjusted(UUID payout) {
        return db.sql("""
                select coalesce(sum(p.total), 0) from incentive.payout p where p.adjusts = :payout and p.state <> 'REJECTED'
                """).param("payout", payout).query(BigDecimal.class).single();
    }

    boolean anyVisible(Collection<UUID> ids) {
        return db.sql("select exists (select 1 from incentive.payout p where p.id in (select unnest(:ids::uuid[])))")
                .param("ids", Ids.array(ids))
                .query(Boolean.class)
                .single();
    }

    /** @param run the run they belong to from now on; null leaves that as it is */
    void decide(Collection<UUID> ids, PayoutState state, String reason, UUID by, Instant at, @Nullable UUID run) {
        db.sql("""
                update incentive.payout p
                   set state = :state, reason = :reason, decided_by = :by, decided_at = :at,
                       run_id = coalesce(:run::uuid, p.run_id), version = p.version + 1
                 where p.id in (select unnest(:ids::uuid[]))
                """)
                .param("ids", Ids.array(ids))
                .param("state", state.name())
                .param("reason", reason)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .param("run", run)
                .update();
    }

    static Held held(ResultSet row, int number) throws SQLException {
        return new Held(
                row.getObject("id", UUID.class),
                PayoutKind.valueOf(row.getString("kind")),
                row.getObject("plan", UUID.class),
                row.getObject("employee", UUID.class),
                row.getObject("scored_by", UUID.class),
                row.getObject("submitted_by", UUID.class),
                row.getObject("leader", UUID.class),
                PayoutState.valueOf(row.getString("state")),
                row.getObject("run", UUID.class));
    }

    static List<Line> lines(List<Submission.Line> given) {
        List<Line> lines = new ArrayList<>();
        for (Submission.Line line : given) {
            lines.add(new Line(
                    lines.size() + 1,
                    line.goal(),
                    line.weight(),
                    line.attainment(),
                    line.factor(),
                    line.amount(),
                    line.label()));
        }
        return lines;
    }
}
