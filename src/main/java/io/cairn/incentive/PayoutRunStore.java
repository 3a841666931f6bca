package io.cairn.incentive;

import io.cairn.access.Viewing;
import io.cairn.kernel.Cursor;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of payout runs and the lists of what belongs to them. */
@Component
class PayoutRunStore {
    private static final String RUN = """
            select r.id, r.name, r.period_start, r.period_end, r.currency, r.budget, r.state, r.batches, r.created_by,
                   c.name as creator_name, r.created_at, r.closed_at, r.version, t.*
              from incentive.payout_run r
              left join organization.person c on c.id = r.created_by
             cross join lateral (
                   select count(*) filter (where p.state = 'SUBMITTED') as submitted,
                          coalesce(sum(p.total) filter (where p.state = 'SUBMITTED'), 0) as submitted_sum,
                          count(*) filter (where p.state = 'APPROVED') as approved,
                          coalesce(sum(p.total) filter (where p.state = 'APPROVED'), 0) as approved_sum,
                          count(*) filter (where p.state = 'PAID') as paid,
                          coalesce(sum(p.total) filter (where p.state = 'PAID'), 0) as paid_sum,
                          count(*) filter (where p.state = 'REJECTED') as rejected,
                          coalesce(sum(p.total) filter (where p.state = 'REJECTED'), 0) as rejected_sum,
                          count(*) filter (where p.capped) as capped,
                          count(*) filter (where p.late_override) as late_override,
                          count(*) filter (where p.estimates_differ) as estimates_differ,
                          count(*) filter (where p.kind = 'ADJUSTMENT') as adjustments
                     from incentive.payout p
                     left join incentive.payout o on o.id = p.adjusts
                    where
            """ + RunScope.BELONGS + ") as t";

    private final JdbcClient db;

    PayoutRunStore(JdbcClient db) {
        this.db = db;
    }

    /** One at a time per currency decides whether periods overlap; false when they do. */
    boolean insert(UUID id, PayoutRunCheck.Checked checked, Instant at) {
        db.sql("select pg_advisory_xact_lock(hashtext('payout run'), hashtext(:currency))")
                .param("currency", checked.budget().currency().getCurrencyCode())
                .query()
                .singleRow();
        return db.sql("""
                insert into incentive.payout_run (id, name, period_start, period_end, currency, budget, created_by, created_at,
                                                  audience_id)
                select :id, :name, :start, :end, :currency, :budget, :by, :at, :key
                 where not exists (select 1 from incentive.payout_run r
                                    where r.currency = :currency and r.state <> 'CLOSED'
                                      and r.period_start <= :end and r.period_end >= :start)
                """)
                        .param("id", id)
                        .param("name", checked.name())
                        .param("start", checked.start())
                        .param("end", checked.end())
                        .param("currency", checked.budget().currency().getCurrencyCode())
                        .param("budget", checked.budget().amount())
                        .param("by", Viewing.personId())
                        .param("at", Timestamp.from(at))
                        .param("key", PayoutRun.audience(id).id())
                        .update()
                == 1;
    }

    Optional<PayoutRun> find(UUID run) {
        return db.sql(RUN + " where r.id = :run")
                .param("run", run)
                .query(PayoutRunStore::run)
                .optional();
    }

    /** Newest first. */
    Page<PayoutRun> list(@Nullable PayoutRunState state, int limit, @Nullable UUID before) {
        List<PayoutRun> rows = db.sql(RUN + """
                 where (:state::text is null or r.state = :state) and (:before::uuid is null or r.id < :before)
                 order by r.id desc
                 limit :rows
                """)
                .param("state", state == null ? null : state.name())
                .param("before", before)
                .param("rows", limit + 1)
                .query(PayoutRunStore::run)
                .list();
        return Page.of(rows, limit, row -> row.id().toString());
    }

    boolean exists(UUID run) {
        return db.sql("select exists (select 1 from incentive.payout_run r where r.id = :run)")
                .param("run", run)
                .query(Boolean.class)
                .single();
    }

    /** Holds the run until the transaction ends, so that two who pay it take turns; only compensation can. */
    Optional<PayoutRunState> lock(UUID run) {
        return db.sql("select r.state from incentive.payout_run r where r.id = :run for update")
                .param("run", run)
                .query(PayoutRunState.class)
                .optional();
    }

    private static final String ROW = """
            select p.id, p.plan_id, p.kind, p.employee_id, e.name as employee_name, p.manager_id, m.name as manager_name,
                   p.period_start, p.period_end, p.currency, p.target_amount, p.modifier, p.total, p.capped, p.late_override,
                   p.estimates_differ, p.state, p.reason, p.decided_by, d.name as decider_name, p.decided_at, p.paid_at,
                   y.batch,
                   case when p.employee_id = :viewer then 'OWN_PAY'
                        when :viewer in (p.scored_by, p.submitted_by, e.manager_id) then 'FOUR_EYES' end as yours
              from incentive.payout p
              join organization.person e on e.id = p.employee_id
              left join organization.person m on m.id = p.manager_id
              left join organization.person d on d.id = p.decided_by
              left join incentive.payment y on y.payout_id = p.id
            """ + RunScope.JOIN + " where r.id = :run and " + RunScope.BELONGS;

