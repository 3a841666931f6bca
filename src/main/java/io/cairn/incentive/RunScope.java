package io.cairn.incentive;

/**
 * Which payouts belong to a run, as SQL over {@code p} (payout), {@code o} (what it adjusts) and {@code r} (run): those it took
 * in, and as long as it is open those of its currency that wait for one — of plans that end in its period, and adjustments
 * of what was paid before, never of what this very run paid.
 */
final class RunScope {
    static final String JOIN = """
            cross join incentive.payout_run r
            left join incentive.payout o on o.id = p.adjusts
            """;

    static final String BELONGS = """
            (p.run_id = r.id
             or r.state <> 'CLOSED' and p.run_id is null and p.state in ('SUBMITTED', 'APPROVED') and p.currency = r.currency
                and (p.kind = 'PLAN' and p.period_end between r.period_start and r.period_end
                     or p.kind = 'ADJUSTMENT' and p.period_end <= r.period_end and o.run_id is distinct from r.id))
            """;

    private RunScope() {}
}
