package io.cairn.incentive;

import io.cairn.kernel.Decimals;
import io.cairn.kernel.Ids;
import io.cairn.kernel.Money;
import io.cairn.kernel.Page;
import io.cairn.kernel.PersonRef;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** Reads payouts with their lines; row security leaves out what the viewer may not see. */
@Component
class PayoutReader {
    private static final String PAYOUT = """
            select p.id, p.plan_id, p.kind, p.adjusts, p.employee_id, e.name as employee_name, p.manager_id,
                   m.name as manager_name, p.scored_by, s.name as scorer_name, p.period_start, p.period_end, p.currency,
                   p.target_amount, p.modifier, p.gate, p.plan_cap, p.total, p.capped, p.late_override, p.estimates_differ,
                   p.state, p.submitted_by, h.name as submitter_name, p.submitted_at, p.adjustment_reason, p.decided_by,
                   d.name as decider_name, p.decided_at, p.reason, r.id as run_id, p.paid_at,
                   coalesce(t.explanation, p.explanation)::text as explanation, p.version
              from incentive.payout p
              join organization.person e on e.id = p.employee_id
              left join organization.person m on m.id = p.manager_id
              left join organization.person s on s.id = p.scored_by
              left join organization.person h on h.id = p.submitted_by
              left join organization.person d on d.id = p.decided_by
              left join incentive.payout_run r on r.id = p.run_id
              left join incentive.payout_terms t on t.payout_id = p.id
            """;

    private final JdbcClient db;
    private final ObjectMapper json;

    PayoutReader(JdbcClient db, ObjectMapper json) {
        this.db = db;
        this.json = json;
    }

    /** Newest first; null filters match all. */
    Page<PayoutRecord> list(@Nullable UUID plan, @Nullable UUID person, int limit, @Nullable UUID before) {
        List<PayoutRecord> rows = withLines(db.sql(PAYOUT + """
                 where (:plan::uuid is null or p.plan_id = :plan)
                   and (:person::uuid is null or p.employee_id = :person)
                   and (:before::uuid is null or p.id < :before)
                 order by p.id desc
                 limit :rows
                """)
                .param("plan", plan)
                .param("person", person)
                .param("before", before)
                .param("rows", limit + 1)
                .query(this::payout)
                .list());
        return Page.of(rows, limit, row -> row.id().toString());
    }

    List<PayoutRecord> byId(Collection<UUID> ids) {
        return withLines(db.sql(PAYOUT + " where p.id in (select unnest(:ids::uuid[])) order by p.id")
                .param("ids", Ids.array(ids))
                .query(this::payout)
                .list());
    }

    /** Of many payouts at once; a title stands only where the viewer may see the goal. */
    private List<PayoutRecord> withLines(List<PayoutRecord> payouts) {
        Map<UUID, Currency> currencies = new HashMap<>();
        payouts.forEach(payout -> currencies.put(payout.id(), Currency.getInstance(payout.currency())));
        Map<UUID, List<PayoutRecord.Line>> lines = new HashMap<>();
        db.sql("""
                select l.payout_id, l.position, l.goal_id, g.title, l.weight, l.attainment, l.factor, l.amount, l.label
                  from incentive.payout_line l
                  left join goal.goal g on g.id = l.goal_id
                 where l.payout_id in (select unnest(:ids::uuid[]))
                 order by l.payout_id, l.position
                """).param("ids", Ids.array(currencies.keySet())).query(row -> {
            UUID payout = row.getObject("payout_id", UUID.class);
            lines.computeIfAbsent(payout, none -> new ArrayList<>())
                    .add(line(row, Objects.requireNonNull(currencies.get(payout))));
        });
        return payouts.stream()
                .map(payout -> payout.with(lines.getOrDefault(payout.id(), List.of())))
                .toList();
    }

    private static PayoutRecord.Line line(ResultSet row, Currency currency) throws SQLException {
        return new PayoutRecord.Line(
                row.getInt("position"),
                row.getObject("goal_id", UUID.class),
                row.getString("title"),
                Decimals.plain(row.getBigDecimal("weight")),
                Decimals.plainOrNull(row.getBigDecimal("attainment")),
                Decimals.plainOrNull(row.getBigDecimal("factor")),
                new Money(row.getBigDecimal("amount"), currency).amount(),
                row.getString("label"));
    }

    private PayoutRecord payout(ResultSet row, int number) throws SQLException {
        String currency = row.getString("currency");
        return new PayoutRecord(
                row.getObject("id", UUID.class),
                row.getObject("plan_id", UUID.class),
                PayoutKind.valueOf(row.getString("kind")),
                row.getObject("adjusts", UUID.class),
                new PersonRef(row.getObject("employee_id", UUID.class), row.getString("employee_name")),
                person(row, "manager_id", "manager_name"),
                person(row, "scored_by", "scorer_name"),
                row.getObject("period_start", LocalDate.class),
                row.getObject("period_end", LocalDate.class),
                currency,
                Decimals.plain(row.getBigDecimal("target_amount")),
                Decimals.plain(row.getBigDecimal("modifier")),
                Decimals.plain(row.getBigDecimal("gate")),
                Decimals.plainOrNull(row.getBigDecimal("plan_cap")),
                money(row, "total", currency),
                List.of(),
                row.getBoolean("capped"),
                row.getBoolean("late_override"),
                row.getBoolean("estimates_differ"),
                PayoutState.valueOf(row.getString("state")),
                person(row, "submitted_by", "submitter_name"),
                row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                row.getString("adjustment_reason"),
                person(row, "decided_by", "decider_name"),
                instant(row, "decided_at"),
                row.getString("reason"),
                row.getObject("run_id", UUID.class),
                instant(row, "paid_at"),
                json.readTree(row.getString("explanation")),
                row.getInt("version"));
    }

    static BigDecimal money(ResultSet row, String column, String currency) throws SQLException {
        return new Money(row.getBigDecimal(column), Currency.getInstance(currency)).amount();
    }

    static @Nullable PersonRef person(ResultSet row, String id, String name) throws SQLException {
        UUID person = row.getObject(id, UUID.class);
        return person == null ? null : new PersonRef(person, row.getString(name));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