    /** By the employees' names. */
    Page<RunRow> rows(UUID run, UUID viewer, RunFilter filter, int limit, @Nullable String cursor) {
        Place after = Place.read(Cursor.decode(cursor));
        List<RunRow> rows = db.sql(ROW + """
                   and (:state::text is null or p.state = :state)
                   and (:kind::text is null or p.kind = :kind)
                   and (:flag::text is null
                        or p.capped and :flag in ('CAPPED', 'ANY')
                        or p.late_override and :flag in ('LATE_OVERRIDE', 'ANY')
                        or p.estimates_differ and :flag in ('ESTIMATES_DIFFER', 'ANY'))
                   and (:person::text is null or e.name ilike :person)
                   and (:afterId::uuid is null or (e.name, p.id) > (:afterName::text, :afterId::uuid))
                 order by e.name, p.id
                 limit :rows
                """)
                .param("run", run)
                .param("viewer", viewer)
                .param("state", filter.state() == null ? null : filter.state().name())
                .param("kind", filter.kind() == null ? null : filter.kind().name())
                .param("flag", filter.flag() == null ? null : filter.flag().name())
                .param("person", containing(filter.person()))
                .param("afterId", after == null ? null : after.id())
                .param("afterName", after == null ? null : after.name())
                .param("rows", (long) limit + 1)
                .query(PayoutRunStore::row)
                .list();
        return Page.of(rows, limit, row -> row.payoutId() + " " + row.employee().name());
    }

    private record Place(UUID id, String name) {
        private static final int ID = 36;

        static @Nullable Place read(@Nullable String position) {
            if (position == null) {
                return null;
            }
            try {
                return new Place(UUID.fromString(position.substring(0, ID)), position.substring(ID + 1));
            } catch (IllegalArgumentException | IndexOutOfBoundsException otherList) {
                throw GeneralProblem.INVALID_CURSOR.at("cursor").exception();
            }
        }
    }

    void paying(UUID run, int batches) {
        db.sql("""
                update incentive.payout_run r set state = 'PAYING', batches = :batches, version = r.version + 1
                 where r.id = :run
                """).param("run", run).param("batches", batches).update();
    }

    /** Closes the run when nothing waits in it any more; otherwise it is open again. */
    PayoutRunState settle(UUID run, Instant at) {
        return db.sql("""
                with left_over as (
                    select exists (select 1 from incentive.payout p
                """ + RunScope.JOIN + " where r.id = :run and p.state in ('SUBMITTED', 'APPROVED') and "
                        + RunScope.BELONGS + """
                    ) as waits)
                update incentive.payout_run r
                   set state = case when w.waits then 'OPEN' else 'CLOSED' end,
                       closed_at = case when w.waits then null else :at::timestamptz end,
                       version = r.version + 1
                  from left_over w
                 where r.id = :run
                returning r.state
                """)
                .param("run", run)
                .param("at", Timestamp.from(at))
                .query(PayoutRunState.class)
                .single();
    }

    private static PayoutRun run(ResultSet row, int number) throws SQLException {
        String currency = row.getString("currency");
        return new PayoutRun(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getObject("period_start", LocalDate.class),
                row.getObject("period_end", LocalDate.class),
                currency,
                PayoutReader.money(row, "budget", currency),
                PayoutRunState.valueOf(row.getString("state")),
                row.getInt("batches"),
                PayoutReader.person(row, "created_by", "creator_name"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                PayoutReader.instant(row, "closed_at"),
                new RunTotals(
                        part(row, "submitted", currency),
                        part(row, "approved", currency),
                        part(row, "paid", currency),
                        part(row, "rejected", currency),
                        row.getLong("capped"),
                        row.getLong("late_override"),
                        row.getLong("estimates_differ"),
                        row.getLong("adjustments")),
                row.getInt("version"));
    }

    private static RunTotals.Part part(ResultSet row, String state, String currency) throws SQLException {
        return new RunTotals.Part(row.getLong(state), PayoutReader.money(row, state + "_sum", currency));
    }

    private static RunRow row(ResultSet row, int number) throws SQLException {
        String currency = row.getString("currency");
        return new RunRow(
                row.getObject("id", UUID.class),
                row.getObject("plan_id", UUID.class),
                PayoutKind.valueOf(row.getString("kind")),
                Objects.requireNonNull(PayoutReader.person(row, "employee_id", "employee_name")),
                PayoutReader.person(row, "manager_id", "manager_name"),
                row.getObject("period_start", LocalDate.class),
                row.getObject("period_end", LocalDate.class),
                PayoutReader.money(row, "target_amount", currency),
                io.cairn.kernel.Decimals.plain(row.getBigDecimal("modifier")),
                PayoutReader.money(row, "total", currency),
                row.getBoolean("capped"),
                row.getBoolean("late_override"),
                row.getBoolean("estimates_differ"),
                PayoutState.valueOf(row.getString("state")),
                row.getString("reason"),
                PayoutReader.person(row, "decided_by", "decider_name"),
                PayoutReader.instant(row, "decided_at"),
                PayoutReader.instant(row, "paid_at"),
                row.getObject("batch", Integer.class),
                row.getString("yours"));
    }

    private static @Nullable String containing(@Nullable String text) {
        return text == null
                ? null
                : "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
