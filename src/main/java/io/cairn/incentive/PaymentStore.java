package io.cairn.incentive;

import io.cairn.incentive.PayoutStore.Held;
import io.cairn.kernel.Ids;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of payments and their batches: added, never changed. */
@Component
class PaymentStore {
    private final JdbcClient db;

    PaymentStore(JdbcClient db) {
        this.db = db;
    }

    record Batch(UUID run, int number) {}

    /** Locks what is approved in a run and not the payer's to keep their hands off. */
    List<Held> due(UUID run, UUID payer, int most) {
        return db.sql("""
                select p.id, p.kind, p.plan_id as plan, p.employee_id as employee, p.scored_by, p.submitted_by,
                       e.manager_id as leader, p.state, p.run_id as run
                  from incentive.payout p
                  join organization.person e on e.id = p.employee_id
                """ + RunScope.JOIN + """
                 where r.id = :run and p.state = 'APPROVED' and p.employee_id <> :payer
                   and p.scored_by is distinct from :payer and p.submitted_by is distinct from :payer
                   and e.manager_id is distinct from :payer and
                """ + RunScope.BELONGS + " order by p.id limit :most for update of p")
                .param("run", run)
                .param("payer", payer)
                .param("most", most)
                .query(PayoutStore::held)
                .list();
    }

    int nextBatch(UUID run) {
        return db.sql("select coalesce(max(b.number), 0) + 1 from incentive.payment_batch b where b.run_id = :run")
                .param("run", run)
                .query(Integer.class)
                .single();
    }

    /** Newest first. */
    List<PaymentBatch> batches(UUID run) {
        return db.sql("""
                select b.number, b.payments, b.total, b.paid_by, p.name as payer_name, b.paid_at, r.currency
                  from incentive.payment_batch b
                  join incentive.payout_run r on r.id = b.run_id
                  left join organization.person p on p.id = b.paid_by
                 where b.run_id = :run
                 order by b.number desc
                """)
                .param("run", run)
                .query((row, number) -> new PaymentBatch(
                        row.getInt("number"),
                        row.getInt("payments"),
                        PayoutReader.money(row, "total", row.getString("currency")),
                        PayoutReader.person(row, "paid_by", "payer_name"),
                        row.getObject("paid_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** In the order of the payouts' ids. */
    List<RunFile.Payment> of(Batch batch) {
        return db.sql("""
                select y.payout_id, y.person_name, y.person_email, y.external_id, y.amount, y.currency
                  from incentive.payment y
                 where y.run_id = :run and y.batch = :batch
                 order by y.payout_id
                """)
                .param("run", batch.run())
                .param("batch", batch.number())
                .query((row, number) -> new RunFile.Payment(
                        row.getString("payout_id"),
                        row.getString("person_name"),
                        row.getString("person_email"),
                        row.getString("external_id"),
                        PayoutReader.money(row, "amount", row.getString("currency")),
                        row.getString("currency")))
                .list();
    }

    /** @param batch null for payouts that are paid by themselves */
    void pay(@Nullable Batch batch, Collection<UUID> payouts, UUID by, Instant at) {
        if (batch != null) {
            db.sql("""
                    insert into incentive.payment_batch (run_id, number, payments, total, paid_by, paid_at, audience_id)
                    select :run, :batch, count(*), sum(p.total), :by, :at, :key
                      from incentive.payout p where p.id in (select unnest(:ids::uuid[]))
                    """)
                    .param("run", batch.run())
                    .param("batch", batch.number())
                    .param("by", by)
                    .param("at", Timestamp.from(at))
                    .param("key", PayoutRun.audience(batch.run()).id())
                    .param("ids", Ids.array(payouts))
                    .update();
        }
        db.sql("""
                insert into incentive.payment (payout_id, run_id, batch, person_id, person_name, person_email, external_id,
                                               amount, currency, audience_id)
                select p.id, :run, :batch, e.id, e.name, e.email, e.external_id, p.total, p.currency, p.audience_id
                  from incentive.payout p join organization.person e on e.id = p.employee_id
                 where p.id in (select unnest(:ids::uuid[]))
                """)
                .param("run", batch == null ? null : batch.run())
                .param("batch", batch == null ? null : batch.number())
                .param("ids", Ids.array(payouts))
                .update();
        db.sql("""
                update incentive.payout p
                   set state = 'PAID', paid_at = :at, run_id = coalesce(:run::uuid, p.run_id), version = p.version + 1
                 where p.id in (select unnest(:ids::uuid[]))
                """)
                .param("run", batch == null ? null : batch.run())
                .param("at", Timestamp.from(at))
                .param("ids", Ids.array(payouts))
                .update();
    }
}
